"""What an author states of an article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.errors import CardError
from broadcaster.gathering.draft import Facts
from broadcaster.gathering.facts import http_url, iso_date
from broadcaster.gathering.front_matter import MAX_CARD, read_card, split_front_matter
from tests.gathering.tables import names, table

TABLES = table("gathering_front_matter")


@pytest.mark.parametrize("case", TABLES["good"], ids=names(TABLES["good"]))
def test_facts_are_read(case: dict[str, Any]) -> None:
    block = case["block"].replace("\r\n", "\n")
    facts, body = split_front_matter(block + "本文。", "a.md")
    assert body == "本文。"
    for key, value in case["facts"].items():
        said = getattr(facts, key)
        assert (list(said) if isinstance(value, list) else said) == value


@pytest.mark.parametrize("case", TABLES["bad"], ids=names(TABLES["bad"]))
def test_mistakes_are_named_with_file_and_key(case: dict[str, Any]) -> None:
    with pytest.raises(CardError) as caught:
        split_front_matter(case["block"] + "本文。", "inbox/a.md")
    line = str(caught.value)
    assert line.startswith("inbox/a.md: ")
    assert [part for part in case["says"] if part not in line] == []
    assert "\n" not in line


@pytest.mark.parametrize(
    "text",
    [
        "本文だけ。",
        "---\n罫線の下の本文。\n---\nまた本文。",
        "---\ntitle: 閉じない\n本文",
        "----\ntitle: 線が長い\n----\n",
        "+++\n閉じない",
        "---",
        "",
    ],
)
def test_a_rule_of_dashes_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text, "a.md") == (Facts(), text)


def test_prose_with_a_colon_between_rules_stays_prose() -> None:
    text = "---\n注意: これは本文。\n続きの行。\n---\nまた本文。"
    assert split_front_matter(text, "a.md") == (Facts(), text)


@pytest.mark.parametrize(
    "block",
    [
        "a." * 20000 + "a = 1",
        "x = {" + "a." * 20000 + "a = 1}",
        "a = " + "[" * 5000,
        '"a"' + ".a" * 9000 + " = 1",
    ],
)
def test_toml_that_would_hang_the_parser_is_refused_before_it(block: str) -> None:
    with pytest.raises(CardError):
        split_front_matter(f"+++\n{block}\n+++\n本文。", "a.md")


def test_a_card_beside_the_article(tmp_path: Path) -> None:
    card = tmp_path / "a.toml"
    card.write_text('title = "題"\nsample = true\n', encoding="utf-8")
    assert read_card(card, "a.toml") == Facts(title="題", sample=True)
    assert read_card(tmp_path / "b.toml", "b.toml") == Facts()
    card.write_text("#" * (MAX_CARD + 1), encoding="utf-8")
    with pytest.raises(CardError, match=r"^a\.toml: larger than 64 KiB"):
        read_card(card, "a.toml")
    card.write_bytes("title = '題'".encode("cp932"))
    with pytest.raises(CardError, match="not UTF-8"):
        read_card(card, "a.toml")


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2024-10-17", "2024-10-17"),
        ("2024-10-17T06:30", "2024-10-17T06:30:00"),
        ("2024-10-17T06:30:00Z", "2024-10-17T06:30:00+00:00"),
        ("2024-10-17 06:30:00+09:00", "2024-10-17T06:30:00+09:00"),
        ("2024年1月2日", "2024-01-02"),
        ("2024年10月17日(木)", "2024-10-17"),
        ("2024年10月17日 0:05", "2024-10-17T00:05:00"),
        ("0001-01-01", "0001-01-01"),
        ("9999年12月31日", "9999-12-31"),
        ("2024年13月1日", ""),
        ("2024年2月30日", ""),
        ("2024年1月2日 25:00", ""),
        ("17 Oct 2024", ""),
        ("2024", ""),
        ("", ""),
    ],
)
def test_dates(said: str, iso: str) -> None:
    assert iso_date(said) == iso


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://[", False),
        ("https://a b.example/", False),
        ("https://user:word@example.org/", False),
        ("https://example.org\\@evil.example/", False),
        ("example.org/a", False),
    ],
)
def test_addresses(url: str, *, fine: bool) -> None:
    assert http_url(url) == (url if fine else "")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["title: a", "- x", "authors:", "[", "'", "a: [b", "# c", ": d",
                                 "authors: ['a, b', \"c]\"", "sample: true", " "])))  # fmt: skip
def test_any_block_gives_facts_or_one_line(lines: list[str]) -> None:
    text = "\n".join(["---", *lines, "---", "本文。"])
    try:
        _, body = split_front_matter(text, "a.md")
    except CardError as caught:
        body = f"{caught} 本文。"
    assert body.endswith("本文。")
    assert body.startswith("a.md: ") or "---" in body or body == "本文。"
