"""Long leads told in parts that claim no more than the whole did."""

from __future__ import annotations

import pytest

from broadcaster.writing.apart import apart, under_its_report
from broadcaster.writing.splitting import halves


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "車を貸すハヤテは10月21日、320人の希望退職を募ると発表した。",
            ("車を貸すハヤテが、10月21日に発表した。", "320人の希望退職を募るという。"),
        ),
        (
            "銀行は10月31日の会合で、金利を0.25%に据え置くことを全員一致で決めた。",
            ("銀行が、10月31日の会合で全員一致で決めた。", "金利を0.25%に据え置くという。"),
        ),
        (
            "新聞3社は10月18日、記事を無断で使ったとして、会社を訴える書面を出した。",
            ("新聞3社は10月18日、会社を訴える書面を出した。", "記事を無断で使ったとしている。"),
        ),
        (
            "高齢の女性から現金をだまし取ったとして、警察は会社員の男を逮捕した。",
            ("警察は会社員の男を逮捕した。", "高齢の女性から現金をだまし取ったとしている。"),
        ),
        (
            "研究班は10月2日、心拍の揺らぎから病気の兆しを予測するAIを開発した。",
            (
                "研究班はAIを開発した。",
                "心拍の揺らぎから病気の兆しを予測するAIだ。",
                "開発したのは、10月2日だ。",
            ),
        ),
        (
            "会場で道を教えるロボット「ナビ」を、町の会社が10月21日の週、報道陣に公開した。",
            (
                "町の会社が、ロボット「ナビ」を報道陣に公開した。",
                "会場で道を教えるロボット「ナビ」だ。",
                "報道陣に公開したのは、10月21日の週だ。",
            ),
        ),
        (
            "偽の情報への懸念が国内外で高まっていることを受け、政府は会議を開いた。",
            ("政府は会議を開いた。",),
        ),
        (
            "将棋の研究で知られる学者で、大学教授の田中さんが病院で死去した。",
            ("大学教授の田中さんが病院で死去した。",),
        ),
        (
            "サーバーが攻撃を受け、1万人の番号が漏れた可能性があるという。",
            ("1万人の番号が漏れた可能性があるという。",),
        ),
    ],
)
def test_who_first_then_what(sentence: str, parts: tuple[str, ...]) -> None:
    assert next(apart(sentence)) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "会社は「まだ実験の段階です」と発表した。",
        "田中さんは代表として、会社を作った。",
        "会社は自社のサイトで、病気を予測するAIを開発した。",
        "会社は速い機械を開発した。",
        "病院で、田中さんが死去した。",
    ],
)
def test_stays_whole(sentence: str) -> None:
    assert list(apart(sentence)) == []


def test_each_part_keeps_its_report() -> None:
    assert under_its_report("値段は安いものの、音が大きい。", halves) is None
    assert under_its_report("値段は安いものの、音が大きいという。", halves) == (
        "値段は安いという。",
        "ただ、音が大きいという。",
    )
