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
    if len(topics) == 1:
        return book.line("recap_one", pause=_PAUSE, topic=topics[0].label)
    fitting = (line for line in _forms(topics, book, ruler) if ruler.morae(line.text) <= MOST_MORAE)
    return next(fitting, None)


def _forms(topics: Sequence[Topic], book: Phrasebook, ruler: Ruler) -> Iterator[Line]:
    items = [
        book.text("recap_item", n=str(n), topic=topic.label) for n, topic in enumerate(topics, 1)
    ]
    labels = list(dict.fromkeys(topic.label for topic in topics))
    lines = []
    short = max(map(ruler.morae, items)) <= MOST_ITEM_MORAE
    if short and len(labels) == len(topics) <= _MOST_NUMBERED:
        lines.append(book.line("recap", pause=_PAUSE, items="。".join(items)))
    for told in range(len(labels), 0, -1):
        listed = "、".join(labels[:told]) + ("など" if told < len(labels) else "")
        lines.append(book.line("recap_list", pause=_PAUSE, items=listed))
    return (line for line in lines if line is not None)
