"""What acronyms mean, and where it is said."""

from __future__ import annotations

import re

import pytest

from broadcaster.programme import Lexicon, LexiconRow
from broadcaster.reading import glosses, pronouncer
from broadcaster.writing import Hired, write_script
from broadcaster.writing.gloss import (
    KNOWN_TO_ALL,
    MOST_MORAE,
    Glossary,
    explained_in,
    meanings,
    opened,
)
from broadcaster.writing.measure import Ruler
from tests.writing.news import HEAD, ZUNDAMON, article, as_written, plans, show

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
    assert said == "BCの意味であるABCとEFの意味であるDEFとXYZが出た。"


def test_in_a_list_the_meaning_goes_before() -> None:
    assert _explained("会社はLLMやGPUを使う。") == [
        "会社は大規模言語モデルであるLLMや画像処理用の半導体であるGPUを使う。"
    ]
    assert _explained("会社は机とGPUを使う。") == ["会社は机と画像処理用の半導体であるGPUを使う。"]


def test_three_a_story_are_enough() -> None:
    names = {f"A{letter}X": f"{letter}の意味" for letter in "BCDEF"}
    glossary, said = Glossary(names), ""
    for name in names:
        text, glossary = glossary.explain(f"{name}が出た。", RULER, 99)
        said += text
    assert said.count("つまり") == 3


@pytest.mark.parametrize(
    "text",
    [
        "LLMとは、言葉を扱う仕組みのことだ。",
        "LLMは大規模言語モデルの略だ。",
        "言葉を扱う仕組みはLLMと呼ばれる。",
        "大きな仕組みと呼ばれるLLMが届いた。",
        "文章を扱う、略してLLMが届いた。",
    ],
)
def test_what_the_article_explains_in_its_own_words(text: str) -> None:
    assert explained_in([text]) == {"LLM"}


def test_what_is_only_used_is_not_explained() -> None:
    assert explained_in(["LLMはとても速い。", "大学はLLMを使うという。"]) == frozenset()
    assert _explained("LLMと呼ばれる。", "LLMという。") == ["LLMと呼ばれる。", "LLMという。"]


# ── the package's own ────────────────────────────────────────────────────────────────────

PACKAGED = glosses(Lexicon())
PRONOUNCE = pronouncer(Lexicon())


def test_the_package_explains_what_the_news_abbreviates() -> None:
    acronyms = [
        one for one in PACKAGED if re.fullmatch(r"[A-Za-z]{2,6}", one) and one[-1].isupper()
    ]
    assert len(acronyms) >= 80
    for name in ("LLM", "GPU", "API", "RAG", "MoE", "RLHF", "IPO", "SDK", "NPU", "TPS", "SaaS"):
        assert name in PACKAGED
        assert _used(name), name
    assert not set(PACKAGED) & KNOWN_TO_ALL


def _used(name: str) -> bool:
    said, _ = Glossary(PACKAGED).explain(f"{name}が出た。", RULER, 99)
    return said == f"{name}、つまり{PACKAGED[name]}が出た。"


@pytest.mark.parametrize("name", [one for one in PACKAGED if one[-1].isupper()])
def test_a_packaged_gloss_is_short_and_claims_no_name_or_number(name: str) -> None:
    gloss = PACKAGED[name]
    assert Ruler(PRONOUNCE).morae(gloss) <= MOST_MORAE
    assert not re.search(r"[A-Za-z0-9、。「」]", gloss)
    assert not re.search(r"[はがをです]$", gloss), "a noun, so that any particle may follow"


def test_the_stations_gloss_goes_before_the_packages() -> None:
    own = Lexicon((LexiconRow("LLM", "エルエルエム", gloss="言葉の計算機"),))
    assert glosses(own)["LLM"] == "言葉の計算機"
    assert glosses(own)["GPU"] == PACKAGED["GPU"]
    plain = Lexicon((LexiconRow("GPU", "グプ"),))
    assert glosses(plain)["GPU"] == PACKAGED["GPU"], "a reading alone takes no meaning away"


def _stories(*texts: str) -> list[str]:
    told = write_script(
        HEAD, plans(*(article(f"話その{n}", text) for n, text in enumerate(texts))), show(),
        ZUNDAMON, writer=Hired(), earlier=(), pronounce=PRONOUNCE, english=False, own_voice=False,
        glosses=PACKAGED,
    )  # fmt: skip
    return ["".join(line.text for line in one.lines) for one in told if hasattr(one, "lines")]


def test_one_show_explains_once_and_the_articles_word_goes_first() -> None:
    said = "".join(
        _stories(
            "つくば大学が、新しいLLMを公開した。学生はAIとUSBの箱を使った。",
            "えだまめ電機が、LLMを使う机を発売した。小さなGPU（絵を描く部品）を積んでいる。",
        )
    )
    assert said.count("大規模言語モデル") == 1
    assert "絵を描く部品" in said
    assert PACKAGED["GPU"] not in said
    assert "USB、つまり" not in said


def test_a_quotation_keeps_its_letters() -> None:
    said = "".join(_stories("つくば大学の豆田さんは「LLMは速いです」と話した。机は大きい。"))
    assert "「LLMは速いです」" in said
