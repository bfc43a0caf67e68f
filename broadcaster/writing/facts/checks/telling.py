"""Which clauses of its article does a clause of a line tell?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.clause import Clause, clauses_of
from broadcaster.writing.facts.claims.concepts import plain_words
from broadcaster.writing.facts.sight import same
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.writing.facts.sight import Sight

_MOST: Final = 8
"""Sentences that are looked at for a term; one that more hold tells little."""

_MOSTLY: Final = 0.4
"""How much of a line's clause the article's must tell."""

_AS_CLOSE: Final = 0.7
_SAME_WORD: Final = 0.7
"""How close, as a share of the closest, is a clause that says the very same thing."""

_SUM: Final = 2.0
_MOMENT: Final = 1.0
_TOPIC: Final = 0.5
"""What a word counts that only the topic of the line's sentence says."""

_MORE: Final = 0.15
"""What each word costs that the article's clause says and the line's does not."""


def elsewhere(mine: Clause, sight: Sight) -> list[Clause]:
    """The clauses of other sentences that share most with this clause of the line."""
    places = (place for place in sight.telling(mine.keys) if place not in sight.near)
    return [clause for place in places for clause in clauses_of(place)]


def holding(key: str, sight: Sight) -> list[Clause]:
    """The article's clauses that hold a term, titles and all, in order."""
    places = [sight.statements[at] for at in sight.holding.get(key, ())][:_MOST]
    return [one for place in places for one in clauses_of(place) if key in one.keys]


def as_spelled(clause: Clause, sight: Sight) -> Clause:
    """The clause with its terms as the article spells them."""
    keys = frozenset(map(sight.key, clause.keys))
    about = frozenset(map(sight.key, clause.about))
    return replace(
        clause,
        keys=keys,
        about=about,
        said=sight.key(clause.said),
        topics=frozenset(map(sight.key, clause.topics)),
        closest=sight.key(clause.closest),
    )


def names(clause: Clause) -> frozenset[str]:
    """The terms of a clause that are what somebody or a place is called."""
    return frozenset(
        term.key for term in clause.statement.terms
        if term.name and clause.start <= term.start < clause.end
    )  # fmt: skip


@cache
def offices() -> frozenset[str]:
    """The terms for who speaks, which is not what is denied."""
    return frozenset(("c:boss", "c:company", *(f"w:{one}" for one in plain_words("offices"))))


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    shared: float
    clause: Clause


def told_by(mine: Clause, source: Sequence[Clause], sight: Sight) -> list[Clause]:
    """The clauses of the article that a clause of the line tells; empty where it is another."""
    whole = _weight(mine.keys | mine.about, sight)
    claim = mine.keys - mine.topics or mine.keys
    near = _nearest(mine, source, sight)
    told = any(
        one.shared >= _MOSTLY * whole
        or _weight(claim & one.clause.keys, sight) >= _MOSTLY * _weight(claim, sight) > 0
        for one in near
    )
    return [one.clause for one in near] if told else []


def _nearest(mine: Clause, source: Sequence[Clause], sight: Sight) -> list[_Match]:
    """The clauses closest to a line's, the closest first; of those, the ones with its own verb."""
    found = sorted(
        (_match(mine, other, sight) for other in source), key=lambda one: one.score, reverse=True
    )
    best = found[0].score if found else 0.0
    numbered = bool(found) and all(numbers_shared(mine, found[0].clause, sight))
    near = [
        one for one in found
        if one.score >= _SAME_WORD * best and _has_its_verb(mine, one.clause)
        and (not numbered or any(numbers_shared(mine, one.clause, sight)))
    ]  # fmt: skip
    return near or [one for one in found if best > 0 and one.score >= _AS_CLOSE * best]


def _has_its_verb(mine: Clause, other: Clause) -> bool:
    """Whether the article's clause says the line's verb, or in English has it as an adjective."""
    named = not other.statement.words and f"c:{_RISEN.get(mine.said[2:])}" in other.keys
    return mine.said in other.keys or named


_RISEN: Final = {"rise": "high", "fall": "low"}
"""higher costs: they rose."""


def with_its_numbers(mine: Clause, source: Sequence[Clause], sight: Sight) -> list[Clause]:
    """The clauses in which an amount or a day of the line's clause stands."""
    return [one for one in source if sum(numbers_shared(mine, one, sight))]


def with_its_sums(mine: Clause, source: Sequence[Clause], sight: Sight) -> list[Clause]:
    """The clauses in which an amount of the line's clause stands."""
    return [one for one in source if numbers_shared(mine, one, sight)[0]]


def numbers_shared(mine: Clause, other: Clause, sight: Sight) -> tuple[int, int]:
    """How many amounts and how many days of a line's clause stand in the article's."""
    sums = sum(
        any(same(one, theirs) for theirs in other.statement.amounts
            if other.start <= theirs.start < other.end)
        for one in mine.statement.amounts if mine.start <= one.start < mine.end
    )  # fmt: skip
    days = sum(
        any(agree(one, theirs, sight.today) for theirs in other.statement.moments
            if other.start <= theirs.start < other.end)
        for one in mine.statement.moments if mine.start <= one.start < mine.end
    )  # fmt: skip
    return sums, days


def _weight(keys: frozenset[str], sight: Sight) -> float:
    return sum(sight.weights.get(key, 1.0) for key in sorted(keys))


def _match(mine: Clause, other: Clause, sight: Sight) -> _Match:
    both = (mine.keys | mine.about) & (other.keys | other.about)
    shared = _weight(both & mine.keys, sight)
    anchored = shared + _TOPIC * _weight(both - mine.keys, sight)
    sums, days = numbers_shared(mine, other, sight)
    anchored += _SUM * sums + _MOMENT * days
    return _Match(anchored - _MORE * len(other.keys - mine.keys), _weight(both, sight), other)


def about_the_same(mine: Clause, source: Sequence[Clause], sight: Sight) -> list[Clause]:
    """Those of the closest clauses that are about what the line's clause is about."""
    near = _nearest(mine, source, sight)
    return [one.clause for one in near if mine.about & one.clause.about]
