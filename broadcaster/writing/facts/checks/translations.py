"""Can a Japanese quotation be what somebody of an English article says?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import akin, in_their_words, opposites
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.moods import negative
from broadcaster.writing.facts.claims.predications import denied
from broadcaster.writing.facts.claims.quotations import quotes_english
from broadcaster.writing.facts.claims.speakers import around
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.writing.facts.claims.quotations import Quotation
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_NOUN: Final = re.compile("[一-龠々]{2,}さ?|[ァ-ヴー]{3,}")
_A_SENTENCE: Final = 12
_OURS: Final = re.compile(
    "[^、。]*?(?:[じでは]ゃ?なく(?:て|、)?|のは、?|(?:なかった|ない)(?=[一-龠ァ-ヴー])|[、。]|けれ?ど|のに|\\Z)"
)
_THEIRS: Final = re.compile(
    r".*?(?:[,;:.—]|\b(?=(?:but|and|rather than|instead of)\b)|\Z)", re.DOTALL
)
_INSTEAD: Final = re.compile(r"\s*(?:rather than|instead of)\b")
_SAID: Final = re.compile('["“]([^"“”]{3,400})["”]')


def translated(quoted: Quotation, names: Iterable[str], sight: Sight) -> bool:
    """Whether it can be what an English sentence near by says: as sure, of the same things.

    names: how the article may spell whoever the line says it is by.
    """
    said = quoted.reported or len(quoted.said) > _A_SENTENCE
    foreign = _spoken(tuple(names), sight) if said else []
    theirs = {negative_english(one.text) for one in foreign}
    if not foreign or (theirs == {True} and not negative(quoted.said)):
        return False
    if theirs == {False} and denied(quoted.said):
        return False
    return _same_things(quoted, foreign, sight) and not _turned(quoted, foreign, sight)


def _spoken(names: tuple[str, ...], sight: Sight) -> list[Statement]:
    """The nearest sentences that quote, and the next; of a known speaker, his alone."""
    near = [*sight.near]
    if near and near[0].at + 1 < len(sight.statements):
        near.append(sight.statements[near[0].at + 1])
    foreign = [one for one in near if not one.words and quotes_english([one.text])]
    own = [
        one for one in foreign
        if any(name.lower() in around(one, sight.statements).lower() for name in names)
    ]  # fmt: skip
    return own or foreign


def _same_things(quoted: Quotation, foreign: list[Statement], sight: Sight) -> bool:
    """Whether every amount and every noun with an English word of its own stands there too."""
    line, told = sight.line, frozenset().union(*(one.keys for one in foreign))
    sums = [one for one in line.amounts if quoted.start <= one.start < quoted.end]
    theirs = [amount for one in foreign for amount in one.amounts]
    if theirs and not all(any(same(mine, one) for one in theirs) for mine in sums):
        return False
    verbs = {word.start for word in line.words if word.pos == "動詞"}
    nouns = (
        term.key for term in line.terms if term.start not in verbs
        and quoted.start <= term.start < quoted.end and term.key.startswith("c:")
        and _NOUN.fullmatch(line.text, term.start, term.end)
    )  # fmt: skip
    return all(_stands(key, told) for key in nouns)


def _stands(key: str, told: frozenset[str]) -> bool:
    """Whether a concept is told, by a near one or by an English word another one has claimed."""
    near = akin(key[2:]) | opposites(key[2:])
    words = (f"w:{word}" for word in in_their_words(key[2:]))
    return (
        key in told or any(f"c:{one}" in told for one in near) or any(map(told.__contains__, words))
    )


def _turned(quoted: Quotation, foreign: list[Statement], sight: Sight) -> bool:
    """Whether it denies what they say and says what they deny: not the distance, the timing."""
    mine = dict(_our_ways(quoted, sight))
    theirs: dict[str, set[bool]] = {}
    for one in foreign:
        for key, turned in _their_ways(one):
            theirs.setdefault(key, set()).add(turned)
    ways = [(mine[key], theirs[key]) for key in mine if len(theirs.get(key, ())) == 1]
    against = sum(way not in their for way, their in ways)
    return against > 0 and 2 * against >= len(ways)


def _our_ways(quoted: Quotation, sight: Sight) -> Iterator[tuple[str, bool]]:
    """Each term of the quotation, and whether its clause denies it."""
    inside = sight.line.text[: quoted.end - 1]
    for clause in _OURS.finditer(inside, quoted.start + 1):
        turned = denied(clause[0])
        for term in sight.line.terms:
            if clause.start() <= term.start < clause.end():
                yield sight.key(term.key), turned


def _their_ways(place: Statement) -> Iterator[tuple[str, bool]]:
    for words in _SAID.finditer(place.text):
        for clause in _THEIRS.finditer(place.text[: words.end(1)], words.start(1)):
            turned = negative_english(clause[0]) or bool(_INSTEAD.match(clause[0]))
            for term in place.terms:
                if clause.start() <= term.start < clause.end():
                    yield term.key, turned
