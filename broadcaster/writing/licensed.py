"""Whether what a line says stands in its source: numbers, Latin names and quotations.

A line may say a number as the article has it, as an exact equal (0.04ドル is 4セント), rounded
with およそ, or a relative date as the date it was. Everything else is not licensed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from broadcaster.numbers import quantities
from broadcaster.writing.dates import absolute, calendar, has_relative_date
from broadcaster.writing.fitness import for_the_ear
from broadcaster.writing.rounding import exactly, roughly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.numbers import Quantity

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_QUOTATION: Final = re.compile(r"[「『]([^「」『』]+)[」』]")
_GAPS: Final = re.compile(r"[\s　]+")
_CENTS: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?)セント")
_OF_DATES: Final = ("年", "月", "日")


def licensed(
    line_text: str, source_text: str, *, published: str = "", air: str = ""
) -> tuple[str, ...]:
    """What of the line does NOT stand in its source range; empty where all of it does.

    published, air: ISO dates of article and broadcast. Without them a date is believed wherever
    the source speaks of a relative one; with them it must be the right one.
    """
    said = tuple(_ways_to_say(source_text, published, air))
    unknown_dates = has_relative_date(source_text) and said[-1] == source_text
    return (
        *_numbers(line_text, said, any_date=unknown_dates),
        *_names(line_text, said),
        *_quotations(line_text, source_text),
    )


def _ways_to_say(source: str, published: str, air: str) -> Iterator[str]:
    """The source as it stands and as our own rules may say it; the last with dates resolved."""
    plain = for_the_ear(source)
    yield from (source, plain, exactly(plain), roughly(plain))
    dated, _ = absolute(plain, calendar(air, published))
    if dated is not None:
        yield from (exactly(dated), dated)
    yield source if dated is None else dated


def _numbers(line: str, said: Iterable[str], *, any_date: bool) -> Iterator[str]:
    known = {_key(found) for text in said for found in quantities(_in_dollars(text))}
    for found in quantities(_in_dollars(line)):
        date = any_date and found.unit in _OF_DATES
        if not date and _key(found) not in known:
            yield found.text


def _key(found: Quantity) -> tuple[Decimal, str]:
    return found.value.normalize(), found.unit


def _in_dollars(text: str) -> str:
    """Cents as what they are of a dollar, so that both are one quantity."""
    return _CENTS.sub(lambda cents: f"{Decimal(cents[1]) / 100}ドル", text)


def _names(line: str, said: Iterable[str]) -> Iterator[str]:
    known = {name for text in said for name in _names_in(text)}
    yield from (name for name in _names_in(line) if name not in known)


def _names_in(text: str) -> Iterator[str]:
    """Latin names, in small letters: the full stop after one is no part of it."""
    for match in _NAME.finditer(text):
        if re.search("[A-Za-z]", match[0]):
            yield match[0].rstrip(".+-").lower()


def _quotations(line: str, source: str) -> Iterator[str]:
    whole = _GAPS.sub("", source)
    for match in _QUOTATION.finditer(line):
        if _GAPS.sub("", match[1]) not in whole:
            yield match[0]
