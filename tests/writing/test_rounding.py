"""Numbers as they are heard."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from broadcaster.numbers import quantities
from broadcaster.writing.rounding import exactly, roughly, rounded, rounded_away

ROWS: Final = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "cases" / "rounding.toml").read_text(encoding="utf-8")
)["rows"]


@pytest.mark.parametrize(("text", "exact", "rough"), ROWS)
def test_said(text: str, exact: str, rough: str) -> None:
    assert exactly(text) == exact
    assert roughly(text) == rough


def test_a_rounded_number_is_near_and_says_so() -> None:
    draw = random.Random(3)
    for _ in range(300):
        value = draw.randrange(1000, 10 ** draw.randrange(5, 13))
        said = roughly(f"利用者は{value}人だ。")
        found = quantities(said)[0]
        assert abs(found.value - value) <= Decimal(value) / 200
        assert ("およそ" in said) is (found.value != value)


def test_three_digits() -> None:
    assert rounded(Decimal(415370000)) == 415000000
    assert rounded(Decimal(99950)) == 100000


def test_what_is_rounded_away_is_named_as_written() -> None:
    told = "調達額は4億1537万ドルで、社員は1234人だ。「4億1537万ドル」と書いた。"
    assert rounded_away(told) == ("4億1537万ドル", "1234人")
    assert (
        roughly(told)
        == "調達額はおよそ4億1500万ドルで、社員はおよそ1230人だ。「4億1537万ドル」と書いた。"
    )
    assert rounded_away("値段は4億1537万ドルだ。") == ()
