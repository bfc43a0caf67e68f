"""`broadcaster at 2:13`: the line heard there, why it is read so, and the command that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import edition_option, show_option, station_of, verbose_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from broadcaster.archive import Folder
    from broadcaster.cli.heard import Heard
    from broadcaster.nouns import Article, Episode, Source


@click.command()
@click.argument("time", metavar="TIME")
@click.argument("date", required=False, default="", metavar="[DATE]")
@edition_option
@verbose_option
@show_option
def at(time: str, date: str, edition: str, show_file: Path) -> None:
    """Show the line heard at TIME (2:13, 1:02:05 or seconds) and how to mend it.

    DATE is the newest finished episode's unless named.
    """
    from broadcaster.cli.folders import newest_or
    from broadcaster.cli.heard import heard_at, seconds_of

    seconds = seconds_of(time)
    folder = newest_or(station_of(show_file), date, edition)
    episode = _episode(folder)
    heard = heard_at(episode, folder.utterances() or (), seconds)
    click.echo("\n".join(_told(heard, episode, folder)))


def _episode(folder: Folder) -> Episode:
    from broadcaster.errors import SourceMissing

    episode = folder.episode()
    if episode is None:
        raise SourceMissing("no episode.json yet", folder.path, "run `broadcaster episode`")
    return episode


def _told(heard: Heard, episode: Episode, folder: Folder) -> Iterator[str]:
    from broadcaster import reading, recording
    from broadcaster.cli.remedies import add_command, clock, edit_command, span_rows

    line = heard.utterance
    yield f"{episode.date} {clock(heard.begins)}-{clock(heard.ends)}  {line.place.title}"
    yield f"字幕 {line.display}"
    yield f"読み {line.reading}"
    if kana := recording.kana_notation(line):
        yield f"音   {kana}"
    yield from span_rows(line)
    yield from _sources(line.source, episode, folder.articles() or ())
    word = reading.least_sure(line)
    if word:
        yield f"直す {add_command(word)}"
    else:
        yield f"直す script.json を書きかえて  {edit_command(episode.date, episode.edition)}"


def _sources(source: Source, episode: Episode, articles: tuple[Article, ...]) -> Iterator[str]:
    """Where the line comes from: the article and its sentence, or the card."""
    if source.card:
        yield f"台本 カードの {source.card}"
    for reference in episode.sources:
        if reference.article == source.article:
            told = (reference.title, reference.publisher, reference.url)
            yield "出典 " + "  ".join(part for part in told if part)
    for article in articles:
        if article.id == source.article and source.paragraph < len(article.paragraphs):
            text = article.paragraphs[source.paragraph].text[source.start : source.end]
            if text.strip():
                yield f"原文 {' '.join(text.split())}"
