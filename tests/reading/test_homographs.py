"""Kanji that sound otherwise in other company."""

from __future__ import annotations

import pytest

from broadcaster import japanese
from broadcaster.programme import Lexicon
from broadcaster.reading import explain, pronouncer

read = pronouncer(Lexicon())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("実験を10回行った。", "オコナッタ"),
        ("これまで行ってきた支援", "オコナッテ"),
        ("12月に行った調査", "オコナッタ"),
        ("定期的に行っている", "オコナッテ"),
        ("東京に行った。", "ニイッタ"),
        ("うまく行った。", "クイッタ"),
        ("現地へ行っていた。", "エイッテ"),
        ("100K行のコード", "ケーギョー"),
        ("一行ずつ直す", "イチギョー"),
        ("一行は東京に着いた", "イッコー"),
        ("一日に発表した", "ツイタチ"),
        ("一日あたり10件", "イチニチ"),
        ("月末までに", "ゲツマツ"),
        ("今日では一般的だ", "コンニチデワ"),
        ("今日の会見", "キョー"),
        ("約十分で終わる", "ジュップン"),
        ("十分な量だ", "ジューブン"),
        ("何でもできる", "ナンデモ"),
        ("何ができるか", "ナニガ"),
        ("何色か", "ナニイロ"),
        ("大人気ない対応", "オトナゲナイ"),
        ("大人気なのは", "ダイニンキ"),
        ("人気のない場所", "ヒトケ"),
        ("多くの方が使う", "カタガ"),
        ("1つの方が速い", "ホー"),
        ("7割方終わった", "ナナワリガタ"),
        ("空のデータを送る", "カラノ"),
        ("空の旅", "ソラノ"),
        ("穴が開いた", "アイタ"),
        ("店を開いた", "ヒライタ"),
        ("表舞台に立つ", "オモテブタイ"),
        ("表に示す", "ヒョーニ"),
        ("辛い料理", "カライ"),
        ("辛い仕事", "ツライ"),
        ("過去最高値を更新", "サイタカネ"),
        ("2対1で勝つ", "ニタイイチ"),
        ("米テスラは好調だ", "ベーテスラ"),
        ("米Metaは", "ベーメタ"),
        ("新米パンの店", "シンマイ"),
        ("米パンの店", "コメパン"),
        ("蘭ASMLの装置", "ラン"),
        ("その中Googleは", "ナカ"),
        ("孫正義会長兼社長", "ソンマサヨシ"),
        ("鴻海の工場", "ホンハイ"),
    ],
)
def test_company_decides(text: str, said: str) -> None:
    assert said in japanese.pronunciation(read(text))


def test_the_rule_is_told() -> None:
    explained = explain("実験を行った。", Lexicon())
    (span,) = [span for span in explained.spans if span.rule == "homograph"]
    assert explained.display[span.start : span.end] == "行っ"


@pytest.mark.parametrize("piece", ["行った", "何で", "米A", "表", "一日に発表", "空の"])
def test_floods_stay_linear(piece: str) -> None:
    assert read(piece * (100_000 // len(piece)))
