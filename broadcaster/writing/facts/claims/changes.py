"""Growth and decline, told as one thing standing above or below what it was before."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.order import PAST, Order, keys_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement

_WAYS: Final = {"c:rise": 1, "c:fall": -1}
_BREAK: Final = re.compile(
    r"(?<=[^はも\d])、|(?<=\d)、(?!\d)|。|(?<=[たるい])が、|一方|[;,](?!\d)|"
    r"\b(?:although|though|while|but|and|whereas)\b"
)
_ON_A_MARKET: Final = re.compile(
    r"\d(?:円|銭|ドル|セント|ユーロ|ポイント|%)(高|安)(?![いくかめ値])|(?<=[比ら])(プラス|マイナス)(?=\d)"
)
_UP_OR_DOWN: Final = {"高": 1, "プラス": 1, "安": -1, "マイナス": -1}
_TOPIC: Final = re.compile(r"[はがも]|[A-Za-z]")
_BECAME: Final = re.compile("から(?:約|およそ|ほぼ)?|→")
_BRACKETS: Final = re.compile(r"\([^()]{0,40}\)")


def changes(one: Statement) -> Iterator[Order]:
    """An order beside the time before for each clause that tells of a growth or a decline."""
    for start, end in _clauses(one.text):
        ways = {
            _WAYS[term.key] for term in one.terms
            if term.key in _WAYS and start <= term.start < end and not _turned(one, term.start)
        } or _by_figures(one, start, end) or _by_signs(one.text, start, end)  # fmt: skip
        if len(ways) == 1:
            of = keys_in(one, start, end) - frozenset(_WAYS)
            yield Order("amount", ways.pop(), frozenset((PAST,)), of, one.text)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where each clause starts and ends; one with no topic of its own goes with the one before."""
    start, at = 0, 0
    for mark in (*_BREAK.finditer(text), None):
        end = mark.start() if mark else len(text)
        if _TOPIC.search(text, at, end):
            start = at
        if at < end:
            yield start, end
        at = mark.end() if mark else end


def _turned(one: Statement, at: int) -> bool:
    """Whether the growth told there is denied."""
    return any(said.negated and said.start == at for said in one.predications)


def _by_signs(text: str, start: int, end: int) -> set[int]:
    """前日比74円安: so much up or down on a market."""
    return {_UP_OR_DOWN[match[1] or match[2]] for match in _ON_A_MARKET.finditer(text, start, end)}


def _by_figures(one: Statement, start: int, end: int) -> set[int]:
    """Which way the amounts go that a clause joins by から: 22ワットから25ワットになった."""
    inside = [amount for amount in one.amounts if start <= amount.start and amount.end <= end]
    return {
        1 if later.value > first.value else -1
        for first, later in pairwise(inside)
        if first.unit == later.unit and first.value != later.value and not later.side
        and _BECAME.fullmatch(_BRACKETS.sub("", one.text[first.end : later.start]))
    }  # fmt: skip
