"""Unsure words, and which utterances a changed lexicon touches."""

from __future__ import annotations

from dataclasses import replace

from broadcaster.nouns import Line, Segment, Utterance
from broadcaster.programme import Character, Lexicon, LexiconRow
from broadcaster.reading import changed, doubts, least_sure, read_script

HOST = Character("zundamon", "ずんだもん", "ズンダモン")
LINES = ("ZorblaxとPyTorchの話なのだ。", "今日は、Zorblax 7Bが出た。", "何もない。")
NEW = Lexicon((LexiconRow("Zorblax", "ゾーブラックス"),))


def said(*texts: str) -> tuple[Utterance, ...]:
    segment = Segment("story", "試験", tuple(Line(text, HOST.id) for text in texts))
    return tuple(read_script((segment,), HOST, Lexicon()))


def with_confidence(utterance: Utterance, surface: str, confidence: float) -> Utterance:
    spans = tuple(
        replace(span, confidence=confidence)
        if utterance.display[span.start : span.end] == surface
        else span
        for span in utterance.spans
    )
    return replace(utterance, spans=spans)


def test_each_unsure_word_is_told_once_with_its_first_place() -> None:
    read = tuple(with_confidence(line, "Zorblax", 0.5) for line in said(*LINES))
    (doubt,) = doubts(read)
    assert (doubt.surface, doubt.count, doubt.utterance, doubt.at) == ("Zorblax", 2, 0, 0)
    assert doubt.kana
    assert doubts(read, below=0.5) == ()


def test_the_least_sure_word_is_no_figure_with_a_unit() -> None:
    (read,) = said("7Bと16GBとPyTorchとSana")
    word = least_sure(with_confidence(read, "Sana", 0.3))
    assert word is not None
    assert (word.surface, word.kana) == ("Sana", "サナ")
    (plain,) = said("7Bと16GB")
    assert least_sure(plain) is None


def test_a_reading_with_figures_is_given_in_katakana() -> None:
    (read,) = said("Zorblax-235だ")
    word = least_sure(read)
    assert word is not None
    assert word.surface == "Zorblax-235"
    assert word.kana.endswith("ニヒャクサンジューゴ")


def test_an_english_utterance_has_no_words_to_teach() -> None:
    (read,) = said("PyTorchだ")
    assert least_sure(replace(read, language="en")) is None


def test_changed_are_those_utterances_that_hold_the_word() -> None:
    read = said(*LINES)
    touched = changed(read, ["Zorblax"], Lexicon(), NEW)
    assert [utterance.display for utterance in touched] == [read[0].display, read[1].display]
    assert changed(read, ["Zorblax"], NEW, NEW) == ()
    assert changed(read, ["Nothing"], Lexicon(), NEW) == ()


def test_an_accent_alone_changes_them_too() -> None:
    flat = Lexicon((LexiconRow("Zorblax", "ゾーブラックス", accent=0),))
    assert len(changed(said(*LINES), ["Zorblax"], NEW, flat)) == 2
