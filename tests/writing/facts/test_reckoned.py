"""Numbers that an article does not have, and those of them that it licenses all the same."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

TEXTS = {
    "waste": "市のごみは1人1日742グラムで、県平均の698グラムを上回る。",
    "gifts": "昨年度の寄付は18万ユーロで、うち4割を独ソフト会社が出した。",
    "speed": "翻訳は平均0.6秒で答え、クラウド版の1.4秒より速い。",
    "writes": "書き込みの速さは3.8に比べて1.7倍になった。",
    "receipts": "金額を正しく読めた割合は98.6%だった。",
    "drivers": "運転手は約9400人で、5年前から1100人減った。",
    "plan": "利用料は月480円で、年払いは4800円。",
    "points": "1ポイントは1円として使える。上限は月500ポイント。",
    "age": "ロープウエーは6歳未満は無料。",
    "hunters": "対象は18歳以上で、65歳未満は講習を受けられない。",
    "patch": "修正プログラムは今年2月に配られていた。",
    "fair": "来年の第30回大会は、コースを変えて5月17日に開かれる。",
    "rice": "コメの収量は10アールあたり520〜550キロの見込みで、昨年の505キロを上回る。",
    "orbit": "It comes as close as 310 kilometres and goes as far away as 44,000 kilometres.",
    "cents": "Analysts had expected 39 cents a share; the company earned 42 cents.",
    "sessions": "会議室は最大で30分まで使え、それ以上は有料。",
}


def doubts(name: str, line: str) -> tuple[str, ...]:
    article = Article("0" * 16, "", (Paragraph(TEXTS[name]),), published="2024-08-20")
    kinds = ("number", "unit", "money", "range", "date")
    return tuple(one.claim for one in Evidence.of(article).doubts(line) if one.kind in kinds)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("waste", "市のごみは、県の平均より1人あたり44グラム多いのだ。"),
        ("gifts", "昨年度の寄付のうち7万2000ユーロは独ソフト会社が出したのだ。"),
        ("speed", "翻訳の答えは平均0.6秒で、クラウド版の半分もかからないのだ。"),
        ("writes", "書き込みは3.8より7割アップの速さなのだ。"),
        ("receipts", "金額を正しく読めなかった割合は1.4%なのだ。"),
        ("drivers", "5年前には1万人を超えていた運転手が、今は9400人くらいに減ったのだ。"),
        ("plan", "年払いは4800円で、毎月払うより2か月分も浮くのだ。"),
        ("points", "もらえるのは月に多くても500円分なのだ。"),
        ("age", "ロープウエーは5歳までの子なら無料なのだ。"),
        ("hunters", "講習を受けられるのは65歳からなのだ。"),
        ("patch", "修正プログラムは半年ほど前に配られていたのだ。"),
        ("fair", "第30回大会は来年の5月17日に開かれるのだ。"),
        ("rice", "コメは10アールあたり520キロから550キロとれそうなのだ。"),
        ("orbit", "遠いときは4万4000キロも離れるのだ。"),
        ("cents", "1株利益は42セント。アナリストが予想していた39セントを上回ったのだ。"),
        ("sessions", "会議室を30分を超えて使うなら有料なのだ。"),
    ],
)
def test_licensed(name: str, line: str) -> None:
    assert doubts(name, line) == ()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("waste", "市のごみは、県の平均より1人あたり64グラム多いのだ。"),
        ("gifts", "昨年度の寄付のうち7万8000ユーロは独ソフト会社が出したのだ。"),
        ("speed", "翻訳の答えは平均0.6秒で、クラウド版の3割もかからないのだ。"),
        ("writes", "書き込みは3.8より9割アップの速さなのだ。"),
        ("receipts", "金額を正しく読めなかった割合は2.4%なのだ。"),
        ("drivers", "5年前には2万人を超えていた運転手が、今は9400人くらいに減ったのだ。"),
        ("plan", "年払いは4800円で、毎月払うより4か月分も浮くのだ。"),
        ("points", "もらえるのは月に多くても700円分なのだ。"),
        ("age", "ロープウエーは8歳までの子なら無料なのだ。"),
        ("hunters", "対象は18歳未満なのだ。"),
        ("patch", "修正プログラムは2年ほど前に配られていたのだ。"),
        ("fair", "第30回大会は再来年の5月17日に開かれるのだ。"),
        ("rice", "コメは10アールあたり520キロから650キロとれそうなのだ。"),
        ("orbit", "少なくとも4万4000キロは離れるのだ。"),
        ("cents", "1株利益は52セント。アナリストが予想していた39セントを上回ったのだ。"),
        ("sessions", "会議室は少なくとも30分使うことになるのだ。"),
    ],
)
def test_not_licensed(name: str, line: str) -> None:
    assert doubts(name, line) != ()
