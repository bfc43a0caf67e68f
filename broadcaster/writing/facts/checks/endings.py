"""Does what a line says last agree with how its sentence ends, where no word is the same?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.clause import clauses_of
from broadcaster.writing.facts.claims.likeness import ALREADY, HEDGES, SPEAKING
from broadcaster.writing.facts.claims.moods import certainty_of, negative
from broadcaster.writing.facts.claims.predications import (
    OPEN,
    PAST,
    PLANNED,
    POSSIBLE,
    WEIGHED,
    Predication,
)
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import clauses, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_AGREED: Final = re.compile("まとま|合意|折り合|手を打")
_RETOLD: Final = 0.5
_FEW: Final = 2
_ASKS: Final = re.compile("ほし[いく]|ください")
"""待ってほしい, of what cannot be used until then."""


def at_large(said: Predication, sight: Sight) -> Iterator[Doubt]:
    """What the last clause of the nearest sentence says, against what the line says last."""
    if any(one.start <= said.start < one.end for one in sight.line.amounts):
        return
    if sight.best < _RETOLD or not _tells_the_end(sight) or _ends_elsewhere(sight):
        return
    told = sight.moods
    if _has_equals(sight):
        return
    final, nearest = _end_of(sight.near[0], set(sight.keys.values())), sight.near[0].text
    if final.negated and not negative(sight.line.text) and not _ASKS.search(said.text):
        yield Doubt("negation", said.text, nearest, "記事は打ち消している")
    if (
        final.certainty in HEDGES
        and said.tense == PAST
        and not said.negated
        and not told
        and not _AGREED.search(said.text)
    ) or (
        final.tense == OPEN
        and said.tense == PAST
        and said.key not in SPEAKING
        and _to_come(sight)
        and not final.negated
    ):
        yield Doubt("tense", said.text, nearest, "記事ではこれからのこと")


def _has_equals(sight: Sight) -> bool:
    """Whether two words or fewer point the line at several sentences alike: それを超えた."""
    if len(sight.keys) > _FEW or sight.line.amounts or sight.line.moments:
        return False
    return sum(sight.shares[one.at] >= sight.best for one in sight.near) > 1


def _ends_elsewhere(sight: Sight) -> bool:
    """Whether the line's last clause tells of another sentence than its nearest."""
    last = clauses_of(sight.line)[-1]
    keys = frozenset(map(sight.key, last.keys))
    return bool(last.keys) and not keys & sight.near[0].keys


def _to_come(sight: Sight) -> bool:
    """Whether the line says もう, or the day that its sentence names is yet to come."""
    today = sight.today
    days = [one.date for one in sight.near[0].moments if one.date]
    return bool(ALREADY.search(sight.line.text)) or any(today and day > today for day in days)


_DONE: Final = re.compile(
    r"\b(?:was|were|has|have|had|did|(?!expected|planned|scheduled|need)[a-z]{2,}ed)\b"
)


def _end_of(place: Statement, mine: set[str]) -> Predication:
    """The last thing a sentence says; of an English one, what it says on the whole."""
    last = next((one for one in place.predications if one.last), None)
    if last and (last.certainty or last.negated):
        return last
    if place.closing:
        return place.closing
    told = [one for one in place.predications if one.key in mine]
    known = {one.certainty for one in told} if all(one.certainty for one in told) else set()
    if not told and not _DONE.search(place.text):
        known = set(certainty_of(_most_told(place, mine)))
    sure = next((one for one in (WEIGHED, POSSIBLE, PLANNED) if one in known), "")
    return Predication("", place.text, 0, len(place.text), certainty=sure)


def _most_told(place: Statement, mine: set[str]) -> str:
    """The clause of an English sentence that has most of these terms."""
    return max(clauses_of(place), key=lambda one: len(one.keys & mine)).text


def _tells_the_end(sight: Sight) -> bool:
    """Whether a line tells the last clause of the nearest sentence, where its verb stands."""
    one, mine = sight.near[0], set(sight.keys.values())
    if _has_its_sums_before_the_end(sight):
        return False
    told = [
        sum(
            sight.weights[term.key]
            for term in one.terms
            if start <= term.start < end and term.key in mine
        )
        for start, end in clauses(one.text)
    ]
    return bool(told) and (not one.words or told[-1] >= max(told) > 0)


def _has_its_sums_before_the_end(sight: Sight) -> bool:
    """Whether a Japanese sentence tells the line's amounts, and none of them in its last clause."""
    one = sight.near[0]
    found = [
        other.start
        for other in one.amounts
        if any(same(mine, other) for mine in sight.line.amounts)
    ]
    *_, (last, _) = clauses(one.text)
    return bool(one.words and found) and max(found) < last
