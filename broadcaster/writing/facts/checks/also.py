"""Does a line say of something too (音声も扱える) what its article denies of just that?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.writing.facts.checks.telling import holding, names
from broadcaster.writing.facts.claims.moods import negative
from broadcaster.writing.facts.claims.statements import phrase_before
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.sight import Sight


def also_doubts(mine: Clause, sight: Sight) -> Iterator[Doubt]:
    """A doubt where every clause that tells the same of it denies it."""
    if mine.denied or negative(mine.text):
        return
    for thing in _marked_too(mine, sight):
        rest = mine.keys - thing - names(mine) - mine.topics
        told = [
            one for key in sorted(thing) for one in holding(key, sight)
            if not rest or rest & one.keys
        ]  # fmt: skip
        if told and all(one.denied for one in told):
            yield Doubt("negation", mine.text, told[0].statement.text, "記事は打ち消している")
            return


def _marked_too(mine: Clause, sight: Sight) -> Iterator[frozenset[str]]:
    """The terms of each phrase before も in a clause, as the article spells them."""
    line = mine.statement
    for at, word in enumerate(line.words):
        if word.surface != "も" or word.pos1 != "係助詞" or not mine.start <= word.start < mine.end:
            continue
        phrase = word.start - len(phrase_before(line.text, line.words, at))
        ahead = [one for one in line.terms if mine.start <= one.start < word.start]
        inside = [one for one in ahead if phrase <= one.start] or ahead[-1:]
        yield frozenset(sight.key(one.key) for one in inside)
