"""The seconds that one story leaves go to those that have more to tell.

Stories are planned before anybody knows how much can be told of them: a model's by the length of
their articles. Nothing flows back: no story is shortened, no model asked again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster.manifest import ToldOut
from broadcaster.writing.lengths import left_to_stories, seconds_of
from broadcaster.writing.story import kept_for_reactions, lengthened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from broadcaster.programme import Show
    from broadcaster.writing.frame import Frame
    from broadcaster.writing.story import Told

_WORTH_IT: Final = 0.02
"""Share of a show that must be missing; pauses make up for less."""

_FULL: Final = 0.3
"""Share of the seconds it was offered below which a story that gained no more is told out."""

_A_SHARE: Final = 10.0
"""Seconds that a story is offered at least: less is no room for two sentences that belong."""

_PAUSES: Final = 0.1
"""Share of a show up to which pauses are stretched; what is shorter than that is left as it is."""


@dataclass(frozen=True, slots=True)
class Evened:
    """The stories as long as they can be together, and the frame with the seconds they take.

    told_out: said where that is not enough.
    """

    stories: tuple[Told, ...]
    frame: Frame
    told_out: ToldOut | None = None


def evened(told: Sequence[Told], frame: Frame, show: Show) -> Evened:
    """The stories, longer where another fell short, until the show is full or all is told."""
    wanted = left_to_stories(frame, show)
    stories, able = tuple(told), frozenset(range(len(told)))
    before = _lengths(stories, frame)
    while able and _is_short(wanted - sum(before), show):
        missing = wanted - sum(before)
        asked = sorted(able)[: max(1, int(missing / _A_SHARE))]
        share = missing / len(asked)
        frame = _offering({at: before[at] + share for at in asked}, frame)
        stories = _told_again(stories, asked[0], frame, show)
        after = _lengths(stories, frame)
        able -= {at for at in asked if after[at] - before[at] < _FULL * share}
        before = after
    missing = wanted - sum(before)
    told_out = _told_out(stories, frame) if _is_short(missing, show) else None
    pauses = missing if missing <= _PAUSES * show.air.minutes * 60 else 0.0
    return Evened(stories, _shared_out(pauses, before, frame), told_out)


def _is_short(missing: float, show: Show) -> bool:
    return missing > _WORTH_IT * show.air.minutes * 60


def _told_out(stories: Sequence[Told], frame: Frame) -> ToldOut:
    told = [any(line.source.article for line in one.segment.lines) for one in stories]
    quoted = sum(plan.article.rights == "quote" for plan in frame.plans)
    return ToldOut(len(told), quoted, told.count(False))


def _lengths(stories: Sequence[Told], frame: Frame) -> list[float]:
    """Seconds of each story, those kept for a reaction included."""
    return [
        seconds_of(story.segment.lines, frame.ruler) + kept_for_reactions(at, frame)
        for at, story in enumerate(stories)
    ]


def _offering(seconds: Mapping[int, float], frame: Frame) -> Frame:
    """The frame with at least so many seconds for the stories at these places."""
    return _planned(
        (max(plan.seconds, seconds.get(at, 0.0)) for at, plan in enumerate(frame.plans)), frame
    )


def _told_again(stories: Sequence[Told], first: int, frame: Frame, show: Show) -> tuple[Told, ...]:
    """All from the first that may grow: what it explains now, a later one need not."""
    again = (lengthened(stories[at], at, frame, show) for at in range(first, len(stories)))
    return (*stories[:first], *again)


def _shared_out(missing: float, lengths: Sequence[float], frame: Frame) -> Frame:
    """What is still missing, or too much, as seconds for the pauses of all stories alike."""
    scale = 1 + missing / sum(lengths)
    return _planned((one * scale for one in lengths), frame)


def _planned(seconds: Iterable[float], frame: Frame) -> Frame:
    plans = zip(frame.plans, seconds, strict=True)
    return replace(frame, plans=tuple(replace(plan, seconds=each) for plan, each in plans))
