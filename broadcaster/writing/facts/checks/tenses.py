"""Does a line tell as done what its article has yet to come, or the reverse?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.likeness import ALREADY
from broadcaster.writing.facts.claims.moods import certainty_of
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.times.moment import Moment


_GONE_BY: Final = re.compile(r"昨[年秋春夏冬日夜季]|去年|おととし|前年|先[月週日]|\b(?:last|ago)\b")


def is_ahead(clause: Clause, today: date | None) -> bool:
    """Whether a clause tells what is yet to come: by its words, or by the day that it names."""
    days = [one for one in clause.statement.moments if clause.start <= one.start < clause.end]
    ahead = (
        today is not None
        and not _GONE_BY.search(clause.text)
        and any(_is_after(one, today) for one in days)
    )
    return (clause.to_come or ahead) and not clause.done


def _is_over(told: Sequence[Clause], today: date | None) -> bool:
    """Whether something is told as done or going on, and nothing as yet to come."""
    return any(one.done for one in told) and not any(
        one.plain or is_ahead(one, today) or certainty_of(one.statement.text) for one in told
    )


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_SOON: Final = 6
"""Months: 12月 in a January article is the one gone by."""


def _is_after(moment: Moment, today: date) -> bool:
    month = moment.month or _SEASONS.get(moment.season or "", 0)
    if moment.year is None:
        return 0 < month - today.month <= _SOON
    ends = (moment.year, month or today.month, moment.day or today.day)
    return ends > (today.year, today.month, today.day)


PLANNED_LATER: Final = re.compile(
    "予定(?=だ(?!った)|な|で(?!した)|し(?!てい?た)|がある|\\Z)|計画(?=だ(?!った)|な|で(?!した)|し(?!てい?た)|を)|"
    "これから(?![0-9一二三数も])|今後|つもり(?!だった|でした|で(?:は|あ))|目指(?!してい?た)"
)


_HOLDS: Final = re.compile("(?:開いて|あいて|やって|休んで|閉まって|しまって|空いて)い?(?:る|ます)")
_WHEN: Final = re.compile("た(?:とき|時|場合|際)[にはも]")
"""起きたときに: if ever."""


_OF_THE_REST: Final = re.compile("残り|残る|残って")


def _holds_on_a_day(clause: Clause) -> bool:
    """8月11日は開いている: how it is on the day, and no deed."""
    moments = clause.statement.moments
    return bool(_HOLDS.search(clause.text)) and any(
        clause.start <= one.start < clause.end for one in moments
    )


def told_ahead(mine: Clause, source: Sequence[Clause], today: date | None) -> bool:
    """Whether a clause that is yet to come names a time that the line's clause names."""
    if today is None:
        return False
    mine_at = [one for one in mine.statement.moments if mine.start <= one.start < mine.end]
    return any(
        is_ahead(one, today) and any(
            one.start <= other.start < one.end and agree(day, other, today)
            for other in one.statement.moments for day in mine_at
        )
        for one in source
    )  # fmt: skip


def time_doubts(
    mine: Clause, told: Sequence[Clause], today: date | None, *, planned_then: bool = False
) -> Iterator[Doubt]:
    """A doubt where a line tells as done what is to come, or as planned what is done.

    planned_then: whether the article has something to come at the time that the line names.
    """
    if not told or mine.denied:
        return
    nearest = told[0].statement.text
    done = mine.done and not (mine.to_come or certainty_of(mine.text) or _WHEN.search(mine.text))
    done = done and not _holds_on_a_day(mine)
    said = all(mine.said in one.keys for one in told)
    already = bool(ALREADY.search(mine.text))
    if already and mine.done and all(one.plain for one in told):
        yield Doubt("tense", mine.text, nearest, "記事ではこれからのこと")
    elif (done and said) or already:
        if all(is_ahead(one, today) for one in told):
            yield Doubt("tense", mine.text, nearest, "記事ではこれからのこと")
    elif _OF_THE_REST.search(mine.text):
        return
    elif PLANNED_LATER.search(mine.text) and _is_over(told, today) and not planned_then:
        yield Doubt("tense", mine.text, nearest, "記事ではもうしたこと")
