from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.mixing.lines import WIDEST, columns, may_cut, pieces
from tests.mixing.studio import steady

TABLE = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "cueing_cuts.toml").read_text(encoding="utf-8")
)
NEWS = st.lists(st.sampled_from(TABLE["news"] + TABLE["crumbs"]), max_size=20).map("".join)


@steady
@given(st.one_of(st.text(max_size=150), NEWS))
def test_pieces_tile_the_text_and_fit_a_line(text: str) -> None:
    cut = pieces(text)
    assert "".join(text[piece.start : piece.end] for piece in cut) == text
    assert all(a.end == b.start for a, b in pairwise(cut))
    assert all(0 < piece.columns <= WIDEST for piece in cut)
    assert all(piece.columns == columns(text[piece.start : piece.end]) for piece in cut)


@steady
@given(NEWS)
def test_a_forbidden_cut_is_made_only_where_a_line_has_no_other(text: str) -> None:
    for piece in pieces(text)[:-1]:
        if not may_cut(text, piece.end):
            stretch = range(max(1, piece.end - WIDEST // 2 + 1), piece.end)
            assert not any(may_cut(text, at) for at in stretch)


@pytest.mark.parametrize("text", TABLE["no_cut"])
def test_no_cut(text: str) -> None:
    assert not may_cut(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize("text", TABLE["cut"])
def test_cut(text: str) -> None:
    assert may_cut(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("text", "half_columns"),
    [("", 0), ("あ", 2), ("A", 1), ("Ａ", 2), ("ｱ", 1), ("、", 2), ("“", 2)],
)
def test_columns(text: str, half_columns: int) -> None:
    assert columns(text) == half_columns


def test_a_cut_costs_least_after_a_sentence_and_most_inside_a_name() -> None:
    text = "速いのだ。値段は、Ministral 3Bと同じなのだ"
    costs = {text[piece.start : piece.end]: piece.cost for piece in pieces(text)}
    assert costs["速いのだ。"] < costs["値段は、"] < costs["3Bと"] < costs["Ministral "]
