"""Dates as they are said on air, and when the show is next heard."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from broadcaster.programme import Air

_WEEKDAYS: Final = "月火水木金土日"
_LOOK_AHEAD: Final = 366
"""Days searched for the next show; a show that pauses longer makes no promise."""


def spoken_date(day: str) -> str:
    """10月17日 for an ISO date; the year is never read out."""
    parsed = date.fromisoformat(day[:10])
    return f"{parsed.month}月{parsed.day}日"


def spoken_weekday(day: str) -> str:
    """木曜日."""
    return f"{_WEEKDAYS[date.fromisoformat(day[:10]).weekday()]}曜日"


def spoken_year(year: int, air: date) -> str:
    """今年, 去年, 来年 or 2021年."""
    return {0: "今年", -1: "去年", 1: "来年"}.get(year - air.year, f"{year}年")


def spoken_month(day: date, air: date) -> str:
    """10月, 去年12月."""
    return ("" if day.year == air.year else spoken_year(day.year, air)) + f"{day.month}月"


def spoken_day(day: date, air: date) -> str:
    """10月16日; with its year before it where it is not the year of broadcast."""
    return spoken_month(day, air) + f"{day.day}日"


def days_before(day: str, published: str) -> int | None:
    """How many days before the air date an article is from; None where it does not say."""
    try:
        return (date.fromisoformat(day) - date.fromisoformat(published[:10])).days
    except ValueError:
        return None


def spoken_day_of(published: str, air: str) -> str:
    """The date of an article as said in a show of `air`: with its year if that is an older one."""
    year = "" if published[:4] == air[:4] else f"{int(published[:4])}年"
    return year + spoken_date(published)


def says_day_of(published: str, air: str, text: str) -> bool:
    """Whether the text, said in a show of `air`, names the very day an article is from."""
    try:
        day, today = date.fromisoformat(published[:10]), date.fromisoformat(air)
    except ValueError:
        return False
    years = {spoken_year(day.year, today), f"{day.year}年"} | (
        {""} if day.year == today.year else set()
    )
    found = re.findall(rf"([今去来]年|[0-9]{{4}}年)?の?(?<![0-9]){day.month}月{day.day}日", text)
    return any(year in years for year in found)


def next_show(day: str, air: Air) -> str | None:
    """あしたの朝, 月曜日の朝 or 11月5日、火曜日の朝; None where no day is planned."""
    today = date.fromisoformat(day)
    coming = (today + timedelta(days=ahead) for ahead in range(1, _LOOK_AHEAD))
    found = next(
        (one for one in coming if one.isoweekday() in air.days and one.isoformat() not in air.skip),
        None,
    )
    return None if found is None else f"{_spoken_day(found, today)}の{_time_of_day(air.time)}"


def _spoken_day(day: date, today: date) -> str:
    ahead = (day - today).days
    if ahead == 1:
        return "あした"
    weekday = spoken_weekday(day.isoformat())
    return weekday if ahead < 7 else f"{spoken_date(day.isoformat())}、{weekday}"


def _time_of_day(time: str) -> str:
    hour = int(time.partition(":")[0])
    if hour < 4:
        return "夜ふけ"
    if hour < 11:
        return "朝"
    if hour < 16:
        return "昼"
    return "夕方" if hour < 19 else "夜"
