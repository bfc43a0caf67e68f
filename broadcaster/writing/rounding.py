"""Numbers for the ear: 4億1537万ドル is およそ4億1500万ドル, 0.04ドル is 4セント.

`exactly` says the same value in words that are heard better. `roughly` also rounds large
quantities, never prices, versions, dates, votes, victims or the sizes of models, and says およそ
wherever it does. No currency is ever converted: the rate is not in the article.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from broadcaster.numbers import quantities

if TYPE_CHECKING:
    from broadcaster.numbers import Quantity

_QUOTED: Final = re.compile(r"(「[^「」]*」|『[^『』]*』|“[^”]*”)")
_SQUARE: Final = re.compile(r"(?<![0-9])([1-9][0-9]{1,5}) ?[x×✕] ?\1 ?(?:ピクセル|画素)")
_TENTHS: Final = re.compile(r"(?<![0-9.,])([1-9])0 ?(?:[%％]|パーセント)(?!ポイント|pt|[〜~-])")
_PERCENT: Final = re.compile(r"([0-9][0-9.]*) ?(?:[%％]|パーセント)")
_RATES: Final = re.compile(r"税|金利|利率|利回り|年率|視聴率|支持率|得票|[〜~]")
"""Percentages that are the name of a thing rather than a share of one."""

_APPROXIMATE: Final = re.compile(
    r"(?<![契規予条公制節婚解誓特盟要成密確協口先])約(?=[0-9一二三四五六七八九十百千数])"
)
_UNROUNDED: Final = frozenset((
    "円", "セント", "年", "月", "日", "時", "分", "秒", "歳", "票", "席", "議席", "番", "番目",
    "位", "%", "ピクセル", "パラメータ", "世紀", "年代", "号",
))  # fmt: skip
"""Units that are never rounded; a bare number may be a name and is not either."""

_PRICES: Final = re.compile(
    r"価格|値段|料金|利用料|月額|年額|手数料|あたり|割引|定価|単価|死|負傷|けが|遺体|被害|行方不明|"
    r"票|議席|バージョン|版|得点|スコア|ベンチマーク"
)
_BOUND: Final = re.compile(r"\s?(?:以上|以下|未満|超|を超|を上回|を下回|余り|強|弱)")
_MONEY: Final = ("ドル", "ユーロ", "ポンド", "元", "ウォン")
_DIGITS_KEPT: Final = 3
_FROM: Final = 1000
_SCALES: Final = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))


def exactly(text: str) -> str:
    """The text with values that have a plainer name called by it; quotations untouched."""
    return "".join(
        piece if at % 2 else _APPROXIMATE.sub("およそ", _plainer(piece))
        for at, piece in enumerate(_QUOTED.split(text))
    )


def roughly(text: str) -> str:
    """The text as `exactly` has it, its large quantities rounded to three digits with およそ."""
    return "".join(
        piece if at % 2 else _rounded(piece)
        for at, piece in enumerate(_QUOTED.split(exactly(text)))
    )


def rounded_away(text: str) -> tuple[str, ...]:
    """The exact figures, as written, that `roughly` would round."""
    plain = [piece for at, piece in enumerate(_QUOTED.split(exactly(text))) if at % 2 == 0]
    return tuple(found.text for piece in plain for found in _to_be_rounded(piece))


# ── the same value, plainer ──────────────────────────────────────────────────────────────


def _plainer(text: str) -> str:
    return _in_tenths(_in_cents(_SQUARE.sub(r"縦も横も\1ピクセル", text)))


def _in_cents(text: str) -> str:
    """0.04ドル → 4セント, for whole cents below one dollar."""
    for found in reversed(quantities(text)):
        cents = found.value * 100
        if found.unit == "ドル" and 0 < found.value < 1 and cents == cents.to_integral_value():
            text = f"{text[: found.start]}{int(cents)}セント{text[found.end :]}"
    return text


def _in_tenths(text: str) -> str:
    """70% → 7割, where every percentage of the text is a whole number of tenths."""
    shares = [
        Decimal(share.rstrip(".")) for share in _PERCENT.findall(text) if share.count(".") < 2
    ]
    if _RATES.search(text) or any(share % 10 or not 0 < share < 100 for share in shares):
        return text
    return _TENTHS.sub(r"\1割", text)


# ── rounded ──────────────────────────────────────────────────────────────────────────────


def rounded(value: Decimal) -> Decimal:
    """The value to three digits, halves away from zero."""
    shift = Decimal(1).scaleb(value.adjusted() - _DIGITS_KEPT + 1)
    return (value / shift).quantize(Decimal(1), rounding="ROUND_HALF_UP") * shift


def _rounded(text: str) -> str:
    for found in reversed(_to_be_rounded(text)):
        said = _in_figures(int(rounded(found.value))) + _unit_of(found)
        about = "" if text[: found.start].endswith(("およそ", "ほぼ")) else "およそ"
        text = f"{text[: found.start]}{about}{said}{text[found.end :]}"
    return text


def _to_be_rounded(text: str) -> tuple[Quantity, ...]:
    if _PRICES.search(text):
        return ()
    return tuple(
        found
        for found in quantities(text)
        if _may_be_rounded(found) and not _BOUND.match(text, found.end)
    )


def _may_be_rounded(found: Quantity) -> bool:
    whole = found.value == found.value.to_integral_value()
    large = found.value >= _FROM and whole and bool(found.unit)
    return large and found.unit not in _UNROUNDED and rounded(found.value) != found.value


def _unit_of(found: Quantity) -> str:
    """The unit as it is said after the figures: of $415M too."""
    if found.unit in _MONEY or not found.text.endswith(found.unit):
        return found.unit
    return found.text[-len(found.unit) :]


def _in_figures(value: int) -> str:
    """415000000 → 4億1500万."""
    parts = []
    for scale, name in _SCALES:
        if value >= scale:
            parts.append(f"{value // scale}{name}")
            value %= scale
    return "".join(parts) + (str(value) if value else "")
