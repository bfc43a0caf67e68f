"""The line at an article's head that says only which day it is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadcaster.gathering.articles import read_article
from broadcaster.gathering.dateline import LINES, date_of, split_dateline
from broadcaster.gathering.files import Found
from broadcaster.programme import NewsSource
from tests.gathering.tables import NEWS


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2024年10月17日(木) 6:30", "2024-10-17T06:30:00"),
        ("２０２４年１０月１７日（木）", "2024-10-17"),
        ("2024年10月17日 18時05分", "2024-10-17T18:05:00"),
        ("公開日: 2024/10/17", "2024-10-17"),
        ("2024.10.17 配信", "2024-10-17"),
        ("**2024-10-17**", "2024-10-17"),
        ("Published October 17, 2024", "2024-10-17"),
        ("Thursday, 17 October 2024", "2024-10-17"),
        ("Oct. 17th 2024 at 06:30 JST", "2024-10-17T06:30:00"),
        ("2024-10-17T06:30:00-05:00", "2024-10-17"),
        ("2024年13月1日", ""),
        ("10月17日", ""),
        ("2024/1-3", ""),
        ("October 2024", ""),
        ("2024年10月17日、新しい計算機を公開した。", ""),
        ("2024年10月17日 1版", ""),
        ("May 2024, 10", ""),
        ("", ""),
    ],
)
def test_dates_that_are_a_whole_line(line: str, iso: str) -> None:
    assert date_of(line) == iso


def test_only_the_head_is_looked_at() -> None:
    head = "\n\n".join(["題です"] + ["本文の行です。"] * (LINES - 2))
    assert split_dateline(f"{head}\n\n2024-10-17\n\n本文。")[0] == "2024-10-17"
    later = f"{head}\n\nもう一行。\n\n2024-10-17\n\n本文。"
    assert split_dateline(later) == ("", later)
    assert split_dateline("2024-10-17") == ("", "2024-10-17")
    assert split_dateline("") == ("", "")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("order", [("新しい計算機を公開", "公開日：2024年10月17日"),
                                   ("公開日：2024年10月17日", "新しい計算機を公開")])  # fmt: skip
def test_the_line_dates_the_article_and_is_no_part_of_it(
    tmp_path: Path, name: str, order: tuple[str, str]
) -> None:
    path = tmp_path / name
    heads = [f"# {row}" if name == "a.md" and "新" in row else row for row in order]
    path.write_text("\n\n".join((*heads, NEWS)), encoding="utf-8")
    article = read_article(Found(path, name, named=True), NewsSource("inbox"))
    assert (article.title, article.published) == ("新しい計算機を公開", "2024-10-17")
    assert [row for row in article.paragraphs if "公開日" in row.text] == []


def test_front_matter_knows_better_than_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    block = "---\npublished: 2024-10-18\n---\n"
    path.write_text(f"{block}# 題\n\n2024-10-17\n\n{NEWS}", encoding="utf-8")
    article = read_article(Found(path, "a.md", named=True), NewsSource("inbox"))
    assert article.published == "2024-10-18"
