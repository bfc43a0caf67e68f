"""Is a weekday of a line the one of the day that it names beside it?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight

_TOUCHING: Final = 3


def weekday_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 11月3日の土曜日, where that was no Saturday."""
    for one, other in pairwise(sight.line.moments):
        day = one.date
        beside = other.start - one.end <= _TOUCHING and other.grain == "weekday"
        if day and beside and other.weekday != day.weekday():
            yield Doubt(
                "date", other.text, "月火水木金土日"[day.weekday()] + "曜", "曜日が合わない"
            )
