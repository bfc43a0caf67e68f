"""The texts the project started from, where they are at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadcaster.gathering import gather
from broadcaster.nouns import Article
from broadcaster.programme import NewsSource

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not beside this checkout")


def seed(number: str) -> Article:
    (article,) = gather([NewsSource(f"{number}_*.txt")], SEEDS)
    assert isinstance(article, Article)
    return article


def source(number: str) -> str:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def said(article: Article) -> str:
    return "\n".join(row.text for row in article.paragraphs)


def test_001_ends_before_what_other_articles_say() -> None:
    article = seed("001")
    body, _, tail = source("001").partition(" |\n")
    assert said(article) == body
    assert not [line for line in tail.split("\n") if line[:20] in said(article)]
    assert article.title == "最近、「小さな言語モデル」がにわかに話題になっています"
    assert any("<<:" in note for note in article.notes)


def test_002_loses_its_tail_and_nothing_else() -> None:
    article = seed("002")
    lines = [line for line in source("002").split("\n") if line.strip()]
    end = next(at for at, line in enumerate(lines) if line.startswith("We will continue"))
    japanese = [line for line in lines[2:end] if not line.isascii()]
    assert said(article).split("\n") == japanese
    assert article.title == lines[0]
    assert any("Share:" in note for note in article.notes)


def test_003_gives_what_can_be_read() -> None:
    article = seed("003")
    text = said(article)
    assert "\ufffd" not in text
    assert not re.search("[ãâœ€]", text)
    assert "Mistral-NeMo 12B がリリースされました。" in text
    assert "他のユーザーは、コードの実装が難しいことや、" in text
    assert article.title == "Mistral-NeMo のリリース"
    assert any("失われ" in note for note in article.notes)


def test_004_becomes_readable_paragraphs() -> None:
    article = seed("004")
    text = said(article)
    assert "-->" not in text
    assert "、 " not in text
    assert 6 <= len(article.paragraphs) <= 12
    spoken = re.sub(r"[\d:.]+ --> [\d:.]+", "", source("004").removeprefix("WEBVTT"))
    assert "".join(text.split()) == "".join(spoken.split())


def test_no_seed_is_taken_for_another() -> None:
    rows = [row for row in gather([NewsSource("00*.txt")], SEEDS) if isinstance(row, Article)]
    assert len({row.id for row in rows}) == 5
    assert {row.language for row in rows} == {"ja"}
