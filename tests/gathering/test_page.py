"""Saved web pages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.gathering.draft import Draft
from broadcaster.gathering.faults import NoTextError
from broadcaster.gathering.page import parse_page
from tests.gathering.tables import NEWS

MENU = "".join(
    f'<li><a href="/{n}">ほかの記事の長い長い題がここに入ります その{n}</a></li>' for n in range(9)
)
HEAD = """<!doctype html><html lang="ja-JP"><head><title>計算機を公開 | 豆の新聞</title>
<meta property="og:site_name" content="豆の新聞"><meta name="author" content="花田">
<meta property="article:published_time" content="2024-10-17T06:30:00+09:00">
<link rel="canonical" href="https://example.org/a"></head>"""


TAGS = [
    "<p>", "</p>", "<div hidden>", "<ruby>", "<rt>", "</", "<!--", "あ", NEWS, "<a ", "&#0;",
    "&#xD800;", "<html>", "<table>", "<th>", "<?x", "<![CDATA[",
]  # fmt: skip


def page(body: str, head: str = HEAD) -> Draft:
    return parse_page(f"{head}<body>{body}</body></html>")


def test_the_article_is_told_from_what_surrounds_it() -> None:
    draft = page(
        f"<nav><ul>{MENU}</ul></nav><div><h1>計算機を公開</h1><p>{NEWS}</p><h2>使い方</h2><p>{NEWS}</p>"
        f"<p>申し込みは無料だ。</p><blockquote>引いた文は少し長く、三十字を超えるように書いてある。</blockquote>"
        f"<p>{NEWS}</p></div><div><p>シェア</p><ul>{MENU}</ul></div>"
        f"<footer><p>{NEWS}</p></footer>"
    )
    assert [(row.kind, row.text) for row in draft.paragraphs] == [
        ("heading", "計算機を公開"),
        ("text", NEWS),
        ("heading", "使い方"),
        ("text", NEWS),
        ("text", "申し込みは無料だ。"),
        ("quote", "引いた文は少し長く、三十字を超えるように書いてある。"),
        ("text", NEWS),
    ]
    facts = draft.facts
    assert facts.title == "計算機を公開"
    assert (facts.publisher, facts.authors) == ("豆の新聞", ("花田",))
    assert (facts.published, facts.url, facts.language) == (
        "2024-10-17T06:30:00+09:00", "https://example.org/a", "ja",
    )  # fmt: skip


def test_a_short_last_sentence_beside_the_text_stays() -> None:
    draft = page(f"<div><p>{NEWS}</p><p>以上です。</p></div><div><p>広告</p></div>")
    assert [row.text for row in draft.paragraphs] == [NEWS, "以上です。"]


def test_a_lone_article_element_is_the_page() -> None:
    draft = page(f"<p>{NEWS}</p><article><p>{NEWS}</p><p>{NEWS}</p></article><p>{NEWS}</p>")
    assert len(draft.paragraphs) == 2


@pytest.mark.parametrize(
    "hidden",
    [
        f'<p style="display: none">{NEWS}</p>',
        f"<p hidden>{NEWS}</p>",
        f'<div aria-hidden="true"><p>{NEWS}</p></div>',
        f"<noscript><p>{NEWS}</p></noscript>",
        f"<template><p>{NEWS}</p></template>",
        f"<!-- {NEWS} -->",
        f"<script>{NEWS}</script>",
        f"<pre>{NEWS}</pre>",
        f"<table><tr><th>{NEWS}</th></tr></table>",
    ],
)
def test_what_no_reader_sees_is_not_read(hidden: str) -> None:
    draft = page(f"<p>{NEWS}</p>{hidden}")
    assert [row.text for row in draft.paragraphs] == [NEWS]


def test_a_layout_table_is_read() -> None:
    draft = page(f"<table><tr><td><p>{NEWS}</p><p>{NEWS}</p></td></tr></table>")
    assert len(draft.paragraphs) == 2


def test_json_ld_comes_first_and_helps_out() -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        '"headline": "JSONの題", "author": [{"name": "緑"}], "datePublished": "2024-01-02",'
        '"url": "javascript:1",'
        f'"publisher": {{"name": "豆"}}, "articleBody": "{NEWS}\\n{NEWS}"}}]}}</script>'
    )
    draft = page(f"{data}<div>短い</div>", head="<html><head><title>別の題</title></head>")
    assert draft.facts.title == "JSONの題"
    assert draft.facts.authors == ("緑",)
    assert draft.facts.published == "2024-01-02"
    assert draft.facts.url == ""
    assert [row.text for row in draft.paragraphs] == [NEWS, NEWS]
    assert draft.notes == ("本文はページのJSON-LDから取った",)


@pytest.mark.parametrize(
    "data", ["[[[", "3", '{"@graph": 3}', '{"@type": 3}', "[" * 100_000, "null"]
)
def test_broken_json_ld_is_passed_over(data: str) -> None:
    draft = page(f'<script type="application/ld+json">{data}</script><p>{NEWS}</p>')
    assert draft.paragraphs[0].text == NEWS


def test_ruby_is_a_reading_and_not_text() -> None:
    ruby = "<ruby>豆<rp>(</rp><rt>まめ</rt><rp>)</rp>花<rt>か</rt></ruby>"
    draft = page(f"<p>{ruby}さんが話した。{NEWS}</p>")
    assert draft.paragraphs[0].text == f"豆花さんが話した。{NEWS}"
    assert draft.readings == (("豆花", "まめか"),)


def test_an_xml_declaration_does_no_harm() -> None:
    draft = parse_page(
        f'<?xml version="1.0" encoding="Shift_JIS"?><html><body><p>{NEWS}</p></body></html>'
    )
    assert draft.paragraphs[0].text == NEWS


def test_data_addresses_and_giant_tags_do_no_harm() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(20_000))
    draft = page(
        f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
        f"<p {attributes}>{NEWS}</p><p>{NEWS}</p>"
    )
    assert len(draft.paragraphs) == 2


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(NoTextError, match="nested"):
        page("<div>" * 1000 + NEWS)


def test_a_page_beyond_the_cap_is_refused() -> None:
    with pytest.raises(NoTextError, match="10 million"):
        page("<p>あ" * 3_000_000)


def test_many_short_blocks_take_linear_time() -> None:
    began = time.process_time()
    page("<p>あ</p>" * 20_000 + f"<p>{NEWS}</p>")
    assert time.process_time() - began < 10


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(TAGS)).map("".join))
def test_tag_soup_gives_a_draft_or_no_text(soup: str) -> None:
    try:
        parse_page(soup)
    except NoTextError:
        return


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("計算機を公開 | 豆の新聞", "<h1>計算機を公開</h1>", "計算機を公開"),
        ("計算機を公開 | 科学 | 豆の新聞", "<h1>計算機を公開</h1>", "計算機を公開"),
        ("豆の新聞 | 計算機を、市が公開", "<h1>計算機を、市が公開</h1>", "計算機を、市が公開"),
        ("豆 - 計算機", "<h1><a href='/'>豆</a></h1><h1>計算機</h1>", "計算機"),
        ("計算機 - 速い版 - 豆の新聞", "<h1>計算機 - 速い版</h1>", "計算機 - 速い版"),
        (
            "豆の新聞の朝 | 本日",
            "<h1><a href='https://example.org/'>本日</a></h1>",
            "豆の新聞の朝 | 本日",
        ),
        ("計算機 | 公開の日", "<h1>別の見出し</h1>", "計算機 | 公開の日"),
        ("計算機 | 公開の日", "", "計算機 | 公開の日"),
    ],
)
def test_a_title_is_what_its_heading_says_without_the_site(
    head: str, body: str, title: str
) -> None:
    assert page(f"{body}<p>{NEWS}</p>", f"<html><title>{head}</title>").facts.title == title


def test_a_social_title_without_the_site_is_the_title() -> None:
    head = (
        "<html><title>計算機を公開 | 豆の新聞</title><script type='application/ld+json'>"
        '{"@type": "NewsArticle", "headline": "計算機を公開 | 豆の新聞"}</script>'
        '<meta property="og:title" content="計算機を公開">'
    )
    assert page(f"<p>{NEWS}</p>", head).facts.title == "計算機を公開"
