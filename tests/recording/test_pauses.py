"""The pause table."""

from __future__ import annotations

import pytest

from broadcaster.recording.pauses import breathes, pause_length


@pytest.mark.parametrize(
    ("symbols", "seconds"),
    [
        ("、", 0.25),
        ("，", 0.25),
        ("。", 0.55),
        ("！", 0.55),
        ("？！", 0.55),
        ("、。", 0.55),
        ("……", 0.35),
        ("。」", 0.25),
        ("！」「", 0.55),
        ("」「", 0.25),
        ("（", 0.15),
        ("", 0.25),
    ],
)
def test_length_by_symbol(symbols: str, seconds: float) -> None:
    assert pause_length(symbols) == seconds


@pytest.mark.parametrize(
    ("symbol", "before", "expected"),
    [
        ("、", "朝", True),
        ("「", "は", False),
        ("「", "」", True),
        ("」", "い", False),
        ("・", "イ", False),
        ("😀", "い", False),
        ("——", "は", True),
    ],
)
def test_what_makes_a_voice_breathe(symbol: str, before: str, expected: bool) -> None:
    assert breathes(symbol, before) is expected
