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
OF_A_YEAR: Final = "y:"
"""How the keys of an amount, of which of a series and of a year open."""

_OF_NOTHING: Final = ("", VERSION, "つ", "倍")

_NUMBERED: Final = re.compile(
    r"(?:[ァ-ヴー]|(?<![A-Za-z])[A-Z][A-Za-z]*[ -]?)(\d{1,4}(?:\.\d{1,3}){0,2})(?![\d,%]|\.\d)"
    r"|(?<![\d年])([1-9]0)(?=s\b|代(?!後半|前半|目))"
)
"""シーズン2, Helion 5, 30代, 50s: which of a series."""

_UNKNOWN: Final = re.compile("[ぁ-ん]{4,12}")
"""つきさやか: a name in hiragana, of which no dictionary knows."""

_BARE: Final = re.compile(r"(?:version |v|バージョン)?(\d\.\d{1,2})")
"""Faster than 4.8."""

_COMPOUND: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")
"""Q4_K_M is one name."""

_YEAR: Final = re.compile(r"(?<![\d万億,.])(?:19|20)\d\d(?=年|[\s.,;)]|\Z)")
_COUNTER: Final = re.compile("[一-龠]{2,}")
_KATAKANA: Final = re.compile("[ァ-ヴー]{3,}")
"""リーコム is one word, whatever a dictionary makes of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What stands above (+1) or below (-1) something else. than, of: keys of the two sides.

    beside: what else its sentence names, where only one side is told (Aのほうが大きい).
    back: the side that only what was said just before names (その2倍), "than" or "of"; how
    it is told where only figures tell it; or empty. times: what multiple it is, or empty.
    """

    scale: str
    sign: int
    than: frozenset[str]
    of: frozenset[str]
    text: str
    beside: frozenset[str] = frozenset()
    back: str = ""
    times: str = ""


def keys_in(one: Statement, start: int, end: int) -> frozenset[str]:
    """The keys of the terms within text[start:end], of its amounts and of which of a series."""
    terms = (term.key for term in one.terms if start <= term.start and term.end <= end)
    sums = (
        f"{A_SUM}{amount.value.normalize()}{amount.unit}" for amount in one.amounts
        if start <= amount.start and amount.end <= end and amount.unit not in _OF_NOTHING
    )  # fmt: skip
    which = (f"{WHICH}{match[1] or match[2]}" for match in _NUMBERED.finditer(one.text, start, end))
    spelled = (f"w:{match[0]}" for match in _KATAKANA.finditer(one.text, start, end))
    counted = (
        f"w:{amount.written}" for amount in one.amounts
        if start <= amount.start and amount.end <= end and _COUNTER.fullmatch(amount.written)
    )  # fmt: skip
    whole = (f"w:{match[0].lower()}" for match in _COMPOUND.finditer(one.text, start, end))
    years = (f"{OF_A_YEAR}{match[0]}" for match in _YEAR.finditer(one.text, start, end))
    found = frozenset((*terms, *sums, *which, *spelled, *counted, *whole, *years))
    return found or _as_written(one.text[start:end])


def _as_written(text: str) -> frozenset[str]:
    if bare := _BARE.fullmatch(text.strip()):
        return frozenset((f"{WHICH}{bare[1]}",))
    return frozenset((f"w:{text}",)) if _UNKNOWN.fullmatch(text) else frozenset()
