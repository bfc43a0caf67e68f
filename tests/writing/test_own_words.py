"""当社は…: quoted with the speaker first where it is the news, else left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from broadcaster.nouns import Article, Line
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.licensed import licensed
from broadcaster.writing.measure import Ruler
from broadcaster.writing.own_words import in_their_words
from tests.writing.news import ZUNDAMON, article, as_written, plans, show

PRESS: Final = {"publisher": "えだまめ電機"}
TITLE: Final = "えだまめ電機、翻訳機を発売"
NEWS: Final = "当社は、翻訳機を10月16日に発売しました。"


def _told(one: Article) -> list[Line]:
    writer = Extractive(ZUNDAMON, Ruler(as_written), "2024-10-18")
    return list(writer.write(plans(one)[0], show()))


def test_the_main_fact_is_quoted_to_the_letter() -> None:
    one = article(TITLE, NEWS + "電池は8時間もちます。当社は、店を大切にしています。", **PRESS)
    lines = _told(one)
    assert [line.text for line in lines] == [
        "えだまめ電機は「当社は、翻訳機を10月16日に発売しました」としているのだ。",
        "電池は8時間もつのだ。",
    ]
    for line in lines:
        source = one.paragraphs[0].text[line.source.start : line.source.end]
        assert licensed(line.text, source) == ()


def test_an_author_speaks_for_himself() -> None:
    one = replace(article("題", ""), authors=("菜原みどり",))
    assert in_their_words("筆者は、辞書を公開した。", one) == (
        "菜原みどりは「筆者は、辞書を公開した」としている。"
    )


@pytest.mark.parametrize(
    ("sentence", "title", "publisher"),
    [
        (NEWS, TITLE, ""),
        (NEWS, TITLE, "町の新聞"),
        ("当社は、店を大切にしています。", TITLE, "えだまめ電機"),
        ("当社は、「翻訳機」を発売しました。", TITLE, "えだまめ電機"),
        ("当社は、翻訳機（青）を発売しました。", TITLE, "えだまめ電機"),
        ("筆者は、辞書を公開した。", TITLE, "えだまめ電機"),
        (NEWS, "Kasumi、翻訳機を発売", "Kasumi"),
    ],
)
def test_whose_words_they_are_must_be_known(sentence: str, title: str, publisher: str) -> None:
    assert in_their_words(sentence, article(title, sentence, publisher=publisher)) == ""


def test_a_day_inside_a_quotation_is_no_day_on_air() -> None:
    one = article(TITLE, "当社は、翻訳機を昨日発売しました。", published="2024-10-16", **PRESS)
    assert _told(one) == []


def test_only_the_top_of_an_article_is_its_news() -> None:
    rows = "".join(f"{place}の店は棚を置いた。" for place in "東西南北上下")
    told = _told(article(TITLE, rows + NEWS, **PRESS))
    assert not any("当社" in line.text for line in told)
