"""`broadcaster doubts`: words of a show that a person should listen to, once each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import edition_option, show_option, station_of, verbose_option

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.archive import Folder
    from broadcaster.cli.heard import Heard
    from broadcaster.nouns import Utterance
    from broadcaster.reading import Doubt


@click.command()
@click.argument("date", required=False, default="", metavar="[DATE]")
@click.option("--below", type=click.FloatRange(0, 1), default=None, metavar="0..1",
              help="List words read less surely than this (default: as the rundown).")  # fmt: skip
@edition_option
@verbose_option
@show_option
def doubts(date: str, below: float | None, edition: str, show_file: Path) -> None:
    """List the words whose reading is unsure, each with the command that teaches it.

    DATE is the newest finished episode's unless named.
    """
    from broadcaster import reading
    from broadcaster.cli.folders import newest_or
    from broadcaster.errors import SourceMissing

    folder = newest_or(station_of(show_file), date, edition)
    utterances = folder.utterances()
    if utterances is None:
        hint = f"run `broadcaster read {folder.path.name[:10]}`"
        raise SourceMissing("no utterances.json yet", folder.path, hint)
    found = reading.doubts(utterances, **({} if below is None else {"below": below}))
    times = _times(folder, utterances)
    for doubt in found:
        click.echo(_row(doubt, utterances[doubt.utterance], times))
    if not found:
        click.echo(f"{folder.path.name}: あやしい読みはありません")


def _row(doubt: Doubt, first: Utterance, times: dict[int, str]) -> str:
    from broadcaster.cli.remedies import add_command

    place = times.get(id(first), f"{doubt.utterance + 1}行目")
    return (
        f"{place}  {doubt.surface} {doubt.kana}  {doubt.count}回  {doubt.rule} "
        f"{doubt.confidence:.2f}\n      {add_command(doubt)}"
    )


def _times(folder: Folder, utterances: tuple[Utterance, ...]) -> dict[int, str]:
    """When each utterance is heard, by its identity; nothing before the show is mixed."""
    from broadcaster.cli.heard import timed
    from broadcaster.errors import NounError

    episode = folder.episode()
    if episode is None:
        return {}
    try:
        return {id(heard.utterance): _time_in(heard) for heard in timed(episode, utterances)}
    except NounError:
        return {}


def _time_in(heard: Heard) -> str:
    """The first whole second of an utterance, so that `at` finds it there."""
    from broadcaster.cli.remedies import clock

    second = math.ceil(heard.begins)
    return clock(second) if second < heard.ends else f"{heard.begins:.2f}"
