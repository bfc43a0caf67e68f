"""Amounts in one unit a kind, with their bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from broadcaster.writing.facts.quantities.amounts import amounts
from broadcaster.writing.facts.sight import same


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("4億1500万ドル", "$415 million"),
        ("30億", "3B"),
        ("4セント", "0.04ドル"),
        ("7割", "70%"),
        ("半分", "50%"),
        ("12個", "ダース"),
        ("2倍", "doubled"),
        ("半日", "12時間"),
        ("4ドル30セント", "4.3ドル"),
        ("90分", "1時間半"),
        ("16か月", "1年4カ月"),
        ("4.2キロ", "4200メートル"),
        ("3分の1", "a third"),
        ("9つ", "nine"),
        ("およそ3万1000人", "3万1204人"),
        ("6400万オーストラリアドル", "A$64 million"),
        ("およそ4億1500万ドル", "4億1537万ドル"),
        ("1000人以上", "約1200人"),
        ("3千件を超える", "3100件"),
        ("4ドル弱", "3.99ドル"),
        ("1割ちょっと", "12%"),
        ("3分の1ちょっと", "35%"),
        ("140光年あまり", "142 light-years"),
        ("1ユーロ40セント", "1.40 euros"),
        ("5人に2人", "two in five"),
        ("18か月", "a year and a half"),
        ("5ナノ", "5 nanometres"),
        ("96回", "96 times"),
        ("4倍", "four times as sensitive"),
        ("42億ノルウェークローネ", "4.2 billion Norwegian crowns"),
        ("100万トークン", "per million"),
    ],
)
def test_same(said: str, source: str) -> None:
    (one,), (other,) = amounts(said), amounts(source)
    assert same(one, other)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("4億5100万ドル", "$415 million"),
        ("4億1500万円", "$415 million"),
        ("4億1500万ドル", "4億1537万ドル"),
        ("およそ4億3000万ドル", "4億1537万ドル"),
        ("8GB", "8TB"),
        ("3人", "3%"),
        ("6400万ドル", "A$64 million"),
        ("1300人以上", "1200人"),
        ("1000人以上", "2400人"),
        ("3ドル弱", "3.99ドル"),
        ("42億ユーロ", "4.2 billion Norwegian crowns"),
        ("25円", "25台湾ドル"),
        ("2500万ユーロ", "25 million U.S. dollars"),
        ("3円", "the Corvid 3"),
        ("4か月", "4選"),
    ],
)
def test_not_the_same(said: str, source: str) -> None:
    (one,), (other,) = amounts(said), amounts(source)
    assert not same(one, other)


@pytest.mark.parametrize(
    ("text", "bound", "about"),
    [
        ("最大75ワット", "high", False),
        ("少なくとも10年", "low", False),
        ("1秒未満", "under", False),
        ("3割に満たない", "under", False),
        ("約40日", "", True),
        ("18万円前後", "", True),
        ("40人まで", "upto", False),
        ("more than 6%", "low", False),
        ("over 3 years", "", False),
        ("前の年度を3.2%上回った", "", False),
        ("震度5弱", "弱", False),
        ("4種類かそれ以上", "low", False),
        ("4.5かそれより古い", "high", False),
        ("最悪40億円", "high", False),
        ("15歳になっていない", "under", False),
        ("3分の1にも届かなそう", "under", False),
        ("半分もかからない", "under", False),
        ("30億年もたない", "", False),
        ("3.8より速い", "", False),
        ("3.10より新しい", "low", False),
        ("2割近く", "under", True),
        ("400あまり", "low", True),
    ],
)
def test_bounds(text: str, bound: str, about: bool) -> None:
    (one,) = amounts(text)
    assert (one.bound, one.about) == (bound, about)


def test_value_is_exact() -> None:
    assert [one.value for one in amounts("0.1ドルと0.2ドル")] == [Decimal("0.1"), Decimal("0.2")]
