"""What a Japanese quotation may make of an English one."""

from __future__ import annotations

from functools import cache

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

SOURCE = (
    '"It is the timing that matters, not the distance," said the engineer, Anna Lindqvist. '
    '"Clean air is not a luxury for people on the hill," said the mayor, Tom Okafor. '
    '"Demand is running ahead of what we can build," said the chief executive, Rui Mendes.'
)


@cache
def evidence() -> Evidence:
    article = Article("0" * 16, "Three voices", (Paragraph(SOURCE),), published="2025-06-12")
    return Evidence.of(article)


@pytest.mark.parametrize(
    "said",
    [
        "大切なのは距離ではなくタイミング",
        "きれいな空気はぜいたくではない",
        "需要は作れる量を上回っている",
    ],
)
def test_a_good_translation_is_no_doubt(said: str) -> None:
    doubts = evidence().doubts(f"「{said}」という声があったと言うのだ。")
    assert not [doubt for doubt in doubts if doubt.kind == "quotation"]


@pytest.mark.parametrize(
    "said",
    [
        "大切なのはタイミングではなく距離だ",
        "きれいな空気は丘の上の人だけのぜいたくだ",
        "供給は作れる量を上回っている",
    ],
)
def test_one_that_turns_it_round_is_doubted(said: str) -> None:
    doubts = evidence().doubts(f"「{said}」と話しているのだ。")
    assert [doubt for doubt in doubts if doubt.kind == "quotation"]
