"""What a number was and became, by what length of time it is told, and of how many."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

TEXTS = {
    "rate": "正解率は82%から91%に上がった。",
    "pay": "初任給を7月から2万5000円引き上げ、26万円とする。",
    "sound": "センサーは振動を毎秒4万8000回測る。利用料は年額3600万円。",
    "ages": "Bus travel will be free for residents aged 18 or under.",
    "towns": "県内の19市のうち、AIを使うのは3市にとどまる。",
    "trip": "The trip will be cut from 95 minutes to 78.",
    "users": "Companies with fewer than 5 million users use it free. Above that, they must pay.",
    "days": "市は10月20日にオトナミと契約し、同24日に端末40台を受け取った。",
    "kinds": "3種類のうち、商用利用もできるものがある。このうち2種類は商用利用もできる。",
    "homer": "今季24本目の本塁打を放った。",
    "clean": "参加者は60歳以上で、糖尿病と診断された人はいなかった。",
    "hours": "残業は月11.5時間で、5年前のほぼ半分になった。",
}


def doubts(name: str, line: str) -> tuple[str, ...]:
    article = Article("0" * 16, "", (Paragraph(TEXTS[name]),), published="2025-11-06")
    kinds = ("number", "unit", "money", "range", "date")
    return tuple(one.claim for one in Evidence.of(article).doubts(line) if one.kind in kinds)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("rate", "正解率は91%まで上がったのだ。"),
        ("pay", "初任給は26万円になるのだ。"),
        ("sound", "1秒間に4万8000回も振動をはかるのだ。"),
        ("ages", "18歳以下の住民ならバスにタダで乗れるのだ。"),
        ("towns", "AIを使っていない市は16もあるのだ。"),
        ("trip", "かかる時間は17分短くなって78分なのだ。"),
        ("users", "500万人を超えたらお金を払う決まりなのだ。"),
        ("days", "契約の4日後には端末が届いていたのだ。"),
        ("homer", "本塁打は今季24本目なのだ。"),
        ("clean", "糖尿病と診断された人は一人もいなかったのだ。"),
        ("hours", "残業は11.5時間で、5年前は23時間ほどだったのだ。"),
    ],
)
def test_licensed(name: str, line: str) -> None:
    assert doubts(name, line) == ()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("rate", "正解率は82%に上がったのだ。"),
        ("pay", "初任給は2万5000円になるのだ。"),
        ("sound", "1分間に4万8000回も振動をはかるのだ。"),
        ("sound", "利用料は月額3600万円なのだ。"),
        ("ages", "18歳未満の住民ならバスにタダで乗れるのだ。"),
        ("towns", "AIを使っていない市は18もあるのだ。"),
        ("trip", "かかる時間は27分短くなるのだ。"),
        ("days", "端末を受け取ったのは10月20日なのだ。"),
        ("kinds", "3種類とも商用利用ができるのだ。"),
        ("homer", "本塁打は今季27本目なのだ。"),
        ("hours", "5年前の残業は33時間ほどだったのだ。"),
    ],
)
def test_not_licensed(name: str, line: str) -> None:
    assert doubts(name, line) != ()
