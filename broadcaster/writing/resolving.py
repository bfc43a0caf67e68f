"""What each word of time in an article is as a date: 昨日 of 2024-10-16 is 10月15日.

Resolved against the day the article is from, said as on the day of broadcast. What cannot be, or
is no longer true by then, raises Unresolved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from broadcaster.writing.airdates import spoken_day, spoken_month, spoken_year
from broadcaster.writing.month_days import bare_day, days, month_day, unclear
from broadcaster.writing.telling_dates import Teller, Unresolved, month_after
from broadcaster.writing.time_words import (
    ANCHORED,
    DAYS,
    DAYS_IN_KANA,
    MONTH_PARTS,
    MONTHS,
    WEEK_PARTS,
    WEEKDAYS,
    WEEKS,
    YEAR_PARTS,
    YEARS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_FRESH_FOR: Final = 14
"""Days for which 最近 and 現在 of an article are still true."""

_YEARS_AGO_FOR: Final = 60
"""Days for which 3年前 of an article may still be said."""

_IS_OVER: Final = re.compile("の前回|時点|以来|に続")
"""After a month: it lies behind, though the sentence goes on to speak of today."""

_SATURDAY: Final = 5
_QUARTER: Final = timedelta(days=90)
"""The Japanese fiscal year starts in April."""


class Resolver(Teller):
    """Says one word of time after another, as the teller of dates that it is."""

    def said(self, match: re.Match[str]) -> str:
        """The word of time as it is said on air. Unresolved where it cannot be."""
        return _SAY[match.lastgroup or ""](self, match)

    def full(self, match: re.Match[str]) -> str:
        """2024年10月16日: the year is said only where it is not this one."""
        year, month, day = (int(part) for part in re.findall("[0-9]+", match[0]))
        self.when = replace(self.when, anchor=date(year, month, day))
        air = self.when.air
        return f"{month}月{day}日" if air and air.year == year else match[0]

    def kept(self, match: re.Match[str]) -> str:
        """前年同期, 報告の翌日: the text itself says relative to what."""
        return match[0]

    def year(self, match: re.Match[str]) -> str:
        """今年, 昨年12月11日."""
        word, month, day, season = YEAR_PARTS.match(match[0]).groups()  # type: ignore[union-attr]
        year = self.when.known.year + YEARS[word]
        if match.string[match.end() : match.end() + 1] == "度":
            return self._fiscal(match)
        if day:
            return self.tell(date(year, int(month), int(day)))
        if month:
            return self.tell_month(date(year, int(month), 1))
        return self.tell_year(year) + (f"の{season}" if season else "")

    def _fiscal(self, match: re.Match[str]) -> str:
        if (self.when.known - _QUARTER).year != (self.when.today - _QUARTER).year:
            raise Unresolved
        return match[0]

    def within(self, match: re.Match[str]) -> str:
        """年内, 月末, 週明け, 年度末: only in the very year, month, week or fiscal year."""
        written, today, unit = self.when.known, self.when.today, match[0]
        if unit.startswith("年度"):
            return self._fiscal(match)
        same = {
            "年": written.year == today.year,
            "月": (written.year, written.month) == (today.year, today.month),
            "週": written.isocalendar()[:2] == today.isocalendar()[:2],
        }
        if not same[unit[0]]:
            raise Unresolved
        return unit

    def season(self, match: re.Match[str]) -> str:
        """今春, 来秋."""
        year = self.when.known.year + {"今": 0, "昨": -1, "来": 1}[match[0][0]]
        return f"{self.tell_year(year)}の{match[0][1]}"

    def month(self, match: re.Match[str]) -> str:
        """先月, 今月16日."""
        word, day = MONTH_PARTS.match(match[0]).groups()  # type: ignore[union-attr]
        first = month_after(self.when.known, MONTHS[word])
        if day:
            return self.tell(first.replace(day=int(day)))
        return self.tell_month(first)

    def week(self, match: re.Match[str]) -> str:
        """今週月曜日, 先週, 今週末, 来週中."""
        word, weekday, part = WEEK_PARTS.match(match[0]).groups()  # type: ignore[union-attr]
        known = self.when.known
        monday = known + timedelta(days=7 * WEEKS[word] - known.weekday())
        if part == "末":
            return self.tell(monday + timedelta(days=_SATURDAY)) + "の週末"
        if not weekday:
            self.still_true(monday + timedelta(days=6))
            within = "のうち" if part else ""
            return f"{spoken_day(monday, self.when.today)}の週{within}"
        day = monday + timedelta(days=WEEKDAYS.index(weekday))
        return f"{self.tell(day)}の{weekday}曜日"

    def day(self, match: re.Match[str]) -> str:
        """昨日, 今朝, 3日前."""
        ago = re.match("([0-9]{1,2})日前", match[0])
        offset, part = (-int(ago[1]), "") if ago else (DAYS | DAYS_IN_KANA)[match[0]]
        return self.tell(self.when.known + timedelta(days=offset)) + part

    def bare_month(self, match: re.Match[str]) -> str:
        """9月: the last one in what happened; the coming one of the same year in what will."""
        month = int(match[0][:-1])
        if self.when.published is None:
            return match[0]
        near = self.when.published
        if self.past or _IS_OVER.match(match.string[match.end() :]):
            year = near.year if month <= near.month else near.year - 1
        elif month >= near.month:
            year = near.year
        else:
            raise Unresolved
        return self.tell_month(date(year, month, 1))

    def weekday(self, match: re.Match[str]) -> str:
        """月曜日 by itself: the last one, in what happened."""
        if not self.past or match[0][0] not in WEEKDAYS:
            raise Unresolved
        known = self.when.known
        back = (known.weekday() - WEEKDAYS.index(match[0][0])) % 7
        return f"{self.tell(known - timedelta(days=back))}の{match[0][0]}曜日"

    def anchored(self, match: re.Match[str]) -> str:
        """翌日, 同月: relative to the date that was told last."""
        anchor = self.when.anchor
        word = match[0].removeprefix("その")
        if anchor is None or word not in ANCHORED:
            raise Unresolved
        unit, offset = ANCHORED[word]
        if unit == "day":
            return self.tell(anchor + timedelta(days=offset))
        if unit == "month":
            return spoken_month(month_after(anchor, offset), self.when.today)
        return spoken_year(anchor.year + offset, self.when.today)

    def years_ago(self, match: re.Match[str]) -> str:
        """3年前: only while that has not become four."""
        if not 0 <= self.when.age() <= _YEARS_AGO_FOR:
            raise Unresolved
        return match[0]

    def lately(self, match: re.Match[str]) -> str:
        """最近, 現在: only while the article is fresh."""
        if not 0 <= self.when.age() <= _FRESH_FOR:
            raise Unresolved
        return match[0]

    def never(self, match: re.Match[str]) -> str:  # noqa: ARG002 (one signature for all kinds)
        """数週間後, 今日では, 3日の休み: nobody can say when, or whether it is a date at all."""
        raise Unresolved


_SAY: Final[dict[str, Callable[[Resolver, re.Match[str]], str]]] = {
    "full": Resolver.full, "kept": Resolver.kept, "year": Resolver.year,
    "season": Resolver.season, "month": Resolver.month, "week": Resolver.week,
    "day": Resolver.day, "within": Resolver.within, "month_day": month_day,
    "days": days, "bare_month": Resolver.bare_month, "bare_day": bare_day,
    "weekday": Resolver.weekday, "anchored": Resolver.anchored,
    "years_ago": Resolver.years_ago, "lately": Resolver.lately,
    "issue": Resolver.never, "seasonal": Resolver.never, "never": Resolver.never,
    "unclear": unclear,
}  # fmt: skip
