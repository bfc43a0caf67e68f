"""Two named things, each with a figure of its own somewhere: which of them has more."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from broadcaster.writing.facts.claims.figures import Figure, figures, sense
from broadcaster.writing.facts.claims.order import WHICH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.writing.facts.claims.order import Order
    from broadcaster.writing.facts.sight import Sight

_MOST: Final = 24
"""Figures of a side that are looked at."""

_FAR: Final = 3
_AS_CLOSE: Final = 0.8
_BEFORE: Final = 0.5
"""What the sentence before tells of counts half: "Speed is a different story."."""

_NAMED_THERE: Final = 1.0
"""More where a figure's own clause names its side than where it goes on about one."""

_BARE: Final = re.compile(r"\s*(?:[.,;)]|\Z|(?:on|for|in|at|by|from|last|of the)\b)")
"""the Glide's only 20: kilograms, as just said."""


class Pair(NamedTuple):
    """A figure of either side. measured: how much of what a line compares by is told there.

    named: how many of them stand beside their side's name, and one more in one sentence.
    """

    text: str
    agrees: bool
    measured: float
    named: int


def side_by_side(
    mine: Order,
    measure: frozenset[str],
    names: Callable[[frozenset[str]], bool],
    sight: Sight,
    weight: Callable[[frozenset[str]], float],
) -> list[Pair]:
    """The pairs of figures that tell most of the measure, and whether each is so ordered.

    names: whether keys name something else.
    """
    of, than = _marks(mine.of - mine.than), _marks(mine.than - mine.of)
    if not of or not than:
        return []
    owned = list(_owned(of, than, names, sight))
    high = [one for side, one in owned if side > 0][:_MOST]
    low = [one for side, one in owned if side < 0][:_MOST]
    sides = of | than
    found = [
        Pair(" ".join(dict.fromkeys((one.text, other.text))), agrees, measured, named)
        for one, other in product(high, low)
        if one.at and other.at and _alike(one, other)
        for way in (sense(mine.scale, one.amount.unit or other.amount.unit),) if way
        for agrees in ((one.amount.value > other.amount.value) == (way == mine.sign),)
        for named in (sum(bool(each.own & sides) for each in (one, other)) + (one.at == other.at),)
        if abs(one.at - other.at) <= _FAR or (named > 1 and mine.scale != "amount")
        for measured in (_told(one, other, measure, sight, weight),)
    ]  # fmt: skip
    best = max(map(_ranks, found), default=0.0)
    return [one for one in found if _ranks(one) >= _AS_CLOSE * best]


def _ranks(pair: Pair) -> float:
    return pair.measured + _NAMED_THERE * min(2, pair.named)


def _marks(keys: frozenset[str]) -> frozenset[str]:
    """What tells a side from another: the number of a series, where it has one."""
    return frozenset(key for key in keys if key.startswith(WHICH)) or keys


def _owned(
    of: frozenset[str], than: frozenset[str], names: Callable[[frozenset[str]], bool], sight: Sight
) -> Iterator[tuple[int, Figure]]:
    """Each figure of the one side (+1) and of the other (-1); a sentence may go on about either."""
    last = first = _whose(sight.statements[0].keys, of, than) if sight.statements else 0
    for place in sight.statements:
        for one in figures(place):
            if one.change:
                continue
            own = _whose(one.own, of, than)
            if not own and not names(one.own):
                own = _whose(one.head, of, than)
                own = own or (last if not names(one.head) and not one.head & (of | than) else 0)
            if own:
                yield own, one
        last = first or _whose(place.keys, of, than) or (0 if names(place.keys) else last)


def _whose(keys: frozenset[str], of: frozenset[str], than: frozenset[str]) -> int:
    return bool(keys & of) - bool(keys & than)


def _alike(one: Figure, other: Figure) -> bool:
    if one.amount.value == other.amount.value:
        return False
    if one.amount.unit == other.amount.unit:
        return True
    return any(
        not bare.amount.unit and not bare.amount.beside and _BARE.match(bare.text, bare.amount.end)
        for bare in (one, other)
    ) and (one.amount.kind != "money" != other.amount.kind)


def _told(
    one: Figure,
    other: Figure,
    measure: frozenset[str],
    sight: Sight,
    weight: Callable[[frozenset[str]], float],
) -> float:
    """How much of the measure the sentences of two figures tell; each counts by its own."""
    return sum(_told_of(each, measure, sight, weight) for each in (one, other))


def _told_of(
    one: Figure,
    measure: frozenset[str],
    sight: Sight,
    weight: Callable[[frozenset[str]], float],
) -> float:
    own = one.own | one.head
    rest = sight.statements[one.at].keys - own
    before = sight.statements[one.at - 1].keys - own - rest if one.at else frozenset()
    return (
        weight(measure & own)
        + _AS_CLOSE * weight(measure & rest)
        + _BEFORE * weight(measure & before)
    )
