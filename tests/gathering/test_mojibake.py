"""UTF-8 read as Windows-1252, turned back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.gathering.mojibake import repair
from tests.gathering.tables import NEWS

UNDEFINED = "\x81\x8d\x8f\x90\x9d"


def misread(text: str) -> str:
    """As Windows-1252 shows the UTF-8 of the text, its five gaps as C1 controls."""
    return "".join(
        chr(byte) if chr(byte) in UNDEFINED else bytes((byte,)).decode("cp1252")
        for byte in text.encode()
    )


def lossy(text: str) -> str:
    """The same with what Windows-1252 does not define (and soft hyphens) thrown away."""
    return "".join(char for char in misread(text) if char not in UNDEFINED + "\xad")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_lossless_damage_is_undone_however_often_it_was_done(times: int) -> None:
    text = NEWS
    for _ in range(times):
        text = misread(text)
    restored, notes = repair(text)
    assert restored == NEWS
    assert len(notes) == 1


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "Le modèle français coûte 3 € à Noël.",
        "naïve café – “quoted” text…",
        "文字化けは「ã‚」のように見える。",
        "plain ASCII",
        "Ünïcödé and 日本語",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


def test_garbled_lines_among_sound_ones_are_undone() -> None:
    text = f"{NEWS}\n{misread(NEWS)}\n{NEWS}"
    restored, notes = repair(text)
    assert restored == f"{NEWS}\n{NEWS}\n{NEWS}"
    assert notes


def test_what_has_one_possible_original_comes_back_and_nothing_else() -> None:
    text = "新型を二つ、発表しました。これは、いままでのもので最大です。" * 3
    restored, notes = repair(lossy(text))
    assert "発表しました。" in restored
    assert "二つ、" in restored
    assert "いままでのもので" in restored
    assert notes


def test_a_comma_is_not_guessed_inside_an_open_bracket() -> None:
    line = "彼は「はい」と言いました。発表しました。最大です。公開されています。"
    restored, _ = repair(lossy(line))
    assert "「はい、" not in restored
    assert "「はい\ufffd" in restored


PIECES = st.sampled_from(
    [
        "新型",
        "を発表しました。",
        "いまもの",
        "「はい」",
        "『あき、くそ』",
        "、",
        "0123",
        "5kg",
        "社名①",
        "5㎏",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, min_size=20, max_size=60).map("".join))
def test_what_is_restored_was_there(text: str) -> None:
    """Every piece between replacement characters stands in the original, in order."""
    damaged = lossy(text)
    restored, notes = repair(damaged)
    if not notes:
        assert restored == damaged
        return
    at = 0
    for piece in restored.split("\ufffd"):
        found = text.find(piece, at)
        assert found >= 0, (piece, text)
        at = found + len(piece)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_repair_leaves_a_note_wherever_it_changes_anything(text: str) -> None:
    restored, notes = repair(text)
    assert (restored != text) == bool(notes)
