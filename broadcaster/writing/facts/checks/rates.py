"""Is what a line tells by the hour, the month or the year told by the same in its article?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import clause_of, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

_AHEAD: Final = {
    "秒": "秒速|毎秒|1秒間?(?:に|で|あたり|当たり)|(?<![0-9])1秒間",
    "分": "分速|毎分|1分間?(?:に|で|あたり|当たり)|(?<![0-9])1分間",
    "時間": "時速|毎時|時給|1時間(?:に|で|あたり|当たり)|hourly(?: [a-z]+){0,2} of",
    "日": "日額|日給|日当|日産|(?<![0-9月])1日(?:に|あたり|当たり)?|毎日|daily(?: [a-z]+){0,2} of",
    "週": "毎週|週給|(?<![一-龠0-9])週に?|1週間(?:に|あたり|当たり)|weekly(?: [a-z]+){0,2} of",
    "月": (
        "月額|月給|月収|月産|毎月|月々|(?<![一-龠0-9])月に?|1[かカヶ]月(?:に|あたり|当たり)|ひと月(?:に|あたり)?|"
        "monthly(?: [a-z]+){0,2} of"
    ),
    "年": (
        "年額|年収|年俸|年産|年商|毎年|年間|(?<![一-龠0-9])年に?|(?<![0-9])1年間?(?:に|で|あたり|当たり)|"
        "(?:annual|yearly)(?: [a-z]+){0,2} of"
    ),
}
_NAMED: Final = dict(zip(_AHEAD, "sihdwmy", strict=True))
_BETWEEN: Final = (
    r"(?:の)?(?:[、はが ]|約|およそ|最大で?|平均で?|最高|税込み?|about |some |\$|£|€|¥){0,3}\Z"
)
_ANY: Final = "|".join(f"(?P<{_NAMED[per]}>{words})" for per, words in _AHEAD.items())
_BEFORE: Final = re.compile(f"(?:{_ANY}){_BETWEEN}")
_HEAD: Final = re.compile(_ANY)
_LATIN_UNITS: Final = {
    "second": "秒", "minute": "分", "hour": "時間", "day": "日", "week": "週", "month": "月",
    "year": "年",
}  # fmt: skip
_BEHIND: Final = re.compile(
    r"(?: [a-z-]+){0,2}?(?: (?:an?|per|each|every) |-a-| ?/ ?)"
    r"(?P<per>second|minute|hour|day|week|month|year)\b"
    r"| ?/ ?(?P<sign>秒|分|時間|日|週|月|年)"
)
_LOOKS_BACK: Final = 30
_AS_CLOSE: Final = 0.6


def rate_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each amount that the article has by another length of time everywhere."""
    yield from _piece_doubts(sight)
    for said in sight.line.amounts:
        per = _per(sight.line.text, said)
        if not per:
            continue
        places = [
            (sight.topics[one.at], one, other)
            for one in sight.statements for other in one.amounts if same(said, other)
        ]  # fmt: skip
        most = max((topic for topic, _, _ in places), default=0.0)
        told = [
            (other, _per(one.text, other) or _anywhere(one.text, other))
            for topic, one, other in places if topic >= _AS_CLOSE * most
        ]  # fmt: skip
        alike = [one for one in told if one[0].unit == said.unit]
        told = alike or told
        if told and all(other and other != per for _, other in told):
            yield Doubt("unit", said.text, told[0][0].text, f"記事では1{told[0][1]}あたり")


_PIECE: Final = re.compile(
    r"(?P<piece>1(?:個|本|枚|人|台|冊|杯|袋|箱|缶|食|匹|頭|玉|株|件|回|泊|席|室|部|口|組|世帯|"
    r"キログラム|キロ|kg|グラム|g|トン|リットル|ポンド|バレル|(?:トロイ)?オンス|ガロン|平方メートル|坪|km)|(?:10|50|100|500)(?:グラム|g))"
    r"(?:あたり|当たり|につき|で)?(?:[、はが ]|約|およそ|平均で?|税込み?)*\Z"
)
_PIECE_BEHIND: Final = re.compile(
    r"(?: an?| per|/) ?(?:metric |troy |short )?"
    r"(?P<piece>kilogram|kilo|kg|gram|tonne|ton|ounce|litre|liter|gallon|barrel)\b"
)
_LATIN_PIECES: Final = {
    "kilogram": "1キロ", "kilo": "1キロ", "kg": "1キロ", "gram": "1グラム", "tonne": "1トン",
    "ton": "1トン", "ounce": "1オンス", "litre": "1リットル", "liter": "1リットル",
    "gallon": "1ガロン", "barrel": "1バレル",
}  # fmt: skip
_SAME_PIECES: Final = {
    "キログラム": "キロ", "トロイオンス": "オンス", "kg": "キロ", "g": "グラム", "当たり": "あたり",
}  # fmt: skip


def _piece_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each price that the article has for another quantity everywhere: 1個, 1キロ."""
    for said in sight.line.amounts:
        mine = _piece(sight.line.text, said) if said.kind == "money" else ""
        if not mine:
            continue
        told = [
            _piece(one.text, other)
            for one in sight.statements for other in one.amounts
            if other.kind == "money" and same(said, other)
        ]  # fmt: skip
        if told and all(other and other != mine for other in told):
            yield Doubt("unit", said.text, told[0], f"記事では{told[0]}あたり")


def _piece(text: str, amount: Amount) -> str:
    """What a price is for, where a quantity stands right before it: 1キロ(あたり)325円."""
    if behind := _PIECE_BEHIND.match(text, amount.end):
        return _LATIN_PIECES[behind["piece"]]
    found = _PIECE.search(text[max(0, amount.start - _LOOKS_BACK) : amount.start])
    piece = found["piece"] if found else ""
    return next((piece.replace(a, b) for a, b in _SAME_PIECES.items() if piece.endswith(a)), piece)


def _per(text: str, amount: Amount) -> str:
    """The length of time that an amount is told by; empty where it is told by none."""
    behind = _BEHIND.match(text, amount.end)
    if behind:
        return behind["sign"] or _LATIN_UNITS[behind["per"]]
    before = _BEFORE.search(text[max(0, amount.start - _LOOKS_BACK) : amount.start])
    return next((per for per, name in _NAMED.items() if before[name]), "") if before else ""


def _anywhere(text: str, amount: Amount) -> str:
    """年間の能力は4万から20万に: what stands at the head of its clause, where nothing else does."""
    start, _ = clause_of(text, amount.start, amount.end)
    found = {
        per
        for match in _HEAD.finditer(text, start, amount.start)
        for per, name in _NAMED.items()
        if match[name]
    }
    return found.pop() if len(found) == 1 else ""
