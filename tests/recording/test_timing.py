"""Marks from phoneme lengths."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadcaster.nouns import Mark
from broadcaster.recording.timing import Said, marks_of

from .studio import assert_tiles


def test_a_pause_belongs_to_no_mark_and_an_opening_bracket_to_the_next() -> None:
    said = (Said(0, 1, 2), Said(3, 4, 1))
    sounds = ("sil", "k", "a", "pau", "o", "sil")
    marks = marks_of(said, sounds, (0.1, 0.05, 0.1, 0.25, 0.1, 0.1), "蚊、「尾」")
    assert [(mark.start, mark.end) for mark in marks] == [(0, 2), (2, 5)]
    assert [round(time, 6) for mark in marks for time in (mark.begins, mark.ends)] == [
        0.1, 0.25, 0.5, 0.6,
    ]  # fmt: skip


def test_words_and_sounds_that_disagree_give_no_marks() -> None:
    assert marks_of((Said(0, 1, 3),), ("sil", "a", "sil"), (0.1, 0.1, 0.1), "あ") == ()


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4), st.booleans()), min_size=1))
def test_marks_tile_the_reading_whatever_the_words(words: list[tuple[int, int, bool]]) -> None:
    said, sounds, at = [], ["sil"], 0
    for n_chars, n_phonemes, pause in words:
        said.append(Said(at, at + n_chars, n_phonemes))
        sounds += ["a"] * n_phonemes + ["pau"] * pause
        at += n_chars + 1
    sounds.append("sil")
    marks = marks_of(said, sounds, [0.005 * (7 + n % 5) for n in range(len(sounds))], "あ" * at)
    assert_tiles(marks, at)
    assert marks[0] == Mark(0, marks[0].end, 0.035, marks[0].ends)
    assert len(marks) == len(words)
