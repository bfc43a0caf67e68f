"""One thing told as standing above or below another on a scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from broadcaster.writing.facts.statements import Statement

PAST: Final = "the time before"


@dataclass(frozen=True, slots=True)
class Order:
    """What stands above (+1) or below (-1) something else. than, of: keys of the two sides."""

    scale: str
    sign: int
    than: frozenset[str]
    of: frozenset[str]
    text: str


def keys_in(one: Statement, start: int, end: int) -> frozenset[str]:
    """The keys of the terms within text[start:end]."""
    return frozenset(term.key for term in one.terms if start <= term.start and term.end <= end)
