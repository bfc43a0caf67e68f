"""How the finished segments are delivered: caps kept, reactions hung on, endings varied.

A second pass over what frame and writers left, segment by segment, each in the light of what
was said before it and of the frame's lines that come right after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.nouns import Segment
from broadcaster.writing.caps import capped
from broadcaster.writing.endings import Draw, vary
from broadcaster.writing.lengths import paced
from broadcaster.writing.reactions import react

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadcaster.nouns import Line
    from broadcaster.writing.account import Aside
    from broadcaster.writing.frame import Frame


def deliver(written: Iterable[Segment | Aside], frame: Frame) -> Iterator[Segment | Aside]:
    """The segments of one show in its host's delivery; whatever else there is is passed on."""
    before: list[Segment] = []
    for item in written:
        if isinstance(item, Segment):
            before.append(_delivered(item, tuple(before), frame))
            yield before[-1]
        else:
            yield item


def _delivered(segment: Segment, before: Sequence[Segment], frame: Frame) -> Segment:
    host, at = frame.book.character, len(before)
    said = capped(segment, before, host)
    if segment.kind == "story":
        grave_next = frame.grave[at : at + 1] == (True,)
        said = react(said, before, frame.book, frame.ruler, grave_next=grave_next)
    draw = Draw(host, frame.show.id, frame.head, at, frame.ruler)
    varied = vary(said, before, _lines_after(at, frame), draw)
    if segment.kind != "story":
        return varied
    return paced(varied, frame.plans[at - 1].seconds, frame.ruler)


def _lines_after(at: int, frame: Frame) -> Sequence[Line]:
    """The frame's lines right after segment `at`, the opening being 0."""
    if at < len(frame.plans):
        return frame.transition(at)
    return frame.closing().lines if at == len(frame.plans) else ()
