"""Sums in Japanese scales."""

from __future__ import annotations

from decimal import Decimal

import pytest

from broadcaster.reading.figures import dotted, in_japanese, one_by_one, plainly


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("415000000", "4億1500万"),
        ("6600000000", "66億"),
        ("0.04", "0.04"),
        ("12500.5", "1万2500.5"),
        ("0", "0"),
        ("10001", "1万1"),
        ("1E+12", "1兆"),
        ("1E+30", "とても大きな数"),
    ],
)
def test_scales_come_every_four_figures(value: str, said: str) -> None:
    assert in_japanese(Decimal(value)) == said


def test_figures_said_apart() -> None:
    assert dotted("0.06.3") == "0テン6テン3"
    assert one_by_one("090") == "ゼロキューゼロ"
    assert [plainly(figure) for figure in ("05", "00", "10")] == ["5", "0", "10"]
