"""Does a line set two things in the order in which its article sets them?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.directions import goes_so
from broadcaster.writing.facts.checks.figures import (
    by_figures,
    by_its_own_figures,
    by_the_sides_it_tells,
)
from broadcaster.writing.facts.checks.judged import (
    TURNS,
    as_told,
    held,
    is_called,
    judged,
    sides_of,
    weight_of,
)
from broadcaster.writing.facts.checks.side_by_side import Pair, side_by_side
from broadcaster.writing.facts.claims.order import PAST, Order
from broadcaster.writing.facts.claims.orders import IN_TRUTH, NOT_ONLY, orders
from broadcaster.writing.facts.claims.places import RANK, leader
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_TOLD: Final = 0.2
_OF_MOST: Final = re.compile("多|大き|高|最大|上位|most|largest|highest|biggest|busiest")
_BY: Final = re.compile("より[はも]?、?[0-9]|(?:思っ|考え|想像|期待|予想|見込)[^、。]{0,6}より")
"""By how much, which is looked at as an amount or a length of time; 思ったより is a feeling."""

_PLAINLY: Final = re.compile("より|比べ|ほうが|方が|上回|下回|届か|及ば")


def order_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each comparison that the article makes the other way round."""
    if sight.best < _TOLD:
        return
    if goes_so(sight):
        return
    for said in _said(sight.line):
        nearest = licences(said, sight)
        if nearest and not any(agrees for _, agrees in nearest):
            yield Doubt("comparison", said.text, nearest[0][0], "比べた結果が記事と逆")
            return
        if not nearest and not sight.told and _is_plain(said):
            yield Doubt("comparison", said.text, sight.nearest, "記事はそう比べていない")
            return


def _is_plain(said: Order) -> bool:
    """Whether a line compares two things in so many words, and tells no sum and no feeling."""
    if said.scale == RANK or IN_TRUTH in said.than or _BY.search(said.text):
        return False
    return bool(_PLAINLY.search(said.text))


def licences(said: Order, sight: Sight) -> list[tuple[str, bool]]:
    """What the article says of an order, else what its figures do; and whether each agrees."""
    compared = judged(said, sight)
    told = [(one.text, agrees) for one, agrees in compared]
    mine = held(said, sight)
    if not any(agrees for _, agrees in told) and (
        own := by_its_own_figures(said, sight) or by_the_sides_it_tells(said, sight)
    ):
        return own
    if _two_alone(said, mine) and (pairs := _two_sided(mine, sight)):
        most = max(one.measured for one in pairs)
        if most > max((2 * _measured(one.text, sight) for one, _ in compared), default=0.0):
            found = [(one.text, one.agrees) for one in pairs]
            return found if len({agrees for _, agrees in found}) == 1 or not told else told
    if told or (said.scale == RANK and not _OF_MOST.search(said.text)):
        return told
    if said.scale == RANK:
        mine = replace(mine, scale="amount", of=mine.of & sides_of(sight))
    found = by_figures(mine, sight, lambda keys: weight_of(keys, sight))
    if said.scale == RANK and not said.than:
        return [(text, all(agrees for _, agrees in found)) for text, _ in found[:1]]
    return found


def _two_alone(said: Order, mine: Order) -> bool:
    """Whether a line sets one thing beside another, and neither beside the time before."""
    return said.scale != RANK and PAST not in mine.than and not NOT_ONLY.search(said.text)


def _two_sided(mine: Order, sight: Sight) -> list[Pair]:
    """Figures of both sides, where the line names both and the article gives each one."""
    sides = sides_of(sight)
    named = replace(mine, of=mine.of & sides, than=mine.than & sides)
    return side_by_side(
        named,
        _compared_by(sight),
        lambda keys: any(is_called(key, sight) for key in sorted(keys)),
        sight,
        lambda keys: weight_of(keys, sight),
    )


def _compared_by(sight: Sight) -> frozenset[str]:
    """What a line compares two things by: all that it names beside them."""
    return as_told(sight.line.keys, sight) - sides_of(sight) - TURNS


def _measured(text: str, sight: Sight) -> float:
    """How much of what a line compares by a sentence tells."""
    keys = next((one.keys for one in sight.statements if one.text == text), frozenset())
    return weight_of(_compared_by(sight) & keys, sight)


def in_order(sight: Sight) -> bool:
    """Whether the line compares as some sentence of the article, or its figures do."""
    told = (agrees for said in orders(sight.line) for _, agrees in licences(said, sight))
    return goes_so(sight) or any(told)


def in_growth(sight: Sight) -> bool:
    """Whether the article licenses what the line has grow or shrink since the time before."""
    return goes_so(sight) or any(
        agrees for said in orders(sight.line) if PAST in said.than
        for _, agrees in licences(said, sight)
    )  # fmt: skip


def _said(line: Statement) -> tuple[Order, ...]:
    """What a line compares, and whom it puts first."""
    first = leader(line)
    return (*orders(line), first) if first else orders(line)
