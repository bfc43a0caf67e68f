"""Readings: words, figures, decoys, whole sentences, and what holds for every text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster import japanese
from broadcaster.nouns import Utterance
from broadcaster.programme import Lexicon
from broadcaster.reading import Reading, explain, pronouncer
from broadcaster.reading.letters import folded

CASES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "reading.toml").read_text(encoding="utf-8")
)
SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
EXACT = {**CASES["words"], **CASES["decoys"], **CASES["notation"]}

read = pronouncer(Lexicon())

newslike = st.text(
    alphabet="ｶﾞﾟ･\u3099\u309a0129.,-/:~%$€#x×Kk vVB億万分年月日の（(）)「」。、!?！ ab AIあア漢ー・"
    "〜±^+*&@＄Ａ１　😀é½①ⅡﬁKm²℃'\"…\n",
    max_size=40,
)
PIECES = """
1 2.5 128K 10 GB / - ~ % x $ 年 に 付 比 AI Llama 3 億 v # ° C 0 00 : . @ あ 漢 + & ’s ① 😀 한 é
(月) HuggingFace
"""
parts = st.sampled_from([" ", *PIECES.split()])
anything = st.text(alphabet=st.characters(), max_size=40)
texts = st.one_of(newslike, st.lists(parts, max_size=9).map("".join), anything)
many = settings(max_examples=250, deadline=None)


def latin_left(reading: str) -> list[str]:
    return [char for char in folded(reading) if char.isascii() and char.isalpha()]


def assert_tiles(reading: Reading | Utterance) -> None:
    display = spoken = 0
    for span in reading.spans:
        assert (span.start, span.reading_start) == (display, spoken)
        assert span.end > span.start
        assert span.reading_end >= span.reading_start
        assert 0 < span.confidence <= 1
        display, spoken = span.end, span.reading_end
    assert (display, spoken) == (len(reading.display), len(reading.reading))


@pytest.mark.parametrize("text", EXACT)
def test_read_as_an_announcer_would(text: str) -> None:
    assert read(text) == EXACT[text]


@pytest.mark.parametrize("case", CASES["sentence"], ids=lambda case: case["text"][:16])
def test_sentences_sound_right(case: dict[str, Any]) -> None:
    accepted = [japanese.phonemes(text) for text in case["accepted"]]
    assert japanese.phonemes(read(case["text"])) in accepted


@given(texts)
@many
def test_spans_tile_display_and_reading(text: str) -> None:
    assert_tiles(explain(text, Lexicon()))


@given(texts)
@many
def test_no_latin_letter_is_left(text: str) -> None:
    assert latin_left(read(text)) == []


@given(texts)
@many
def test_no_sign_that_voices_drop_is_left(text: str) -> None:
    assert not set(read(text)) & set("$€£¥#@^=~×÷±+*&/:;<>|−")


@given(texts)
@many
def test_reading_a_reading_changes_nothing(text: str) -> None:
    once = read(text)
    assert read(once) == once


@pytest.mark.parametrize(
    "piece", ["9", "1,", "a", "a1", "$1億", "1:", "a b ", "`a", "/a", "漢字", "'a", "A New ", "un-"]
)
def test_floods_are_read_in_one_breath(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert latin_left(read(text)) == []


def test_monstrous_figures_are_said_in_a_bounded_phrase() -> None:
    assert read("9" * 5000 + "円") == "長い数字円"
    assert read("9" * 30) == "長い数字"


def test_foreign_letters_are_said_to_be_there_with_little_confidence() -> None:
    explained = explain("한국어と Привет", Lexicon())
    assert explained.reading == "ハングルの文字と キリル文字"
    assert min(span.confidence for span in explained.spans) < 0.5


def test_each_span_tells_its_rule_and_how_sure_it_is() -> None:
    explained = explain("GPUでPolkadottyを128K", Lexicon())
    rules = {explained.display[span.start : span.end]: span for span in explained.spans}
    assert rules["GPU"].rule == "lexicon"
    assert rules["GPU"].confidence == 1.0
    assert rules["Polkadotty"].rule not in ("lexicon", "spelled", "as written")
    assert rules["Polkadotty"].confidence < 0.95
    assert rules["128K"].rule == "letter after a figure"
    assert rules["で"].rule == "as written"


@pytest.mark.skipif(not SEEDS.exists(), reason="seed articles are not part of the repository")
@pytest.mark.parametrize("seed", ["000", "001", "002"])
def test_no_latin_letter_is_left_in_a_seed(seed: str) -> None:
    (path,) = SEEDS.glob(f"{seed}_*")
    for line in path.read_text(encoding="utf-8").splitlines():
        assert latin_left(read(line)) == []
