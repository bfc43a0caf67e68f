"""Layers, longest match and word boundaries of the lexicon."""

from __future__ import annotations

import pytest

from broadcaster.programme import Lexicon, LexiconRow
from broadcaster.reading import explain, pronouncer
from broadcaster.reading.lexicon import matcher, package_lexicon

STATION = Lexicon(
    (LexiconRow("Qwen", "キューウェン"), LexiconRow("清華大学", "チンファダイガク", accent=6))
)


def test_the_package_ships_terms_enough() -> None:
    rows = package_lexicon().rows
    assert len(rows) >= 300
    assert len({row.surface for row in rows}) == len(rows)


def test_station_goes_before_package_and_script_before_station() -> None:
    assert pronouncer(Lexicon())("Qwenだ") == "クウェンだ"
    assert pronouncer(STATION)("Qwenだ") == "キューウェンだ"
    assert pronouncer(STATION, [("Qwen", "くえん")])("Qwenだ") == "クエンだ"


def test_kanji_readings_hold_wherever_the_name_stands() -> None:
    read = pronouncer(STATION, [("月ノ美兎", "つきのみと")])
    assert read("昨日、清華大学の月ノ美兎が来た") == "昨日、チンファダイガクのツキノミトが来た"


def test_a_single_kanji_is_read_only_where_it_stands_alone() -> None:
    assert pronouncer(Lexicon(), [("生", "なま")])("生の生成") == "ナマの生成"


def test_a_reading_that_is_no_kana_is_left_out() -> None:
    assert pronouncer(Lexicon(), [("GPU", "graphics"), ("", "ア")])("GPU") == "ジーピーユー"


@pytest.mark.parametrize(
    ("text", "surface"),
    [("retail", None), ("AI2", "AI"), ("OpenAI", "OpenAI"), ("OpenAIR", None), ("it", None)],
)
def test_latin_rows_match_whole_words_only(text: str, surface: str | None) -> None:
    found = matcher(Lexicon()).at(text, 0)
    assert (found and found.row.surface) == surface


def test_the_longest_row_wins() -> None:
    found = matcher(Lexicon()).at("Mistral AIが", 0)
    assert found is not None
    assert found.row.surface == "Mistral AI"


def test_short_acronyms_keep_their_case() -> None:
    lexicon = matcher(Lexicon((LexiconRow("WHO", "ダブリューエイチオー"),)))
    assert lexicon.at("WHO", 0)
    assert lexicon.at("who", 0) is None
    assert lexicon.at("NVIDIA", 0) == lexicon.at("Nvidia", 0)


def test_plurals_of_rows_are_read_as_plurals() -> None:
    assert pronouncer(Lexicon())("APIsとBots") == "エーピーアイズとボッツ"


def test_accents_of_rows_arrive_on_the_reading() -> None:
    explained = explain("北京の清華大学", STATION)
    ((start, end, accent),) = explained.accent
    assert explained.reading[start:end] == "チンファダイガク"
    assert accent == 6
