"""What is cut around an article, and what never is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.gathering.plaintext import parse_plain
from broadcaster.gathering.trimming import trim, without_breadcrumbs
from broadcaster.nouns import Paragraph
from tests.gathering.tables import NEWS, names, table

CASES = table("gathering_trimming")["case"]


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_cuts(case: dict[str, Any]) -> None:
    draft = parse_plain(case["text"])
    japanese = max(case["text"]) > "ぁ"
    rows, notes = trim(draft.paragraphs, japanese=japanese, marked_up=False)
    text = "\n".join(row.text for row in rows)
    assert [part for part in case["kept"] if part not in text] == []
    assert [part for part in case["cut"] if part in text] == []
    assert bool(draft.notes + notes) == bool(case["cut"] or "ランキング" in case["text"])
    if "title" in case:
        assert draft.facts.title == case["title"]


def test_a_marker_with_most_of_the_text_after_it_is_said_and_kept() -> None:
    rows = (Paragraph("題", "heading"), Paragraph("関連記事"), Paragraph(NEWS), Paragraph(NEWS))
    kept, notes = trim(rows, japanese=True, marked_up=False)
    assert kept == rows
    assert notes == ("「関連記事」の後にも本文が多いので切らなかった",)


def test_short_sentences_after_a_marker_weigh_as_text_too() -> None:
    short = tuple(Paragraph(f"{n}人が集まった。") for n in range(20))
    rows = (Paragraph("会が開かれた。"), Paragraph("ランキング", "heading"), *short)
    assert trim(rows, japanese=True, marked_up=False)[0] == rows


def test_a_lone_bar_leaves_no_empty_paragraph() -> None:
    rows = (Paragraph(NEWS + " |"), Paragraph("|"))
    assert trim(rows, japanese=True, marked_up=False)[0] == (Paragraph(NEWS),)


def test_headings_written_as_such_may_be_in_latin_letters() -> None:
    rows = (Paragraph(NEWS), Paragraph("Open Source", "heading"), Paragraph(NEWS))
    assert trim(rows, japanese=True, marked_up=True) == (rows, ())
    assert trim(rows, japanese=True, marked_up=False)[0] == (rows[0], rows[2])


@pytest.mark.parametrize(
    ("line", "is_path"),
    [
        ("ホーム > ニュース > AI", True),
        ("トップ ＞ 科学", True),
        ("HOME » Blog", True),
        ("技術 / AI / 音声", True),
        ("GPT-4 > Claude?", False),
        ("入力 -> 出力の話", False),
        ("値が1＞2だった。", False),
        ("題だけの行", False),
        ("a > b" * 40, False),
    ],
)
def test_breadcrumbs(line: str, *, is_path: bool) -> None:
    rest, notes = without_breadcrumbs([line, NEWS])
    assert (rest == [NEWS]) == is_path
    assert bool(notes) == is_path


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                NEWS,
                "関連記事",
                "Share:",
                "続きは...",
                "[[12345]]題",
                "題",
                "photo",
                "短い文。",
                "a |",
            ]
        ),
        max_size=12,
    ),
    st.booleans(),
)
def test_only_whole_paragraphs_go_and_good_text_before_a_marker_stays(
    texts: list[str], japanese: bool
) -> None:
    rows = tuple(Paragraph(text) for text in texts)
    kept, notes = trim(rows, japanese=japanese, marked_up=False)
    bare = [text.removesuffix(" |") for text in texts]
    remaining = iter(bare)
    assert all(row.text in remaining for row in kept)
    assert (kept != rows) <= bool(notes)
    assert sum(row.text == NEWS for row in kept) >= 0.75 * texts.count(NEWS)
