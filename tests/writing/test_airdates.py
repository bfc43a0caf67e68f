"""Dates as said on air."""

from __future__ import annotations

import pytest

from broadcaster.programme import Air
from broadcaster.writing.airdates import (
    days_before,
    next_show,
    spoken_date,
    spoken_day_of,
    spoken_weekday,
)


def test_a_date_is_said_without_its_year() -> None:
    assert spoken_date("2024-10-17") == "10月17日"
    assert spoken_weekday("2024-10-17") == "木曜日"


@pytest.mark.parametrize(
    ("day", "air", "said"),
    [
        ("2024-10-17", Air(), "あしたの朝"),
        ("2024-10-18", Air(), "月曜日の朝"),
        ("2024-10-18", Air(skip=("2024-10-21",), time="19:30"), "火曜日の夜"),
        ("2024-10-18", Air(days=(5,), time="12:00"), "10月25日、金曜日の昼"),
        ("2024-12-31", Air(days=(1, 2, 3, 4, 5, 6, 7), time="17:00"), "あしたの夕方"),
        ("2024-10-17", Air(days=()), None),
    ],
)
def test_the_next_show_is_the_one_planned(day: str, air: Air, said: str | None) -> None:
    assert next_show(day, air) == said


def test_an_article_of_an_older_year_says_it() -> None:
    assert spoken_day_of("2023-12-11", "2024-10-17") == "2023年12月11日"
    assert spoken_day_of("2024-09-27T10:00:00Z", "2024-10-17") == "9月27日"


def test_how_old_an_article_is() -> None:
    assert days_before("2024-10-17", "2024-10-15T08:00:00+09:00") == 2
    assert days_before("2024-10-17", "") is None
