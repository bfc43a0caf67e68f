"""Does a clause of a line deny, or tell as done, what the clause that it tells does not?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.clause import Clause, clauses_of
from broadcaster.writing.facts.claims.concepts import plain_words
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.likeness import ALREADY, SPEAKING
from broadcaster.writing.facts.claims.moods import certainty_of, negative
from broadcaster.writing.facts.claims.predications import POSSIBLE, WEIGHED
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import same
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.times.moment import Moment

_TOLD: Final = 0.25
_MOST: Final = 12
"""Clauses of a sentence that are looked at; an honest one has fewer."""

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

_NO_CLAIM: Final = re.compile(
    r"\A(?:と|って|という|っていう)"
    r"|(?:という|との|って|なんて|っていう)[^、]{0,8}(?:話|噂|うわさ|報道|声|指摘|見方|心配|質問|疑い|疑問|不安|懸念)"
    r"|かどうか|たら(?!れ)|(?<!け)れば\Z|なら\Z|とは(?:言|い|限)|のか\Z|[たるい]か\Z|(?:に言わせると|によると|によれば|いわく|曰く|として)\Z|(?:うれし|嬉し|びっくり|驚)"
)
"""What somebody asks, fears or is said to say is no claim of the line's own."""


def clause_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each clause that the clauses it tells all deny, or have at another time."""
    if sight.best < _TOLD:
        return
    source = [clause for one in sight.near if not one.weak for clause in clauses_of(one)]
    for said in clauses_of(sight.line)[:_MOST]:
        mine = _as_spelled(said, sight)
        if not source or _NO_CLAIM.search(mine.text) or _only_says(mine):
            continue
        told = _told_by(mine, source, sight)
        yield from _settled(mine, told)
        if ALREADY.search(mine.text) or _PLANNED.search(mine.text):
            told = _told_by(mine, [*source, *_elsewhere(mine, sight)], sight) or source
            claim = mine.keys - mine.topics - _names(mine)
            told = [one for one in told if claim & one.keys] or told
            told = [one for one in told if mine.closest and mine.closest in one.about] or told
            told = [one for one in told if mine.about & one.about] or told
        yield from _time_doubts(mine, told, sight.today)
        if not mine.denied and not negative(mine.text):
            told = told or _about_the_same(mine, source, sight)
            found = list(_denial_doubts(mine, told, sight))
            yield from found or _denial_doubts(mine, _of_its_object(mine, source), sight)


_RUMOUR: Final = re.compile(
    "、?(?:という|との|って|なんて)[^、。]{0,8}(?:話|噂|うわさ|報道|声|指摘|見方|心配|質問|疑い|疑問|不安|懸念)"
)


def _only_says(clause: Clause) -> bool:
    """Whether a clause tells no more than that somebody says, or that there was a rumour."""
    if _RUMOUR.match(clause.statement.text, clause.end):
        return True
    return clause.spoken and not clause.said and not ALREADY.search(clause.text)


def _elsewhere(mine: Clause, sight: Sight) -> list[Clause]:
    """The clauses of other sentences that share most with this clause of the line."""
    places = (place for place in sight.telling(mine.keys) if place not in sight.near)
    return [clause for place in places for clause in clauses_of(place)]


def _as_spelled(clause: Clause, sight: Sight) -> Clause:
    """The clause with its terms as the article spells them."""
    keys = frozenset(map(sight.key, clause.keys))
    about = frozenset(map(sight.key, clause.about))
    return replace(
        clause,
        keys=keys,
        about=about,
        said=sight.key(clause.said),
        topics=frozenset(map(sight.key, clause.topics)),
    )


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    shared: float
    clause: Clause


def _of_its_object(mine: Clause, source: Sequence[Clause]) -> list[Clause]:
    """The clauses about the line's last subject or object: 採決が済んだ, 採決は持ち越された."""
    if not mine.closest or mine.closest in mine.topics | _names(mine):
        return []
    return [one for one in source if one.closest == mine.closest]


def _told_by(mine: Clause, source: Sequence[Clause], sight: Sight) -> list[Clause]:
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
    near = [one for one in found if one.score >= _SAME_WORD * best and mine.said in one.clause.keys]
    return near or [one for one in found if best > 0 and one.score >= _AS_CLOSE * best]


def _weight(keys: frozenset[str], sight: Sight) -> float:
    return sum(sight.weights.get(key, 1.0) for key in sorted(keys))


def _match(mine: Clause, other: Clause, sight: Sight) -> _Match:
    both = (mine.keys | mine.about) & (other.keys | other.about)
    shared = _weight(both & mine.keys, sight)
    anchored = shared + _TOPIC * _weight(both - mine.keys, sight)
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
    anchored += _SUM * sums + _MOMENT * days
    return _Match(anchored - _MORE * len(other.keys - mine.keys), _weight(both, sight), other)


# ── denied ───────────────────────────────────────────────────────────────────────────────


def _denial_doubts(mine: Clause, told: Sequence[Clause], sight: Sight) -> Iterator[Doubt]:
    content = (mine.keys | mine.about) - SPEAKING - _offices() - _names(mine)
    somebody = mine.topics & (_offices() | _names(mine))
    content -= mine.topics if mine.spoken or somebody else frozenset()
    if told and all(one.denied and _speaks_of(content, mine, one, sight) for one in told):
        yield Doubt("negation", mine.text, told[0].statement.text, "記事は打ち消している")


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


@cache
def _offices() -> frozenset[str]:
    """The terms for who speaks, which is not what is denied."""
    return frozenset(("c:boss", "c:company", *(f"w:{one}" for one in plain_words("offices"))))


def _speaks_of(content: frozenset[str], mine: Clause, source: Clause, sight: Sight) -> bool:
    """Whether two words of content are told, or one that is what both clauses are about."""
    shared = content & (source.keys | source.about)
    seldom = (
        mine.said in shared
        and len(sight.holding.get(mine.said, ())) <= _SELDOM
        and _denies(mine.said, source)
    )
    return len(shared) > 1 or bool(shared & mine.about & source.about) or seldom


def _names(clause: Clause) -> frozenset[str]:
    return frozenset(
        term.key for term in clause.statement.terms
        if term.name and clause.start <= term.start < clause.end
    )  # fmt: skip


def _about_the_same(mine: Clause, source: Sequence[Clause], sight: Sight) -> list[Clause]:
    """Those of the closest clauses that are about what the line's clause is about."""
    near = _nearest(mine, source, sight)
    return [one.clause for one in near if mine.about & one.clause.about]


# ── decided, or open ─────────────────────────────────────────────────────────────────────

_DECIDED: Final = re.compile(
    "決め(?!手)|決ま(?!り)|決定|確定|合意し|はっきり(?:認|言)|断定|確認され|判明し|[分わ]かった|突き止め"
)
_AGREED: Final = re.compile(
    rf"{_DECIDED.pattern}|\b(?:voted?|approved?|agreed?|decided?|passed|confirmed)\b"
)
_ASKED: Final = re.compile(r"[をも]求め|[をも]訴え|要望|提案|候補|申請|(?:れば|たら|なら)\Z")
_OPEN_YET: Final = frozenset((POSSIBLE, WEIGHED))


def _settled(mine: Clause, told: Sequence[Clause]) -> Iterator[Doubt]:
    """What a line calls decided, and the clause that it tells leaves open."""
    found = _DECIDED.search(mine.text)
    if not found or mine.denied:
        return
    for one in told:
        if (certainty_of(one.text) & _OPEN_YET or _ASKED.search(one.text)) and not _AGREED.search(
            one.text
        ):
            yield Doubt("certainty", found[0], one.statement.text, "記事ではまだ決まっていない")
            return


# ── done, or to come ─────────────────────────────────────────────────────────────────────


def _is_ahead(clause: Clause, today: date | None) -> bool:
    """Whether a clause tells what is yet to come: by its words, or by the day that it names."""
    days = [one for one in clause.statement.moments if clause.start <= one.start < clause.end]
    ahead = today is not None and any(_is_after(one, today) for one in days)
    return (clause.to_come or ahead) and not clause.done


def _is_over(told: Sequence[Clause], today: date | None) -> bool:
    """Whether something is told as done or going on, and nothing as yet to come."""
    return any(one.done for one in told) and not any(
        one.plain or _is_ahead(one, today) or certainty_of(one.statement.text) for one in told
    )


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_SOON: Final = 6
"""Months: 12月 in a January article is the one gone by."""


def _is_after(moment: Moment, today: date) -> bool:
    month = moment.month or _SEASONS.get(moment.season or "", 0)
    if moment.year is None:
        return 0 < month - today.month <= _SOON
    ends = (moment.year, month or today.month, moment.day or today.day)
    return ends > (today.year, today.month, today.day)


_PLANNED: Final = re.compile(
    "予定(?=[だなでし]|がある|\\Z)|計画(?=[だなでしを])|これから(?![0-9一二三数も])|今後|つもり|目指"
)


def _time_doubts(mine: Clause, told: Sequence[Clause], today: date | None) -> Iterator[Doubt]:
    if not told or mine.denied:
        return
    nearest = told[0].statement.text
    done = mine.done and not mine.to_come and not certainty_of(mine.text)
    said = all(mine.said in one.keys for one in told)
    already = bool(ALREADY.search(mine.text))
    if already and mine.done and all(one.plain for one in told):
        yield Doubt("tense", mine.text, nearest, "記事ではこれからのこと")
    elif (done and said) or already:
        if all(_is_ahead(one, today) for one in told):
            yield Doubt("tense", mine.text, nearest, "記事ではこれからのこと")
    elif _PLANNED.search(mine.text) and _is_over(told, today):
        yield Doubt("tense", mine.text, nearest, "記事ではもうしたこと")
