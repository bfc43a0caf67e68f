"""What the show notes hold and leave out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from broadcaster.nouns import Credit, Cue, Reference
from broadcaster.publishing import feed, imprint, notes

if TYPE_CHECKING:
    from broadcaster.nouns import Episode


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. 一つ目", "1\\. 一つ目"),
        ("2024年", "2024年"),
        ("- 線", "\\- 線"),
        ("Ministral-3 (14B)", "Ministral-3 (14B)"),
        ("<script>&amp;", "\\<script\\>\\&amp;"),
        ("a\nb", "a b"),
    ],
)
def test_only_what_markdown_would_take_is_escaped(text: str, escaped: str) -> None:
    assert notes.escape(text) == escaped


def test_a_real_show_is_no_sample(episode: Episode) -> None:
    assert imprint.SAMPLE in notes.render(episode)
    assert imprint.SAMPLE not in notes.render(replace(episode, sample=False))


def test_a_note_on_several_cues_of_a_sentence_is_told_once(episode: Episode) -> None:
    assert notes.render(episode).count("4億1537万ドル") == 1


def test_the_same_note_later_is_told_again(episode: Episode) -> None:
    one, other = (Cue(at, at + 1, "ず", ("値段",), note="5ドル") for at in (4.0, 6.0))
    between = Cue(5.0, 6.0, "ず", ("ほか",))
    assert notes.render(replace(episode, cues=(one, between, other))).count("5ドル") == 2


def test_an_article_that_no_cue_points_at_is_named_all_the_same(episode: Episode) -> None:
    stray = Reference("c3", "どこにもない話", url="https://example.com/c3")
    told = replace(episode, sources=(*episode.sources, stray))
    assert "- [どこにもない話](https://example.com/c3)、権利: 権利の記載なし\n" in notes.render(
        told
    )
    assert "どこにもない話</a>" in feed.description(told)


def test_without_notes_and_credits_their_headings_go(episode: Episode) -> None:
    bare = replace(episode, cues=(), credits=(), chapters=(), sources=())
    assert "##" not in notes.render(bare)
    assert notes.render(bare).startswith("# えだまめAIニュース便\n")


def test_an_address_nobody_should_follow_is_no_link(episode: Episode) -> None:
    page = notes.render(replace(episode, credits=(Credit("声", "javascript:alert(1)"),)))
    assert page.endswith("- 声\n")


def test_the_disclosure_has_words_of_its_own_when_the_show_has_none(episode: Episode) -> None:
    silent = replace(episode, disclosure="")
    assert f"> {notes.escape(imprint.LABEL)}{imprint.SYNTHETIC}" in notes.render(silent)
