"""One amount: how much of what, how far it holds, and what other amounts it can be held against."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MONEY: Final = frozenset((
    "ドル", "円", "ユーロ", "ポンド", "元", "ウォン", "豪ドル", "カナダドル", "香港ドル", "ルピー",
    "スイスフラン", "フラン", "シリング", "ランド", "ナイラ", "クローネ", "クローナ", "ペソ",
    "レアル", "ルーブル", "バーツ", "リラ", "台湾ドル", "シンガポールドル", "NZドル", "ルピア",
    "リンギット", "ベトナムドン", "コルナ", "ズロチ", "フォリント", "シェケル", "ディルハム",
    "リヤル",
))  # fmt: skip
SCALES: Final[dict[str, tuple[str, str]]] = {
    "キロ": ("キロ", "1000"), "セント": ("ドル", "0.01"), "銭": ("円", "0.01"),
    "世紀": ("か月", "1200"),
    "ペンス": ("ポンド", "0.01"), "マイクロ秒": ("秒", "1e-6"),
    "ナノ秒": ("秒", "1e-9"), "ミリ秒": ("秒", "0.001"), "分": ("秒", "60"),
    "時間": ("秒", "3600"), "日": ("秒", "86400"), "週間": ("秒", "604800"),
    "年": ("か月", "12"), "cm": ("m", "0.01"), "mm": ("m", "0.001"), "nm": ("m", "1e-9"),
    "マイクロメートル": ("m", "1e-6"), "km": ("m", "1000"), "kg": ("g", "1000"),
    "mg": ("g", "0.001"), "マイクログラム": ("g", "1e-6"),
    "トン": ("g", "1e6"), "KB": ("B", "1e3"), "MB": ("B", "1e6"),
    "GB": ("B", "1e9"), "TB": ("B", "1e12"), "PB": ("B", "1e15"), "kHz": ("Hz", "1e3"),
    "MHz": ("Hz", "1e6"), "GHz": ("Hz", "1e9"), "kW": ("W", "1e3"), "MW": ("W", "1e6"),
    "GW": ("W", "1e9"), "番目": ("位", "1"), "kWh": ("Wh", "1e3"), "MWh": ("Wh", "1e6"),
    "GWh": ("Wh", "1e9"), "TWh": ("Wh", "1e12"), "ppb": ("ppm", "0.001"), "Mbps": ("bps", "1e6"),
    "Gbps": ("bps", "1e9"), "Tbps": ("bps", "1e12"), "ヘクタール": ("平方メートル", "10000"),
    "平方キロ": ("平方メートル", "1e6"), "ミリリットル": ("リットル", "0.001"),
    "メガピクセル": ("ピクセル", "1e6"),
}  # fmt: skip
_MEASURED: Final = frozenset((
    "人", "歳", "位", "票", "回", "倍", "%", "度", "ポイント", "年代", "秒", "か月", "m",
    "g", "B", "Hz", "W", "リットル", "ビット", "時", "平方メートル", "平方キロ", "ヘクタール", "坪",
    "立方メートル", "Wh", "ppm", "bps", "ヘクトパスカル", "カロリー", "キロカロリー",
    "デシベル", "mAh", "ボルト", "アンペア", "fps", "dpi", "ppi", "rpm", "馬力", "ニト",
    "テラフロップス", "マイル", "海里", "ヤード", "フィート", "インチ", "エーカー",
    "平方フィート", "平方マイル", "バレル",
    "ノット", "光年", "ガロン", "オンス", "カラット", "華氏", "版", "年生", "水銀柱ミリ", *MONEY,
))  # fmt: skip
"""Units that say what is counted; the rest (つ, 個, 社 …) count whatever stands beside them."""

VERSION: Final = "版"


@dataclass(frozen=True, slots=True)
class Amount:
    """text[start:end] says `value` of `unit` (one unit a kind; empty for a bare number).

    written: the unit as the text has it. bound: as in `bounds`, or empty. about: whether it is
    said to be near the truth only. step: how fine the figures are, in the same unit. beside: the
    kanji that touch it. side: which end of a range it is (LOW, HIGH), or empty.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    written: str
    bound: str
    about: bool
    step: Decimal
    beside: str = ""
    side: str = ""

    @property
    def counter(self) -> str:
        """What it counts in: its unit as written, or the kanji that touch it (連敗, 対, 三振)."""
        return self.written or self.beside

    @property
    def figure(self) -> Decimal:
        """The value in the unit as written: 500万トン is 5,000,000."""
        return self.value / Decimal(SCALES.get(self.written, (self.unit, "1"))[1])

    @property
    def kind(self) -> str:
        """money, unit or number: what an error in it would be called."""
        if self.unit == VERSION:
            return "version"
        return "money" if self.unit in MONEY else "unit" if self.unit in _MEASURED else "number"


_OF_TEXT: Final = frozenset(("トークン", "文字", "語", "パラメータ", "ピクセル", "ページ", "行"))
"""Counts of which one never stands for another: 25万6000トークン is no 25万6000文字."""

_SAME_COUNTS: Final = ({"回", "件"}, {"回", "便"})
"""1日2便 sails 1日2回."""


def comparable(one: str, other: str) -> bool:
    """Whether amounts of these units may be the same thing, counted in other words."""
    if one == other or not one or not other or {one, other} in _SAME_COUNTS:
        return True
    if "キロ" in (one, other):
        return {one, other} & {"m", "g"} != set()
    if {one, other} <= _OF_TEXT:
        return False
    return one not in _MEASURED and other not in _MEASURED
