"""A clause of a line against the clause that it tells: denied, decided, done or yet to come."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

CABLE = Article(
    "3" * 16,
    "白波市、港の観覧車を建て替えへ",
    (
        Paragraph("白波市は5日、港の観覧車を建て替える計画を発表した。"),
        Paragraph("来年6月に着工し、2027年春の開業を目指す。"),
        Paragraph("入場料は値上げする方向で検討しているが、割引券は設けない。"),
        Paragraph("利用者の名前と住所は市の倉庫に保管しており、流出していないという。"),
        Paragraph("事故の再発を防ぐため、強風の日に運転したことは一度もないとした。"),
        Paragraph("市長は「反対の声は承知しているが、断定はできない」と述べた。"),
        Paragraph("古いゴンドラは3台しか残っていない。"),
        Paragraph("売却したとの一部の報道を、市は否定した。"),
    ),
    published="2025-11-06",
)
FERRY = Article(
    "4" * 16,
    "Ferry line plans new route",
    (
        Paragraph("Northwater Ferries plans to open a night route in March."),
        Paragraph("The company does not plan to raise fares, and bicycles are not covered."),
        Paragraph("Its two old ships were sold in 2023 and are not in service any more."),
        Paragraph("It is considering a stop at Holm, but no decision has been made."),
    ),
    published="2025-11-06",
)


@pytest.fixture(scope="module")
def cable() -> Evidence:
    return Evidence.of(CABLE)


@pytest.fixture(scope="module")
def ferry() -> Evidence:
    return Evidence.of(FERRY)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("観覧車の工事は、もう着工しているのだ。", "tense"),
        ("来年の6月に着工して、2027年の春に開業する予定なのだ。", ""),
        ("割引券も、ちゃんと用意されているのだ。", "negation"),
        ("割引券はないのだ。", ""),
        ("利用者の住所まで流れ出てしまったのだ。", "negation"),
        ("利用者の名前と住所は、流れ出ていないのだ。", ""),
        ("入場料の値上げは、もう決まったのだ。", "certainty"),
        ("入場料の値上げを考えているところなのだ。", ""),
        ("古いゴンドラで残っているのは、3台だけなのだ。", ""),
        ("売却したという報道もあったけど、市は打ち消しているのだ。", ""),
        ("名前や住所を守るために、値上げしないといけないのかな？", ""),
    ],
)
def test_a_japanese_article(cable: Evidence, line: str, kind: str) -> None:
    kinds = [doubt.kind for doubt in cable.doubts(line)]
    assert kind in kinds if kind else kinds == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ノースウォーター・フェリーズは、夜の航路をもう開いたのだ。", "tense"),
        ("運賃を上げる計画なのだ。", "negation"),
        ("運賃を上げる計画はないのだ。", ""),
        ("自転車も対象になるのだ。", "negation"),
        ("ホルムに寄ることが決まったのだ。", "certainty"),
        ("ホルムに寄るかどうかは、まだ決まっていないのだ。", ""),
        ("古い船は2隻とも売られたのだ。", ""),
    ],
)
def test_an_english_article(ferry: Evidence, line: str, kind: str) -> None:
    kinds = [doubt.kind for doubt in ferry.doubts(line)]
    assert kind in kinds if kind else kinds == []
