"""Lengths of time that follow from an article's dates: 半年ほど前, 2年後, 3日間, 5年で."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.times.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

_A_YEAR: Final = re.compile(
    r"年間|年払い|年額|年次|年度|通年|通期|前年|昨年|去年|前期|前の年|1年|"
    r"\b(?:annual(?:ly)?|yearly|year|12 months)\b"
)
_A_MONTH: Final = re.compile(r"月|\b(?:monthly|month)\b")
_MEASURES: Final = ("年", "か月", "週間", "日", "時間")
_SHORT: Final = ("日", "時間")
_PASSING: Final = re.compile(
    r"(?:ほど|くらい|ぐらい|近く|あまり|余り|ちょっと|以上|足らず|弱|強)?"
    r"(?:前|後|先|ぶり|で|かけ|の?間|のあいだ|越し|がかり|たっ|経|続|連続|にわた|遅れ|早[くめ])"
)
_LOOSE: Final = 5
"""ほど: within a fifth."""


def lasts(said: Amount, sight: Sight) -> bool:
    """Whether a length of time lies between two of the article's moments, or one and today."""
    if said.unit not in ("か月", "秒") or said.written not in _MEASURES:
        return False
    if said.written == "か月" and any(_in_days(said, one) for p in sight.near for one in p.amounts):
        return True
    if _usual(said, sight) or (said.written in _SHORT and _between(said, sight, ())):
        return True
    passes = _passes(said, sight.line.text)
    passed = passes and (_told_ago(said, sight) or _between(said, sight, _now(sight)))
    return passed or _since(said, sight)


_FROM: Final = re.compile(r"から(?:たった|わずか|ほんの|まだ|もう|やっと|およそ|約)?\Z")


def _passes(said: Amount, text: str) -> bool:
    """20日で, 発売からたった20日."""
    return bool(_PASSING.match(text, said.end) or _FROM.search(text, 0, said.start))


_DAYS: Final = (28, 31)


def _in_days(said: Amount, source: Amount) -> bool:
    """1カ月くらい, of 30日."""
    low, high = (said.figure * days for days in _DAYS)
    return source.written == "日" and low <= source.figure <= high


_SINCE: Final = re.compile(r"以来|以降|から|\bsince\b")


def _since(said: Amount, sight: Sight) -> bool:
    """もう6年近く, since 2019."""
    return any(
        is_apart(said, now, other)
        for now in _now(sight)
        for place in sight.near if _SINCE.search(place.text)
        for other in place.moments if other.grain == "year"
    )  # fmt: skip


def _usual(said: Amount, sight: Sight) -> bool:
    """1年 and ひと月, of an article that tells something by the year or by the month."""
    words = {"年": _A_YEAR, "か月": _A_MONTH}.get(said.written)
    places = sight.statements if said.written == "年" else sight.near
    return said.figure == 1 and words is not None and any(words.search(p.text) for p in places)


def _told_ago(said: Amount, sight: Sight) -> bool:
    """5年で, of what was so 5年前."""
    near = {one.at for one in (*sight.near, *sight.before)}
    around = near | {at + 1 for at in near}
    return any(
        other.text.startswith(said.text) and other.text.endswith("前")
        for place in sight.statements if place.at in around for other in place.moments
    )  # fmt: skip


def _now(sight: Sight) -> tuple[Moment, ...]:
    today = sight.today
    return (Moment(0, 0, "", today.year, today.month, today.day),) if today else ()


def _between(said: Amount, sight: Sight, now: tuple[Moment, ...]) -> bool:
    return any(
        is_apart(said, one, other)
        for place in (*sight.near, *sight.before)
        for one, other in combinations((*now, *place.moments), 2)
    )


def is_apart(said: Amount, one: Moment, other: Moment) -> bool:
    """Whether two moments are as far apart as a length of time says."""
    slack = said.figure / _LOOSE if said.about else 0
    return any(abs(said.figure - span) <= slack for span in _spans(said.written, one, other))


def _spans(written: str, one: Moment, other: Moment) -> Iterator[Decimal]:
    if written in ("年", "か月"):
        yield from _calendar(written, one, other)
    elif written in ("日", "週間") and one.date and other.date:
        days = Decimal(abs((other.date - one.date).days))
        yield from (days, days + 1) if written == "日" else (days / 7,)
    elif written in ("時間", "分") and one.hour is not None and other.hour is not None:
        minutes = Decimal(abs(_minutes(other) - _minutes(one)))
        yield minutes if written == "分" else minutes / 60


def _calendar(written: str, one: Moment, other: Moment) -> Iterator[Decimal]:
    if one.year is None or other.year is None:
        return
    years = Decimal(abs(other.year - one.year))
    if written == "年" and years:
        yield years
    if one.month is not None and other.month is not None:
        months = Decimal(abs(12 * (other.year - one.year) + other.month - one.month))
        yield months if written == "か月" else months / 12
        if one.day is None and other.day is None:
            yield months + 1 if written == "か月" else (months + 1) / 12


def _minutes(moment: Moment) -> int:
    return 60 * ((moment.hour or 0) % 12 + 12 * bool(moment.afternoon)) + (moment.minute or 0)
