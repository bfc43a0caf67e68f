"""Claims that are held against an article each in a way of its own: versions, ranks, bounds."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

SAID = Article(
    "2" * 16,
    "画像編集ソフト「Kasumi 4.2」公開",
    (
        Paragraph("雨宮工房は3日、画像編集ソフト「Kasumi 4.2」を公開した。"),
        Paragraph("処理の速さは4.1の900から1200枚で、他社のMoya 3を上回った。"),
        Paragraph("高校生以下は無料で、採用の投票では7対5で支持された。"),
        Paragraph("地図への対応は今回は見送られ、国に特許の承認を申請した。"),
    ),
    published="2025-04-04",
)


@pytest.fixture(scope="module")
def proof() -> Evidence:
    return Evidence.of(SAID)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("公開されたのはKasumi 4.3なのだ。", "version"),
        ("速さではMoya 3のほうがKasumiより上なのだ。", "comparison"),
        ("Moya 3は、Kasumiを上回ったのだ。", "comparison"),
        ("高校生以上は無料なのだ。", "range"),
        ("投票は7対4だったのだ。", "number"),
        ("投票は7対5だったのだ。", ""),
        ("地図にも対応したのだ。", "negation"),
        ("特許は、もう承認されたのだ。", "certainty"),
        ("900枚から1200枚に速くなったのだ。", ""),
    ],
)
def test_what_is_doubted(proof: Evidence, line: str, kind: str) -> None:
    kinds = [doubt.kind for doubt in proof.doubts(line)]
    assert kind in kinds if kind else kinds == []
