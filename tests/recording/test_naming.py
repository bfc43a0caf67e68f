"""Accents asked for, as they stand in Open JTalk's labels."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

import pytest

from broadcaster.cards import kana_morae
from broadcaster.japanese import load_analyser
from broadcaster.recording import _key as key_of
from broadcaster.recording import cast
from broadcaster.recording.analysis import Analysis, analyse
from broadcaster.recording.naming import Name, names_of
from broadcaster.recording.openjtalk import OpenJTalk

from .studio import LINES, OPENJTALK, SHOW, assert_tiles, character, utterance

PLACE = re.compile(r"/A:[^/]*/.*?/F:(\d+)_(\d+)#.*?@(\d+)_\d+\|(\d+)_\d+")


def analysed(text: str, name: str = "", nucleus: int = 0) -> Analysis:
    start = text.index(name)
    accent = ((start, start + len(name), nucleus),) if name else ()
    return analyse(load_analyser(), text, accent)


def phrases(analysis: Analysis) -> list[tuple[str, int, int]]:
    """Accent phrases of the labels: their sounds, morae and nucleus (a flat one has its last)."""
    rows = [
        (found.groups(), sound)
        for label, sound in zip(analysis.labels, analysis.sounds, strict=True)
        if (found := PLACE.search(label))
    ]
    return [
        ("".join(sound for _, sound in group), int(place[0]), int(place[1]))
        for place, group in groupby(rows, key=lambda row: row[0])
    ]


@pytest.mark.parametrize(
    ("text", "name", "nucleus", "phrase"),
    [
        ("パイトーチを使う", "パイトーチ", 3, ("paitoochio", 6, 3)),
        ("パイトーチを使う", "パイトーチ", 1, ("paitoochio", 6, 1)),
        ("パイトーチを使う", "パイトーチ", 0, ("paitoochio", 6, 6)),
        ("新しいクウェンスリーが出た", "クウェンスリー", 2, ("kuweNsuriiga", 7, 2)),
        ("21個のクウェンスリーが出た", "クウェンスリー", 5, ("kuweNsuriiga", 7, 5)),
        ("「ハギングフェイス」のモデル", "ハギングフェイス", 1, ("hagiNgufeisu", 7, 1)),
    ],
)
def test_a_name_is_one_phrase_with_the_nucleus_asked_for(
    text: str, name: str, nucleus: int, phrase: tuple[str, int, int]
) -> None:
    found = phrases(analysed(text, name, nucleus))
    assert any(one[1:] == phrase[1:] and one[0].lower() == phrase[0].lower() for one in found), (
        found
    )


def test_what_follows_a_name_keeps_its_own_rules() -> None:
    flat = phrases(analysed("パイトーチです", "パイトーチ", 0))
    assert flat == [("paitoochidesU", 7, 6)], "です falls after a flat word"
    company = phrases(analysed("パイトーチ社を", "パイトーチ", 1))
    assert company == [("paitoochishao", 7, 5)], "社 moves the nucleus before itself"


def test_katakana_beside_a_name_is_a_word_of_its_own() -> None:
    (phrase,) = phrases(analysed("クウェンスリーモデルが", "クウェンスリー", 2))
    assert phrase == ("kuweNsuriimoderuga", 10, 7)
    first, second = phrases(analysed("グーグルクウェンスリーを", "クウェンスリー", 2))
    assert first[0] == "guuguru"
    assert second == ("kuweNsuriio", 7, 2)


def test_only_that_very_place_is_changed() -> None:
    text = "ラマとラマ"
    second = analyse(load_analyser(), text, ((3, 5, 0),))
    assert [phrase[1:] for phrase in phrases(second)] == [(3, 1), (2, 2)]


@pytest.mark.parametrize("text", LINES)
def test_a_line_without_names_is_what_it_was(text: str) -> None:
    assert analysed(text) == analyse(load_analyser(), text)


@pytest.mark.parametrize(
    ("accent", "names"),
    [
        (((0, 5, 3),), (Name("パイトーチ", 0, 3),)),
        (((0, 6, 3),), ()),
        (((4, 2, 1),), ()),
        (((0, 99, 1),), ()),
        (((-5, 2, 1),), ()),
        (((0, 3, 1), (2, 5, 1)), (Name("パイト", 0, 1),)),
    ],
)
def test_an_accent_that_fits_no_name_asks_for_nothing(
    accent: tuple[tuple[int, int, int], ...], names: tuple[Name, ...]
) -> None:
    assert names_of("パイトーチを使う", accent) == names


def test_names_keep_their_place_in_the_marks() -> None:
    reading = "ミストラルモデル、パイトーチ。"
    said = replace(utterance(reading), accent=((0, 5, 1), (9, 14, 3)))
    marks = OpenJTalk(OPENJTALK, SHOW).say(said).marks
    assert_tiles(marks, len(reading))
    assert "ミストラル" in [reading[mark.start : mark.end] for mark in marks]
    assert reading[marks[-1].start : marks[-1].end] == "パイトーチ。"


def test_odd_names_and_neighbours_never_break_the_line() -> None:
    for name in ("ー", "ッ", "ンー", "ァ", "ヴ", "ヲヂヅ", "ア" * 90):
        for text in (name, f"Ⅻ章の{name}を", f"ﾊﾟｿ {name}々", f"(笑){name}1,234"):
            analysis = analysed(text, name, kana_morae(name))
            assert len(analysis.labels) == len(analysis.sounds)


def test_the_accent_is_part_of_a_take_s_key() -> None:
    part = cast(character(OPENJTALK), SHOW).part("talk")
    plain = utterance("パイトーチを使う")
    assert key_of(plain, part) != key_of(replace(plain, accent=((0, 5, 1),)), part)
