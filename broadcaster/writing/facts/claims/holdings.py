"""Whose each figure of a sentence is: 空調が620億円、冷蔵庫が350億円; $87 at Farrow's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.order import A_SUM, PAST, keys_in
from broadcaster.writing.facts.claims.past import in_the_past
from broadcaster.writing.facts.quantities.amount import VERSION

if TYPE_CHECKING:
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount

_MOST: Final = 12
_A_COUPLE: Final = 2
_REACH: Final = 24
_NO_FIGURE: Final = (VERSION, "位", "番目", "年生", "年代", "代", "時", "倍")
_AFTER: Final = re.compile(
    r"(?: \w+){0,2}? (?:for|at|on|in|by|from|with) "
    r"(?P<whose>(?:(?! (?:and|but|while)\b)[^.;,\d]){2,40})"
)
_CHANGED: Final = re.compile(
    r"(?:も|ほど|近く|以上|分|ずつ)?の?(?:増|減|伸び|上昇|下落|低下|上が|下が|短縮|短く|拡大|縮小|差[がはで]|"
    r"[高低多遅長厚薄狭広安][いくか]|少な|速|早|短い|軽|重|上回|下回)"
    r"|,? (?:more|less|fewer|higher|lower|longer|shorter|faster|slower|cheaper|lighter|heavier|"
    r"above|below|ahead|behind|further|later|earlier|increase|rise|jump|gain|drop|fall|decline|cut|growth)\b"
)
_BY: Final = re.compile(
    r"\b(?:by|rose|fell|grew|climbed|dropped|gained|lost)(?: about| nearly)? \Z"
)


@dataclass(frozen=True, slots=True)
class Holding:
    """An amount and the keys of what it is of. past: of the time before. at: its statement.

    unit: that of the figure before it where it leaves out its own: 120 tonnes and 95.
    """

    at: int
    amount: Amount
    own: frozenset[str]
    past: bool
    unit: str


def holdings(one: Statement) -> tuple[Holding, ...]:
    """Each figure of a sentence that is no mere change, with the keys of what has it."""
    found, last = [], 0
    unit = ""
    amounts = [
        each for each in one.amounts[:_MOST]
        if each.unit not in _NO_FIGURE and (each.unit or each.value > _A_COUPLE)
    ]  # fmt: skip
    for each in amounts:
        text = one.text
        start, end = last, each.start
        after = _AFTER.match(text, each.end) if not one.words else None
        last = after.end() if after else each.end
        if is_a_change(one, each):
            continue
        bare = not each.unit and not each.beside and not one.words
        unit = unit if bare else each.unit
        own = keys_in(one, start, end)
        told = text[start:end]
        if after:
            whose = keys_in(one, *after.span("whose"))
            own, told = own | whose, told + after[0]
        own = frozenset(key for key in own if not key.startswith(A_SUM)) - {PAST}
        found.append(Holding(one.at, each, own, in_the_past(told), unit))
    return tuple(found)


def is_a_change(one: Statement, amount: Amount) -> bool:
    """Whether an amount only tells by how much something grew or differs."""
    before = max(0, amount.start - _REACH)
    by = _BY.search(one.text, before, amount.start)
    return bool(_CHANGED.match(one.text, amount.end) or by)
