"""Moments that an article tells in other words: 去年 of 前年, 6時すぎ of 6:12, 今月12日 of 12日."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.times.moment import Moment


def told_in_other_words(said: Moment, place: Statement, sight: Sight) -> bool:
    """Whether a sentence tells a moment of the line without having it."""
    return any(told(said, place, sight) for told in _TOLD)


def told_in_parts(said: Moment, sight: Sight) -> bool:
    """Whether the year, the month and the day of a moment stand apart in the article."""
    return (
        _of_the_month_told(said, sight)
        or _ends_a_range(said, sight)
        or _of_a_year_told(said, sight)
    )


def _of_the_month_told(said: Moment, sight: Sight) -> bool:
    """2日, where the line has just said 8月 of the article's 8月2日."""
    if "月" in said.text or said.day is None:
        return False
    months = {one.month for one in sight.line.moments} | {
        one.month for place in sight.before for one in place.moments
    }
    return any(
        other.day == said.day and other.month in months
        for place in sight.near
        for other in place.moments
    )


def _ends_a_range(said: Moment, sight: Sight) -> bool:
    """9日 of "October 7 to 9"."""
    last = re.compile(rf"\d{{1,2}} ?(?:to|through|and|-|–) ?{said.day}\b(?! ?%)")
    return said.day is not None and any(
        last.search(one.text) for one in sight.near if not one.words
    )


_YEAR_OF: Final = re.compile(r"(?:19|20)\d\d|\blast\b|[昨去来]年|おととし")


def _of_a_year_told(said: Moment, sight: Sight) -> bool:
    """去年の7月8日, of "July 8" in an article that speaks of "last July"."""
    if said.year is None or said.month is None or said.day is None:
        return False
    found = [one for place in sight.statements for one in place.moments]
    told = any(
        (one.year, one.month) == (said.year, said.month) and _YEAR_OF.search(one.text)
        for one in found
    )
    return told and any((one.month, one.day) == (said.month, said.day) for one in found)


_AGO: Final = re.compile(r"(\d{1,2})年前")
_ABOUT: Final = re.compile("くらい|ぐらい|ほど|ごろ|頃|近く|あまり")
_YEARS_OFF: Final = 0.15


def _about_ago(said: Moment, place: Statement, sight: Sight) -> bool:
    """10年前くらい, of what happened nine years ago."""
    ago = _AGO.fullmatch(said.text)
    if not ago or said.year is None or not _ABOUT.match(sight.line.text, said.end):
        return False
    slack = _YEARS_OFF * int(ago[1])
    return any(other.year and abs(other.year - said.year) <= slack for other in place.moments)


_BEFORE: Final = re.compile(
    r"前年|前の年|前期|年前|"
    r"\b(?:(?:a|one) year (?:ago|earlier|before)|(?:previous|prior) year)\b"
)


def _year_before(said: Moment, place: Statement, sight: Sight) -> bool:
    """おととし, of 昨年度 and its 前年度; 去年, of 前年 where no year is told."""
    if said.text == "前の年" and _BEFORE.search(place.text):
        return True
    years = [other.year for other in place.moments if other.year and "年" in other.text]
    now = [sight.today.year] if sight.today else []
    told = said.grain == "year" and (said.year or 0) + 1 in [*years, *(now if not years else ())]
    return told and bool(_BEFORE.search(place.text))


_DAY_ONLY: Final = re.compile(r"\d{1,2}日?")


def _of_either_month(said: Moment, place: Statement, sight: Sight) -> bool:
    """今月12日, of an article of the 1st that writes 12日: of its own month or the one before."""
    if sight.today is None or said.day is None or said.month is None:
        return False
    if (said.year or sight.today.year, said.month) != (sight.today.year, sight.today.month):
        return False
    return said.day > sight.today.day and any(
        other.day == said.day and _DAY_ONLY.fullmatch(other.text) for other in place.moments
    )


_AROUND: Final = re.compile(
    "(?P<past>すぎ|過ぎ|台|をまわ|を回)|(?P<near>ごろ|頃|くらい|ぐらい|前後)|前"
)
_HOUR: Final = 60
_PAST: Final = 30


def _about_clock(said: Moment, place: Statement, sight: Sight) -> bool:
    """朝6時すぎ, of 6:12; 7時前, of 6:48."""
    around = _AROUND.match(sight.line.text, said.end)
    if not around or said.hour is None or said.minute:
        return False
    low, high = (0, _HOUR) if around["past"] else (-_PAST, _PAST if around["near"] else 0)
    half = 12 * _HOUR
    off = [
        (_minutes(other) - _minutes(said) + half // 2) % half - half // 2
        for other in place.moments
        if other.hour is not None and _same_half(said, other)
    ]
    return any(low <= one < high for one in off)


def _minutes(moment: Moment) -> int:
    return _HOUR * (moment.hour or 0) + (moment.minute or 0)


def _same_half(said: Moment, other: Moment) -> bool:
    return None in (said.afternoon, other.afternoon) or said.afternoon == other.afternoon


_YEAR_TOLD: Final = re.compile("[年春夏秋冬]|20|19")


def _of_the_year_told(said: Moment, place: Statement, sight: Sight) -> bool:
    """来年の5月17日, where 来年の大会は5月17日に: the year stands apart from its day."""
    if said.year is None or said.month is None:
        return False
    if not any(other.grain == "year" and other.year == said.year for other in place.moments):
        return False
    return any(
        other.month and not _YEAR_TOLD.search(other.text)
        and agree(said, replace(other, year=said.year), sight.today)
        for other in place.moments
    )  # fmt: skip


_TOLD: Final = (_of_the_year_told, _about_ago, _year_before, _of_either_month, _about_clock)
