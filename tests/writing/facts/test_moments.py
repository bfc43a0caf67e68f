"""Dates and times of day, as far as a text tells them."""

from __future__ import annotations

from datetime import date

import pytest

from broadcaster.writing.facts.times.moment import agree
from broadcaster.writing.facts.times.moments import moments

WEDNESDAY = date(2024, 10, 16)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("10月15日", "昨日"),
        ("10月15日", "15日、"),
        ("火曜日", "15日、"),
        ("9月", "先月"),
        ("今年", "2024年"),
        ("去年12月", "昨年12月11日"),
        ("10月8日", "on October 8"),
        ("10月15日", "last Tuesday"),
        ("9月", "in September"),
        ("19時", "夜7時"),
        ("午後3時半", "15:30"),
        ("2021年", "3年前"),
        ("先週", "10月9日"),
        ("来年3月", "March 2025"),
        ("来年の春", "来年4月"),
        ("2027年の春", "27年春"),
    ],
)
def test_agree(said: str, source: str) -> None:
    (one,), (other,) = moments(said, WEDNESDAY), moments(source, WEDNESDAY)
    assert agree(one, other, WEDNESDAY)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("10月14日", "昨日"),
        ("月曜日", "15日、"),
        ("8月", "先月"),
        ("2023年", "今年"),
        ("午前9時", "午後9時"),
        ("5時40分", "5時50分"),
        ("来年5月", "来年3月"),
        ("10月", "on September 8"),
        ("10月15日", "10月"),
        ("来年の春", "2026年春"),
        ("来年の夏", "来年4月"),
    ],
)
def test_disagree(said: str, source: str) -> None:
    (one,), (other,) = moments(said, WEDNESDAY), moments(source, WEDNESDAY)
    assert not agree(one, other, WEDNESDAY)


@pytest.mark.parametrize("text", ["19日間", "12時間", "3か月", "約40日で", "may rise", "10分"])
def test_lengths_are_no_moments(text: str) -> None:
    assert moments(text, WEDNESDAY) == ()


@pytest.mark.parametrize("text", ["仕事を先に片づけさせる", "静けさが戻った"])
def test_kana_inside_a_word_are_no_day(text: str) -> None:
    assert moments(text, WEDNESDAY) == ()


@pytest.mark.parametrize("text", ["社長はけさ会見した", "きのうの会議", "その昨日"])
def test_kana_by_themselves_are_a_day(text: str) -> None:
    assert len(moments(text, WEDNESDAY)) == 1
