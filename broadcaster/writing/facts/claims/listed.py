"""Two things of which a sentence gives a figure each: 桐野市は8億円、波多町は3億円."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.order import Order, keys_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount

LISTED: Final = "listed"
"""How an order is marked that only figures tell."""

_PART: Final = re.compile(r"(?<!\d)、|、(?!\d)|。|[;,](?!\d)|\b(?:while|and|but)\b")
_HELD: Final = re.compile(
    r"[はが]|「[^」]{1,20}」が|\b(?:for|was|were|had|has|got|scored|is|are|with)\b"
)
_CHANGES: Final = ("c:rise", "c:fall")


def listed(one: Statement) -> Iterator[Order]:
    """An order by the figures of each two neighbours that have one of the same unit."""
    parts = tuple(_parts(one))
    for (start, end, first), (begin, stop, second) in pairwise(parts):
        if first.unit != second.unit or first.value == second.value or end + 1 < begin - 4:
            continue
        above, below = keys_in(one, start, end), keys_in(one, begin, stop)
        of, than = above - below, below - above
        if of and than and not (above | below) & frozenset(_CHANGES):
            yield Order(
                "amount", 1 if first.value > second.value else -1, than, of, one.text, back=LISTED
            )


def _parts(one: Statement) -> Iterator[tuple[int, int, Amount]]:
    """Each part that tells of something by one amount: where it starts and ends, and that."""
    start = 0
    for mark in (*_PART.finditer(one.text), None):
        end = mark.start() if mark else len(one.text)
        inside = [amount for amount in one.amounts if start <= amount.start and amount.end <= end]
        if len(inside) == 1 and _HELD.search(one.text, start, end):
            yield start, end, inside[0]
        start = mark.end() if mark else end
