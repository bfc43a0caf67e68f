"""Which way a quantity goes: up, down or nowhere, in both languages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.holdings import is_a_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount

_NOUN: Final = "(?!率|幅|方|ペース|[がはもに])"
_LONE: Final = "(?<!最も)(?<!一番)"
_COUNTED: Final = "(?<=[%割人円件台社店戸トン])"
_RATE: Final = "(?<![0-9万億千])"
_BY: Final = r"(?= (?:(?:from|by|on|about|nearly)\b|[0-9$€£]))"
_IS: Final = ("(?<=is )", "(?<=was )", "(?<=are )", "(?<=were )")


def _said_to_be(word: str) -> str:
    return "|".join(f"{before}{word}" for before in _IS)


_UP: Final = (
    f"(?:増[えやし]|増加|上が[りる]|上昇|伸び){_NOUN}|上積み|上乗せ|引き?上げ|値上げ|上がっ|上回|伸ば|"
    "値上が(?!り[はがもにを率幅])|膨ら|広が[っり]|広[いくか]|延び|分?厚[いくか]|拡大|高騰|かさ[むん]|"
    f"{_LONE}[高多長重][いくか]|{_COUNTED}増(?![加減])|{_RATE}円安(?![いくかド])|"
    "大き[いくか](?![増減伸落下上変縮改])|明る[いくか]|うるさ[いくか]|"
    r"\b(?:more than|higher|rose|risen|rising|rises|increas\w+|grew|grown|climb(?:ed|ing)|"
    r"jumped|surged|raised|(?<!no )(?<!any )longer|heavier|larger|bigger|wider|widened|"
    r"expanded|louder|brighter|above|exceed\w*|dearer|more expensive|costlier|taller|thicker|"
    rf"gained|up{_BY}|{_said_to_be('up')})\b"
)
_DOWN: Final = (
    f"(?:減[っりらる少]|下が[りる]|下落|低下){_NOUN}|引き?下げ|値下げ|下がっ|低減|下回|半減|"
    "縮[まんめ小]|値下が(?!り[はがもにを率幅])|狭[まいくか]|落ち(?!着)|[低薄安暗][いくか]|少な[いくか]|"
    f"短[いく縮か]|軽[いくか]|小さ[いくか]|静か|{_RATE}円高(?![いくかド])|割安|{_COUNTED}減(?!少)|"
    "届か[なず]|及ば[なず]|及びませ|安上がり|"
    r"\b(?:less than|fewer than|fell|fallen|falling|falls|lower\w*|decreas\w+|declin\w+|"
    r"dropped|reduc\w+|slipped|shrank|shrunk|shorter|shorten\w*|lighter|smaller|narrower|"
    rf"narrowed|quieter|dimmer|below|cheaper|cut|thinner|lost|down{_BY}|{_said_to_be('down')})\b"
)
_SAME: Final = (
    "変わら[なず]|変わりませ|変更は?(?:ござ|な|し)|[ともでが]同じ|同額|同数|同水準|横ばい|据え置|そのまま|"
    r"\b(?:unchanged|(?:is|was|were|are|stayed|remained|held|broadly) flat|flat (?:at|from)|"
    r"identical|the same(?= (?:as|size|price|level|number|amount))|no change|steady|stayed at|"
    rf"remains? at|remained at|held at|kept at|{_said_to_be('the same')})\b"
)
_WORDS: Final = re.compile(f"(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<same>{_SAME})")
_FAST: Final = re.compile(
    r"(?P<up>遅[いくか]|時間が?かか|\bslower\b)|(?P<down>速[いくか]|早[いくか](?!も)|\b(?:faster|quicker)\b)"
)
_SUCH: Final = re.compile("[0-9一-龠ァ-ヴ]")
"""小さい200ミリ: which one is meant."""

_NOT: Final = re.compile(
    "(?:[てでは]{0,2}い?な[いかく]|[はも]?(?:しな|せず|しませ)|ませ|わけ(?:じゃ|では))"
)
_NEAR: Final = 16
_MOST: Final = 12
_BREAK: Final = re.compile(
    r"(?<!\d)、|、(?!\d)|。|[;,](?!\d)|(?<=ます)が|\b(?:although|though|while|but|and|whereas|yet)\b"
)
_GOES_ON: Final = re.compile(
    r"、?(?:これは)?(?:[去昨前]|従来|現行|初代|先代|旧|いま|今|これまで|期初|\d{1,2}(?:年前|月末?))|"
    r"[,;]? ?(?:up|down|compared|against|versus|unchanged|the same|flat|which|last year|instead|"
    r"more|less|from|an?\b)"
)


def signs(one: Statement, start: int, end: int, *, timed: bool = False) -> set[int]:
    """Which ways (+1, -1, 0) the words of one.text[start:end] go. timed: faster is less there."""
    found = set()
    for words in (_WORDS, _FAST) if timed else (_WORDS,):
        for match in words.finditer(one.text, start, end):
            way = 1 if match["up"] else -1 if match["down"] else 0
            which = match[0].endswith("い") and _SUCH.match(one.text, match.end())
            if not which and not _NOT.match(one.text, match.end()):
                found.add(way)
    return found


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Each clause of a sentence; one that only sets beside what was goes with the one before."""
    start = at = 0
    for mark in (*_BREAK.finditer(text), None):
        end = mark.start() if mark else len(text)
        if mark and _GOES_ON.match(text, mark.end() if mark[0] in "、。" else mark.start()):
            continue
        if at < end:
            yield start, end
        start = at = mark.end() if mark else end


def change_of(one: Statement, amount: Amount) -> set[int]:
    """Which way an amount of a sentence goes from what it was, by its figures, else its words."""
    timed = amount.unit in ("秒", "か月")
    if is_a_change(one, amount):
        near = signs(one, amount.end, amount.end + _NEAR, timed=timed)
        return near or signs(one, max(0, amount.start - _NEAR), amount.start, timed=timed)
    start, end = next(
        ((left, right) for left, right in spans(one.text) if left <= amount.start < right),
        (amount.start, amount.end),
    )
    inside = [
        other for other in one.amounts[:_MOST]
        if start <= other.start < end and comparable_to(amount, other)
        and not is_a_change(one, other)
    ]  # fmt: skip
    by_figures = set()
    for first, later in pairwise(inside):
        between = one.text[first.end : later.start]
        if first.value == later.value or first.side or later.side:
            continue
        up = 1 if later.value > first.value else -1
        if later is amount and _ONWARDS.match(between):
            by_figures.add(up)
        elif first is amount and _BACK.search(one.text[first.end : later.end + 12]):
            by_figures.add(-up)
    return by_figures or signs(one, start, end, timed=timed)


_ONWARDS: Final = re.compile(r"\w{0,3}(?:から|→|だったのが)|[^.;,]{0,30} to (?:about )?\Z")
_BACK: Final = re.compile(
    r"(?:up|down|rise|increase|drop) from|instead of|compared (?:with|to)|against|versus|"
    r"(?:昨|去|前|現行|従来|先代|初代|旧)"
)


def comparable_to(one: Amount, other: Amount) -> bool:
    """Whether two amounts of an article can be set side by side: 16 sailings instead of 11."""
    return one.unit == other.unit or (not other.unit and not other.beside and bool(one.unit))
