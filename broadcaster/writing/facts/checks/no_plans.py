"""Is there no plan, as a line says, for one thing of its clause (Linux版を作る計画はない)?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.clause import clauses_of

if TYPE_CHECKING:
    from broadcaster.writing.facts.claims.predications import Predication
    from broadcaster.writing.facts.sight import Sight

_NO_PLAN: Final = re.compile(
    "(?:予定|計画|つもり|考え|見込み|方針)[はもが]、?(?:今のところ|まだ)?(?:な[いくか]|ありませ)"
)
_NONE_PLANNED: Final = re.compile(
    rf"{_NO_PLAN.pattern}|(?:予定|計画|検討)(?:して|されて)?い?(?:な[いく]|ませ)|"
    r"\b(?:no (?:current |immediate |further )?(?:plans?|intention|intent)|"
    r"(?:not|n't|never) (?:currently |yet )?(?:plan|intend|aim|consider|expect)\w*|"
    r"(?:rul\w+|shut\w*) out|will not|won't|nor)\b"
)


def not_planned(said: Predication, sight: Sight) -> bool:
    """Whether a clause that has a term of the line's says that nothing of the kind is planned."""
    if not _NO_PLAN.search(said.text):
        return False
    mine = next((one for one in clauses_of(sight.line) if one.start <= said.start < one.end), None)
    keys = {sight.key(key) for key in mine.keys - {said.key}} if mine else set()
    places = (sight.statements[at] for key in sorted(keys) for at in sight.holding.get(key, ()))
    return any(
        keys & (one.keys | one.about) and _NONE_PLANNED.search(one.text)
        for place in places
        for one in clauses_of(place)
    )
