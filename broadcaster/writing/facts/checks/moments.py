"""Are the dates and times of a line those of its article?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.edges import turned_round
from broadcaster.writing.facts.checks.other_words import told_in_other_words, told_in_parts
from broadcaster.writing.facts.checks.periods import in_a_quarter, starts_a_period
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import clauses, same
from broadcaster.writing.facts.times.moment import Moment, agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_TOUCHING: Final = 3
_TOLD: Final = 0.3


def moment_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each moment that the article does not license."""
    for said in sight.line.moments:
        places = [
            one.at
            for one in sight.statements
            if any(
                _agrees(said, other, sight)
                and (said.season == other.season or _in_season(one, other, sight))
                for other in one.moments
            )
            or told_in_other_words(said, one, sight)
        ]
        if said.loose or (not places and (_counts_days(said, sight) or in_a_quarter(said, sight))):
            continue
        if not places and starts_a_period(said, sight):
            continue
        if not places and told_in_parts(said, sight):
            continue
        if not places and not _is_its_own_day(said, sight):
            yield Doubt("date", said.text, _nearest(said, sight), "記事にない日時")
        elif rival := (
            _told_otherwise(said, places, sight) or _of_another_clause(said, places, sight)
        ):
            yield Doubt("date", said.text, rival, "記事では別のことの日時")
        elif turned := turned_round(said, sight):
            yield Doubt("range", said.text, turned, "始まりと終わりが記事と逆")


def _in_season(place: Statement, other: Moment, sight: Sight) -> bool:
    """Whether a month tells of its season: 2026年3月期 is a year."""
    return place in sight.near and not place.text.startswith("期", other.end)


def _agrees(said: Moment, source: Moment, sight: Sight) -> bool:
    return agree(said, source, sight.today)


_DAY_ALONE: Final = re.compile(r"\d{1,2}日")


def _counts_days(said: Moment, sight: Sight) -> bool:
    """15日 may also be a length of time."""
    lengths = {
        int(other.value / 86400)
        for one in sight.statements
        for other in one.amounts
        if other.written == "日"
    }
    return bool(_DAY_ALONE.fullmatch(said.text)) and said.day in lengths


def _is_its_own_day(said: Moment, sight: Sight) -> bool:
    today = sight.today
    if today is None or (said.grain == "weekday" and _names_days(sight)):
        return False
    if said.grain == "year" and any(
        other.year not in (None, said.year) for one in sight.near for other in one.moments
    ):
        return False
    own = Moment(0, 0, "", today.year, today.month, today.day)
    return said.hour is None and agree(said, own, today)


def _names_days(sight: Sight) -> bool:
    return any(other.grain == "weekday" for one in sight.statements for other in one.moments)


def _told_otherwise(said: Moment, places: list[int], sight: Sight) -> str:
    """What the sentence that the line tells says instead, where that is plain."""
    if any(_with_a_number(sight.statements[at], sight) for at in places):
        return ""
    if said.grain == "year" or _BOUNDS.match(sight.line.text, said.end):
        return ""
    topic = max((sight.topics[at] for at in places), default=0.0)
    own = _around(said, sight)
    held = max((_weight(own & sight.statements[at].keys, sight) for at in places), default=0.0)
    few = max(1, min(2, len(sight.keys) - 1))
    for one in sight.near:
        rivals = [other for other in one.moments if other.grain == said.grain]
        shared = set(sight.keys.values()) & one.keys
        if _tells_its_day_too(said, one, sight) or _is_compared(said, rivals, one, sight):
            continue
        if not rivals or one.at in places or sight.topics[one.at] < _TOLD or len(shared) < few:
            continue
        rival_held = _weight(own & one.keys, sight)
        if topic < 0.3 * sight.topics[one.at] and not (held > 0 and held >= rival_held):
            return rivals[0].text
    return ""


_BOUNDS: Final = re.compile("から|まで|より")
"""7月14日から9月30日まで may be told by a sentence for each."""


def _with_a_number(place: Statement, sight: Sight) -> bool:
    """Whether the sentence nearest to the line has a number of it too: 5年前より13%減った."""
    sums = (same(mine, one) for mine in sight.line.amounts for one in place.amounts)
    return place in sight.near[:1] and any(sums)


def _tells_its_day_too(said: Moment, place: Statement, sight: Sight) -> bool:
    """7月14日から9月30日まで, of a sentence for each of the two days."""
    return any(
        mine is not said and mine.grain == said.grain and _agrees(mine, other, sight)
        for mine in sight.line.moments
        for other in place.moments
    )


def _is_compared(said: Moment, rivals: list[Moment], place: Statement, sight: Sight) -> bool:
    """今年は42団体, of what is 42団体 and above 昨年の35団体: its own year goes without saying."""
    if said.grain != "year" or not sight.today or said.year != sight.today.year:
        return False
    return not any(
        same(mine, other)
        for rival in rivals
        for other in place.amounts if 0 <= other.start - rival.end <= _TOUCHING
        for mine in sight.line.amounts if 0 <= mine.start - said.end <= _TOUCHING
    )  # fmt: skip


_AS_MANY: Final = 2


def _of_another_clause(said: Moment, places: list[int], sight: Sight) -> str:
    """The day whose clause tells what the line does: 20日に契約し、24日に受け取った."""
    if len(places) != 1 or said.grain != "day" or len(sight.line.moments) != 1:
        return ""
    place = sight.statements[places[0]]
    days = [other for other in place.moments if other.grain == "day"]
    mine = [other for other in days if _agrees(said, other, sight)]
    told = frozenset(sight.keys.values())
    if len(mine) != 1 or len(days) != _AS_MANY:
        return ""
    of_mine = _clause_keys(place, mine[0])
    if len(of_mine) < _AS_MANY or told & of_mine:
        return ""
    other = next(one for one in days if one is not mine[0])
    return other.text if len(told & _clause_keys(place, other)) >= _AS_MANY else ""


def _clause_keys(place: Statement, moment: Moment) -> frozenset[str]:
    return frozenset(
        term.key
        for start, end in clauses(place.text) if start <= moment.start < end
        for term in place.terms if start <= term.start < end
    )  # fmt: skip


def _around(said: Moment, sight: Sight) -> frozenset[str]:
    """The terms of the clause that a moment of the line stands in."""
    return frozenset(
        sight.key(term.key)
        for start, end in clauses(sight.line.text) if start <= said.start < end
        for term in sight.line.terms if start <= term.start < end
    )  # fmt: skip


def _weight(keys: frozenset[str], sight: Sight) -> float:
    return sum(sight.weights.get(key, 0.0) for key in sorted(keys))


def _nearest(said: Moment, sight: Sight) -> str:
    pool = [other for one in (*sight.near, *sight.statements) for other in one.moments]
    alike = [other for other in pool if other.grain == said.grain]
    return alike[0].text if alike else sight.nearest
