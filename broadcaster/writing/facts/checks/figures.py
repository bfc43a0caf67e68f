"""Which of two the article's own figures put first, where no sentence of it compares them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.figures import Figure, figures, sense
from broadcaster.writing.facts.claims.order import A_SUM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.writing.facts.claims.order import Order
    from broadcaster.writing.facts.sight import Sight

_HEAD: Final = 0.5
_FAR: Final = 4
_AWAY: Final = 0.2
_AS_CLOSE: Final = 0.8
_OF_A_CHANGE: Final = re.compile("減|増|伸び|上が|下が|拡大|縮|変化|落ち|ペース")
_BETTER_LOW: Final = re.compile(
    "誤|エラー|ミス|失敗|遅延|副作用|不良|事故|故障|消費|騒音|損失|赤字|"
    r"\b(?:error|fail|mistake|latenc|fault|accident|loss)"
)


def by_figures(
    mine: Order, sight: Sight, weight: Callable[[frozenset[str]], float]
) -> list[tuple[str, bool]]:
    """Each nearest pair of figures of both sides, as its text, and whether it is so ordered."""
    of, than = mine.of - mine.than, mine.than - mine.of
    than = than or mine.beside - of
    if not of or not than:
        return []
    told = [one for place in sight.statements if not place.weak for one in figures(place)]
    told = [one for one in told if sense(mine.scale, one.amount.unit)]
    told = [one for one in told if not one.change or _OF_A_CHANGE.search(mine.text)]
    sides = [(_at(one, of, weight) - _at(one, than, weight), one) for one in told]
    above = [(score, one) for score, one in sides if score > 0]
    below = [(-score, one) for score, one in sides if score < 0]
    found = list(_pairs(mine, above, below, weight))
    best = max((score for score, _, _ in found), default=0.0)
    return [(text, agrees) for score, text, agrees in found if score >= _AS_CLOSE * best]


def _pairs(
    mine: Order,
    above: list[tuple[float, Figure]],
    below: list[tuple[float, Figure]],
    weight: Callable[[frozenset[str]], float],
) -> Iterator[tuple[float, str, bool]]:
    for high, one in above:
        for low, other in below:
            apart = abs(one.at - other.at)
            if one.amount.unit != other.amount.unit or apart > _FAR or one.change != other.change:
                continue
            first, second = one.amount.value, other.amount.value
            if first == second:
                continue
            both = (one.own | one.head) & (other.own | other.head)
            measure = weight(frozenset(both & mine.beside))
            sign = (1 if first > second else -1) * _sense(mine, one)
            score = min(high, low) + 0.5 * max(high, low) + measure - _AWAY * apart
            yield score, f"{one.text} {other.text}"[:200], sign == mine.sign


def _sense(mine: Order, one: Figure) -> int:
    turned = mine.scale == "merit" and _BETTER_LOW.search(f"{mine.text} {one.text}")
    return -1 if turned else sense(mine.scale, one.amount.unit)


def _at(one: Figure, keys: frozenset[str], weight: Callable[[frozenset[str]], float]) -> float:
    known = frozenset(key for key in keys if not key.startswith(A_SUM))
    return weight(one.own & known) + _HEAD * weight((one.head - one.own) & known)
