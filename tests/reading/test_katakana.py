"""Latin words that no lexicon knows."""

from __future__ import annotations

import logging

import pytest

from broadcaster.programme import Lexicon
from broadcaster.reading import katakana
from broadcaster.reading.letters import folded, latin_letter, plural, spelled
from broadcaster.reading.lexicon import matcher

LEXICON = matcher(Lexicon())


def say(word: str) -> str:
    return katakana.say_word(word, LEXICON)[0]


def test_short_capitals_are_spelled_and_long_ones_are_words() -> None:
    assert say("GQA") == "ジーキューエー"
    assert say("XKCDQ") == "エックスケーシーディーキュー"
    assert say("GALAXIES") == katakana.convert("galaxies")


def test_words_without_vowels_are_spelled() -> None:
    assert say("js") == "ジェーエス"
    assert say("htmx") == "エイチティーエムエックス"


def test_humps_are_read_one_by_one() -> None:
    assert say("TextGPU") == katakana.convert("text") + "ジーピーユー"
    assert say("ownLLMs").endswith("エルエルエムズ")


def test_unknown_words_are_less_sure_than_known_ones() -> None:
    assert katakana.say_word("Claude", LEXICON)[2] == 1.0
    assert katakana.say_word("blorptastic", LEXICON)[2] < 0.9
    assert katakana.say_word("qat", LEXICON)[2] < katakana.say_word("qatar", LEXICON)[2]


def test_a_word_of_any_length_ends() -> None:
    assert len(say("a" * 100)) < 400


def test_without_the_converter_words_are_spelled_with_one_warning(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "kanalizer", None)
    katakana._converter.cache_clear()
    katakana.convert.cache_clear()
    try:
        with caplog.at_level(logging.WARNING):
            assert say("blorp") == "ビーエルオーアールピー"
            assert say("florb") == "エフエルオーアールビー"
        assert len(caplog.records) == 1
    finally:
        katakana._converter.cache_clear()
        katakana.convert.cache_clear()


def test_letters_behind_their_disguises() -> None:
    assert folded("Ａé𝐀Ⓐß") == "AeAAs"
    assert [latin_letter(char) for char in "あⅡ1-"] == ["", "", "", ""]
    assert spelled("a-b") == "エービー"
    assert [plural(word) for word in ("モデル", "チップ", "ボット")] == [
        "モデルズ",
        "チップス",
        "ボッツ",
    ]
