"""Does a line give a game or a vote the score that its article gives it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight

_SCORE: Final = re.compile(r"(?<![\d.])(\d{1,3})\s?(?:対|-|–|to)\s?(\d{1,3})(?![\d.])")


def score_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each 7対3 that the article has in neither order."""
    known = {
        frozenset(match.groups()): match[0]
        for one in sight.statements for match in _SCORE.finditer(one.text)
    }  # fmt: skip
    for match in _SCORE.finditer(sight.line.text):
        if "対" in match[0] and known and frozenset(match.groups()) not in known:
            yield Doubt("number", match[0], next(iter(known.values())), "記事とちがう点数")
