"""Sentences, words, phrases, morae and sounds."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster import japanese

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "sentences.toml").read_text(encoding="utf-8")
)["case"]

anything = st.text(alphabet=st.characters(), max_size=60)
half_width = st.text(
    alphabet="".join(map(chr, range(0xFF61, 0xFFA0))) + "あ1。゛゜゙\u309a", max_size=30
)
newslike = st.text(alphabet="あ漢カaZ9１。！？!?「」『』（）()、 \n　.,・ー😀", max_size=80)
few = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:12] for case in CASES])
def test_sentences_end_where_a_reader_ends_them(case: dict[str, Any]) -> None:
    assert list(japanese.sentences(case["text"])) == case["parts"]


@given(st.one_of(anything, newslike))
@few
def test_no_cut_loses_text(text: str) -> None:
    assert "".join(japanese.sentences(text)) == text
    assert "".join(japanese.phrases(text)) == text


def test_an_open_quote_does_not_swallow_the_document() -> None:
    text = "「始まり。" + "これは文です。" * 100 + "」"
    assert len(japanese.sentences(text)) == 101


@given(st.one_of(anything, newslike, half_width))
@few
def test_words_lie_in_order_in_the_text(text: str) -> None:
    reached = 0
    for word in japanese.words(text):
        assert reached <= word.start < word.end <= len(text)
        assert text[word.start : word.end] == word.surface
        reached = word.end


@given(st.one_of(anything, newslike, half_width))
@few
def test_any_unicode_can_be_counted_and_pronounced(text: str) -> None:
    assert japanese.morae(text) >= 0
    japanese.phonemes(text)
    japanese.pronunciation(text)


@pytest.mark.parametrize(
    "text", ["", "。", "、。！？", " ", "\n", "\0", "\ud800", "ー", "😀👨‍👩‍👧"]
)
def test_what_has_no_sound_has_no_morae(text: str) -> None:
    assert japanese.morae(text) == 0
    assert japanese.phonemes(text) == ()
    assert japanese.pronunciation(text) == ""


@pytest.mark.parametrize("text", ["あﾞ", "ｺﾟ", "ﾞﾏ", "･｡ﾟｵ", "ﾞ"])
def test_a_stray_half_width_voicing_mark_is_passed_over(text: str) -> None:
    assert all("ﾞ" not in word.surface and "ﾟ" not in word.surface for word in japanese.words(text))


def test_where_the_analyser_loses_its_place_the_words_still_come() -> None:
    text = "二千百\u3000東東一億京yz社億二々万A千東表一朝々  会百A"
    assert "".join(word.surface for word in japanese.words(text)) == "".join(text.split())


def test_positions_survive_spaces_and_wide_letters() -> None:
    text = "昨日 Mistral AIが 3.5B を発表した。"
    surfaces = [word.surface for word in japanese.words(text)]
    assert surfaces == ["昨日", "Mistral", "AI", "が", "3.5", "B", "を", "発表", "し", "た", "。"]


def test_a_number_in_digits_is_one_word() -> None:
    (number, counter, *_) = japanese.words("21日に")
    assert (number.surface, number.pronunciation, number.morae) == ("21", "ニジューイチ", 5)
    assert counter.surface == "日"
    assert japanese.words("1,234円")[0].surface == "1,234"


def test_inflected_words_carry_their_base() -> None:
    bases = [(word.surface, word.base) for word in japanese.words("食べさせられました")]
    assert bases[0] == ("食べ", "食べる")
    assert bases[-2:] == [("まし", "ます"), ("た", "た")]


def test_a_long_text_is_analysed_whole() -> None:
    text = "とても長い文章なので、読点で切る、" * 400
    words = japanese.words(text)
    assert words[-1].end == len(text)
    assert "".join(word.surface for word in words) == text


def test_what_is_said_is_katakana() -> None:
    assert japanese.pronunciation("効果は、ある。") == "コーカワアル"
    assert japanese.morae("効果は、ある。") == 6
    assert japanese.phonemes("赤い") == ("a", "k", "a", "i")


def test_the_question_word_does_not_depend_on_an_optional_package() -> None:
    assert japanese.pronunciation("何で") == "ナニデ"


def test_phrases_keep_numbers_and_latin_words_whole() -> None:
    parts = japanese.phrases("2024年にMistralが発表した。")
    assert parts[0] == "2024年に"
    assert any("Mistral" in part for part in parts)


def test_nothing_is_printed_and_nothing_heavy_is_loaded_early() -> None:
    code = (
        "import sys; from broadcaster import japanese as j; "
        "assert 'pyopenjtalk' not in sys.modules and 'budoux' not in sys.modules; j.morae('あ')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout == b""
