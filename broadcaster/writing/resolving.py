"""What each word of time in an article is as a date: 昨日 of 2024-10-16 is 10月15日.

Resolved against the day the article is from, said as on the day of broadcast. What cannot be, or
is no longer true by then, raises Unresolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from broadcaster.writing.airdates import spoken_day, spoken_month, spoken_year
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

_LOOKS_BACK: Final = 15
"""Days a bare 「30日」 may lie back across the end of a month."""

_OF_THE_SAME_MONTH: Final = re.compile(r"[0-9]日(?:から|、|と|や|か|または|および)\Z")
"""Before a bare day: 11月1日から29日まで ends on the 29th of November, whenever it was written."""

_IS_OVER: Final = re.compile("の前回|時点|以来|に続")
"""After a month: it lies behind, though the sentence goes on to speak of today."""

_SURELY: Final = 8
"""From here on a number of days with の is a date, if the article is from that day."""

_SATURDAY: Final = 5
_QUARTER: Final = timedelta(days=90)
"""The Japanese fiscal year starts in April."""


class Unresolved(Exception):
    """A time that cannot be said as a date. Never leaves this room."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """When we speak, when the article was written, and the date it spoke of last."""

    air: date | None = None
    published: date | None = None
    anchor: date | None = None

    @property
    def known(self) -> date:
        """The article's own day."""
        if self.published is None:
            raise Unresolved
        return self.published

    @property
    def today(self) -> date:
        """The day of broadcast; where nobody says, that of the article."""
        return self.air or self.known

    def age(self) -> int:
        """Days between the article and the broadcast."""
        return (self.today - self.known).days


@dataclass
class Resolver:
    """Says one word of time after another. past: the sentence tells what happened.

    when: the calendar after the words said so far; a date remembers itself for 翌日.
    """

    when: Calendar
    past: bool

    def said(self, match: re.Match[str]) -> str:
        """The word of time as it is said on air. Unresolved where it cannot be."""
        return _SAY[match.lastgroup or ""](self, match)

    def _tell(self, day: date) -> str:
        self._still_true(day)
        self.when = replace(self.when, anchor=day)
        return spoken_day(day, self.when.today)

    def _tell_month(self, first: date) -> str:
        self._still_true(_month_after(first, 1) - timedelta(days=1))
        return spoken_month(first, self.when.today)

    def _tell_year(self, year: int) -> str:
        self._still_true(date(year, 12, 31))
        return spoken_year(year, self.when.today)

    def _still_true(self, ends: date) -> None:
        """What was to come when it was written, and is over when we speak, is not told."""
        written = self.when.published
        if not self.past and written is not None and written < ends < self.when.today:
            raise Unresolved

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
            return self._tell(date(year, int(month), int(day)))
        if month:
            return self._tell_month(date(year, int(month), 1))
        return self._tell_year(year) + (f"の{season}" if season else "")

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
        return f"{self._tell_year(year)}の{match[0][1]}"

    def month(self, match: re.Match[str]) -> str:
        """先月, 今月16日."""
        word, day = MONTH_PARTS.match(match[0]).groups()  # type: ignore[union-attr]
        first = _month_after(self.when.known, MONTHS[word])
        if day:
            return self._tell(first.replace(day=int(day)))
        return self._tell_month(first)

    def week(self, match: re.Match[str]) -> str:
        """今週月曜日, 先週, 今週末, 来週中."""
        word, weekday, part = WEEK_PARTS.match(match[0]).groups()  # type: ignore[union-attr]
        known = self.when.known
        monday = known + timedelta(days=7 * WEEKS[word] - known.weekday())
        if part == "末":
            return self._tell(monday + timedelta(days=_SATURDAY)) + "の週末"
        if not weekday:
            self._still_true(monday + timedelta(days=6))
            within = "のうち" if part else ""
            return f"{spoken_day(monday, self.when.today)}の週{within}"
        day = monday + timedelta(days=WEEKDAYS.index(weekday))
        return f"{self._tell(day)}の{weekday}曜日"

    def day(self, match: re.Match[str]) -> str:
        """昨日, 今朝, 3日前."""
        ago = re.match("([0-9]{1,2})日前", match[0])
        offset, part = (-int(ago[1]), "") if ago else (DAYS | DAYS_IN_KANA)[match[0]]
        return self._tell(self.when.known + timedelta(days=offset)) + part

    def month_day(self, match: re.Match[str]) -> str:
        """10月16日: of the year in which it is nearest to the article's own day."""
        month, day = (int(part) for part in re.findall("[0-9]+", match[0]))
        if self.when.published is None:
            return match[0]
        near = self.when.published
        return self._tell(_nearest(near, month, day))

    def days(self, match: re.Match[str]) -> str:
        """12月18、19日; 12月18〜19日: two days of one month."""
        month, first, last = (int(part) for part in re.findall("[0-9]+", match[0]))
        if self.when.published is None or not first < last:
            raise Unresolved
        joint = "から" if re.search("[~〜～]", match[0]) else "と"
        near = self.when.published
        day = _nearest(near, month, first)
        self._still_true(day.replace(day=last))
        return f"{self._tell(day)}{joint}{last}日"

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
        return self._tell_month(date(year, month, 1))

    def bare_day(self, match: re.Match[str]) -> str:
        """16日: of the article's month, or of the one before in what happened."""
        known, day = self.when.known, int(match[0][:-1])
        if _OF_THE_SAME_MONTH.search(match.string[: match.start()]):
            return self._day_after_anchor(day)
        if day == 1 and not self.past:  # 1日に6トンを運ぶ: on the first, or every day
            raise Unresolved
        if day <= known.day:
            return self._tell(known.replace(day=day))
        if not self.past:
            return self._tell(known.replace(day=day))
        last = _month_after(known, -1).replace(day=day)
        if (known - last).days > _LOOKS_BACK:
            raise Unresolved
        return self._tell(last)

    def _day_after_anchor(self, day: int) -> str:
        """29日 of 「11月1日から29日まで」: the month is said once, where it is the same."""
        anchor = self.when.anchor
        if anchor is None:
            raise Unresolved
        if day > anchor.day:
            self._tell(anchor.replace(day=day))
            return f"{day}日"
        return self._tell(_month_after(anchor, 1).replace(day=day))

    def unclear(self, match: re.Match[str]) -> str:
        """31日の決定会合 of an article of the 31st; else it may be how many: 3日の休み."""
        day = int(match[0][:-1])
        lately = (self.when.known, self.when.known - timedelta(days=1))
        found = next((one for one in lately if one.day == day), None)
        if found is None or match.string[match.end() : match.end() + 1] != "の" or day < _SURELY:
            raise Unresolved
        return self._tell(found)

    def weekday(self, match: re.Match[str]) -> str:
        """月曜日 by itself: the last one, in what happened."""
        if not self.past or match[0][0] not in WEEKDAYS:
            raise Unresolved
        known = self.when.known
        back = (known.weekday() - WEEKDAYS.index(match[0][0])) % 7
        return f"{self._tell(known - timedelta(days=back))}の{match[0][0]}曜日"

    def anchored(self, match: re.Match[str]) -> str:
        """翌日, 同月: relative to the date that was told last."""
        anchor = self.when.anchor
        word = match[0].removeprefix("その")
        if anchor is None or word not in ANCHORED:
            raise Unresolved
        unit, offset = ANCHORED[word]
        if unit == "day":
            return self._tell(anchor + timedelta(days=offset))
        if unit == "month":
            return spoken_month(_month_after(anchor, offset), self.when.today)
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


def _month_after(day: date, months: int) -> date:
    """The first of the month so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


_SAY: Final[dict[str, Callable[[Resolver, re.Match[str]], str]]] = {
    "full": Resolver.full, "kept": Resolver.kept, "year": Resolver.year,
    "season": Resolver.season, "month": Resolver.month, "week": Resolver.week,
    "day": Resolver.day, "within": Resolver.within, "month_day": Resolver.month_day,
    "days": Resolver.days, "bare_month": Resolver.bare_month, "bare_day": Resolver.bare_day,
    "weekday": Resolver.weekday, "anchored": Resolver.anchored,
    "years_ago": Resolver.years_ago, "lately": Resolver.lately,
    "issue": Resolver.never, "seasonal": Resolver.never, "never": Resolver.never,
    "unclear": Resolver.unclear,
}  # fmt: skip
