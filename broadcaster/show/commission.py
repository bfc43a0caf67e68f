"""The script is commissioned: a writer hired, the minutes shared out, the stories told."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from broadcaster import cards, reading, writing
from broadcaster.show.fit import by_length, fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from broadcaster.nouns import Article, Script, Segment
    from broadcaster.recording import Cast
    from broadcaster.show.desk import Desk, Journal
    from broadcaster.writing import Aside, Hired


def commissioned(
    desk: Desk, journal: Journal, head: Script, articles: tuple[Article, ...], cast: Cast
) -> Iterator[Segment]:
    """Segments as they are written; what the writer says besides goes into the journal."""
    pronounce = reading.pronouncer(desk.lexicon, head.readings)
    named = desk.request.writer or desk.show.writer.engine
    hired = writing.hire_writer(named, desk.show, desk.character, pronounce, journal.say)
    with closing(hired) as writer:
        told = _told(desk, journal, head, articles, cast, writer, pronounce)
        yield from _before_anybody_speaks(journal.counted("write", journal.sift(told)), writer)


def _told(
    desk: Desk,
    journal: Journal,
    head: Script,
    articles: tuple[Article, ...],
    cast: Cast,
    writer: Hired,
    pronounce: Callable[[str], str],
) -> Iterator[Segment | Aside]:
    # A model may retell all of the text; our own writer, only what can be told as it stands.
    tellable = writing.tellable(desk.show, desk.character, desk.date, pronounce, cast.pace())
    return writing.write_script(
        head,
        fit(articles, desk.show.air.minutes, by_length if writer.model else tellable),
        desk.show,
        desk.character,
        writer=writer,
        earlier=desk.past.scripts,
        pronounce=pronounce,
        english=cast.english,
        own_voice=cast.own_voice,
        pace=cast.pace(),
        glosses=reading.glosses(desk.lexicon),
        settled=cards.load_settled(desk.station.settled),
        strict=desk.request.strict,
        say=journal.say,
    )


def _before_anybody_speaks(told: Iterable[Segment], writer: Hired) -> Iterator[Segment]:
    """The segments as told; all of them, and their writer gone, where the voices need his room."""
    if writer.alone:
        told = list(told)
        writer.close()
    yield from told
