"""Months that an article tells by others: 前月 of 5月 is 4月, 前年同月 that of a year before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.times.moment import Moment

_MONTHS_AWAY: Final = {
    -1: r"前月(?!期)|前の月|\bthe (?:previous|prior) month|\b(?:the|a) month (?:earlier|before)",
    1: r"翌月|次の月|\bthe (?:following|next) month|\ba month later",
    -12: (
        r"前年同[月期]|(?:前の年|去年|昨年|[1一]年前)の同じ(?:月|時期|期間)|"
        r"\ba year (?:earlier|ago|before)|\bthe same (?:month|quarter|period) (?:last year|a year)"
    ),
}
_WORDS: Final = {away: re.compile(words) for away, words in _MONTHS_AWAY.items()}
_YEAR: Final = 12


def reckoned_months(text: str, own: Sequence[Moment], before: Sequence[Moment]) -> Iterator[Moment]:
    """Each month that a sentence tells by the one told last. own, before: its moments, earlier."""
    for away, words in _WORDS.items():
        for found in words.finditer(text):
            told = [*before, *(one for one in own if one.start < found.start())]
            months = [one for one in told if one.month and not one.day]
            if months:
                yield _away(months[-1], away, found)


def _away(base: Moment, months: int, found: re.Match[str]) -> Moment:
    at = (base.year or 0) * _YEAR + (base.month or 1) - 1 + months
    year = at // _YEAR if base.year else None
    start, end = found.span()
    return replace(base, start=start, end=end, text=found[0], year=year, month=at % _YEAR + 1)
