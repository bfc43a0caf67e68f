"""英語スキル: long, short, then none; paid off by what really happened; never as a lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from broadcaster.cards import load_character
from broadcaster.nouns import Article, Line
from broadcaster.programme import Caps
from broadcaster.writing import Hired, write_script
from tests.writing.news import FRENCH, HEAD, TRANSLATOR, article, as_written, plans, show

VOICES: Final = Path(__file__).resolve().parents[2] / "voices"
ZUNDAMON: Final = load_character(VOICES, "zundamon")
ANCHOR: Final = load_character(VOICES, "anchor")
ENGLISH: Final = tuple(
    article(f"The Small Model Number {n}", f"第{n}大学が、調査の結果を公表しました。")
    for n in range(4)
)
MOURNING: Final = article(
    "Two Workers Killed in the Fire", "データセンターの火事で、作業員2人が死亡しました。"
)


def _lines(*articles: Article, host: Any = ZUNDAMON, **more: Any) -> list[Line]:
    told = write_script(
        HEAD, plans(*articles), show(), host, writer=Hired(), pronounce=as_written,
        **{"earlier": (), "english": True, "own_voice": False, **more},
    )  # fmt: skip
    return [line for one in told if hasattr(one, "lines") for line in one.lines]


def _transformed(lines: list[Line]) -> int:
    return sum(line.style == "english" for line in lines)


def _payoff(lines: list[Line]) -> str:
    return "".join(line.text for line in lines if "payoff" in line.source.card)


@pytest.mark.parametrize("times", [0, 1, 2, 3, 4])
def test_it_is_capped_and_the_payoff_counts_what_was_heard(times: int) -> None:
    lines = _lines(*ENGLISH[:times], TRANSLATOR)
    heard = _transformed(lines)
    assert heard == min(times, 2)
    assert bool(_payoff(lines)) == (heard > 0)
    assert heard < 2 or "2回" in _payoff(lines)


def test_the_cards_own_cap_holds() -> None:
    for cap in (0, 1, 3):
        host = replace(ZUNDAMON, caps=Caps(english_skill=cap))
        assert _transformed(_lines(*ENGLISH, host=host)) == cap


def test_the_second_time_is_announced_in_half_the_words() -> None:
    keys = [line.source.card for line in _lines(*ENGLISH)]
    assert keys.count("english_skill.long") == keys.count("english_skill.short") == 1
    assert keys.index("english_skill.long") < keys.index("english_skill.short")


def test_nobody_transforms_without_a_voice_for_it_or_in_mourning_or_in_french() -> None:
    for lines in (
        _lines(*ENGLISH, english=False),
        _lines(MOURNING),
        _lines(FRENCH),
        _lines(*ENGLISH, host=ANCHOR),
    ):
        assert _transformed(lines) == 0
        said = "".join(line.text for line in lines)
        assert "変身" not in said
        assert not _payoff(lines)


def test_before_the_title_stands_a_fact() -> None:
    lines = _lines(ENGLISH[0], TRANSLATOR)
    at = next(at for at, line in enumerate(lines) if line.style == "english")
    assert any(line.source.end > line.source.start for line in lines[:at])
