"""Numbers as they are heard."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from broadcaster.numbers import quantities
from broadcaster.writing.rounding import exactly, roughly, rounded

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
