"""What the closing says of the stories: a phrase each, short enough to be taken home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Line
    from broadcaster.writing.headline import Topic
    from broadcaster.writing.measure import Ruler
    from broadcaster.writing.phrasebook import Phrasebook

MOST_MORAE: Final = 60
MOST_ITEM_MORAE: Final = 20
_PAUSE: Final = 0.9
_MOST_NUMBERED: Final = 4
"""Of more stories every phrase but the last would end in its noun, one after the other."""


def recap(topics: Sequence[Topic], book: Phrasebook, ruler: Ruler) -> Line | None:
    """One line for all stories: numbered if that stays short, else listed, else cut to fit."""
    labels = list(dict.fromkeys(topic.label for topic in topics))
    if len(labels) == 1:
        return book.line("recap_one", pause=_PAUSE, topic=labels[0])
    forms = (*_numbered(topics, book, ruler), *_listed(labels, book, ruler))
    return next((line for line in forms if ruler.morae(line.text) <= MOST_MORAE), None)


def _numbered(topics: Sequence[Topic], book: Phrasebook, ruler: Ruler) -> Iterator[Line]:
    """「1本目は、…。2本目は、…」 with the headlines, else with the bare names."""
    if len(topics) > _MOST_NUMBERED:
        return
    for told in ([one.headline for one in topics], [one.label for one in topics]):
        items = [book.text("recap_item", n=str(n), topic=one) for n, one in enumerate(told, 1)]
        short = max(map(ruler.morae, items)) <= MOST_ITEM_MORAE
        if short and len(set(told)) == len(told):
            yield from _said(book.line("recap", pause=_PAUSE, items="。".join(items)))


def _listed(labels: Sequence[str], book: Phrasebook, ruler: Ruler) -> Iterator[Line]:
    """The names in one phrase, fewer and fewer of them."""
    short = [label for label in labels if ruler.morae(label) <= MOST_ITEM_MORAE]
    for told in range(len(short), 0, -1):
        listed = "、".join(short[:told]) + ("など" if told < len(labels) else "")
        yield from _said(book.line("recap_list", pause=_PAUSE, items=listed))


def _said(line: Line | None) -> Iterator[Line]:
    if line is not None:
        yield line
