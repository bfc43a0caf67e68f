"""How long a body is, and how a model's lines are made to meet the seconds they were given.

Too long: what is least important goes, never the lead, a condition, or a line on which the next
one leans; if that is not enough, facts go together with their conditions. What is missing is asked
for elsewhere; the last seconds are a matter of pauses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.writing.fitness import leans_on_predecessor
from broadcaster.writing.ranking import centrality, graph
from broadcaster.writing.remarks import REMARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Line, Plan, Segment
    from broadcaster.programme import Show
    from broadcaster.writing.frame import Frame
    from broadcaster.writing.measure import Ruler

TOLERANCE: Final = 0.03
"""Share of its seconds by which a body may be off before its pauses are looked at."""

MUST: Final = 1.0
"""Weight of a line that is never dropped."""

_MORAE_A_CHARACTER: Final = 1.5
_SECONDS_A_LINE: Final = 4.6
"""A line of 30 morae with its commas and the pause after it."""

_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.4, 0.85
_COMPANY: Final = 0.75
_FACTS_ENOUGH: Final = 5
_AROUND: Final = 3.4 + 3.85
"""Seconds of the opening jingle with its silences, and of the closing one."""

_AT_A_STORY: Final = 1.75
"""Seconds of a stinger, and by which the pause before it is longer than a line's."""

_FRAME: Final = 50.0
"""What `fit` leaves to the frame before anybody has written it."""


def lines_for(seconds: float) -> int:
    """About how many lines fill so many seconds; two at least."""
    return max(2, round(seconds / _SECONDS_A_LINE))


def characters_for(seconds: float, ruler: Ruler) -> int:
    """About how many characters of ordinary Japanese fill so many seconds, in tens."""
    spoken = seconds - lines_for(seconds) * 0.55
    return max(20, round(spoken * ruler.pace / _MORAE_A_CHARACTER / 10) * 10)


def seconds_of(lines: Sequence[Line], ruler: Ruler) -> float:
    """Seconds of the lines with the pauses after them."""
    return sum(ruler.seconds(line.text, line.pause) for line in lines)


def shortened(lines: Sequence[Line], seconds: float, ruler: Ruler) -> tuple[Line, ...]:
    """The lines without the least important ones, as far as they are too long."""
    kept = list(lines)
    worth = {id(line): value for line, value in zip(lines, _worth(lines), strict=True)}
    over = seconds_of(kept, ruler) - seconds * (1 + TOLERANCE)
    while over > 0 and len(kept) > 2:
        alone = {at: 1 for at in range(1, len(kept)) if _may_go(kept, at)}
        free = alone or dict.fromkeys(_conditional(kept), 2)
        if not free:
            break
        length = {at: seconds_of(kept[at : at + many], ruler) for at, many in free.items()}
        gentle = [at for at in free if length[at] <= over + 2 * TOLERANCE * seconds] or list(free)
        goes = min(gentle, key=lambda at: (worth[id(kept[at])], -at))
        over -= length[goes]
        del kept[goes : goes + free[goes]]
    return tuple(kept)


def _conditional(lines: Sequence[Line]) -> list[int]:
    """The facts that a condition of their own follows; the last condition may speak for all."""
    conditions = [at for at in range(1, len(lines)) if lines[at].weight >= MUST]
    return [at - 1 for at in conditions[:-1] if at > 1 and lines[at - 1].weight < MUST]


def _may_go(lines: Sequence[Line], at: int) -> bool:
    leaned_on = at + 1 < len(lines) and leans_on_predecessor(lines[at + 1].text)
    return lines[at].weight < MUST and not leaned_on


def _worth(lines: Sequence[Line]) -> list[float]:
    """How much each line would be missed: its weight, and how many others speak for it.

    What the host says for company is worth an ordinary fact once there are facts enough.
    """
    ranks = centrality(graph(tuple(line.text for line in lines)))
    company = _COMPANY if len(lines) > _FACTS_ENOUGH else 0.0
    return [
        company if line.source.card == REMARK else line.weight + 0.3 * rank
        for line, rank in zip(lines, ranks, strict=True)
    ]


def paced(segment: Segment, seconds: float, ruler: Ruler) -> Segment:
    """The segment with the pauses after its facts stretched or drawn in, towards `seconds`.

    The frame's own lines keep theirs: how soon the first fact comes was settled with them.
    """
    inner = [at for at, line in enumerate(segment.lines[:-1]) if not line.source.card]
    if not inner:
        return segment
    share = (seconds - seconds_of(segment.lines, ruler)) / len(inner)
    lines = list(segment.lines)
    for at in inner:
        pause = lines[at].pause
        low, high = min(pause, _SHORTEST_PAUSE), max(pause, _LONGEST_PAUSE)
        lines[at] = replace(lines[at], pause=round(min(high, max(low, pause + share)), 3))
    return replace(segment, lines=tuple(lines))


def fitted(frame: Frame, show: Show) -> tuple[Plan, ...]:
    """The frame's plans, their seconds mended by what the frame really takes.

    `fit` guessed that before the frame was written; where the articles have less to tell than the
    show has time, they keep what they have.
    """
    given = sum(plan.seconds for plan in frame.plans)
    if given < show.air.minutes * 60 - _FRAME - 1:
        return tuple(frame.plans)
    scale = left_to_stories(frame, show) / given
    return tuple(replace(plan, seconds=round(plan.seconds * scale, 1)) for plan in frame.plans)


def left_to_stories(frame: Frame, show: Show) -> float:
    """Seconds of the show that are neither music nor the frame's own."""
    around = frame.opening(by_model=True, own_voice=True), frame.closing()
    taken = _AROUND + sum(seconds_of(segment.lines, frame.ruler) for segment in around)
    return show.air.minutes * 60 - taken - _AT_A_STORY * len(frame.plans)
