"""`broadcaster voices`: who can speak here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import show_option, station_of, verbose_option
from broadcaster.errors import BroadcasterError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from broadcaster.archive import Station
    from broadcaster.programme import Show


@click.command()
@verbose_option
@show_option
def voices(show_file: Path) -> None:
    """List characters and engines that work here, and why others don't."""
    from broadcaster import cards, recording

    station = station_of(show_file)
    show = cards.load_show(station.show_file)
    click.echo("キャラクター")
    for name in cards.list_characters(station.voices):
        for line in _character(name, station, show):
            click.echo(f"  {line}")
    click.echo("声のエンジン")
    for engine in recording.roll(show):
        click.echo(f"  {engine.name}: {engine.voice if engine.works else engine.reason}")


def _character(name: str, station: Station, show: Show) -> Iterator[str]:
    """A character with the voice that would speak, or why none would."""
    from broadcaster import cards, recording

    try:
        character = cards.load_character(station.voices, name)
        cast = recording.cast(character, show)
    except BroadcasterError as error:
        yield f"{name}: {error}"
        return
    yield f"{name}: {character.name}"
    for part in cast.parts:
        stand_in = " (代役)" if part.voicing.stand_in else ""
        yield f"  {part.style}: {part.voice.name}{stand_in}"
    for row in cast.stand_ins:
        yield f"  {row.where}: {row.reason}"
