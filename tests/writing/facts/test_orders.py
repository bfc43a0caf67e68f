"""What a sentence sets above and below what."""

from __future__ import annotations

import pytest

from broadcaster.writing.facts.claims.order import PAST
from broadcaster.writing.facts.claims.orders import orders
from broadcaster.writing.facts.claims.statements import statement


@pytest.mark.parametrize(
    ("text", "scale", "sign"),
    [
        ("学習の速さはH100を2割下回った。", "speed", -1),
        ("H100より2割も速かったのだ。", "speed", 1),
        ("気温は14度と昨年の22度を下回った。", "heat", -1),
        ("去年よりも暑いのだ。", "heat", 1),
        ("一時金は組合の要求に届かなかった。", "amount", -1),
        ("売上高は前年を上回らなかった。", "amount", -1),
        ("It held less oxygen than the water above it.", "amount", -1),
        ("Profit slipped to 390 million from 420 million.", "amount", -1),
        ("It answered in 0.6 seconds, compared with 1.4 seconds for the rival.", "speed", 1),
        ("女性は男性の約3.6倍に上る。", "amount", 1),
        ("値段は木綿の1.5倍だ。", "price", 1),
        ("伸びは、使っていない学校より大きかった。", "amount", 1),
        ("部屋の広さは隣より大きい。", "size", 1),
        ("正答率は米ナギ社の「Lumen 3」(70億)の85.9%を上回った。", "amount", 1),
        ("扱える数でライバルに負けている。", "amount", -1),
        ("It served twice as many ships as Skrog did.", "amount", 1),
        ("It trailed Pelagos 4 on the test.", "amount", -1),
        ("電池は去年、太陽光パネルに追い抜かれたのだ。", "amount", -1),
        ("針葉樹のほうが、楓より空気を冷やしたのだ。", "amount", 1),
        ("The effect was larger in women than in men.", "amount", 1),
    ],
)
def test_scale_and_direction(text: str, scale: str, sign: int) -> None:
    (one,) = orders(statement(0, text, None))
    assert (one.scale, one.sign) == (scale, sign)


def test_the_year_before_is_one_side() -> None:
    (one,) = orders(statement(0, "売り上げは前の年を上回ったのだ。", None))
    assert PAST in one.than


@pytest.mark.parametrize(
    "text", ["以前より前から続く祭りだ。", "Prices fell.", "気温は14度だった。"]
)
def test_no_comparison(text: str) -> None:
    assert orders(statement(0, text, None)) == ()


def test_brackets_verbs_and_appositions_belong_to_what_is_beside() -> None:
    (one,) = orders(statement(0, "得点は、ライバル、アオバの60点より少ない。", None))
    assert {"w:アオバ", "c:rival"} <= one.than
    (other,) = orders(statement(0, "速さでは、ハルカが作ったソラノには届かなかった。", None))
    assert {"w:ハルカ", "w:ソラノ"} <= other.than
