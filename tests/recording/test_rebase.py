"""Marks from the reading to the display."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.nouns import Mark, Span, Utterance
from broadcaster.recording.rebase import rebase

from .studio import assert_tiles, utterance


def spoken(*pieces: tuple[str, str]) -> Utterance:
    """An utterance from (display, reading) pieces."""
    display = "".join(shown for shown, _ in pieces)
    reading = "".join(said for _, said in pieces)
    shown_at = [0, *accumulate(len(shown) for shown, _ in pieces)]
    said_at = [0, *accumulate(len(said) for _, said in pieces)]
    spans = tuple(
        Span(*shown, *said, rule="test")
        for shown, said in zip(pairwise(shown_at), pairwise(said_at), strict=True)
    )
    return replace(utterance(reading, display), spans=spans)


def cut(reading: str, *edges: int) -> tuple[Mark, ...]:
    """Marks with these inner edges, one second a character."""
    return tuple(
        Mark(start, end, float(start), float(end))
        for start, end in pairwise([0, *edges, len(reading)])
    )


def shown(line: Utterance, *edges: int) -> list[tuple[str, float, float]]:
    marks = rebase(cut(line.reading, *edges), line)
    return [(line.display[mark.start : mark.end], mark.begins, mark.ends) for mark in marks]


def test_where_both_agree_every_boundary_is_kept() -> None:
    line = spoken(("新しい会社が", "新しい会社が"))
    assert shown(line, 3, 5) == [("新しい", 0, 3), ("会社", 3, 5), ("が", 5, 6)]


def test_a_span_read_otherwise_is_never_cut() -> None:
    line = spoken(("Qwen3", "クウェンスリー"), ("が出た", "が出た"))
    assert shown(line, 4, 7, 8) == [("Qwen3", 0, 7), ("が", 7, 8), ("出た", 8, 10)]


def test_a_mark_across_a_span_takes_both_sides() -> None:
    line = spoken(("一つ", "一つ"), ("AI", "エーアイ"), ("だ", "だ"))
    assert shown(line, 1, 3) == [("一", 0, 1), ("つAIだ", 1, 7)]


def test_what_is_shown_but_not_said_goes_with_the_word_before() -> None:
    line = spoken(("はい", "はい"), ("😀", ""), ("ね", "ね"), ("★", ""))
    assert shown(line, 2) == [("はい😀", 0, 2), ("ね★", 2, 3)]


def test_what_is_said_but_not_shown_lengthens_the_word_before() -> None:
    line = spoken(("十", "十"), ("", "の"), ("回", "回"))
    assert shown(line, 1, 2) == [("十", 0, 1), ("回", 1, 3)]
    assert shown(spoken(("", "え"), ("回", "回")), 1) == [("回", 0, 2)]
    assert shown(spoken(("回", "回"), ("", "え")), 1) == [("回", 0, 2)]


def test_without_spans_the_whole_line_is_one_mark() -> None:
    line = replace(utterance("エーアイだ", "AIだ"), spans=())
    assert shown(line, 2, 4) == [("AIだ", 0, 5)]


PIECES = st.lists(
    st.one_of(
        st.text("かなA1", min_size=0, max_size=4).map(lambda text: (text, text)),
        st.tuples(st.text("AB1", max_size=4), st.text("エビカ", max_size=4)),
    ),
    min_size=1,
    max_size=8,
)


@given(PIECES, st.data())
def test_marks_tile_the_display_and_no_time_is_lost(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    line = spoken(*pieces)
    length = len(line.reading)
    if not length:
        return
    edges = data.draw(st.sets(st.integers(1, length - 1)) if length > 1 else st.just(set()))
    marks = rebase(cut(line.reading, *sorted(edges)), line)
    if not line.display:
        assert marks == ()
        return
    assert_tiles(marks, len(line.display))
    assert (marks[0].begins, marks[-1].ends) == (0.0, float(length))
    assert all(one.ends == other.begins for one, other in pairwise(marks))


@pytest.mark.parametrize("edges", [(), (1,), (1, 2, 3)])
def test_no_mark_cuts_a_span_whose_reading_differs(edges: tuple[int, ...]) -> None:
    line = spoken(("GPU", "ジーピーユー"), ("を", "を"))
    starts = {mark.start for mark in rebase(cut(line.reading, *edges), line)}
    assert not starts & {1, 2}
