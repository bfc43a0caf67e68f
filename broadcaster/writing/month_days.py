"""The days of one month: 10月16日, 12月18、19日, and a bare 16日 that must find its month."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from broadcaster.writing.telling_dates import Unresolved, month_after

if TYPE_CHECKING:
    from broadcaster.writing.telling_dates import Teller

_LOOKS_BACK: Final = 15
"""Days a bare 「30日」 may lie back across the end of a month."""

_OF_THE_SAME_MONTH: Final = re.compile(r"[0-9]日(?:から|、|と|や|か|または|および)\Z")
"""Before a bare day: 11月1日から29日まで ends on the 29th of November, whenever it was written."""

_SURELY: Final = 8
"""From here on a number of days with の is a date, if the article is from that day."""


def month_day(teller: Teller, match: re.Match[str]) -> str:
    """10月16日: of the year in which it is nearest to the article's own day."""
    month, day = (int(part) for part in re.findall("[0-9]+", match[0]))
    if teller.when.published is None:
        return match[0]
    return teller.tell(_nearest(teller.when.published, month, day))


def days(teller: Teller, match: re.Match[str]) -> str:
    """12月18、19日; 12月18〜19日: two days of one month."""
    month, first, last = (int(part) for part in re.findall("[0-9]+", match[0]))
    if teller.when.published is None or not first < last:
        raise Unresolved
    joint = "から" if re.search("[~〜～]", match[0]) else "と"
    day = _nearest(teller.when.published, month, first)
    teller.still_true(day.replace(day=last))
    return f"{teller.tell(day)}{joint}{last}日"


def bare_day(teller: Teller, match: re.Match[str]) -> str:
    """16日: of the article's month, or of the one before in what happened."""
    known, day = teller.when.known, int(match[0][:-1])
    if _OF_THE_SAME_MONTH.search(match.string[: match.start()]):
        return _day_after_anchor(teller, day)
    if day == 1 and not teller.past:  # 1日に6トンを運ぶ: on the first, or every day
        raise Unresolved
    if day <= known.day or not teller.past:
        return teller.tell(known.replace(day=day))
    last = month_after(known, -1).replace(day=day)
    if (known - last).days > _LOOKS_BACK:
        raise Unresolved
    return teller.tell(last)


def _day_after_anchor(teller: Teller, day: int) -> str:
    """29日 of 「11月1日から29日まで」: the month is said once, where it is the same."""
    anchor = teller.when.anchor
    if anchor is None:
        raise Unresolved
    if day > anchor.day:
        teller.tell(anchor.replace(day=day))
        return f"{day}日"
    return teller.tell(month_after(anchor, 1).replace(day=day))


def unclear(teller: Teller, match: re.Match[str]) -> str:
    """31日の決定会合 of an article of the 31st; else it may be how many: 3日の休み."""
    day = int(match[0][:-1])
    lately = (teller.when.known, teller.when.known - timedelta(days=1))
    found = next((one for one in lately if one.day == day), None)
    if found is None or match.string[match.end() : match.end() + 1] != "の" or day < _SURELY:
        raise Unresolved
    return teller.tell(found)


def _nearest(near: date, month: int, day: int) -> date:
    """That day of the year in which it is nearest."""
    years = (near.year, near.year - 1, near.year + 1)
    found = (date(year, month, day) for year in years if _is_day(year, month, day))
    return min(found, key=lambda one: abs((one - near).days))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
