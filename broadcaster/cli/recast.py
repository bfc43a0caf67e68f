"""`broadcaster recast`: plain Japanese in, the character's register out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.lines import stdin_lines
from broadcaster.cli.options import show_option, station_of, verbose_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--host", default="", metavar="NAME", help="Whose register (default: the show's).")
@verbose_option
@show_option
def recast(host: str, show_file: Path) -> None:
    """Recast each line of stdin into the character's register, one line each."""
    from broadcaster import cards, writing

    station = station_of(show_file)
    name = host or cards.load_show(station.show_file).host
    character = cards.load_character(station.voices, name)
    for line in stdin_lines():
        click.echo(writing.recast(line, character))
