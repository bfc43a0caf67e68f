"""What English words for a moment mean: next Tuesday, last March, two years ago."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.times.fields import loose, month_after, near_year, number, whole
from broadcaster.writing.facts.times.when import EN_FEW, EN_MONTHS, EN_WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from broadcaster.writing.facts.times.fields import Fields


def en_month(text: str) -> int:
    """The number of a month by its English name, or how that begins."""
    return next(at for at, name in enumerate(EN_MONTHS, 1) if name[:3] == text[:3].lower())


_RELATIVE: Final = {"last": -1, "this": 0, "next": 1}


def english_year(text: str, today: date | None) -> int | None:
    """2026, next year."""
    if text.isdigit():
        return int(text)
    return today.year + _RELATIVE[text.partition(" ")[0].lower()] if today else None


def english_date(month: str, day: str | None, year: str | None, today: date | None) -> Fields:
    """May 3rd 2026; without its year, in that nearest to the article's own."""
    if year or not day:
        return {"month": en_month(month), "day": number(day), "year": number(year)}
    return near_year(en_month(month), number(day) or 1, today)


def named_month(match: re.Match[str], today: date | None) -> Fields:
    """March, last March."""
    month = en_month(match["jm"] or match["jn"])
    if match["jw"] == "last" and today:
        return {"month": month, "year": today.year - 1 if month >= today.month else None}
    return {"month": month}


_LOOKS_BACK: Final = 60
_TO_COME: Final = re.compile(
    r"\b(?:will|opens|starts|begins|goes on sale|airs|launches|premieres|returns|arrives|debuts|"
    r"takes place|(?:is|are) (?:due|to|set|scheduled|expected))\b"
    r"(?!.*\b(?:said|told|announced|was|were|[a-z]+ed)\b)[^.;]* on \Z"
)


def named_weekday(match: re.Match[str], today: date | None) -> Fields:
    """on Tuesday: the latest one; next Tuesday, opens on Tuesday: the first to come."""
    weekday = EN_WEEKDAYS.index(match["kd"].lower())
    if today is None:
        return {"weekday": weekday}
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    if match["kw"] == "next" or (not match["kw"] and _TO_COME.search(before)):
        return whole(today + timedelta(days=(weekday - today.weekday()) % 7 or 7))
    back = (today.weekday() - weekday) % 7
    return whole(today - timedelta(days=back or (7 if match["kw"] == "last" else 0)))


def english_day(match: re.Match[str], today: date | None) -> Fields:
    """yesterday, tonight."""
    offset = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match["ld"].lower(), 0)
    return whole(today + timedelta(days=offset)) if today else loose(match)


def english_span(match: re.Match[str], today: date | None) -> Fields:
    """last year, next month, this summer."""
    if today is None:
        return loose(match)
    step = {"last": -1, "next": 1}.get(match["nm"].lower(), 0)
    unit = match["nu"]
    if unit == "year":
        return {"year": today.year + step}
    if unit == "month":
        first = month_after(today, step)
        return {"year": first.year, "month": first.month}
    if unit in ("week", "weekend"):
        return {"week": today + timedelta(days=7 * step - today.weekday())}
    return {"year": today.year + step, "season": "autumn" if unit == "fall" else unit}


def english_ago(match: re.Match[str], today: date | None) -> Fields:
    """two years ago, a month earlier."""
    if today is None:
        return loose(match)
    word = match["ea"].lower()
    few = int(word) if word.isdigit() else EN_FEW.index(word) + 2 if word in EN_FEW else 1
    if match["eu"] == "year":
        return {"year": today.year - few}
    first = month_after(today, -few)
    return {"year": first.year, "month": first.month}


EN_SEASON: Final = {
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
    "winter": "winter",
}  # fmt: skip
