"""Does a line deny, hope, tell as done and compare as its article does?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.check_comparisons import comparison_doubts
from broadcaster.writing.facts.concepts import opposites
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.moods import certainty_of, negative
from broadcaster.writing.facts.predications import (
    DECIDED,
    GOING,
    OPEN,
    PAST,
    PLANNED,
    POSSIBLE,
    WEIGHED,
)
from broadcaster.writing.facts.sight import clause_of, clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.predications import Predication
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.statements import Statement

_SPEAKING: Final = frozenset(("c:say", "c:announce", "c:claim", "c:criticise", "c:cause"))
_TELLING: Final = frozenset(("c:say", "c:announce"))
_TOLD: Final = 0.3
_AS_CLOSE: Final = 0.7
_SELDOM: Final = 3
_ALIKE: Final = 0.4
_RETOLD: Final = 0.5
_HEDGES: Final = frozenset((POSSIBLE, WEIGHED, PLANNED))


def word_doubts(sight: Sight) -> Iterator[Doubt]:
    """Doubts about negation, certainty, tense and comparison; none where nothing is near."""
    if sight.best < _TOLD:
        return
    turned = list(comparison_doubts(sight))
    yield from turned
    yield from _settled(sight)
    for said in sight.line.predications:
        near = _same_said(said, sight)
        if near:
            doubts = list(_against(said, near, sight))
            yield from () if doubts and _said_elsewhere(said, sight) else doubts
        elif said.last and not turned:
            yield from _at_large(said, sight)


# ── the same thing said ──────────────────────────────────────────────────────────────────


def _same_said(said: Predication, sight: Sight) -> list[tuple[Statement, Predication]]:
    """Where the article says the same word, in the sentences that share most of its clause."""
    key = sight.key(said.key)
    left, right = clause_of(sight.line.text, said.start, said.start + 1)
    mine = {sight.key(one.key) for one in sight.line.terms if left <= one.start < right}
    found = [
        (sum(sight.weights[shared] for shared in mine & one.keys), one, other)
        for one in sight.near if not one.weak
        for other in one.predications if _means(other.key, key, one)
    ]  # fmt: skip
    best = max((score for score, _, _ in found), default=0.0)
    return [(one, other) for score, one, other in found if score >= _AS_CLOSE * best]


def _means(theirs: str, mine: str, place: Statement) -> bool:
    """Whether it is the same word; of "has not said" it may be 発表 too."""
    return theirs == mine or (not place.words and {theirs, mine} <= _TELLING)


def _against(
    said: Predication, near: Sequence[tuple[Statement, Predication]], sight: Sight
) -> Iterator[Doubt]:
    so = [(one, other) for one, other in near if other.negated == said.negated]
    if not so:
        if not _contrary(said, sight):
            why = "記事は打ち消していない" if said.negated else "記事は打ち消している"
            yield Doubt("negation", said.text, near[0][0].text, why)
        return
    if said.key in _SPEAKING and not said.certainty:
        return
    told = certainty_of(sight.line.text)
    sure = [(one, other) for one, other in so if _as_sure(said, other, told, one)]
    if not sure:
        yield Doubt("certainty", said.text, so[0][0].text, "確かさが記事とちがう")
    elif not any(_same_time(said, other, sight.line.text) for _, other in sure):
        yield Doubt("tense", said.text, sure[0][0].text, "したこととこれからのことが記事とちがう")


def _said_elsewhere(said: Predication, sight: Sight) -> bool:
    """Whether a seldom word is said just so in another sentence: 直るはずです … 直りました."""
    key = sight.key(said.key)
    holding = [
        (one, other) for one in sight.statements if not one.weak and one not in sight.near
        for other in one.predications if other.key == key
    ]  # fmt: skip
    return (
        key.startswith("w:")
        and 0 < len(holding) < _SELDOM
        and not any(_against(said, holding, sight))
    )


def _contrary(said: Predication, sight: Sight) -> bool:
    """Whether the opposite is said with the other sign: 下回らなかった, 上回った."""
    return any(
        other.key[2:] in opposites(said.key[2:]) and other.negated != said.negated
        for one in sight.near
        for other in one.predications
    )


def _as_sure(
    said: Predication, source: Predication, told: frozenset[str], place: Statement
) -> bool:
    mine, theirs = said.certainty, source.certainty
    if mine == theirs:
        return True
    if not mine:
        if theirs in (DECIDED, ""):
            return True
        return (
            theirs in told
            or (theirs == PLANNED and said.tense != PAST)
            or bool(told & _HEDGES and theirs != WEIGHED)
        )
    if mine == DECIDED:
        return not theirs
    around = certainty_of(place.text)
    if mine == PLANNED:
        return (
            theirs in (POSSIBLE, DECIDED) or (not theirs and source.tense != PAST) or mine in around
        )
    if mine == POSSIBLE:
        return theirs in (PLANNED, WEIGHED) or bool(around & {POSSIBLE, WEIGHED})
    return theirs == POSSIBLE or WEIGHED in around


_ALREADY: Final = re.compile("もう|すでに|既に")


def _same_time(said: Predication, source: Predication, text: str) -> bool:
    if said.key in _SPEAKING or said.negated:
        return True
    if said.tense == PAST and source.tense != PAST and _ALREADY.search(text):
        return source.tense == GOING
    if "" in (said.tense, source.tense):
        return True
    pair = (said.tense, source.tense)
    if pair in ((PAST, OPEN), (GOING, OPEN)):
        return pair[0] == GOING and not source.certainty
    return not (pair == (OPEN, PAST) and said.last and said.certainty != POSSIBLE)


_DECIDED: Final = re.compile("決め(?!手)|決ま(?!り)|決定|確定|合意し")
_OPEN_YET: Final = frozenset((POSSIBLE, WEIGHED))


def _settled(sight: Sight) -> Iterator[Doubt]:
    """What a line calls decided, and the part of the article that it tells leaves open."""
    found = _DECIDED.search(sight.line.text)
    if not found or any(one.negated for one in sight.line.predications if one.key == "c:decide"):
        return
    mine = set(sight.keys.values())
    told: list[tuple[float, str]] = []
    for one in sight.near:
        for start, end in clauses(one.text):
            shared = {term.key for term in one.terms if start <= term.start < end} & mine
            told.append((sum(sight.weights[key] for key in shared), one.text[start:end]))
    best = max((score for score, _ in told), default=0.0)
    for score, text in told:
        open_yet = certainty_of(text) & _OPEN_YET and not _DECIDED.search(text)
        if open_yet and 0 < _AS_CLOSE * best <= score:
            yield Doubt("certainty", found[0], text, "記事ではまだ決まっていない")
            return


# ── said in other words ──────────────────────────────────────────────────────────────────


def _at_large(said: Predication, sight: Sight) -> Iterator[Doubt]:
    """What the nearest sentences as wholes deny or leave open, where no word is the same."""
    texts = [one.text for one in sight.near]
    told = certainty_of(sight.line.text)
    known = frozenset().union(*(certainty_of(text) for text in texts))
    if said.negated and sight.best >= _ALIKE and not any(map(negative, texts)):
        yield Doubt("negation", said.text, texts[0], "記事は打ち消していない")
    if told & {POSSIBLE, WEIGHED} and not known & _HEDGES:
        yield Doubt("certainty", said.text, texts[0], "記事は言い切っている")
    if sight.best < _RETOLD or not _tells_the_end(sight):
        return
    final = next((one for one in sight.near[0].predications if one.last), None)
    if final is None:
        return
    if final.negated and not negative(sight.line.text):
        yield Doubt("negation", said.text, texts[0], "記事は打ち消している")
    if final.certainty in _HEDGES and said.tense == PAST and not told:
        yield Doubt("tense", said.text, texts[0], "記事ではこれからのこと")
    elif final.certainty in (POSSIBLE, WEIGHED) and not told & (_HEDGES | {DECIDED}):
        yield Doubt("certainty", said.text, texts[0], "記事は言い切っていない")


def _tells_the_end(sight: Sight) -> bool:
    """Whether a line tells the last clause of the nearest sentence, where its verb stands."""
    one, mine = sight.near[0], set(sight.keys.values())
    told = [
        sum(
            sight.weights[term.key]
            for term in one.terms
            if start <= term.start < end and term.key in mine
        )
        for start, end in clauses(one.text)
    ]
    return bool(told) and told[-1] >= max(told)
