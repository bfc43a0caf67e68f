"""Homographs beside what only its reading turns into their company."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.programme import Lexicon
from broadcaster.reading import explain

COMPANY = (
    "行った 一日 市場 空の 米 英 加 何 方 二人 十分 月末 data Meta $5 1/2 ① △ ▲ 3 % と に の 、"
)
words = st.sampled_from(COMPANY.split())


@pytest.mark.parametrize("text", ["空のdata", "加△3", "二①方々", "米Ｍetaと行った"])
def test_reading_a_reading_changes_nothing(text: str) -> None:
    once = explain(text, Lexicon()).reading
    assert explain(once, Lexicon()).reading == once


@given(st.lists(words, max_size=12).map("".join))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_beside_it(text: str) -> None:
    found = explain(text, Lexicon())
    assert "".join(text[span.start : span.end] for span in found.spans) == text
    said = (found.reading[span.reading_start : span.reading_end] for span in found.spans)
    assert "".join(said) == found.reading
    assert explain(found.reading, Lexicon()).reading == found.reading


def test_a_word_between_is_read_by_what_the_sign_becomes() -> None:
    assert "カラ" in explain("空のdata", Lexicon()).reading
