"""Which of two the article's own figures put first, where no sentence of it compares them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.figures import Figure, figures, sense
from broadcaster.writing.facts.claims.order import A_SUM, PAST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.writing.facts.claims.order import Order
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

_HEAD: Final = 0.5
_BEFORE: Final = 2.0
_MOST: Final = 24
"""Figures of a side that are looked at."""

_FAR: Final = 4
_AWAY: Final = 0.2
_AS_CLOSE: Final = 0.8
_OF_A_CHANGE: Final = re.compile("減|増|伸び|上が|下が|拡大|縮|変化|落ち|ペース")
_LESS_OR_MORE: Final = re.compile("伸び|増え方|減り方|ペース|幅")
"""What is beside a sum there is no sum itself."""

_EARNED: Final = re.compile(
    r"売上|売り上げ|収入|利益|調達|出資|投資|\b(?:took|taking|revenue|sales|profit|raised|earned|invest)"
)
"""Sums that are no prices."""

_BETTER_LOW: Final = re.compile(
    "誤|エラー|ミス|失敗|遅延|副作用|不良|事故|故障|消費|騒音|損失|赤字|"
    r"\b(?:error|fail|mistake|latenc|fault|accident|loss)"
)


def by_figures(
    mine: Order, sight: Sight, weight: Callable[[frozenset[str]], float]
) -> list[tuple[str, bool]]:
    """Each nearest pair of figures of both sides, as its text, and whether it is so ordered."""
    of, than = mine.of - mine.than, mine.than - mine.of
    if not of or (not than and mine.than):
        return []
    places = sight.statements if than else sight.near
    told = [one for place in places for one in figures(place)]
    told = [one for one in told if sense(mine.scale, one.amount.unit)]
    if mine.scale == "price":
        told = [one for one in told if not _EARNED.search(one.text)]
    told = [one for one in told if not one.change or _OF_A_CHANGE.search(mine.text)]
    sides = [(_at(one, of, weight) - _at(one, than, weight), one) for one in told]
    found = list(_pairs(mine, sides, weight) if than else _of_one_side(mine, sides, weight))
    best = max((score for score, _, _ in found), default=0.0)
    return [(text, agrees) for score, text, agrees in found if score >= _AS_CLOSE * best]


def by_its_own_figures(said: Order, sight: Sight) -> list[tuple[str, bool]]:
    """78.4点。ライバルの76.8点より高い: what is beside a sum is the one other sum just told."""
    sums = [one for one in sight.line.amounts if _key(one) in said.than and one.unit]
    if len(sums) != 1 or not sight.line.text.startswith(("より", "を", "に"), sums[0].end):
        return []
    low = sums[0]
    others = [one for one in sight.told if one.unit == low.unit and one.value != low.value]
    way = sense(said.scale, low.unit)
    if len(others) != 1 or not way or _LESS_OR_MORE.search(sight.line.text, low.end):
        return []
    sign = way if others[0].value > low.value else -way
    joined = others[0] in sight.line.amounts and sight.line.text.startswith("で、", others[0].end)
    return (
        [(f"{others[0].text} {low.text}", sign == said.sign)] if joined or sign == said.sign else []
    )


_OWN: Final = re.compile("(?P<one>[^、。はがをでの]{1,20})[のがは、]{1,2}\\Z")
_PAIR: Final = 2
_OF_TIME: Final = ("秒", "分", "時間", "日")


def by_the_sides_it_tells(said: Order, sight: Sight) -> list[tuple[str, bool]]:
    """Aの1.5秒に対してBが1.2秒で、Bのほうが速い: each side's own figure stands beside its name."""
    text = sight.line.text
    sums = [one for one in sight.line.amounts if one.unit]
    if len(sums) != _PAIR or sums[0].unit != sums[1].unit or said.than:
        return []
    own = [_keys_just_before(one, sight) for one in sums]
    mine = [bool(keys & said.of) for keys in own]
    way = sense(said.scale, sums[0].unit)
    way = way or -(said.scale == "speed" and sums[0].unit in _OF_TIME)
    if not way or mine[0] == mine[1] or sums[0].value == sums[1].value:
        return []
    high, low = (sums[0], sums[1]) if mine[0] else (sums[1], sums[0])
    return [(text, (way if high.value > low.value else -way) == said.sign)]


def _keys_just_before(amount: Amount, sight: Sight) -> frozenset[str]:
    """The terms of the word that an amount is told of: (フォテロが)1.2秒."""
    named = _OWN.search(sight.line.text, 0, amount.start)
    start = named.start("one") if named else amount.start
    terms = (one for one in sight.line.terms if start <= one.start < amount.start)
    return frozenset(one.key for one in terms)


def _key(one: Amount) -> str:
    return f"{A_SUM}{one.value.normalize()}{one.unit}"


def _pairs(
    mine: Order, sides: list[tuple[float, Figure]], weight: Callable[[frozenset[str]], float]
) -> Iterator[tuple[float, str, bool]]:
    """Each figure of the one side with each of the other, and how much they share with the line."""
    ranked = sorted(sides, key=lambda side: -side[0])
    for high, one in ranked[:_MOST]:
        for low, other in ranked[-_MOST:]:
            apart = abs(one.at - other.at) if one.at and other.at else 1
            if high <= 0 or low >= 0 or apart > _FAR or not _alike(one, other):
                continue
            both = (one.own | one.head) & (other.own | other.head)
            score = min(high, -low) + 0.5 * max(high, -low) - _AWAY * apart
            yield score + weight(both & mine.beside), *_ordered(mine, one, other)


def _of_one_side(
    mine: Order, sides: list[tuple[float, Figure]], weight: Callable[[frozenset[str]], float]
) -> Iterator[tuple[float, str, bool]]:
    """The figure of the side a line names, with each other of its sentence."""
    best = max((score for score, _ in sides), default=0.0)
    for one in [figure for score, figure in sides if score == best][:_MOST]:
        for _, other in sides:
            only, others = (one.own - other.own) & mine.of, (other.own - one.own) & mine.of
            if only and not others and one.at == other.at and _alike(one, other):
                measure = weight((one.own | one.head) & mine.beside)
                yield best + measure, *_ordered(mine, one, other)


def _alike(one: Figure, other: Figure) -> bool:
    same = one.amount.unit == other.amount.unit and one.change == other.change
    return same and one.amount.value != other.amount.value


def _ordered(mine: Order, one: Figure, other: Figure) -> tuple[str, bool]:
    sign = (1 if one.amount.value > other.amount.value else -1) * _sense(mine, one)
    text = one.text if one.at == other.at else f"{one.text} {other.text}"
    return text, sign == mine.sign


def _sense(mine: Order, one: Figure) -> int:
    turned = mine.scale == "merit" and _BETTER_LOW.search(f"{mine.text} {one.text}")
    return -1 if turned else sense(mine.scale, one.amount.unit)


def _at(one: Figure, keys: frozenset[str], weight: Callable[[frozenset[str]], float]) -> float:
    known = frozenset(key for key in keys if not key.startswith(A_SUM))
    past = _BEFORE * (PAST in one.own & known)
    return past + weight(one.own & known) + _HEAD * weight((one.head - one.own) & known)
