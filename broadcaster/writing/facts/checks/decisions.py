"""Does a line call decided what its article leaves open?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.moods import certainty_of
from broadcaster.writing.facts.claims.predications import POSSIBLE, WEIGHED
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.clause import Clause

_DECIDED: Final = re.compile(
    "決め(?!手)|決ま(?!り)|決定|確定|合意し|はっきり(?:認|言)|断定|確認され|判明し|[分わ]かった|突き止め"
)
_AGREED: Final = re.compile(
    rf"{_DECIDED.pattern}|\b(?:voted?|approved?|agreed?|decided?|passed|confirmed)\b"
)
_ASKED: Final = re.compile(r"[をも]求め|[をも]訴え|要望|提案|候補|申請|(?:れば|たら|なら)\Z")
_OPEN_YET: Final = frozenset((POSSIBLE, WEIGHED))


def decision_doubts(mine: Clause, told: Sequence[Clause]) -> Iterator[Doubt]:
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
