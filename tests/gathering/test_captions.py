"""WebVTT and SRT as they are met."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.gathering.captions import SENTENCES_IN_PARAGRAPH, parse_captions
from tests.gathering.tables import names, table

CASES = table("gathering_captions")["case"]
LINES = st.sampled_from(
    [
        "WEBVTT", "", "NOTE", "1", "12", "00:01.000 --> 00:02.000", "00:01 --> ", "-->",
        "01:00:01,5 --> 01:00:02,5 align:start", "話した。", "<v 花田>はい", "</v>", "<", "&lt;",
        "A --> B", "{\\an8}", "<00:01.000>", "\x1e", "\x1f", "[\ufffd", "STYLE",
    ]
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
@pytest.mark.parametrize("mark", ["", "\n"])
def test_what_is_said(case: dict[str, Any], mark: str) -> None:
    draft = parse_captions(case["text"] + mark)
    assert "|".join(row.text for row in draft.paragraphs) == case["said"]
    assert draft.facts.title == case.get("title", "")
    assert list(draft.notes) == case.get("notes", [])
    if "authors" in case:
        assert [row.author for row in draft.paragraphs] == case["authors"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300) | st.lists(LINES, max_size=20).map("\n".join))
def test_nothing_raises(text: str) -> None:
    parse_captions(text)


WORDS = st.text(alphabet="あいう漢字。abc 12", min_size=1, max_size=30).filter(
    lambda text: not text.strip().isdigit() and bool(text.strip())
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12), st.booleans())
def test_no_letter_of_a_whole_file_is_lost(said: list[str], srt: bool) -> None:
    cues = [
        f"{number}\n00:00:{number:02d}.000 --> 00:00:{number + 1:02d}.000\n{text}\n"
        for number, text in enumerate(said, start=1)
    ]
    text = "\n".join(cues) if srt else "\n".join(["WEBVTT\n", *cues])
    rows = parse_captions(text).paragraphs
    assert _letters(row.text for row in rows) == _letters(said)


def _letters(texts: Iterable[str]) -> str:
    """Without spaces, and without the full stops that are given to captions which have none."""
    return "".join("".join(texts).replace("。", "").split())


def test_paragraphs_are_of_about_five_sentences() -> None:
    text = "WEBVTT\n\n" + "00:01.000 --> 00:02.000\n話した。\n\n" * 23
    rows = parse_captions(text).paragraphs
    assert [row.text.count("。") for row in rows] == [SENTENCES_IN_PARAGRAPH] * 4 + [3]
