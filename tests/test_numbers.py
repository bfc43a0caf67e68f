"""Values and units of quantities in both languages."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.numbers import quantities

CASES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "quantities.toml").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("text", CASES)
def test_value_and_unit(text: str) -> None:
    found = [(quantity.value, quantity.unit) for quantity in quantities(text)]
    wanted = [(Decimal(row.split(" ")[0]), row.split(" ")[1]) for row in CASES[text]]
    assert found == wanted


@given(st.text(alphabet="019万億千十一分の$-.,:/割%kMBGドル円x１ aあ", max_size=40))
@settings(max_examples=300, deadline=None)
def test_quantities_lie_in_order_and_apart(text: str) -> None:
    reached = 0
    for quantity in quantities(text):
        assert reached <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        reached = quantity.end


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_searched(text: str) -> None:
    assert all(quantity.value.is_finite() for quantity in quantities(text))


@pytest.mark.parametrize("text", ["9" * 5000, "1e999999", "9" * 100_000, "0." + "1" * 5000])
def test_monstrous_figures_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("piece", ["1億", "1,", "a1", "2024-1", "1分の", "一", "$-", "1万1"])
def test_floods_end(piece: str) -> None:
    assert len(quantities(piece * 10_000)) <= 20_000


def test_two_ways_to_write_a_sum_compare_equal() -> None:
    (japanese,) = quantities("4億1500万ドル")
    (english,) = quantities("$415M")
    assert (japanese.value, japanese.unit) == (english.value, english.unit)
