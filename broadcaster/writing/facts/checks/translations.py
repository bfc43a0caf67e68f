"""Can a Japanese quotation be what somebody of an English article says?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.renderings import Piece, Speech, pieces, pointed_at
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.moods import negative
from broadcaster.writing.facts.claims.predications import denied
from broadcaster.writing.facts.claims.quotations import english_speeches
from broadcaster.writing.facts.claims.speakers import around
from broadcaster.writing.facts.sight import same
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadcaster.writing.facts.claims.quotations import Quotation
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

_BESIDE: Final = 1
_SUM: Final = 2.0
_SHORT_OF: Final = re.compile(
    r"\b(?:too|than|until|before|only|hard|hardly|few|little|less|lack|without|beyond|unless|barely|rather|"
    r"dry|quiet|silent|empty|absent|stays?|stayed|rare(?:ly)?|seldom|free of|spared?|"
    r"instead|must|tired of|sick of|weary|avoid|refus|"
    r"have to|need|fail|stop|un[a-z]{4,}|im[pm][a-z]{4,}|in[a-z]{6,})",
    re.IGNORECASE,
)
"""What is well told with a not: too small to see."""

_A_SENTENCE: Final = 12
_OURS: Final = re.compile(
    "[^、。]*?(?:[じでは]ゃ?なく(?:て|、)?|のは、?|(?:なかった|ない)(?=[一-龠ァ-ヴー])|[、。]|けれ?ど|のに|\\Z)"
)
_THEIRS: Final = re.compile(
    r".*?(?:[,;:.—]|\b(?=(?:but|and|rather than|instead of|that)\b)|\Z)", re.DOTALL
)
_NEVER: Final = re.compile("初めて|はじめて|ずに|ぬまま")
_LESS: Final = re.compile("より(?:も|は)?|くらいなら|ぐらいなら")
_THAN: Final = re.compile(r"\bthan\b")
_INSTEAD: Final = re.compile(r"\s*(?:rather than|instead of)\b")


def translated(
    quoted: Quotation, names: Iterable[str], sight: Sight, voices: Sequence[str] = ()
) -> bool:
    """Whether it can be what somebody says in English: as sure, of the same things.

    A few words that are nobody's (「よく物を落とす人」に向けた) are only set off by their marks.

    names: how the article may spell whoever the line says it is by. voices: who speaks each of its
    sentences, where that is known.
    """
    said = quoted.reported or len(quoted.said) > _A_SENTENCE
    known = tuple(sorted(names))
    spoken = _spoken(known, sight, voices) if said else []
    if not spoken:
        return False
    best = max(spoken, key=lambda run: (_told_by(run, quoted, sight), -run[0].at))
    first, last = best[0].at, best[-1].at
    reach = _BESIDE if known else 0
    beside = tuple(
        one for run in spoken for one in run if first - reach <= one.at <= last + reach
    )  # fmt: skip
    return (
        _denies_alike(quoted, Speech.of(best), sight)
        and _same_things(quoted, beside, sight)
        and _same_days(quoted, beside, sight)
        and not _turned(quoted, Speech.of(beside), sight)
        and not _exchanged(quoted, Speech.of(best), sight)
        and _has_anything(quoted, beside, sight)
    )


def _has_anything(quoted: Quotation, places: Sequence[Statement], sight: Sight) -> bool:
    """Whether any word or amount of it is theirs at all."""
    told = any(one.told for one in pieces(quoted, Speech.of(places), sight))
    return told or bool(_shared_sums(quoted, places, sight))


def _spoken(
    names: tuple[str, ...], sight: Sight, voices: Sequence[str]
) -> list[tuple[Statement, ...]]:
    """What somebody says in English, one go at a time; where one is named so, his words alone."""
    runs = english_speeches(sight.statements, voices)
    own = [run for run in runs if _is_by(names, run[0], sight, voices)]
    return own or runs


def _is_by(names: tuple[str, ...], first: Statement, sight: Sight, voices: Sequence[str]) -> bool:
    """Whether one of these names stands where the speaker of a sentence is named."""
    voice = voices[first.at] if voices else ""
    told = (voice or around(first, sight.statements)).lower()
    return any(name.lower() in told for name in names)


def _told_by(run: Sequence[Statement], quoted: Quotation, sight: Sight) -> float:
    """How much of a quotation a speech has: the share of its pieces, and what is near."""
    found = pieces(quoted, Speech.of(run), sight)
    told = sum(one.told for one in found)
    near = max(sight.shares[one.at] for one in run)
    return told + near + _SUM * len(_shared_sums(quoted, run, sight))


def _denies_alike(quoted: Quotation, speech: Speech, sight: Sight) -> bool:
    """Whether it denies something where they do, in words that are not themselves told."""
    told = {at for one in pieces(quoted, speech, sight) for at in one.at}
    clauses = list(_their_ways(speech.text))
    meant = {way for (start, end), way in clauses if any(start <= at < end for at in told)}
    theirs = meant or {way for _, way in clauses}
    if theirs == {True}:
        return bool(_NEVER.search(quoted.said)) or negative(_untold(quoted, speech, sight))
    licensed = _SHORT_OF.search(speech.text) or any(way for _, way in clauses)
    return not denied(_untold(quoted, speech, sight)) or bool(licensed)


def _untold(quoted: Quotation, speech: Speech, sight: Sight) -> str:
    """The quotation without what the English has: 安全 denies nothing where they say safety."""
    text, at, left = sight.line.text, quoted.start + 1, []
    for one in pieces(quoted, speech, sight):
        if one.told and one.start >= at:
            left.append(text[at : one.start])
            at = one.end
    return "".join((*left, text[at : quoted.end - 1]))


def _same_things(quoted: Quotation, places: Sequence[Statement], sight: Sight) -> bool:
    """Whether every amount, and every piece with an English word of its own, stands there too."""
    speech = Speech.of(places)
    theirs = [amount for one in places for amount in one.amounts]
    sums = _sums(quoted, sight)
    if theirs and len(_shared_sums(quoted, places, sight)) < len(sums):
        return False
    found = pieces(quoted, speech, sight)
    bare = [one for one in found if not one.told and not pointed_at(one, sight.line.text, speech)]
    return not bare or not speech.left_over(found)


def _same_days(quoted: Quotation, places: Sequence[Statement], sight: Sight) -> bool:
    """Whether every month or year in it is one that they name."""
    mine = [
        one for one in sight.line.moments
        if quoted.start <= one.start < quoted.end and (one.month or one.year)
    ]  # fmt: skip
    theirs = [moment for one in places for moment in one.moments]
    return all(any(agree(one, other, sight.today) for other in theirs) for one in mine)


def _sums(quoted: Quotation, sight: Sight) -> list[Amount]:
    """The amounts in it; one of something is in English mostly a."""
    return [
        one for one in sight.line.amounts
        if quoted.start <= one.start < quoted.end and one.value != 1
    ]  # fmt: skip


def _shared_sums(quoted: Quotation, places: Sequence[Statement], sight: Sight) -> list[Amount]:
    theirs = [amount for one in places for amount in one.amounts]
    return [one for one in _sums(quoted, sight) if any(same(one, other) for other in theirs)]


def _turned(quoted: Quotation, speech: Speech, sight: Sight) -> bool:
    """Whether it denies what they say and says what they deny: not the distance, the timing."""
    found = [one for one in pieces(quoted, speech, sight) if one.told]
    theirs = dict(_their_ways(speech.text))
    mine = dict(_our_ways(sight.line.text[: quoted.end - 1], quoted.start + 1))
    ways = [(_at(mine, one.start), {_at(theirs, at) for at in one.at}) for one in found]
    plain = [(way, their.pop()) for way, their in ways if len(their) == 1]
    against = [way for way, their in plain if way != their]
    if any(
        _is_missing(one, sight) and {_at(theirs, at) for at in one.at} == {False} for one in found
    ):
        return True
    unlike = denied(quoted.said) or _NEVER.search(quoted.said)
    if unlike and len(set(against)) < len((True, False)):
        return False
    return bool(against) and 2 * len(against) >= len(plain)


_MISSING: Final = re.compile("(?:が|は|も)(?:なかった|ない(?![かわ])|ありませ|存在しな)")
"""警報がなかった, of those who had one."""


def _is_missing(piece: Piece, sight: Sight) -> bool:
    """Whether a quotation says that there was none of it."""
    return bool(_MISSING.match(sight.line.text, piece.end))


def _exchanged(quoted: Quotation, speech: Speech, sight: Sight) -> bool:
    """Whether what they call less is the more of a quotation: AよりBだ, more A than B."""
    less, than = _LESS.search(quoted.said), _THAN.search(speech.text)
    if not less or not than:
        return False
    turn = quoted.start + 1 + less.start()
    found = [one for one in pieces(quoted, speech, sight) if one.told]
    first = [max(one.at) < than.start() for one in found if one.start < turn]
    later = [min(one.at) > than.start() for one in found if one.start > turn]
    return bool(first and later) and first[-1] and all(first) and any(later)


def _at(ways: dict[tuple[int, int], bool], at: int) -> bool:
    return next((way for (start, end), way in ways.items() if start <= at < end), False)


def _our_ways(text: str, start: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """Each clause of the quotation, and whether it denies what it says."""
    for clause in _OURS.finditer(text, start):
        yield clause.span(), denied(clause[0])


def _their_ways(text: str) -> Iterator[tuple[tuple[int, int], bool]]:
    for clause in _THEIRS.finditer(text):
        turned = negative_english(clause[0]) or bool(_INSTEAD.match(clause[0]))
        yield clause.span(), turned
