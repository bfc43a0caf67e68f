"""What a number was and what it became: 82%から91%に, "from 82 to 91"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount

    Placed = tuple[Statement, Amount]

_FROM: Final = re.compile(r"\bfrom (?:about |around |roughly |nearly )?\Z")
_LOOKS_BACK: Final = 16
_ENDS: Final = re.compile(
    "(?:に|へ|まで)(?=[増減上下延伸短縮更改高低広拡強弱]|引き[上下]|切り替|な[るっり]|する|した|変わ|移|アップ|ダウン|落)"
)
_ONWARDS: Final = re.compile("分?から約?| to (?:about )?|→")


def other_end(said: Amount, found: Sequence[Placed], text: str) -> Amount | None:
    """What a number became, where the line has it become what it was: 82%に, of 82%から91%に."""
    ends = bool(_ENDS.match(text, said.end))
    if not ends and not text.startswith("から", said.end):
        return None
    if ends and (steps := [_level(place, one) for place, one in found]) and all(steps):
        return steps[0]
    rivals = [_other(place, one, before=not ends) for place, one in found]
    return rivals[0] if all(rivals) else None


_STEP: Final = re.compile("(?:の)?(?:引き[上下]げ|値[上下]げ|増や|減ら|増え|減り|上げ|下げ|上積み)")
_LEVEL: Final = re.compile("(?:に|と)(?:する|した|なる|なっ|なり)")
_FROM_IT: Final = re.compile("から(?:改善|悪化|[増減上下伸縮短])")


def _level(place: Statement, one: Amount) -> Amount | None:
    """What it became, where an amount is only how far it went there, or what it was before."""
    at = place.amounts.index(one)
    after, before = place.amounts[at + 1 : at + 2], place.amounts[max(0, at - 1) : at]
    for other in after if _STEP.match(place.text, one.end) else ():
        if other.unit == one.unit and _LEVEL.match(place.text, other.end):
            return other
    for other in before if _FROM_IT.match(place.text, one.end) else ():
        if other.unit == one.unit and place.text.startswith("で", other.end):
            return other
    return None


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
