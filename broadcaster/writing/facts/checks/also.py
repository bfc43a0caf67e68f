"""Is what a line says of one thing too (日曜日にも) said of it in its article, and not denied?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.telling import as_spelled, holding, names
from broadcaster.writing.facts.claims.clause import clauses_of
from broadcaster.writing.facts.claims.moods import certainty_of, negative
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.sight import Sight

_TOO: Final = re.compile(
    r"(?:(?<![ぁ-ん])|(?<=[にでとらへの]))も(?![ちとうっのし]|な[いくかし]|ない)"
)
_TOLD: Final = 0.25
_MOST: Final = 12
_OPEN: Final = re.compile("かどうか|報道|うわさ|噂|という話")


def also_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 日曜日にも行ける, where all that the article has of 日曜 is denied."""
    if sight.best < _TOLD:
        return
    for said in clauses_of(sight.line)[:_MOST]:
        if said.denied or negative(said.text) or _OPEN.search(said.text) or certainty_of(said.text):
            continue
        mine = as_spelled(said, sight)
        for key in _things(mine, sight):
            told = [one for one in holding(key, sight) if not one.statement.weak]
            if told and all(one.denied for one in told):
                yield Doubt("negation", mine.text, told[0].statement.text, "記事は打ち消している")
                return


def _things(mine: Clause, sight: Sight) -> list[str]:
    """The terms of a clause that も follows, but for whoever speaks."""
    line = mine.statement
    ends = [match.start() for match in _TOO.finditer(line.text, mine.start, mine.end)]
    close = [
        sight.key(term.key) for term in line.terms
        if any(term.end <= end <= term.end + 2 for end in ends)
    ]  # fmt: skip
    return [key for key in close if key not in names(mine)]
