"""Stretches that an English voice may say."""

from __future__ import annotations

import pytest

from broadcaster.programme import Lexicon
from broadcaster.reading import explain


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("論文「Attention Is All You Need」が", ["Attention Is All You Need"]),
        ("「Deep Research」を始めた", ["Deep Research"]),
        ("Deep Researchを始めた", []),
        ("Hugging FaceとMistral AI", []),
        ("映画The Social Networkだ", ["The Social Network"]),
        ("AIが、APIを、呼ぶ", []),
        ("「AI」の話", []),
    ],
)
def test_three_words_or_a_title_of_two(text: str, stretches: list[str]) -> None:
    read = explain(text, Lexicon())
    assert [read.display[start:end] for start, end in read.english] == stretches


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("The AI", "ジ エーアイ"),
        ("The Verge of", "ザヴァージ オブ"),
        ("The Game", "ザ ゲーム"),
        ("A New Era", "ア ニュー エラ"),
        ("クラスA New", "クラスエー ニュー"),
        ("What's the plan for us", "ワッツ ザ プラン フォー アス"),
        ("Let's go", "レッツ ゴー"),
    ],
)
def test_function_words_are_connected(text: str, reading: str) -> None:
    assert explain(text, Lexicon()).reading == reading
