"""Katakana for names of many tongues, and no name for another."""

from __future__ import annotations

import tomllib

import pytest

from broadcaster import reading
from broadcaster.programme import Lexicon
from broadcaster.writing.facts.naming.sounding import heard_as, sounds_like
from broadcaster.writing.facts.naming.tongues import sounds_in_tongues, sounds_of
from tests.writing.facts.lines import CASES

PAIRS = tomllib.loads((CASES / "name_sounds.toml").read_text(encoding="utf-8"))["pairs"]
READ = reading.pronouncer(Lexicon())


@pytest.mark.parametrize(
    ("katakana", "latin"),
    [
        ("ディーター", "Dieter"),
        ("ヴェルナー", "Werner"),
        ("ボーモン", "Beaumont"),
        ("ヒメネス", "Jiménez"),
        ("ビョルン", "Bjørn"),
        ("コヴァルスキ", "Kowalski"),
        ("ビアンキ", "Bianchi"),
        ("ゴンサルヴェス", "Gonçalves"),
    ],
)
def test_a_tongue_says_it_so(katakana: str, latin: str) -> None:
    assert sounds_like(katakana, latin, READ(latin))


def test_most_names_are_known_and_few_taken_for_another() -> None:
    known = [sounds_like(katakana, latin, READ(latin)) for katakana, latin in PAIRS]
    assert sum(known) >= 0.9 * len(PAIRS)
    said = {latin: READ(latin) for _, latin in PAIRS[::3]}
    others = [
        (katakana, latin) for katakana, own in PAIRS for latin in said
        if katakana not in {one for one, name in PAIRS if name == latin} and own != latin
    ]  # fmt: skip
    wrong = [pair for pair in others if sounds_like(*pair, said[pair[1]])]
    assert len(wrong) <= 0.003 * len(others)


def test_sounds() -> None:
    assert sounds_of("ヴェルナー") == "beruna"
    assert "beruna" in sounds_in_tongues("Werner")


def test_a_plain_word_is_known_by_its_reading_only() -> None:
    assert heard_as("ユーザー", "users", "ユーザーズ")
    assert not heard_as("オコンネル", "control", "コントロール")
