"""How far a run is: a live line on a terminal, plain log lines elsewhere, nothing when quiet."""

from __future__ import annotations

import contextlib
import sys
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


@contextlib.contextmanager
def progress(*, quiet: bool) -> Iterator[Tell]:
    """What a run is to call with a room's name and a count."""
    if quiet:
        yield _silence
    elif sys.stderr.isatty():
        with _live() as tell:
            yield tell
    else:
        with _logged() as tell:
            yield tell


def _silence(_room: str, _count: int) -> None:
    """Say nothing."""


@contextlib.contextmanager
def _logged() -> Iterator[Tell]:
    """A line when a room begins, and the counts at the end.

    Gathering alone is not worth a line: a run that finds nothing to do stays one line.
    """
    counts: dict[str, int] = {}

    def tell(room: str, count: int) -> None:
        begins = room not in counts
        counts[room] = count
        if begins and room != ROOMS[0]:
            click.echo(f"{SAYS[room]}…", err=True)

    yield tell
    if set(counts) - {ROOMS[0]}:
        said = "  ".join(f"{SAYS[room]} {counts[room]}" for room in ROOMS if room in counts)
        click.echo(said, err=True)


@contextlib.contextmanager
def _live() -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("準備")
        counts: dict[str, int] = {}

        def tell(room: str, count: int) -> None:
            counts[room] = count
            said = "  ".join(f"{SAYS[room]} {counts[room]}" for room in ROOMS if room in counts)
            bar.update(task, description=said)

        yield tell
