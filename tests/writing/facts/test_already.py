"""A plan told as done, a thing left open told as decided, and the reverse, whatever the verb."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

TRAM = Article(
    "5" * 16,
    "南浜市、路面電車を延伸へ",
    (
        Paragraph("南浜市は11日、市電を港地区まで2.4キロ延ばす計画を発表した。"),
        Paragraph("来年度に着工し、2028年度の開通を目指す。運賃の見直しは現時点では考えていない。"),
        Paragraph("用地の買収は8割で合意を得たが、残る2割は地権者との交渉が続いている。"),
        Paragraph("自転車を持ち込めるようにするかどうかは、まだ決まっていない。"),
        Paragraph("夜間の運行本数を増やす案も出ているが、採算が合うかを見極めるという。"),
        Paragraph("5月に起きた脱線事故の原因は特定されておらず、運輸安全委員会が調べている。"),
        Paragraph("新型車両の試運転はすでに始めた。"),
        Paragraph("市は7月に住民説明会を開き、9月の市議会に関連の条例案を提出する。"),
        Paragraph("港の広場の再整備は来年秋の完成を予定している。"),
    ),
    published="2025-06-12",
)
PLANT = Article(
    "6" * 16,
    "Calder Robotics to open Lyon plant",
    (
        Paragraph("Calder Robotics said on Tuesday it will build a factory near Lyon."),
        Paragraph("Work on the site is due to begin in October."),
        Paragraph("The control software is to be updated to version 2.4 in April."),
        Paragraph("It launched its Heron model in March, and plans to stop selling the Stork."),
        Paragraph("The company is in talks with Nordhavn about a joint venture."),
        Paragraph("The warehouse in Valencia has not reopened. No one was hurt in the fire."),
        Paragraph("The study does not prove that the lamp helps, the authors write."),
        Paragraph("The battery should last 60 hours."),
    ),
    published="2025-06-12",
)


@pytest.fixture(scope="module")
def tram() -> Evidence:
    return Evidence.of(TRAM)


@pytest.fixture(scope="module")
def plant() -> Evidence:
    return Evidence.of(PLANT)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("港の広場の再整備は、もう済んでいるのだ。", "tense"),
        ("住民向けの説明会は、もう開かれたのだ。", "tense"),
        ("関係する条例案は、すでに議会に出されているのだ。", "tense"),
        ("市電を延ばす工事は、もう始まっているのだ。", "tense"),
        ("試運転はすでに始まっているのだ。", ""),
        ("市電を延ばすって、南浜市が発表したのだ。", ""),
        ("港の広場の再整備は、来年の秋に終わる予定なのだ。", ""),
        ("夜間の運行は、本数を増やすと決まったんだって。", "certainty"),
        ("脱線事故の原因は、もう特定されているのだ。", "negation"),
        ("脱線事故の原因は、まだわかっていないのだ。", ""),
        ("自転車を持ち込めることが決定したのだ。", "negation"),
        ("自転車を持ち込めるかどうかは未定なのだ。", ""),
    ],
)
def test_a_japanese_article(tram: Evidence, line: str, kind: str) -> None:
    kinds = [doubt.kind for doubt in tram.doubts(line)]
    assert kind in kinds if kind else kinds == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("リヨンの工場の工事は、もう始まっているのだ。", "tense"),
        ("制御ソフトのバージョン2.4への更新は、もう済んでいるのだ。", "tense"),
        ("バレンシアの倉庫は、もう再開しているのだ。", "tense"),
        ("ノルドハウンとの合弁が決まったのだ。", "certainty"),
        ("ランプに効き目があることは証明されたのだ。", "certainty"),
        ("カルダーがリヨンの近くに工場を建てると発表したのだ。", ""),
        ("ヘロンはもう3月に売り出されているのだ。", ""),
        ("バレンシアの倉庫は、まだ再開していないのだ。", ""),
        ("電池は60時間もつはずなのだ。", ""),
        ("ランプが効くと証明されたわけではないのだ。", ""),
    ],
)
def test_an_english_article(plant: Evidence, line: str, kind: str) -> None:
    kinds = [doubt.kind for doubt in plant.doubts(line)]
    assert kind in kinds if kind else kinds == []
