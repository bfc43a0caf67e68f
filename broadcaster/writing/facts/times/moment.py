"""One moment, as far as somebody tells it, and whether another one licenses it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class Moment:
    """text[start:end] says when. afternoon: True, False, or None where nobody says.

    week: the Monday of it. loose: a relative word with nothing to resolve it by.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    week: date | None = None
    hour: int | None = None
    minute: int | None = None
    afternoon: bool | None = None
    loose: str = ""

    @property
    def date(self) -> date | None:
        """The day, where year, month and day are known."""
        if self.year and self.month and self.day:
            try:
                return date(self.year, self.month, self.day)
            except ValueError:
                return None
        return None

    @property
    def grain(self) -> str:
        """The finest thing it says: clock, day, weekday, week, month, season, year."""
        for name in ("hour", "day", "weekday", "week", "month", "season", "year"):
            if getattr(self, name) is not None:
                return name
        return "loose"


def day_of(text: str) -> date | None:
    """The day of an ISO date or date-time; None for anything else."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def agree(said: Moment, source: Moment, today: date | None) -> bool:
    """Whether the source's moment licenses what is said: nothing said is open or other there."""
    if said.loose or source.loose:
        return said.loose == source.loose or not (said.loose and source.grain == "loose")
    if said.hour is not None or source.hour is not None:
        return _same_clock(said, source)
    if said.week is not None:
        return _week_of(source) == said.week
    whole = source.date
    if said.weekday is not None and said.weekday != (whole.weekday() if whole else source.weekday):
        return False
    if said.day is not None and said.day != source.day:
        return False
    if said.month is not None and said.month != source.month:
        return False
    if said.season not in (None, source.season, _season_of(source.month)):
        return False
    return _same_year(said, source, today)


_IN_SEASON: Final = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11)}


def _season_of(month: int | None) -> str | None:
    if month is None:
        return None
    return next((name for name, months in _IN_SEASON.items() if month in months), "winter")


def _same_year(said: Moment, source: Moment, today: date | None) -> bool:
    if said.year is None or said.year == source.year:
        return True
    near = source.year is None and source.month is not None
    return near and today is not None and abs(said.year - today.year) <= 1


def _same_clock(said: Moment, source: Moment) -> bool:
    if said.hour is None or source.hour is None:
        return False
    if (said.minute or 0) != (source.minute or 0) or said.hour % 12 != source.hour % 12:
        return False
    open_ = said.afternoon is None or source.afternoon is None
    return open_ or said.afternoon == source.afternoon


def _week_of(moment: Moment) -> date | None:
    if moment.week:
        return moment.week
    return moment.date - timedelta(days=moment.date.weekday()) if moment.date else None
