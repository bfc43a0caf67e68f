"""Topics that the host does not talk about."""

from __future__ import annotations

import time
import tomllib
from dataclasses import replace
from typing import Any

import pytest

from broadcaster import cards
from broadcaster.manifest import Skipped
from broadcaster.nouns import Article, Paragraph
from broadcaster.programme import Character
from broadcaster.show.topics import permitted
from tests.conftest import ROOT

TABLE: dict[str, Any] = tomllib.loads((ROOT / "tests" / "cases" / "topics.toml").read_text("utf-8"))
ZUNDAMON = cards.load_character(ROOT / "voices", "zundamon")


def article(title: str, *texts: str) -> Article:
    return Article("a1", title, tuple(map(Paragraph, texts)), origin="inbox/a.md")


def refusal(found: Article, character: Character = ZUNDAMON) -> str:
    """Why the article is left out; empty where it is told."""
    (row,) = permitted([found], character)
    return row.reason if isinstance(row, Skipped) else ""


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["title"])
def test_the_card_of_zundamon(case: dict[str, str]) -> None:
    topic = case.get("refused", "")
    expected = f"禁止の話題({topic})" if topic else ""
    assert refusal(article(case["title"], case["body"])) == expected


@pytest.mark.parametrize("case", TABLE["unknown"], ids=lambda case: case["title"])
def test_a_phrase_of_ones_own_is_known_by_its_words(case: dict[str, Any]) -> None:
    character = replace(ZUNDAMON, refuse_topics=(case["phrase"],))
    expected = f"禁止の話題({case['phrase']})" if case["refused"] else ""
    assert refusal(article(case["title"], case["body"]), character) == expected


def test_every_phrase_of_the_card_is_one_we_know() -> None:
    names = {"選挙", "宗教", "中傷", "成人向け"}
    found = [
        refusal(article(case["title"], case["body"])) for case in TABLE["case"] if "refused" in case
    ]
    assert {reason.removeprefix("禁止の話題(").removesuffix(")") for reason in found} == names


def test_who_refuses_nothing_tells_everything() -> None:
    character = replace(ZUNDAMON, refuse_topics=())
    assert refusal(article("衆院選が公示", "候補者が駅前に立った。"), character) == ""


def test_what_gathering_left_out_stays_left_out() -> None:
    row = Skipped("inbox/b.md", "空です")
    assert list(permitted([row], ZUNDAMON)) == [row]


def test_a_long_article_costs_little() -> None:
    began = time.monotonic()
    refusal(article("長い記事", *("選挙の話ではない文だ。" * 3000 for _ in range(30))))
    assert time.monotonic() - began < 5
