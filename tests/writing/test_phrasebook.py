"""Lines drawn from the card."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from broadcaster.errors import CardError
from broadcaster.nouns import Line, Script, Segment, Source
from broadcaster.programme import Character, Phrases
from broadcaster.writing.phrasebook import Phrasebook, closed, fixed_text
from tests.writing.news import ANCHOR, ZUNDAMON

SEVEN = tuple(f"{n}つめの、{{topic}}なのだ" for n in range(7))
HOST = Character(
    "z", "ずんだもん", "z", lines=(Phrases("turn", SEVEN), Phrases("bye", ("またなのだ",)))
)


def _aired(day: str, *lines: Line) -> Script:
    return Script("番組", day, "z", segments=(Segment("opening", "", lines),))


def test_seven_lines_last_seven_shows() -> None:
    earlier: list[Script] = []
    said: list[str] = []
    for ahead in range(14):
        day = (date(2024, 10, 1) + timedelta(days=ahead)).isoformat()
        line = Phrasebook(HOST, "show", day, tuple(earlier)).line("turn", topic=f"話{ahead}")
        assert line is not None
        said.append(line.text[0])
        earlier.append(_aired(day, line))
    assert all(len(set(said[at : at + 7])) == 7 for at in range(8))


def test_the_draw_depends_on_show_and_date_alone() -> None:
    texts = {
        Phrasebook(HOST, "show", f"2024-10-{day:02}").text("turn", topic="x")
        for day in range(1, 29)
    }
    assert len(texts) > 3
    again = Phrasebook(HOST, "show", "2024-10-17").text("turn", topic="x")
    assert again == Phrasebook(HOST, "show", "2024-10-17").text("turn", topic="x")


def test_one_line_is_fixed() -> None:
    line = Line("またなのだ", "z", source=Source(card="bye"))
    book = Phrasebook(HOST, "show", "2024-10-17", (_aired("2024-10-16", line),))
    assert book.text("bye") == "またなのだ"


def test_what_is_filled_in_is_never_looked_at_again() -> None:
    text = Phrasebook(HOST, "show", "2024-10-17").text("turn", topic="{n}{0.__class__}%s")
    assert "{n}{0.__class__}%s" in text


def test_a_slot_nobody_fills_names_its_key() -> None:
    host = Character("z", "z", "z", lines=(Phrases("turn", ("{topik}の話",)),))
    with pytest.raises(CardError, match=r"lines\.turn: no value for \{topik\}; slots here: topic"):
        Phrasebook(host, "show", "2024-10-17").text("turn", topic="x")


def test_a_card_without_the_line_gets_a_neutral_one_in_register() -> None:
    silent = Character("z", "ずんだもん", "z")
    assert (
        Phrasebook(silent, "s", "2024-10-17")
        .text("name", title="えだまめ", date="10月17日", weekday="木曜日")
        .endswith("木曜日なのだ。")
    )
    assert (
        Phrasebook(ANCHOR, "s", "2024-10-17")
        .text("name", title="えだまめ", date="10月17日", weekday="木曜日")
        .endswith("木曜日です。")
    )
    assert Phrasebook(ANCHOR, "s", "2024-10-17").line("borrowed") is None


def test_what_is_said_several_times_takes_line_after_line() -> None:
    book = Phrasebook(HOST, "show", "2024-10-17")
    assert len({book.text("turn", nth=nth, topic="x") for nth in range(7)}) == 7
    assert book.text("turn", nth=7, topic="x") == book.text("turn", nth=0, topic="x")


def test_a_line_is_known_again_without_its_copula_and_its_mark() -> None:
    lines = ("{topic}の話なのだ。", "最後は、{topic}の話なのだ。")
    host = Character("z", "ずんだもん", "z", lines=(Phrases("last", lines),))
    said = Line("最後は、雨の話。", "z", source=Source(card="last"))
    book = Phrasebook(host, "show", "2024-10-17", (_aired("2024-10-16", said),))
    assert book.fresh("last", lines) == (lines[0],)
    assert book.text("last", topic="雪") == "雪の話なのだ。"


def test_two_templates_alike_but_for_their_slots_are_one() -> None:
    assert fixed_text("{n}本目は、{topic}なのだ。") == fixed_text("{topic}本目は、{name}")
    assert fixed_text("{n}本目、{topic}") != fixed_text("{n}本目は、{topic}")


def test_every_line_is_closed_as_a_sentence() -> None:
    host = Character("z", "z", "z", lines=(Phrases("bye", ("またなのだ",)),))
    line = Phrasebook(host, "show", "2024-10-17").line("bye")
    assert line is not None
    assert line.text == "またなのだ。"
    assert [closed(text) for text in ("！", "のだ！", "", "♪")] == ["！", "のだ！", "", "♪"]


def test_the_disclosure_is_never_silent() -> None:
    book = Phrasebook(ZUNDAMON, "s", "2024-10-17")
    assert book.text("disclosure.model") == "原稿はAIが下書きして、声は合成音声なのだ。"
    assert book.text("disclosure.extractive") == "原稿はプログラムがまとめて、声は合成音声なのだ。"
