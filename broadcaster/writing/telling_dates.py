"""The calendar a word of time is held against, and how a resolved one is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from broadcaster.writing.airdates import spoken_day, spoken_month, spoken_year


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
class Teller:
    """Tells one date after another. past: the sentence tells what happened.

    when: the calendar after the words said so far; a date remembers itself for 翌日.
    """

    when: Calendar
    past: bool

    def tell(self, day: date) -> str:
        """10月16日, remembered for 翌日."""
        self.still_true(day)
        self.when = replace(self.when, anchor=day)
        return spoken_day(day, self.when.today)

    def tell_month(self, first: date) -> str:
        """10月, of its first day."""
        self.still_true(month_after(first, 1) - timedelta(days=1))
        return spoken_month(first, self.when.today)

    def tell_year(self, year: int) -> str:
        """今年 or 2021年."""
        self.still_true(date(year, 12, 31))
        return spoken_year(year, self.when.today)

    def still_true(self, ends: date) -> None:
        """What was to come when it was written, and is over when we speak, is not told."""
        written = self.when.published
        if not self.past and written is not None and written < ends < self.when.today:
            raise Unresolved


def month_after(day: date, months: int) -> date:
    """The first of the month so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
