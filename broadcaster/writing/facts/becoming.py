"""What a number was and what it became: 82%から91%に, "from 82 to 91"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.writing.facts.amount import Amount
    from broadcaster.writing.facts.statements import Statement

    Placed = tuple[Statement, Amount]

_FROM: Final = re.compile(r"\bfrom (?:about |around |roughly |nearly )?\Z")
_LOOKS_BACK: Final = 16
_ENDS: Final = re.compile(
    "(?:に|へ|まで)(?=[増減上下延伸短縮更改高低広拡強弱]|引き[上下]|切り替|なった|なり|変わ|移|アップ|ダウン|落)"
)
_ONWARDS: Final = re.compile("から約?| to (?:about )?|→")


def other_end(said: Amount, found: Sequence[Placed], text: str) -> Amount | None:
    """What a number became, where the line has it become what it was: 82%に, of 82%から91%に."""
    ends = bool(_ENDS.match(text, said.end))
    if not ends and not text.startswith("から", said.end):
        return None
    rivals = [_other(place, one, before=not ends) for place, one in found]
    return rivals[0] if all(rivals) else None


def _other(place: Statement, one: Amount, *, before: bool) -> Amount | None:
    """The other end of a change that an amount is the start of, or, with before, the end."""
    at = place.amounts.index(one) + (-1 if before else 1)
    if not 0 <= at < len(place.amounts) or place.amounts[at].unit != one.unit:
        return None
    other = place.amounts[at]
    first, last = (other, one) if before else (one, other)
    return other if _changes(place.text, first, last) else None


def _changes(text: str, first: Amount, last: Amount) -> bool:
    """Whether two amounts are what something was and what it became."""
    if not _ONWARDS.fullmatch(text, first.end, last.start):
        return False
    ahead = text[max(0, first.start - _LOOKS_BACK) : first.start]
    return bool(_ENDS.match(text, last.end) or _FROM.search(ahead))
