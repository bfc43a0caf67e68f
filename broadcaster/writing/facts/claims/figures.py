"""The figures of a sentence, each with what is said of it, to tell which of two is more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.order import PAST, keys_in
from broadcaster.writing.facts.claims.past import in_the_past
from broadcaster.writing.facts.quantities.amount import MONEY, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount

_MOST: Final = 12
_NO_FIGURE: Final = (VERSION, "位", "番目", "年生", "歳", "年代", "代", "時", "倍")
_PART: Final = re.compile(
    r"(?<!\d)、|、(?!\d)|。|[;,](?!\d)|(?<=対し)て?|\b(?:while|whereas|and|but|against|"
    r"compared (?:with|to)|versus|from)\b|から"
)
_WHICH_ONE: Final = re.compile(r"\d{1,2}\.\d{1,2}(?:[はがをにへ系版]|で[はもの、])")
"""3.0は2025年1月に出る: a version."""

_TOPIC: Final = re.compile("(?<=[^、。])(?:では|には|[はがも])")
_CHANGED: Final = re.compile(
    r"(?:\([^()]{0,20}\))?(?:も|ほど|近く|以上|分|ずつ)?の?"
    "(?:増|減|伸び|上昇|下落|低下|上が|下が|短縮|拡大|縮|落ち|差|更新|遅れ|早ま|高[いくか]|低[いくか]|多[いくか]|少な|"
    "速|遅|早|長[いくか]|短|安[いくか]|軽|重|マイナス|プラス|アップ|ダウン|上回|下回)"
    r"|,? (?:more|less|fewer|higher|lower|longer|shorter|faster|slower|cheaper|lighter|heavier|"
    r"above|below|under|over|ahead|behind|short of|apart|further|farther|later|earlier|wider|"
    r"taller|older|younger|warmer|cooler|hotter|colder|dearer|increase|rise|jump|gain|drop|fall|"
    r"decline|cut|reduction|growth)\b"
)
_CHANGING: Final = re.compile(
    r"\b(?:rose|risen|rise|grew|grown|climbed|jumped|increased|surged|fell|fallen|slipped|dropped|declined|"
    r"shrank|decreased|up|down|gained|lost|cut)(?: by)?(?: about| around| nearly| almost)?\s\Z"
)
_BESIDE_THE_PAST: Final = re.compile(
    "(?:前|昨|去)[^、。はがも]{0,6}?(?:比|に比べ|と比べ|より|から|を[上下]回)"
)
"""前の期比6%増の2215億円 is what there is now."""

_OF_CHANGE: Final = frozenset(("c:rise", "c:fall"))
_SENSES: Final[dict[str, dict[str, int]]] = {
    "speed": {"秒": -1, "か月": -1, "トークン": 1, "bps": 1, "Hz": 1, "m": 1, "枚": 1},
    "length": {"秒": 1, "か月": 1, "m": 1, "トークン": 1, "文字": 1, "字": 1},
    "size": {
        "B": 1, "m": 1, "平方メートル": 1, "インチ": 1, "パラメータ": 1, "パラメーター": 1, "W": 1,
    },
    "weight": {"g": 1},
    "heat": {"度": 1},
    "noise": {"デシベル": 1},
    "distance": {"m": 1},
    "merit": {"%": 1, "ポイント": 1, "点": 1, "": 1},
    "win": {"%": 1, "ポイント": 1, "点": 1},
    "price": dict.fromkeys(sorted(MONEY), 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount of a sentence. own: the keys beside it; head: those of what its sentence is about.

    change: whether it only tells by how much something grew or shrank.
    """

    at: int
    amount: Amount
    own: frozenset[str]
    head: frozenset[str]
    text: str
    change: bool


def figures(one: Statement) -> Iterator[Figure]:
    """Every figure of a sentence, in order, but for those that only say which of a series."""
    topic = _TOPIC.search(one.text) if one.words else None
    stop = topic.end() if topic else 0
    for amount in one.amounts[:_MOST]:
        if amount.unit in _NO_FIGURE or amount.side or _WHICH_ONE.match(one.text, amount.start):
            continue
        start, end, left = _part(one, amount)
        own = keys_in(one, start, end)
        if in_the_past(_BESIDE_THE_PAST.sub("", one.text[start:end])):
            own = own | {PAST}
        head = keys_in(one, 0, min(stop, amount.start)) | keys_in(one, left, amount.start)
        yield Figure(one.at, amount, own, head, one.text, _tells_a_change(one, amount, own))


def sense(scale: str, unit: str) -> int:
    """+1 where more of a unit is more on a scale, -1 where less is, 0 where it tells nothing."""
    if scale == "amount" or (scale == "size" and unit not in (*MONEY, "%", "ポイント")):
        return 1
    return _SENSES.get(scale, {}).get(unit, 0)


def _part(one: Statement, amount: Amount) -> tuple[int, int, int]:
    """Where the part of a sentence starts and ends that an amount stands in, and its neighbour."""
    text, others = one.text, [other for other in one.amounts if other.unit == amount.unit]
    left = max((other.end for other in others if other.end <= amount.start), default=0)
    right = min((other.start for other in others if other.start >= amount.end), default=len(text))
    start = max((mark.end() for mark in _PART.finditer(text, left, amount.start)), default=left)
    mark = _PART.search(one.text, amount.end, right)
    if text.startswith("と", amount.end):
        right = amount.end
    return start, min(mark.start(), right) if mark else right, left


def _tells_a_change(one: Statement, amount: Amount, own: frozenset[str]) -> bool:
    before = one.text[max(0, amount.start - 40) : amount.start]
    return bool(
        _CHANGED.match(one.text, amount.end) or _CHANGING.search(before) or own & _OF_CHANGE
    )
