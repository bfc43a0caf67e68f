"""Ranges, falls, school years and versions: honest lines pass, what is planted is found."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

TEXTS = {
    "goal": "動画の再生回数は7月に900万回を突破した。",
    "range": (
        "The company expects revenue of $2.1 billion to $2.4 billion, and repairs will take "
        "three to five months. It must reply within 30 days."
    ),
    "cold": (
        "会場には最も多い日で410人が訪れた。待ち時間は最長で90分だった。"
        "最低気温は氷点下12.5度だった。株価は前日比3%安となった。"
    ),
    "when": (
        "2025年7〜9月期の売上高は310億円だった。公演は10月5日に始まる。"
        "入場券は8月20日に発売する。窓口は午前9時12分に開いた。"
    ),
    "rest": (
        "作業員は27人で、うち9人は研修を終えた。新型機の最高速度は時速120キロと、"
        "旧型の100キロを上回る。消費電力は3割少ない。会費は年4回、1回500円。"
    ),
    "school": (
        "体験教室は小学生以上が参加できる。対象は1、2年生の約800人。配当は1株25円。"
        "サーバーはGPU512基を積む。創業から100年を迎えた。"
    ),
    "versions": (
        "バージョン2.4は3月に配信され、検索機能が速くなった。"
        "次のバージョン2.5は6月に出る予定で、共有機能が加わる。"
        "新型のA9はUSB 4.0に、旧型のA8はUSB 3.2に対応する。"
    ),
    "english": (
        "Visitors complained on 57 days last year, up from 43 in 2022. The plant sells power at "
        "£90 per megawatt-hour. Children will not be charged. Blood pressure fell by 6.2 mmHg."
    ),
}


def doubts(name: str, line: str) -> tuple[str, ...]:
    article = Article("0" * 16, "", (Paragraph(TEXTS[name]),), published="2025-07-20")
    return tuple(one.claim for one in Evidence.of(article).doubts(line))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("goal", "再生回数は7月に900万回を超えたのだ。"),
        ("goal", "7月に900万回の大台を突破したのだ。"),
        ("range", "売上は多くて24億ドルの見込みなのだ。"),
        ("range", "修理は短くても3か月かかるのだ。"),
        ("range", "修理は長ければ5か月かかるのだ。"),
        ("range", "30日以内に返事をしないといけないのだ。"),
        ("cold", "会場には多い日で410人が来たのだ。"),
        ("cold", "待ち時間は長いときで1時間半だったのだ。"),
        ("cold", "気温はマイナス12.5度まで下がったのだ。"),
        ("cold", "株価は前の日よりマイナス3%なのだ。"),
        ("when", "7月から9月の売り上げは310億円なのだ。"),
        ("when", "チケットは8月20日に売り出して、公演は10月5日から始まるのだ。"),
        ("when", "窓口は朝9時すぎに開いたのだ。"),
        ("rest", "残る18人はまだ研修中なのだ。"),
        ("rest", "新型は旧型より20キロも上なのだ。"),
        ("rest", "電力は前の7割ですむのだ。"),
        ("rest", "会費は年4回で1回500円、1年で2000円なのだ。"),
        ("rest", "研修を終えたのは27人のうち3分の1なのだ。"),
        ("school", "体験教室に出られるのは小学生以上なのだ。"),
        ("school", "対象は1年生と2年生のおよそ800人なのだ。"),
        ("school", "GPUを512基も積んでいるのだ。"),
        ("school", "創業からちょうど1世紀なのだ。"),
        ("versions", "3月に出たバージョン2.4で検索が速くなったのだ。"),
        ("versions", "共有機能はバージョン2.5で加わるのだ。"),
        ("english", "苦情があったのは去年57日で、2022年の43日より14日も増えたのだ。"),
        ("english", "電気は1メガワット時あたり90ポンドなのだ。"),
        ("english", "子どもはお金がかからないのだ、無料なのだ。"),
        ("english", "血圧は6.2ミリ水銀柱下がったのだ。"),
    ],
)
def test_licensed(name: str, line: str) -> None:
    assert doubts(name, line) == ()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("goal", "再生回数は7月に900万回に届かなかったのだ。"),
        ("goal", "再生回数は7月に600万回を超えたのだ。"),
        ("range", "売上は多くても21億ドルの見込みなのだ。"),
        ("range", "修理は短くても5か月かかるのだ。"),
        ("range", "修理は長くても3か月で終わるのだ。"),
        ("range", "返事は30日以降にしないといけないのだ。"),
        ("cold", "会場には少ない日でも410人が来たのだ。"),
        ("cold", "待ち時間は短くても90分だったのだ。"),
        ("cold", "気温は12.5度だったのだ。"),
        ("cold", "気温はマイナス15.5度まで下がったのだ。"),
        ("when", "4月から6月の売り上げは310億円なのだ。"),
        ("when", "チケットは8月25日に売り出すのだ。"),
        ("when", "窓口は朝10時すぎに開いたのだ。"),
        ("when", "窓口は9時前に開いたのだ。"),
        ("rest", "残る15人はまだ研修中なのだ。"),
        ("rest", "電力は前の6割ですむのだ。"),
        ("rest", "会費は年4回で1回500円、1年で3000円なのだ。"),
        ("rest", "研修を終えたのは27人のうち半分なのだ。"),
        ("school", "体験教室に出られるのは中学生以上なのだ。"),
        ("school", "対象は2年生と3年生のおよそ800人なのだ。"),
        ("school", "配当は1株につき25銭なのだ。"),
        ("school", "GPUを520基も積んでいるのだ。"),
        ("school", "創業からちょうど2世紀なのだ。"),
        ("versions", "3月に出たバージョン2.5で検索が速くなったのだ。"),
        ("versions", "共有機能はバージョン2.4で加わるのだ。"),
        ("versions", "A9はUSB 3.0に対応しているのだ。"),
        ("english", "苦情があったのは去年57日で、2022年の43日より24日も増えたのだ。"),
        ("english", "電気は1キロワット時あたり90ポンドなのだ。"),
        ("english", "血圧は6.2%下がったのだ。"),
    ],
)
def test_not_licensed(name: str, line: str) -> None:
    assert doubts(name, line) != ()
