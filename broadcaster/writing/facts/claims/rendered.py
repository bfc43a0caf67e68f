"""Which terms of an English article a word of a Japanese line may be told by (`wordings.toml`)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import concept_of, plain_words
from broadcaster.writing.facts.claims.english import stem_of
from broadcaster.writing.facts.claims.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from broadcaster.writing.facts.claims.statements import Statement, Term
    from broadcaster.writing.facts.claims.wordings import Wording

_KANJI: Final = re.compile("[一-龠々]")
_NOUN: Final = re.compile("(?:tion|sion|ment|ness|ity)s?\\Z")


def rendered(line: Statement, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For each term of a line, the known terms of English that its words may stand for."""
    found: dict[str, set[str]] = {}
    verbs = {word.start for word in line.words if word.pos == "動詞"}
    for term, one in _whole_words(line):
        told = {word for word in one.words if term.start not in verbs or not _NOUN.search(word)}
        pairs = {pair for word in told for pair in _as_known(word, known)}
        ways = dict(sorted(pairs, reverse=True))
        if ways:
            found.setdefault(term.key, set()).update(ways.values())
    return {key: tuple(sorted(ways)) for key, ways in found.items()}


def _whole_words(line: Statement) -> Iterator[tuple[Term, Wording]]:
    """The terms that open with a piece the table knows: no 責任 in 責任者, and no days."""
    opens = {one.start: one for one in wordings(line.text, 0, len(line.text))}
    spans = [(one.start, one.end) for one in line.moments]
    spans += [(one.start, one.end) for one in line.amounts]
    for term in line.terms:
        one = opens.get(term.start)
        if (
            one is None
            or term.key[2:] in plain_words("vague")
            or any(start <= term.start < end for start, end in spans)
        ):
            continue
        if term.end <= one.end or not _KANJI.match(line.text, one.end):
            yield term, one


def _as_known(word: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """The stem of an English word and its term, if the article has it: its concept or itself."""
    stem, concept = stem_of(word), f"c:{concept_of(word)}"
    if f"w:{stem}" in known and stem not in _vague():
        yield stem, concept if concept in known else f"w:{stem}"


@cache
def _vague() -> frozenset[str]:
    """Words that stand for too much to find a sentence by."""
    return frozenset(map(stem_of, plain_words("vague_english")))
