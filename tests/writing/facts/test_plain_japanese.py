"""Plain Japanese lines: numbers with their things, denials in other words, what is settled."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

TOWN = Article(
    "5" * 16,
    "磯波町、朝市の区画を見直し",
    (
        Paragraph("磯波町は3日、朝市の区画を11月1日から見直すと発表した。対象は全46区画のうち8区画。"),
        Paragraph("出店料は1日1800円で、干物は100グラムあたり320円で売る店が多い。"),
        Paragraph("日曜の駐車場は無料だが、屋台には電源を貸さない。写真の撮影にも料金は取らない。"),
        Paragraph("転倒して骨折するなど、昨年は4人がけがをした。多い日で80〜120人が並ぶ見込みだ。"),
        Paragraph("混雑の原因は駐車場の不足だった可能性が高いと、町は説明した。"),
        Paragraph("渡し船は1日4便で、今年の大会では小学4年から中学2年までの60人が泳ぐ。"),
        Paragraph("手引きの第3.2版を配る。水温は平年より1.5℃高い。記録は12秒07で、自己ベストを0秒08縮めた。"),
        Paragraph("詩人のLuca Brunoさんは「海の声を聞いた」と話した。"),
        Paragraph("アプリでは、窓口に行かずに申し込みができる。"),
    ),
    published="2025-10-04",
)  # fmt: skip


@pytest.fixture(scope="module")
def town() -> Evidence:
    return Evidence.of(TOWN)


@pytest.mark.parametrize(
    "line",
    [
        "見直すのは、46区画のうちの8区画なのだ。",
        "干物は、100グラム320円で売るお店が多いのだ。",
        "屋台に電源は使わせてくれないのだ。",
        "転んで骨折したりして、去年は4人がけがをしたのだ。",
        "多い日には、80人から120人が並ぶ見込みなのだ。",
        "渡し船は1日に4回出るのだ。",
        "水温は、平年より1.5度高いのだ。",
        "自己ベストを0.08秒縮めて、12秒07で走ったのだ。",
        "アプリを使えば、窓口に行かなくても申し込めるのだ。",
        "今年の大会で泳ぐのは、小学4年から中学2年までの60人なのだ。",
    ],
)
def test_an_honest_line_in_plain_words_passes(town: Evidence, line: str) -> None:
    assert town.doubts(line) == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("干物は1個320円で売っているのだ。", "unit"),
        ("大会で泳ぐのは、小学2年から中学2年までの60人なのだ。", "range"),
        ("手引きは第3.1版を配るのだ。", "version"),
        ("混雑の原因は駐車場の不足だったと、完全に確定したのだ。", "certainty"),
        ("混雑の原因は駐車場の不足だと断定されたのだ。", "certainty"),
        ("自己ベストを0.18秒縮めたのだ。", "number"),
        ("屋台にも電源を貸すのだ。", "negation"),
    ],
)
def test_a_planted_error_in_plain_words_is_doubted(town: Evidence, line: str, kind: str) -> None:
    assert kind in {doubt.kind for doubt in town.doubts(line)}
