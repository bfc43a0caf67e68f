"""Which of two is more: on what scale, which way, and beside what.

「速さはH100を2割下回った」 and "slipped to 390 from 420" are both told as one thing standing
above or below another on a scale.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.statements import Statement

PAST: Final = "the time before"


@dataclass(frozen=True, slots=True)
class Order:
    """What stands above (+1) or below (-1) something else. than, of: keys of the two sides."""

    scale: str
    sign: int
    than: frozenset[str]
    of: frozenset[str]
    text: str


_WAYS: Final = (
    ("speed", +1, "速[いくかさ]|素早|早[いくか]かった"), ("speed", -1, "遅[いくか]|時間がかか|のろ"),
    ("heat", +1, "暑[いくか]|暖か|熱[いくか]"), ("heat", -1, "寒[いくか]|涼し|冷た|ひんやり|冷え"),
    ("price", -1, "安[いくか]|割安|手頃"), ("price", +1, "割高"),
    ("length", +1, "長[いくか]"), ("length", -1, "短[いくか]"),
    ("weight", +1, "重[いくか]"), ("weight", -1, "軽[いくか]"),
    ("size", +1, "大き[いくか]|広[いくか]"), ("size", -1, "小さ[いくか]|狭[いくか]"),
    ("", +1, "上回|超え|追い抜|抜[いか]|しの[いぐ]|凌|多[いくか]|高[いくか]|増え|増し|伸び|たっぷり|豊富|豊か|上がっ|勝っ|アップ|下ら?ない"),
    ("", -1, "下回|少な[いくか]|低[いくか]|減[っりら]|落ち込|下がっ|届か[なず]|及ば[なず]|届きませ|及びませ|乏し|劣っ|劣る|割り込|負け|ダウン|控えめ"),
)  # fmt: skip
_NOUNS: Final = (
    ("speed", "速さ|速度|スピード"), ("heat", "気温|水温|温度|室温"),
    ("price", "値段|価格|料金|費用|コスト"), ("length", "長さ"), ("weight", "重さ|重量"), ("size", "大きさ|広さ|面積"),
)  # fmt: skip
_THAN: Final = re.compile(
    r"(?P<than>[^、。「」はがも]{1,24}?)(?:のほう|の方)?"
    r"(?:より(?!も?(?:以前|前|先|新し|古い|上の|下の))も?|に比べ(?:て|ると)?|と比べ(?:て|ると)?|を(?=[^、。をが]{0,8}?(?:上回|下回|超え|抜|しの|凌|割り込))|には?、?(?=[^、。をが]{0,6}?(?:届か[なず]|届きませ|及ば[なず]|及びませ)))"
)
_THE_PAST: Final = re.compile(
    "去年|昨年|前年|前の年|昨季|前期|前回|先月|前月|昨シーズン|一昨年|前四半期|これまで"
)
_SIDE: Final = re.compile("(?P<of>[^、。「」はがも]{1,24}?)(?:のほう|の方)が")
_POINTED: Final = re.compile(
    r"[一-龠][いかくぁ-ん]{1,6}の[はが]、?(?P<of>[^、。「」]{2,24}?)の?(?:ほう|方)(?=なの|だ|で|。|、|\Z)"
)
"""速かったのはクラウド版のほう."""

_DENIED: Final = re.compile("[ぁ-ん]{0,2}(?:ない|なかっ|ませ|ずに|ず、|わけじゃ|わけでは)")
_REACH: Final = 30


def orders(statement: Statement) -> tuple[Order, ...]:
    """Every comparison that a sentence makes with something named."""
    return tuple(_japanese(statement) if statement.words else _english(statement))


def _japanese(one: Statement) -> Iterator[Order]:
    text = one.text
    for match in _THAN.finditer(text):
        way = _way(text, match.end(), match.start())
        if not way:
            continue
        scale, sign, end = way
        side = _SIDE.search(text, match.end(), end) or _SIDE.search(text, 0, match.start())
        span = side.span("of") if side else (0, end)
        than = _keys(one, *match.span("than"))
        if _THE_PAST.search(match["than"]):
            than = than | {PAST}
        yield Order(scale, sign, than, _keys(one, *span) - than, text)
    for match in () if _THAN.search(text) else _SIDE.finditer(text):
        if way := _way(text, match.end(), match.start()):
            yield Order(way[0], way[1], frozenset(), _keys(one, *match.span("of")), text)
    for match in _POINTED.finditer(text):
        if way := _way(text, match.start(), match.start()):
            yield Order(way[0], way[1], frozenset(), _keys(one, *match.span("of")), text)


def _way(text: str, start: int, left: int) -> tuple[str, int, int] | None:
    """The first word after a place that says which way: its scale, sign and end."""
    stop = min((at for at in (text.find("。", start), start + _REACH, len(text)) if at >= 0))
    found = [
        (match.start(), match.end(), scale, sign)
        for scale, sign, words in _WAYS if (match := re.search(words, text[:stop][start:]))
    ]  # fmt: skip
    if not found:
        return None
    at, end, scale, sign = min(found)
    end += start
    negated = not re.search("届|及", text[start + at : end]) and _DENIED.match(text, end)
    return scale or _scale(text[:end]), -sign if negated else sign, end


def _scale(before: str) -> str:
    """The scale that a noun names last: 速さは…を下回った."""
    last = [(match.end(), name) for name, nouns in _NOUNS for match in re.finditer(nouns, before)]
    return max(last, default=(0, "amount"))[1]


def _keys(one: Statement, start: int, end: int) -> frozenset[str]:
    return frozenset(term.key for term in one.terms if start <= term.start and term.end <= end)


# ── English ──────────────────────────────────────────────────────────────────────────────

_ENGLISH_WAYS: Final = {
    "more": ("amount", 1), "higher": ("amount", 1), "greater": ("amount", 1), "less": ("amount", -1), "fewer": ("amount", -1),
    "lower": ("amount", -1), "faster": ("speed", 1), "quicker": ("speed", 1), "slower": ("speed", -1), "warmer": ("heat", 1),
    "hotter": ("heat", 1), "colder": ("heat", -1), "cooler": ("heat", -1), "cheaper": ("price", -1), "larger": ("size", 1),
    "bigger": ("size", 1), "smaller": ("size", -1), "longer": ("length", 1), "shorter": ("length", -1), "heavier": ("weight", 1),
    "lighter": ("weight", -1), "better": ("amount", 1), "worse": ("amount", -1),
}  # fmt: skip
_MORE_THAN: Final = re.compile(
    rf"\b(?P<way>{'|'.join(_ENGLISH_WAYS)})\b(?P<what>[^.;,]{{0,40}}?) than (?!\d)(?P<than>[^.;,]{{2,50}})"
)
_BESIDE: Final = re.compile(
    r"\b(?:(?P<up>beat|beats|overtook|outperformed|outperforms|surpassed|topped|exceeded|outsold)|(?P<down>trailed|trails|lagged|lags|missed|undershot|fell short of|short of)) (?P<than>[^.;,]{2,50})"
)
_FROM: Final = re.compile(
    r"\b(?:(?P<up>rose|grew|climbed|jumped|increased|surged|up)|(?P<down>fell|slipped|dropped|declined|shrank|decreased|sank|down)) (?:[^.;,]|[.,](?=\d)){0,60}?\bfrom (?P<than>[^;,]{2,40})"
)
_CLAUSE: Final = re.compile(r"[;,](?!\d)|\b(?:although|though|while|but|and|whereas)\b")


def _english(one: Statement) -> Iterator[Order]:
    text = one.text
    for match in _MORE_THAN.finditer(text):
        scale, sign = _ENGLISH_WAYS[match["way"]]
        yield Order(
            scale,
            sign,
            _keys(one, *match.span("than")),
            _before(one, match.start(), match.end("what")),
            text,
        )
    for match in _BESIDE.finditer(text):
        sign = 1 if match["up"] else -1
        yield Order(
            "amount",
            sign,
            _keys(one, *match.span("than")),
            _before(one, match.start(), match.end()),
            text,
        )
    for match in _FROM.finditer(text):
        sign = 1 if match["up"] else -1
        than = frozenset((PAST,))
        yield Order("amount", sign, than, _before(one, match.start(), match.start("than")), text)
    yield from _two_figures(one)


def _before(one: Statement, start: int, end: int) -> frozenset[str]:
    """The keys of what an English comparison is about: its clause, up to what it is beside."""
    left = max((mark.end() for mark in _CLAUSE.finditer(one.text, 0, start)), default=0)
    return _keys(one, left, end)


_WITH: Final = re.compile(r",? (?:compared (?:with|to)|against|versus)\s")
_DURATION: Final = re.compile("second|minute|hour|day|week|month")
_FOR: Final = re.compile(r"[^,.;]{0,20}? (?:for|in|by|at|with) (?P<than>[^.;,]{2,50})")


def _two_figures(one: Statement) -> Iterator[Order]:
    """0.6 seconds, compared with 1.4 seconds for the cloud version: the lesser time is faster."""
    for match in _WITH.finditer(one.text):
        before = [amount for amount in one.amounts if amount.end <= match.start()]
        after = [amount for amount in one.amounts if match.end() <= amount.start]
        if not before or not after or before[-1].unit != after[0].unit:
            continue
        than = _FOR.match(one.text, after[0].end)
        mine, other = before[-1].value, after[0].value
        if mine == other or not than:
            continue
        timed = bool(_DURATION.search(one.text, before[-1].start, before[-1].end))
        sign = 1 if (mine > other) != timed else -1
        yield Order(
            "speed" if timed else "amount",
            sign,
            _keys(one, *than.span("than")),
            _keys(one, 0, match.start()),
            one.text,
        )
