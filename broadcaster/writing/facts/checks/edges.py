"""Does something start where its article has it end?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.times.moment import Moment

_START: Final = re.compile("から|以来|以降|に始|より(?:も)?(?:あと|後)|を過ぎ")
_END: Final = re.compile("まで(?!に)|以前|に終|より(?:も)?(?:まえ|前)")
_DEADLINE: Final = "までに"
_DENIED: Final = re.compile("な[いくかし]|ません|ず[、に]|だけ|しか")
_EN_START: Final = re.compile(r"\b(?:since|from|starting(?: in| on)?) (?:the )?\Z")
_EN_END: Final = re.compile(r"\b(?:until|till|through|up to) (?:the )?(?:end of )?\Z")


def turned_round(said: Moment, sight: Sight) -> str:
    """What the article says of a moment that the line has end what starts there, or start it."""
    mine = 0 if _DENIED.search(sight.line.text, said.end) else _edge(said, sight.line.text)
    told = [
        (one, -1 if one.text.startswith(_DEADLINE, other.end) else _edge(other, one.text))
        for one in sight.near for other in one.moments
        if agree(said, other, sight.today)
    ]  # fmt: skip
    other_way = bool(mine and told) and all(edge == -mine for _, edge in told)
    return told[0][0].text if other_way else ""


def _edge(moment: Moment, text: str) -> int:
    """1 where it is a start, -1 where it is an end, else 0."""
    before = text[max(0, moment.start - 20) : moment.start]
    if _START.match(text, moment.end) or _EN_START.search(before):
        return 1
    return -1 if _END.match(text, moment.end) or _EN_END.search(before) else 0
