"""Which of two has more, and which of many has most, by the figures that an article gives each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from broadcaster.writing.facts.checks.judged import TURNS, as_told, is_called, sides_of, weight_of
from broadcaster.writing.facts.claims.holdings import Holding, holdings
from broadcaster.writing.facts.claims.order import A_SUM, OF_A_YEAR, PAST, WHICH, keys_in
from broadcaster.writing.facts.claims.orders import orders
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.quantities.amount import MONEY, VERSION
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.order import Order
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_TOLD: Final = 0.15
_MOST: Final = 24
_NEXT: Final = 3
_PAIR: Final = 2
_OPENING: Final = 3
_MEASURED_AT_ALL: Final = 0.5
_RIVAL: Final = 0.6
_UNITS: Final[dict[str, dict[str, int]]] = {
    "speed": {"秒": -1, "か月": -1, "トークン": 1, "bps": 1, "m": 1, "ノット": 1},
    "length": {"秒": 1, "か月": 1, "m": 1, "ページ": 1, "トークン": 1, "文字": 1},
    "size": {"m": 1, "平方メートル": 1, "インチ": 1, "B": 1, "立方メートル": 1},
    "weight": {"g": 1}, "heat": {"度": 1}, "noise": {"デシベル": 1}, "light": {"ニト": 1},
    "distance": {"m": 1}, "price": dict.fromkeys(sorted(MONEY), 1), "age": {"歳": 1},
}  # fmt: skip
_TOP: Final = re.compile(
    "(?:最も|もっとも|一番|いちばん|(?P<nth>[2-9])(?:番目|位)に)、?"
    "(?P<what>(?:[^、。はがの]{1,8}[がを])?(?:多|大き|高|長|重|速|早|広|古|強|厚|深|遠|"
    "少な|小さ|低|短|軽|遅|安|狭|新し|若|弱|薄|近|静か|うるさ|時間がかか|人気|売れ|使[うっ]))"
    "[^、。]{0,12}?のは、?(?P<who>[^、。]{1,24}?)(?:なのだ|なんだって|だった|だ|で|。|、|\\Z)"
)
_IN_ALL: Final = re.compile(r"合計|全体|総|世界|全国|計|\b(?:total|overall|in all|world)")
_LIMIT: Final = re.compile("上限|下限|基準|目標|規制")
_LOW: Final = re.compile("少な|小さ|低|短|軽|安|狭|若|弱|薄|近|静か|速|早")
_OF_UNIT: Final = (
    (re.compile("重|軽"), {"g"}), (re.compile("速|早|遅|時間"), {"秒", "か月"}),
    (re.compile("静か|うるさ"), {"デシベル"}), (re.compile("安"), set(MONEY)),
)  # fmt: skip


class Standing(NamedTuple):
    """Two figures of one unit: of the one side and of the other; measured: how well they tell."""

    high: Holding
    low: Holding
    measured: float


def standing_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for whoever is put before another, or first of all, against the figures of each."""
    if sight.best < _TOLD or not sight.line.words:
        return
    for said in orders(sight.line):
        ways, text = _ways(said, sight)
        if ways == {False}:
            yield Doubt("comparison", said.text, text, "大小が記事の数と逆")
            return
    for match in _TOP.finditer(sight.line.text):
        if found := _not_first(match, sight):
            yield Doubt("comparison", match[0], found, "順位が記事の数とちがう")
            return


def _ways(said: Order, sight: Sight) -> tuple[set[bool], str]:
    """Whether the figures of two named sides that tell most of an order agree, and one's text."""
    if any(key.startswith(A_SUM) for key in said.than) or _LIMIT.search(said.text):
        return set(), ""
    if said.scale in ("rank", "win", "yen", "merit") or PAST in said.than or said.times:
        return set(), ""
    sides = sides_of(sight)
    than, of = as_told(said.than, sight), as_told(said.of, sight)
    than, of = (than - of) & sides or than - of, (of - than) & sides
    if not than or not of or any(key.startswith((A_SUM, OF_A_YEAR)) for key in than):
        return set(), ""
    measure = as_told(sight.line.keys, sight) - sides - than - of - TURNS
    found = list(_pairs(of, than, measure, said, sight))
    best = max((one.measured for one in found), default=0.0)
    close = [one for one in found if one.measured >= _RIVAL * best]
    if not close or best < _MEASURED_AT_ALL:
        return set(), ""
    agree = {_way(one, said) == said.sign for one in close}
    return agree, sight.statements[close[0].high.at].text


def _is_of(own: frozenset[str], side: frozenset[str]) -> bool:
    """Whether a figure's keys name a side; another of its series is another."""
    which = {key for key in side if key.startswith(WHICH)}
    others = {key for key in own if key.startswith(WHICH)}
    words = side - which
    return bool(own & (words or which)) and (not which or not others or bool(which & others))


def _way(one: Standing, said: Order) -> int:
    unit = one.high.amount.unit or one.low.amount.unit
    up = 1 if one.high.amount.value > one.low.amount.value else -1
    return up * (_UNITS.get(said.scale, {}).get(unit, 1))


def _first_of(keys: frozenset[str], of: frozenset[str], than: frozenset[str]) -> int:
    return _is_of(keys, of) - _is_of(keys, than)


def _pairs(
    of: frozenset[str], than: frozenset[str], measure: frozenset[str], said: Order, sight: Sight
) -> Iterator[Standing]:
    told = [one for place in sight.statements for one in holdings(place)]
    high = [one for one in told if _is_of(one.own, of) and not _is_of(one.own, than)][:_MOST]
    low = [one for one in told if _is_of(one.own, than) and not _is_of(one.own, of)][:_MOST]
    bare = [one for one in told if not one.past and not _is_of(one.own, of | than)]
    bare = [one for one in bare if not any(is_called(key, sight) for key in sorted(one.own))]
    opening = (_first_of(place.keys, of, than) for place in sight.statements[:_OPENING])
    first = next(filter(None, opening), 0)
    high += bare[:_MOST] if first > 0 else []
    low += bare[:_MOST] if first < 0 else []
    units = _UNITS.get(said.scale)
    for one in high:
        for other in low:
            near = abs(one.at - other.at) <= _NEXT
            unit = one.amount.unit
            left_out = one.at == other.at and "" in (unit, other.amount.unit)
            alike = unit == other.amount.unit or left_out
            if not near or not alike or one.amount.value == other.amount.value:
                continue
            if units is not None and (unit or other.amount.unit) not in units:
                continue
            own = 1.0 if units is not None else 0.0
            keys = sight.statements[one.at].keys | sight.statements[other.at].keys
            sums = (*sight.statements[one.at].amounts, *sight.statements[other.at].amounts)
            own += any(same(mine, each) for mine in sight.line.amounts for each in sums)
            measured = own + weight_of(measure & keys, sight)
            yield Standing(one, other, measured - 0.3 * abs(one.at - other.at))


def _not_first(match: re.Match[str], sight: Sight) -> str:
    """The sentence whose figures put others before whoever a line puts first; else empty."""
    line = sight.line
    who = as_told(keys_in(line, *match.span("who")), sight)
    measure = as_told(keys_in(line, 0, match.start("who")), sight) - who - TURNS
    what = match["what"]
    told = [one for one in line.amounts if match.start("who") <= one.start < match.end("who")]
    told = [one for one in told if one.unit not in ("", VERSION)]
    units = next((units for words, units in _OF_UNIT if words.search(what)), None)
    best: tuple[float, str] = (_MEASURED_AT_ALL, "")
    for place in sight.statements:
        rows = _rows(place, sight)
        for unit in dict.fromkeys(one.unit for one in rows):
            row = [one for one in rows if one.unit == unit]
            mine = [one for one in row if one.own & who]
            if told and not any(same(one, each.amount) for one in told for each in mine):
                continue
            if len(mine) != 1 or len(row) < 2 or (units is not None and unit not in units):
                continue
            measured = weight_of(measure & place.keys, sight) + (units is not None)
            if measured > best[0]:
                best = (measured, place.text if _misplaced(mine[0], row, match, place.text) else "")
    return best[1]


def _rows(place: Statement, sight: Sight) -> list[Holding]:
    found = list(holdings(place))
    after = sight.statements[place.at + 1 : place.at + 2]
    return found + [one for other in after for one in holdings(other)]


def _misplaced(mine: Holding, row: list[Holding], match: re.Match[str], text: str) -> bool:
    """Whether more of a row stand before one than its place allows, or fewer; a total stands
    outside of it.
    """
    whole = max(row, key=lambda one: one.amount.value)
    rest = sum(one.amount.value for one in row if one is not whole)
    in_all = _IN_ALL.search(text, 0, whole.amount.start) if whole.at == mine.at else None
    if in_all and whole is not mine and len(row) > _PAIR and whole.amount.value >= rest:
        row = [one for one in row if one is not whole]
    least = bool(_LOW.search(match["what"]))
    before = sum(
        (one.amount.value < mine.amount.value) if least else (one.amount.value > mine.amount.value)
        for one in row
    )
    place = int(match["nth"] or 1)
    return before > place - 1 or (place > 1 and before < place - 1 and len(row) > place)
