"""「次に会うのは…」 is true on every weekday, after every gap, across a year's end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from broadcaster.programme import Air
from broadcaster.writing.airdates import next_show, spoken_weekday

WEEKDAYS_ONLY = Air()
HOLIDAYS = tuple(f"2024-12-{day}" for day in (30, 31)) + tuple(
    f"2025-01-0{day}" for day in (1, 2, 3)
)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-10-14", "あしたの朝"),  # Monday
        ("2024-10-15", "あしたの朝"),
        ("2024-10-16", "あしたの朝"),
        ("2024-10-17", "あしたの朝"),
        ("2024-10-18", "月曜日の朝"),  # Friday
        ("2024-10-19", "月曜日の朝"),  # an extra show on Saturday
        ("2024-10-20", "あしたの朝"),  # and on Sunday: Monday is tomorrow
    ],
)
def test_a_show_of_the_working_week_on_every_day(day: str, said: str) -> None:
    assert next_show(day, WEEKDAYS_ONLY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-12-26", "あしたの朝"),
        ("2024-12-27", "1月6日、月曜日の朝"),
        ("2024-12-28", "1月6日、月曜日の朝"),
        ("2024-12-30", "1月6日、月曜日の朝"),  # seven days on: 月曜日 alone would be today
        ("2024-12-31", "月曜日の朝"),
        ("2025-01-01", "月曜日の朝"),
        ("2025-01-05", "あしたの朝"),
    ],
)
def test_skipped_days_across_the_year(day: str, said: str) -> None:
    assert next_show(day, Air(skip=HOLIDAYS)) == said


def _promised(day: date, said: str) -> date:
    """The day a listener would come back on: the first that fits what was said."""
    coming = [day + timedelta(days=ahead) for ahead in range(1, 366)]
    if said.startswith("あした"):
        return coming[0]
    when = said.partition("の")[0]
    if "、" not in when:
        return next(one for one in coming if spoken_weekday(one.isoformat()) == when)
    month, _, rest = when.partition("月")
    return next(
        one
        for one in coming
        if (one.month, one.day) == (int(month), int(rest.partition("日")[0]))
        and when.endswith(spoken_weekday(one.isoformat()))
    )


@pytest.mark.parametrize("days", [(1, 2, 3, 4, 5), (6, 7), (2,), (1, 4), (1, 2, 3, 4, 5, 6, 7)])
@pytest.mark.parametrize("skip", [(), HOLIDAYS, ("2024-12-29", "2025-01-06")])
def test_who_comes_when_told_hears_the_next_show(
    days: tuple[int, ...], skip: tuple[str, ...]
) -> None:
    air = Air(days=days, skip=skip)
    for ahead in range(30):
        day = date(2024, 12, 15) + timedelta(days=ahead)
        said = next_show(day.isoformat(), air)
        assert said is not None
        found = _promised(day, said)
        assert found.isoweekday() in days
        assert found.isoformat() not in skip
        between = (day + timedelta(days=n) for n in range(1, (found - day).days))
        assert not [
            one for one in between if one.isoweekday() in days and one.isoformat() not in skip
        ]


def test_a_show_that_pauses_promises_nothing() -> None:
    assert next_show("2024-10-17", Air(days=())) is None
    every_day = [date(2024, 10, 17) + timedelta(days=n) for n in range(400)]
    assert next_show("2024-10-17", Air(skip=tuple(map(str, every_day)))) is None
