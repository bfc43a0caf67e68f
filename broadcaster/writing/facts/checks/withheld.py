"""Is what a line calls untold kept back in its article, in whatever words?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.clause import clauses_of

if TYPE_CHECKING:
    from broadcaster.writing.facts.claims.predications import Predication
    from broadcaster.writing.facts.sight import Sight

_UNTOLD: Final = re.compile(
    "明かさ|公[表開]|発表|示さ|示して|言わ|言って|語|答え|触れ|明らかに|明言|出して"
)
_KEPT_BACK: Final = re.compile(
    r"(?:\b(?:not|never|without|yet to|declin\w+ to|refus\w+ to)|n't)"
    r"(?: yet)?(?: \w+ly)?(?: been)? "
    r"(?:giv|provid|say|said|disclos|nam(?:e|ing)|set|reveal|specif|shar|announc|stat|offer|"
    r"elaborat|comment|releas|publish|mention|detail|discuss|confirm|identif)"
    r"|\bno (?:date|details?|price|timeline|comment|figure)"
    r"|(?:明[らか][^、。]{0,4}|公[表開]|発表|示[さし]|明言|言及)(?:[しさ](?:て|れて)?)?(?:い)?(?:な[いか]|ませ|ず)|非公[表開]"
)


def withheld(said: Predication, sight: Sight) -> bool:
    """Whether a clause about the same thing keeps it back: did not give a release date."""
    if not _UNTOLD.search(said.text):
        return False
    mine = next((one for one in clauses_of(sight.line) if one.start <= said.start < one.end), None)
    keys = {sight.key(key) for key in mine.keys - {said.key}} if mine else set()
    places = (sight.statements[at] for key in sorted(keys) for at in sight.holding.get(key, ()))
    return any(
        keys & one.keys and _KEPT_BACK.search(one.text)
        for place in places
        for one in clauses_of(place)
    )
