"""How far apart two of an article's numbers or moments are: 18台多い of 30台 and 48台."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.lengths import is_apart
from broadcaster.writing.facts.checks.mispaired import is_change
from broadcaster.writing.facts.quantities.amount import comparable
from broadcaster.writing.facts.quantities.extents import tells
from broadcaster.writing.facts.quantities.neighbours import in_one_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

_RATIO: Final = ("倍", "%")
_MOST: Final = 12
_LENGTHS: Final = ("か月", "秒")


def lies_apart(said: Amount, sight: Sight) -> bool:
    """Whether two numbers, or two moments, of neighbouring sentences are so far apart."""
    if said.unit in _RATIO or not is_change(sight.line, said):
        return False
    return any(
        tells(said, abs(one.value - other.value))
        for places in _neighbours(sight)
        for one, other in combinations(_of_its_kind(said, places), 2)
        if one.unit == other.unit
    ) or (said.unit in _LENGTHS and _moments_lie(said, sight))


def _moments_lie(said: Amount, sight: Sight) -> bool:
    return any(
        is_apart(said, one, other)
        for places in _neighbours(sight)
        for one, other in combinations([day for place in places for day in place.moments], 2)
    )


def _neighbours(sight: Sight) -> Iterator[tuple[Statement, ...]]:
    """Each sentence and the next one."""
    for at in range(len(sight.statements)):
        yield sight.statements[at : at + 2]


def _of_its_kind(said: Amount, places: tuple[Statement, ...]) -> list[Amount]:
    found = [one for place in places for one in in_one_unit(place.text, place.amounts[:_MOST])]
    return [one for one in found if comparable(said.unit, one.unit) and one.value > said.value]
