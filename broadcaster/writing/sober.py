"""Grave stories in opening and closing: named whole, in a sentence of their own, without a joke."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.writing.recapping import MOST_ITEM_MORAE, MOST_MORAE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Line
    from broadcaster.writing.headline import Topic
    from broadcaster.writing.measure import Ruler
    from broadcaster.writing.phrasebook import Phrasebook

_PAUSE: Final = 0.9
_MOST_NAMED: Final = 2


def listed(topics: Sequence[Topic]) -> str:
    """The names of grave stories in one phrase, each told once; of many, two and など."""
    told = list(dict.fromkeys(one.label for one in topics))
    return "、".join(told[:_MOST_NAMED]) + ("など" if len(told) > _MOST_NAMED else "")


def recap_beside_grave(
    topics: Sequence[Topic], grave: Sequence[bool], book: Phrasebook, ruler: Ruler
) -> tuple[Line, ...]:
    """A line for the other stories, under their own numbers, and a calm one for the grave."""
    stories = list(enumerate(zip(topics, grave, strict=True), start=1))
    others = [(n, one) for n, (one, is_grave) in stories if not is_grave]
    calm = listed([one for _, (one, is_grave) in stories if is_grave])
    light = next(iter(_numbered(others, book, ruler)), None)
    last = book.line("recap_grave", pause=_PAUSE, topic=calm)
    return tuple(line for line in (light, last) if line is not None)


def _numbered(
    stories: Sequence[tuple[int, Topic]], book: Phrasebook, ruler: Ruler
) -> Iterator[Line]:
    """「1本目は、…。3本目は、…」 of as many stories as can be said in time."""
    items = [book.text("recap_item", n=str(n), topic=one.label) for n, one in stories]
    short = [item for item in items if ruler.morae(item) <= MOST_ITEM_MORAE]
    for told in range(len(short), 0, -1):
        line = book.line("recap", pause=_PAUSE, items="。".join(short[:told]))
        if line and ruler.morae(line.text) <= MOST_MORAE:
            yield line
