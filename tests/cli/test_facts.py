"""`broadcaster facts`: one verdict a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import call_in

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """---
title: みなと研究所、要約モデルを公開
published: 2024-10-16
---

みなと研究所は昨日、要約モデル「Shiomi 2」を公開した。
利用料は100万トークンあたり0.04ドルで、従来より60%安い。
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "news.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_one_verdict_a_line(desk: Path) -> None:
    lines = "10月15日に公開されたのだ。\n\n5セントなのだ。\nお茶がおいしいのだ。\n"
    done = call_in(desk, "facts", "news.md", stdin=lines)
    assert done.stdout == "ok\nok\nbad: number 「5セント」 記事にない数 ← 0.04ドル\nok\n"
    assert (done.returncode, done.stderr) == (1, "")


def test_nothing_bad_is_zero(desk: Path) -> None:
    done = call_in(desk, "facts", "news.md", stdin="4セントで、6割も安いのだ。\n")
    assert (done.returncode, done.stdout) == (0, "ok\n")


def test_another_date_moves_what_is_relative(desk: Path) -> None:
    line = "10月15日に公開されたのだ。\n"
    done = call_in(desk, "facts", "news.md", "--published", "2024-10-18", stdin=line)
    assert done.returncode == 1
    assert done.stdout.startswith("bad: date 「10月15日」")


def test_json_holds_every_doubt(desk: Path) -> None:
    done = call_in(desk, "facts", "news.md", "--json", stdin="5円なのだ。\n公開されたのだ。\n")
    bad, good = (json.loads(row) for row in done.stdout.splitlines())
    assert [doubt["claim"] for doubt in bad["doubts"]] == ["5円"]
    assert (bad["ok"], good["ok"], good["doubts"]) == (False, True, [])


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["gone.md"], "gone.md: no such file"),
        (["news.md", "--published", "16.10."], "'16.10.' is no date"),
        ([], "Missing argument"),
        (["news*"], "holds 2 articles"),
    ],
)
def test_a_wrong_request_is_one_clear_line(desk: Path, args: list[str], says: str) -> None:
    (desk / "newsy.md").write_text(ARTICLE.replace("60%", "61%"), encoding="utf-8")
    done = call_in(desk, "facts", *args, stdin="")
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""
