"""The seconds that one story leaves go to those that have more to tell.

A model's stories are planned by the length of their articles, and how much of one can be told is
known only when it has been. Nothing flows back: no story is shortened, no model asked again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.writing.lengths import seconds_of
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

_ROUNDS: Final = 4


def evened(told: Sequence[Told], frame: Frame, show: Show) -> tuple[tuple[Told, ...], Frame]:
    """The stories, longer where another fell short, and the frame with the seconds they take."""
    wanted = sum(plan.seconds for plan in frame.plans)
    stories, able = tuple(told), frozenset(range(len(told)))
    for _ in range(_ROUNDS):
        before = _lengths(stories, frame)
        missing = wanted - sum(before)
        if missing <= _WORTH_IT * show.air.minutes * 60 or not able:
            break
        share = missing / len(able)
        frame = _offering({at: before[at] + share for at in able}, frame)
        stories = _told_again(stories, min(able), frame, show)
        after = _lengths(stories, frame)
        able = frozenset(at for at in able if after[at] - before[at] >= _FULL * share)
    return stories, _shared_out(wanted, stories, frame)


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


def _shared_out(wanted: float, stories: Sequence[Told], frame: Frame) -> Frame:
    """What is still missing, or too much, as seconds for the pauses of all stories alike."""
    lengths = _lengths(stories, frame)
    return _planned((one * wanted / sum(lengths) for one in lengths), frame)


def _planned(seconds: Iterable[float], frame: Frame) -> Frame:
    plans = zip(frame.plans, seconds, strict=True)
    return replace(frame, plans=tuple(replace(plan, seconds=each) for plan, each in plans))
