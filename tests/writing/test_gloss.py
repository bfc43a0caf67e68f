"""What acronyms mean, and where it is said."""

from __future__ import annotations

import pytest

from broadcaster.writing.gloss import Glossary, meanings, opened
from broadcaster.writing.measure import Ruler
from tests.writing.news import as_written

RULER = Ruler(as_written)
LLM = {"LLM": "大規模言語モデル", "GPU": "画像処理用の半導体"}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("大規模言語モデル（LLM）が公開された。", "大規模言語モデル、略してLLMが公開された。"),
        ("大規模言語モデル (LLM) が公開された。", "大規模言語モデル、略してLLM が公開された。"),
        ("LLM（大規模言語モデル）が公開された。", "LLM、つまり大規模言語モデルが公開された。"),
        ("人工知能（AI）が公開された。", "人工知能が公開された。"),
        ("会社（東京都）が公開した。", "会社が公開した。"),
        ("LLM（新しいものが出た）が公開された。", "LLMが公開された。"),
        ("「大規模言語モデル（LLM）」を公開した。", "「大規模言語モデル」を公開した。"),
    ],
)
def test_brackets_are_opened_or_dropped(sentence: str, said: str) -> None:
    assert opened(sentence) == said


def test_an_article_explains_itself() -> None:
    found = meanings(("会社は大規模言語モデル(LLM)を出した。", "MQA（多頭の注意）は速い。"))
    assert found == {"LLM": "大規模言語モデル", "MQA": "多頭の注意"}
    assert meanings(("畳み込みニューラルネットワーク(CNN)だ。",)) == {}, "its head is missing"


def _explained(*sentences: str, most: int = 60) -> list[str]:
    glossary, found = Glossary(LLM), []
    for sentence in sentences:
        said, glossary = glossary.explain(sentence, RULER, most)
        found.append(said)
    return found


def test_explained_once() -> None:
    assert _explained("LLMは速い。", "LLMが増えた。") == [
        "LLM、つまり大規模言語モデルは速い。",
        "LLMが増えた。",
    ]


def test_what_the_sentence_tells_is_not_told_twice() -> None:
    assert _explained("大規模言語モデル、略してLLMは速い。", "LLMが増えた。") == [
        "大規模言語モデル、略してLLMは速い。",
        "LLMが増えた。",
    ]
    assert _explained("LLMは速い。", "大規模言語モデル、略してLLMは速い。")[1] == (
        "大規模言語モデルは速い。"
    )


def test_where_grammar_has_no_place_there_is_no_gloss() -> None:
    assert _explained("GPUのメモリーは大きい。") == [
        "画像処理用の半導体であるGPUのメモリーは大きい。"
    ]
    assert _explained("LLM開発が続く。") == ["LLM開発が続く。"]
    assert _explained("「LLMは速い」と書いた。") == ["「LLMは速い」と書いた。"]
    assert _explained("CPUは速い。") == ["CPUは速い。"]


def test_never_past_the_limit() -> None:
    assert _explained("LLMは速い。", most=12) == ["LLMは速い。"]


def test_two_new_ones_a_sentence() -> None:
    three = {name: f"{name}の意味"[1:] for name in ("ABC", "DEF", "XYZ")}
    said, _ = Glossary(three).explain("ABCとDEFとXYZが出た。", RULER, 99)
    assert said.count("つまり") == 2
