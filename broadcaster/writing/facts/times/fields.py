"""What a moment is made of: whole days, months and the years they are nearest to."""

from __future__ import annotations

import re
from datetime import date

Fields = dict[str, object]


def number(text: str | None) -> int | None:
    """The figures of a text, read together; None of none."""
    return int(re.sub(r"\D", "", text)) if text else None


def whole(day: date) -> Fields:
    """A day with its month and year."""
    return {"year": day.year, "month": day.month, "day": day.day}


def loose(match: re.Match[str]) -> Fields:
    """A relative word with nothing to resolve it by."""
    return {"loose": match[0]}


def month_after(day: date, months: int) -> date:
    """The first of the month so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def near_year(month: int, day: int, today: date | None) -> Fields:
    """The year in which that day is nearest to the article's own."""
    if today is None:
        return {"month": month, "day": day}
    years = (today.year, today.year - 1, today.year + 1)
    found = [one for year in years if (one := _day(year, month, day))]
    if not found:
        return {"month": month, "day": day}
    return whole(min(found, key=lambda one: abs((one - today).days)))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
