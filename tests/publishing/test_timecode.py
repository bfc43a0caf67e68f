"""Times in words and figures."""

from __future__ import annotations

import pytest

from broadcaster.publishing import timecode


@pytest.mark.parametrize(
    ("seconds", "clock", "stamp"),
    [
        (0.0, "0:00", "00:00:00"),
        (59.9994, "0:59", "00:00:59"),
        (59.9995, "1:00", "00:01:00"),
        (61.2, "1:01", "00:01:01"),
        (3599.9, "59:59", "00:59:59"),
        (3600.0, "1:00:00", "01:00:00"),
    ],
)
def test_the_second_it_lies_in(seconds: float, clock: str, stamp: str) -> None:
    assert timecode.clock(seconds) == clock
    assert timecode.stamp(seconds) == stamp


@pytest.mark.parametrize(
    ("seconds", "ms"), [(0.0, 0), (0.0004, 0), (0.0005, 1), (0.0025, 3), (1.9996, 2000)]
)
def test_halves_of_a_millisecond_go_up(seconds: float, ms: int) -> None:
    assert timecode.milliseconds(seconds) == ms


def test_exact_times() -> None:
    assert timecode.exact(3_723_004) == "01:02:03.004"
    assert timecode.exact(360_000_000, ",") == "100:00:00,000"


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2024-10-17", "2024-10-17（木）"),
        ("2024-10-19T23:59:00+09:00", "2024-10-19（土）"),
        ("きのう", "きのう"),
        ("", ""),
    ],
)
def test_a_day_carries_its_weekday(iso: str, day: str) -> None:
    assert timecode.day(iso) == day
