"""One thing told as standing above or below another on a scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.quantities.amount import VERSION

if TYPE_CHECKING:
    from broadcaster.writing.facts.claims.statements import Statement

PAST: Final = "the time before"
A_SUM: Final = "a:"
WHICH: Final = "n:"
"""How the keys of an amount and of which of a series open."""

_OF_NOTHING: Final = ("", VERSION, "つ", "倍")

_NUMBERED: Final = re.compile(
    r"(?:[ァ-ヴー]|(?<![A-Za-z])[A-Z][A-Za-z]*[ -]?)(\d{1,4}(?:\.\d{1,3}){0,2})(?![\d,%]|\.\d)"
)
"""シーズン2, Helion 5: which of a series."""


@dataclass(frozen=True, slots=True)
class Order:
    """What stands above (+1) or below (-1) something else. than, of: keys of the two sides.

    beside: what else its sentence names, where only one side is told (Aのほうが大きい).
    """

    scale: str
    sign: int
    than: frozenset[str]
    of: frozenset[str]
    text: str
    beside: frozenset[str] = frozenset()


def keys_in(one: Statement, start: int, end: int) -> frozenset[str]:
    """The keys of the terms within text[start:end], of its amounts and of which of a series."""
    terms = (term.key for term in one.terms if start <= term.start and term.end <= end)
    sums = (
        f"{A_SUM}{amount.value.normalize()}{amount.unit}" for amount in one.amounts
        if start <= amount.start and amount.end <= end and amount.unit not in _OF_NOTHING
    )  # fmt: skip
    which = (f"{WHICH}{match[1]}" for match in _NUMBERED.finditer(one.text, start, end))
    return frozenset((*terms, *sums, *which))
