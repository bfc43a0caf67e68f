"""URLs, mail, paths and code become labels; the original stands in the note."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.reading.labels import labelled
from tests.reading.test_performing import utterances_of
from tests.reading.test_reader import CASES


@pytest.mark.parametrize("case", CASES["label"], ids=lambda case: case["text"][:12])
def test_shown_said_and_noted(case: dict[str, Any]) -> None:
    first = utterances_of(case["text"])[0]
    assert (first.display, first.note) == (case["display"], case["note"])


def test_a_note_goes_with_the_sentence_that_holds_its_label() -> None:
    first, second = utterances_of(
        "まず説明する。次は https://a.example/x と https://b.example/y だ。"
    )
    assert first.note == ""
    assert second.note == "https://a.example/x\nhttps://b.example/y"


@pytest.mark.parametrize(
    "text", ["2024/10/17", "ON/OFF", "TCP/IP", "A/B", "10:30", "3.5", "-----", "=" * 80]
)
def test_what_is_no_address_stays(text: str) -> None:
    assert labelled(text).display == text


def test_japanese_in_backticks_stays() -> None:
    assert labelled("これは`とても良い`例").display == "これはとても良い例"


@given(st.text(alphabet="ab1`/.:@-~ \\htps漢。", max_size=60))
@settings(max_examples=200, deadline=None)
def test_notes_point_at_their_labels(text: str) -> None:
    made = labelled(text)
    for note in made.notes:
        assert 0 <= note.start < note.end <= len(made.display)
    assert [note.start for note in made.notes] == sorted(note.start for note in made.notes)
