"""Are the dates and times of a line those of its article?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.moment import Moment, agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight

_TOUCHING: Final = 3
_TOLD: Final = 0.3


def moment_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each moment that the article does not license."""
    for said in sight.line.moments:
        places = [
            one.at
            for one in sight.statements
            if any(_agrees(said, other, sight) for other in one.moments)
        ]
        if said.loose or (not places and _counts_days(said, sight)):
            continue
        if not places and not _is_its_own_day(said, sight):
            yield Doubt("date", said.text, _nearest(said, sight), "記事にない日時")
        elif rival := _told_otherwise(said, places, sight):
            yield Doubt("date", said.text, rival, "記事では別のことの日時")
    yield from _wrong_weekdays(sight)


def _agrees(said: Moment, source: Moment, sight: Sight) -> bool:
    return agree(said, source, sight.today)


def _counts_days(said: Moment, sight: Sight) -> bool:
    """15日 may also be a length of time."""
    lengths = {
        int(other.value / 86400)
        for one in sight.statements
        for other in one.amounts
        if other.written == "日"
    }
    return said.grain == "day" and said.text.endswith("日") and said.day in lengths


def _is_its_own_day(said: Moment, sight: Sight) -> bool:
    today = sight.today
    if today is None:
        return False
    own = Moment(0, 0, "", today.year, today.month, today.day)
    return said.hour is None and agree(said, own, today)


def _told_otherwise(said: Moment, places: list[int], sight: Sight) -> str:
    """What the sentence that the line tells says instead, where that is plain."""
    topic = max((sight.topics[at] for at in places), default=0.0)
    for one in sight.near:
        rivals = [other for other in one.moments if other.grain == said.grain]
        shared = set(sight.keys.values()) & one.keys
        if not rivals or one.at in places or sight.topics[one.at] < _TOLD or len(shared) < 2:
            continue
        if topic < 0.5 * sight.topics[one.at]:
            return rivals[0].text
    return ""


def _nearest(said: Moment, sight: Sight) -> str:
    pool = [other for one in (*sight.near, *sight.statements) for other in one.moments]
    alike = [other for other in pool if other.grain == said.grain]
    return alike[0].text if alike else sight.nearest


def _wrong_weekdays(sight: Sight) -> Iterator[Doubt]:
    """11月3日の土曜日, where that was no Saturday."""
    for one, other in pairwise(sight.line.moments):
        day = one.date
        beside = other.start - one.end <= _TOUCHING and other.grain == "weekday"
        if day and beside and other.weekday != day.weekday():
            yield Doubt(
                "date", other.text, "月火水木金土日"[day.weekday()] + "曜", "曜日が合わない"
            )
