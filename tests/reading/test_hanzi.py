"""Simplified kanji sound as their Japanese forms; none is silent, none changes when read again."""

from __future__ import annotations

from importlib.resources import files

import pytest

from broadcaster import japanese
from broadcaster.programme import Lexicon
from broadcaster.reading import explain

PAIRS = [
    pair
    for line in (files("broadcaster.reading") / "simplified.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for pair in line.split()
]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("腾讯と阿里巴巴", "テンセントとアリババ"),
        ("华为发布", "ファーウェイ発布"),
        ("智谱AI", "ジープーエーアイ"),
        ("墸も龧も", "読めない漢字も読めない漢字も"),
        ("\U0002f89c\uf9d0", "読めない漢字類"),
        ("深圳の﨑", "シンセンの﨑"),
    ],
)
def test_what_no_japanese_text_has(text: str, said: str) -> None:
    once = explain(text, Lexicon()).reading
    assert once == said
    assert explain(once, Lexicon()).reading == said


def test_every_form_has_a_sound_and_no_form_is_simplified_itself() -> None:
    simplified = {pair[0] for pair in PAIRS}
    assert len(simplified) == len(PAIRS) > 900
    assert all(len(pair) == 2 for pair in PAIRS)
    assert not [pair for pair in PAIRS if pair[1] in simplified]
    assert all(japanese.pronunciation(pair[1]) for pair in PAIRS)


def test_what_japanese_writes_is_never_exchanged() -> None:
    for pair in PAIRS:
        with pytest.raises(UnicodeEncodeError):
            pair[0].encode("shift_jis")
