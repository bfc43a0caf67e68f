"""How far a run is: a live line on a terminal, plain log lines elsewhere, nothing when quiet."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from broadcaster.nouns import ROOMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tell = Callable[[str, int], None]

SAYS = {
    "gather": "取材",
    "write": "執筆",
    "read": "読み",
    "record": "録音",
    "mix": "ミキシング",
    "package": "仕上げ",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """What a run is to call: tell with a room's name and a count, say with a line."""

    tell: Tell
    say: Callable[[str], None]


@contextlib.contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """Progress for the time of a run."""
    if quiet:
        yield Progress(lambda _room, _count: None, lambda _line: None)
        return
    with _live() if sys.stderr.isatty() else _logged() as shown:
        yield shown


@contextlib.contextmanager
def _logged() -> Iterator[Progress]:
    """A line when a room begins, and the counts at the end.

    Gathering alone is not worth a line: a run that finds nothing to do stays one line.
    """
    counts: dict[str, int] = {}

    def tell(room: str, count: int) -> None:
        begins = room not in counts
        counts[room] = count
        if begins and room != ROOMS[0]:
            click.echo(f"{SAYS[room]}…", err=True)

    yield Progress(tell, lambda line: click.echo(line, err=True))
    if set(counts) - {ROOMS[0]}:
        said = "  ".join(f"{SAYS[room]} {counts[room]}" for room in ROOMS if room in counts)
        click.echo(said, err=True)


@contextlib.contextmanager
def _live() -> Iterator[Progress]:
    from rich import progress as rich
    from rich.console import Console

    columns = (
        rich.SpinnerColumn(),
        rich.TextColumn("{task.description}"),
        rich.TimeElapsedColumn(),
    )
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("準備")
        counts: dict[str, int] = {}

        def tell(room: str, count: int) -> None:
            counts[room] = count
            said = "  ".join(f"{SAYS[room]} {counts[room]}" for room in ROOMS if room in counts)
            bar.update(task, description=said)

        def say(line: str) -> None:
            bar.console.print(line, markup=False, highlight=False)

        yield Progress(tell, say)
