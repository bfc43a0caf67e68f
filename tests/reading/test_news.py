"""Whole news sentences: sentences and hard spots right, morae wrong, each against its floor."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from broadcaster.programme import Lexicon
from broadcaster.reading import pronouncer
from tests.reading.measure import Score, morae, score

CASES = Path(__file__).parents[1] / "cases"


def table(name: str) -> dict[str, str]:
    return tomllib.loads((CASES / name).read_text(encoding="utf-8"))


read = pronouncer(Lexicon())


def test_news_is_read_as_well_as_ever() -> None:
    floors = tomllib.loads((CASES / "reading_news_floors.toml").read_text(encoding="utf-8"))
    scores = {text: score(read(text), said) for text, said in table("reading_news.toml").items()}
    wrong = {text: one for text, one in scores.items() if one.wrong}
    spots = sum(one.spots for one in scores.values())
    missed = sum(len(one.missed) for one in scores.values())
    assert len(scores) >= 140
    assert 1 - len(wrong) / len(scores) >= floors["sentences"], wrong
    assert 1 - missed / spots >= floors["hard_spots"], wrong
    said = sum(one.morae for one in scores.values())
    assert sum(one.wrong for one in scores.values()) / said <= floors["mora_error"], wrong


@pytest.mark.parametrize(
    ("reading", "said", "expected"),
    [
        ("10分かかる", "{ジュップン|ジップン}カカル", Score(7, 0, 1, ())),
        ("10分かかる", "{ジューブン}カカル", Score(7, 2, 1, ("ジューブン",))),
        ("東京へ行く", "トーキョーエ{イク}", Score(7, 0, 1, ())),
        ("東京へ行った", "トーキョーエ{イク}", Score(7, 2, 1, ("イク",))),
        ("今日", "{キョー}ワ", Score(3, 1, 1, ())),
    ],
)
def test_the_measure(reading: str, said: str, expected: Score) -> None:
    assert score(reading, said) == expected


def test_long_vowels_count_alike_however_they_are_written() -> None:
    assert morae("ケイザイ") == morae("ケーザイ") == ["ケ", "エ", "ザ", "イ"]
    assert morae("コウ") == morae("コー") == morae("コオ")
