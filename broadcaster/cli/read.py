"""`broadcaster read`: a script's readings, or those of lines on stdin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.lines import stdin_lines
from broadcaster.cli.options import (
    edition_option,
    quiet_option,
    rewrite_option,
    show_option,
    verbose_option,
)
from broadcaster.cli.rooms import run_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from broadcaster.programme import Lexicon
    from broadcaster.reading import Reading


@click.command()
@click.argument("date", required=False, metavar="[DATE]")
@click.option("--explain", is_flag=True, help="Show spans, rule and confidence of each line.")
@edition_option
@rewrite_option
@quiet_option
@verbose_option
@show_option
def read(
    date: str | None,
    explain: bool,
    edition: str,
    rewrite: bool,
    quiet: bool,
    show_file: Path,
) -> int:
    """Turn script.json of DATE into utterances.json.

    Without DATE: lines on stdin, one spoken reading a line on stdout.
    """
    if date:
        return run_room("read", date, edition, rewrite, quiet, show_file)
    _read_lines(_lexicon(show_file), explain)
    return 0


def _lexicon(show_file: Path) -> Lexicon:
    """The station's readings; none where there is no station."""
    from broadcaster import cards
    from broadcaster.archive import station_at
    from broadcaster.programme import Lexicon

    path = station_at(show_file).lexicon
    return cards.load_lexicon(path) if path.is_file() else Lexicon()


def _read_lines(lexicon: Lexicon, explain: bool) -> None:
    from broadcaster import reading

    pronounce = reading.pronouncer(lexicon)
    for text in stdin_lines():
        if explain:
            click.echo("\n".join(_explained(reading.explain(text, lexicon))))
        else:
            click.echo(pronounce(text))


def _explained(read_line: Reading) -> Iterator[str]:
    """The reading, then a row a span: written, said, rule, confidence."""
    yield read_line.reading
    for span in read_line.spans:
        written = read_line.display[span.start : span.end]
        said = read_line.reading[span.reading_start : span.reading_end]
        yield f"  {written}\t{said}\t{span.rule}\t{span.confidence:.2f}"
