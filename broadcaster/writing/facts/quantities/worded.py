"""Numbers without figures: 半分, 倍, ダース, 3人に1人, "a third", "two million", "six months"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.quantities.cardinals import CARDINAL, COUNTS, SCALE, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "半分": ("50", "%"), "半額": ("50", "%"), "半数": ("50", "%"), "半減": ("50", "%"),
    "半値": ("50", "%"), "半量": ("50", "%"), "折半": ("50", "%"),
    "半世紀": ("50", "年"), "四半世紀": ("25", "年"), "倍額": ("2", "倍"),
    "半年": ("0.5", "年"), "半日": ("0.5", "日"), "過半数": ("50", "%"), "無料": ("0", "円"),
    "ひとり": ("1", "人"), "ふたり": ("2", "人"), "ひとつ": ("1", "つ"), "ふたつ": ("2", "つ"),
    "みっつ": ("3", "つ"), "倍増": ("2", "倍"), "両方": ("2", "つ"), "無償": ("0", "円"),
}  # fmt: skip
_EN_WORDS: Final[dict[str, tuple[str, str]]] = {
    "half": ("50", "%"), "halved": ("50", "%"), "doubled": ("2", "倍"),
    "double": ("2", "倍"), "twice": ("2", "倍"), "tripled": ("3", "倍"), "triple": ("3", "倍"),
    "tenfold": ("10", "倍"), "both": ("2", ""),
}  # fmt: skip
_TOPS: Final = {"a": 1, "one": 1, "two": 2, "three": 3}
_OVER: Final = {"a half": "0.5", "a quarter": "0.25", "three-quarters": "0.75",
                "three quarters": "0.75"}  # fmt: skip
_PARTS: Final = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_AFTER: Final[dict[str, tuple[str, str]]] = {
    "dozen": ("12", ""), "hundred": ("100", ""), "thousand": ("1e3", ""), "million": ("1e6", ""),
    "billion": ("1e9", ""), "year": ("1", "年"), "month": ("1", "か月"), "week": ("1", "週間"),
    "day": ("1", "日"), "hour": ("1", "時間"), "minute": ("1", "分"), "times": ("1", "倍"),
    "per cent": ("1", "%"), "percent": ("1", "%"), "people": ("1", "人"),
    "decade": ("10", "年"), "century": ("100", "年"),
    "kilowatt-hour": ("1", "kWh"), "megawatt-hour": ("1", "MWh"), "gigawatt-hour": ("1", "GWh"),
    "kilogram": ("1", "kg"), "tonne": ("1", "トン"), "ton": ("1", "トン"),
    "litre": ("1", "リットル"),
    "liter": ("1", "リットル"), "kilometre": ("1", "km"), "kilometer": ("1", "km"),
    "metre": ("1", "m"), "meter": ("1", "m"), "square metre": ("1", "平方メートル"),
    "square meter": ("1", "平方メートル"), "gigabyte": ("1", "GB"), "mile": ("1", "マイル"),
    "gallon": ("1", "ガロン"), "dollar": ("1", "ドル"), "euro": ("1", "ユーロ"),
    "cent": ("1", "セント"), "pound": ("1", "ポンド"), "yen": ("1", "円"),
    "gram": ("1", "g"), "point": ("1", "ポイント"),
    "percentage point": ("1", "ポイント"), "centimetre": ("1", "cm"), "centimeter": ("1", "cm"),
}  # fmt: skip


def _any(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_NUMBER: Final = re.compile(
    r"(?P<dozen>(?:(?P<dozens>\d{1,4}) ?)?ダース)"
    r"|(?P<twofold>(?<![\d.一-九十百千万億兆数何])倍(?![率数増]))"
    rf"|(?P<word>{_any(_WORDS)})"
    rf"|\b(?P<whole>an?|{_any(COUNTS)})(?: (?P<first>{_any(_AFTER)}))? and "
    rf"(?P<over>{_any(_OVER)})"
    rf"(?: (?P<then>{_any(_AFTER)})s?)?\b"
    rf"|\bhalf[ -](?:an?[ -])?(?P<halved>{_any(_AFTER)})\b"
    rf"|\b(?P<en>{_any(_EN_WORDS)})\b"
    rf"|\b(?P<top>{_any(_TOPS)})[ -](?P<part>{_any(_PARTS)})s?\b"
    rf"|\b(?P<count>{CARDINAL}|(?:{_any(COUNTS)})s?\b)(?:[ -](?P<scale>{SCALE})s?\b)?"
    rf"(?:[ -](?P<after>{_any(_AFTER)})s?\b)?"
    rf"|\b(?P<single>an?|per|every|each) (?P<unit>{_any(_AFTER)})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Worded:
    """text[start:end] says `value` of `unit`, as `broadcaster.units` spells it."""

    start: int
    end: int
    value: Decimal
    unit: str


def worded(text: str) -> Iterator[Worded]:
    """Every number in words, in order."""
    for match in _NUMBER.finditer(text):
        value, unit = _value(match)
        yield Worded(match.start(), match.end(), value, unit)


_ONE_IN: Final = rf"(?:(?<![\d.,])\d{{1,3}}|{_any(COUNTS)})"
_SHARE: Final = re.compile(
    r"(?P<every>\d{1,4})(?P<of_them>[人本台件個社回つ枚校店戸匹頭世箇か]\w?)に(?P<some>\d{1,3})(?P=of_them)"
    rf"|\b(?P<of>{_ONE_IN}) (?:in|out of)(?: every)? (?P<among>{_ONE_IN})\b(?![.,]\d)",
    re.IGNORECASE,
)


def shares(text: str) -> Iterator[Worded]:
    """Every 3人に1人 and "one in three", in per cent."""
    for match in _SHARE.finditer(text):
        some, every = _count(match["some"] or match["of"]), _count(match["every"] or match["among"])
        if some < every:
            yield Worded(match.start(), match.end(), 100 * some / every, "%")


def _value(match: re.Match[str]) -> tuple[Decimal, str]:
    if match["dozen"]:
        return Decimal(12 * int(match["dozens"] or 1)), ""
    if match["twofold"]:
        return Decimal(2), "倍"
    if match["part"]:
        share = Decimal(100 * _TOPS[match["top"].lower()]) / _PARTS[match["part"].lower()]
        return share, "%"
    if match["halved"]:
        scale, unit = _AFTER[match["halved"].lower()]
        return Decimal(scale) / 2, unit
    if match["whole"]:
        scale, unit = _AFTER.get((match["first"] or match["then"] or "").lower(), ("1", ""))
        over = Decimal(_OVER[match["over"].lower()])
        return (COUNTS.get(match["whole"].lower(), 1) + over) * Decimal(scale), unit
    if match["single"]:
        scale, unit = _AFTER[match["unit"].lower()]
        return Decimal(scale), unit
    if match["count"]:
        scale, unit = _AFTER.get((match["after"] or "").lower(), ("1", ""))
        counted = value_of(match["scale"]) if match["scale"] else Decimal(1)
        return _count(match["count"]) * counted * Decimal(scale), unit
    value, unit = _WORDS[match["word"]] if match["word"] else _EN_WORDS[match["en"].lower()]
    return Decimal(value), unit


def _count(text: str) -> Decimal:
    """What figures, or words that may stand in the plural, count: "dozens"."""
    if text.isdigit():
        return Decimal(text)
    single = text.lower().removesuffix("s")
    return Decimal(COUNTS[single]) if single in COUNTS else value_of(text)
