"""Lines drawn from the card."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from broadcaster.errors import CardError
from broadcaster.nouns import Line, Script, Segment, Source
from broadcaster.programme import Character, Phrases
from broadcaster.writing.phrasebook import Phrasebook
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
    slots = {"title": "えだまめ", "date": "10月17日", "weekday": "木曜日"}
    silent = Character("z", "ずんだもん", "z")
    assert Phrasebook(silent, "s", "2024-10-17").text("name", **slots).endswith("木曜日なのだ。")
    assert Phrasebook(ANCHOR, "s", "2024-10-17").text("name", **slots).endswith("木曜日です。")
    assert Phrasebook(ANCHOR, "s", "2024-10-17").line("borrowed") is None


def test_the_disclosure_is_never_silent() -> None:
    book = Phrasebook(ZUNDAMON, "s", "2024-10-17")
    assert book.text("disclosure.model") == "原稿はAIが下書きして、声は合成音声なのだ。"
    assert book.text("disclosure.extractive") == "原稿はプログラムがまとめて、声は合成音声なのだ。"
