"""Does a clause of a line deny, or tell as done or decided, what the article's does not?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.admitted import admitted_doubts
from broadcaster.writing.facts.checks.already import already_doubts, in_preparation
from broadcaster.writing.facts.checks.also import also_doubts
from broadcaster.writing.facts.checks.decisions import decision_doubts
from broadcaster.writing.facts.checks.telling import (
    about_the_same,
    as_spelled,
    elsewhere,
    names,
    offices,
    told_by,
    with_its_numbers,
    with_its_sums,
)
from broadcaster.writing.facts.checks.tenses import PLANNED_LATER, time_doubts, told_ahead
from broadcaster.writing.facts.checks.unknown import unknown_doubts
from broadcaster.writing.facts.claims.clause import Clause, clauses_of
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.likeness import ALREADY, SPEAKING
from broadcaster.writing.facts.claims.moods import negative
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.quantities.amount import VERSION
from broadcaster.writing.facts.sight import same
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.sight import Sight

_TOLD: Final = 0.25
_MOST: Final = 12
"""Clauses of a sentence that are looked at; an honest one has fewer."""

_NO_CLAIM: Final = re.compile(
    r"\A(?:と|って|という|っていう)"
    r"|(?:という|との|って|なんて|っていう)[^、]{0,8}(?:話|噂|うわさ|報道|声|指摘|見方|心配|質問|疑い|疑問|不安|懸念)"
    r"|かどうか|かというと\Z|たら(?!れ)|(?<!け)れば\Z|なら\Z|とは(?:言|い|限)|のか\Z|[たるい]か\Z|(?:に言わせると|によると|によれば|いわく|曰く|として)\Z|(?:うれし|嬉し)(?!いことに)|(?:びっくり|驚)"
)
"""What somebody asks, fears or is said to say is no claim of the line's own."""


def clause_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each clause that the clauses it tells all deny, or have at another time."""
    if sight.best < _TOLD:
        return
    source = [clause for one in sight.near if not one.weak for clause in clauses_of(one)]
    for said in clauses_of(sight.line)[:_MOST]:
        mine = as_spelled(said, sight)
        if not source or _NO_CLAIM.search(mine.text) or _only_says(mine):
            continue
        told = told_by(mine, source, sight)
        yield from decision_doubts(mine, told, sight)
        if ALREADY.search(mine.text) or PLANNED_LATER.search(mine.text):
            told = told_by(mine, [*source, *elsewhere(mine, sight)], sight) or source
            claim = mine.keys - mine.topics - names(mine)
            told = [one for one in told if claim & one.keys] or told
            told = [one for one in told if mine.closest and mine.closest in one.about] or told
            told = [one for one in told if mine.about & one.about] or told
            numbered = [] if ALREADY.search(mine.text) else with_its_sums(mine, source, sight)
            told = [one for one in told if one in numbered] or numbered or told
        then = told_ahead(mine, source, sight.today)
        late = list(time_doubts(mine, told, sight.today, planned_then=then))
        numbered = with_its_numbers(mine, source, sight)
        told_done = any(one.done and not one.denied and not in_preparation(one) for one in numbered)
        yield from late or (() if told_done else already_doubts(mine, sight))
        yield from also_doubts(mine, sight)
        yield from admitted_doubts(mine, sight)
        yield from unknown_doubts(mine, sight)
        told = told or about_the_same(mine, source, sight)
        later = not mine.done and any(_YET.search(one.statement.text) for one in told)
        rest = (
            sight.line.text[mine.start :]
            if mine.text.endswith(("で", "だと", "ると"))
            else mine.text
        )
        if not mine.denied and not negative(rest) and not later:
            found = list(_denial_doubts(mine, told, sight))
            yield from found or _denial_doubts(mine, _of_its_object(mine, source), sight)


_YET: Final = re.compile(r"まだ|未定|\b(?:yet|still)\b")
"""まだ決まっていない: これから決める."""

_RUMOUR: Final = re.compile(
    "、?(?:という|との|って|なんて)[^、。]{0,8}(?:話|噂|うわさ|報道|声|指摘|見方|心配|質問|疑い|疑問|不安|懸念)"
)


def _only_says(clause: Clause) -> bool:
    """Whether a clause tells no more than that somebody says, or that there was a rumour."""
    if _RUMOUR.match(clause.statement.text, clause.end):
        return True
    return clause.spoken and not clause.said and not ALREADY.search(clause.text)


# ── denied ───────────────────────────────────────────────────────────────────────────────


def _denial_doubts(mine: Clause, told: Sequence[Clause], sight: Sight) -> Iterator[Doubt]:
    content = (mine.keys | mine.about) - SPEAKING - offices() - names(mine)
    somebody = mine.topics & (offices() | names(mine))
    content -= mine.topics if mine.spoken or somebody else frozenset()
    if told and all(
        one.denied and _has_its_numbers(mine, one, sight) and _speaks_of(content, mine, one, sight)
        for one in told
    ):
        yield Doubt("negation", mine.text, told[0].statement.text, "記事は打ち消している")


def _has_its_numbers(mine: Clause, source: Clause, sight: Sight) -> bool:
    """Whether a clause tells a number or a time of the line's, if that has any: 8月に取り下げた."""
    inside = (one for one in mine.statement.amounts if mine.start <= one.start < mine.end)
    sums = [one for one in inside if one.unit != VERSION]
    days = [one for one in mine.statement.moments if mine.start <= one.start < mine.end]
    place = source.statement
    return (
        not (sums or days)
        or any(same(one, other) for one in sums for other in place.amounts
               if source.start <= other.start < source.end)
        or any(agree(one, other, sight.today) for one in days for other in place.moments)
    )  # fmt: skip


_SELDOM: Final = 2
_JUST_BEFORE: Final = 16


def _denies(key: str, source: Clause) -> bool:
    """Whether it is this word that an English clause denies: not yet profitable."""
    text = source.statement.text
    return bool(source.statement.words) or any(
        negative_english(text[max(source.start, term.start - _JUST_BEFORE) : term.start])
        for term in source.statement.terms
        if term.key == key and source.start <= term.start < source.end
    )


def _speaks_of(content: frozenset[str], mine: Clause, source: Clause, sight: Sight) -> bool:
    """Whether two words of content are told, or one that is what both clauses are about."""
    shared = content & (source.keys | source.about)
    if not mine.keys & (source.keys | source.about):
        return False
    seldom = (
        mine.said in shared
        and len(sight.holding.get(mine.said, ())) <= _SELDOM
        and _denies(mine.said, source)
    )
    return len(shared) > 1 or bool(shared & mine.about & source.about) or seldom


def _of_its_object(mine: Clause, source: Sequence[Clause]) -> list[Clause]:
    """The clauses about the line's last subject or object: 採決が済んだ, 採決は持ち越された."""
    if not mine.closest or mine.closest in mine.topics | names(mine):
        return []
    return [
        one for one in source
        if mine.closest in ((one.closest,) if one.statement.words else one.keys)
    ]  # fmt: skip
