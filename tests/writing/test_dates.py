"""Relative dates said as the dates they were."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

import pytest

from broadcaster.writing.dates import absolute, calendar, has_relative_date

CASES: Final = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "cases" / "dates.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize(
    ("published", "air", "sentence", "said"),
    [(case["published"], case["air"], *row) for case in CASES for row in case["rows"]],
)
def test_as_said_on_air(published: str, air: str, sentence: str, said: str) -> None:
    assert (absolute(sentence, calendar(air, published))[0] or "") == said


def test_the_next_day_of_the_sentence_before() -> None:
    when = calendar("2024-10-17", "2024-10-16")
    _, after = absolute("会社は10月11日に発表した。", when)
    said, after = absolute("その翌日、会社は直した。", after)
    assert said == "10月12日、会社は直した。"
    _, lost = absolute("最近ではない数週間後の話だ。", after)
    assert absolute("翌日、会社は直した。", lost)[0] is None


def test_without_an_air_date_the_articles_own_day_counts() -> None:
    assert absolute("昨日、直した。", calendar("", "2024-01-01"))[0] == "去年12月31日、直した。"


@pytest.mark.parametrize("day", ["31日に発表した。", "2月30日に発表した。", "今月31日に始まる。"])
def test_a_day_that_never_was(day: str) -> None:
    assert absolute(day, calendar("2024-03-01", "2024-02-20"))[0] is None


def test_what_moves_and_what_stands() -> None:
    assert has_relative_date("昨日の発表だ。")
    assert not has_relative_date("2023年12月11日の発表だ。前年同期比で増えた。")
