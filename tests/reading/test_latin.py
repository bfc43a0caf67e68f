"""Latin words: who is asked first, and how surely they answer."""

from __future__ import annotations

import pytest

from broadcaster.programme import Lexicon
from broadcaster.reading import latin
from broadcaster.reading.katakana import convert
from broadcaster.reading.letters import folded, latin_letter, spelled
from broadcaster.reading.lexicon import matcher

LEXICON = matcher(Lexicon())


def say(word: str) -> str:
    return latin.say_word(word, LEXICON)[0]


def made(word: str) -> str:
    vote = convert(word)
    assert vote is not None
    return vote[0]


def test_short_capitals_are_spelled_and_long_ones_are_words() -> None:
    assert say("GQA") == "ジーキューエー"
    assert say("XKCDQ") == "エックスケーシーディーキュー"
    assert say("BLORPISTAN") == made("blorpistan")


def test_short_capitals_that_take_turns_as_in_a_word_are_said() -> None:
    assert say("ZORIVA") == made("zoriva")
    assert say("BIGU") == made("bigu")
    assert say("RIVOL") == made("rivol")
    assert say("TEQXA") == "ティーイーキューエックスエー"


def test_capitals_that_are_a_settled_word_are_said() -> None:
    assert say("READY") == "レディー"
    assert say("SEC") == "エスイーシー"


@pytest.mark.parametrize(
    ("word", "spelled_out"),
    [
        ("js", "ジェーエス"),
        ("htmx", "エイチティーエムエックス"),
        ("gtk", "ジーティーケー"),
    ],
)
def test_what_nobody_can_say_is_spelled(word: str, spelled_out: str) -> None:
    assert say(word) == spelled_out


def test_humps_are_read_one_by_one() -> None:
    assert say("TextGPU") == "テキストジーピーユー"
    assert say("ownLLMs") == "オウンエルエルエムズ"


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("what's", "ワッツ"),
        ("I'm", "アイム"),
        ("don't", "ドント"),
        ("Google's", "グーグルズ"),
    ],
)
def test_apostrophes(word: str, reading: str) -> None:
    assert say(word) == reading


def test_unknown_words_are_less_sure_than_known_ones() -> None:
    assert latin.say_word("Claude", LEXICON)[2] == 1.0
    assert latin.say_word("benchmark", LEXICON)[2] == 0.95
    assert latin.say_word("blorptastic", LEXICON)[2] < 0.95


def test_a_word_of_any_length_ends() -> None:
    assert len(say("a" * 100)) < 400


def test_letters_behind_their_disguises() -> None:
    assert folded("Ａé𝐀Ⓐß") == "AeAAs"
    assert [latin_letter(char) for char in "あⅡ1-"] == ["", "", "", ""]
    assert spelled("a-b") == "エービー"
