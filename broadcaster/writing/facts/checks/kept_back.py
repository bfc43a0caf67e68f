"""Is what a line calls untold or unplanned called so in its article, in whatever words?

発売日は明かされていない of "did not give a date", Linux版を作る計画はない of "no plans for Linux".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.telling import names, offices
from broadcaster.writing.facts.claims.clause import clauses_of

if TYPE_CHECKING:
    from broadcaster.writing.facts.claims.predications import Predication
    from broadcaster.writing.facts.claims.statements import Statement
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
_NO_PLAN: Final = re.compile(
    "(?:予定|計画|つもり|考え|見込み|方針)[はもが]、?(?:今のところ|まだ)?(?:な[いくか]|ありませ)"
)
_NONE_PLANNED: Final = re.compile(
    rf"{_NO_PLAN.pattern}|(?:予定|計画|検討)(?:して|されて)?い?(?:な[いく]|ませ)|"
    r"\b(?:no (?:current |immediate |further )?(?:plans?|intention|intent)|"
    r"(?:not|n't|never) (?:currently |yet )?(?:plan|intend|aim|consider|expect)\w*|"
    r"(?:rul\w+|shut\w*) out|will not|won't|nor)\b"
)
_IN_THEIR_WORDS: Final = ((_UNTOLD, _KEPT_BACK), (_NO_PLAN, _NONE_PLANNED))


def kept_back(said: Predication, sight: Sight) -> bool:
    """Whether a clause about a thing of the line's says of it that it is untold, or unplanned."""
    mine = next((one for one in clauses_of(sight.line) if one.start <= said.start < one.end), None)
    ways = [theirs for ours, theirs in _IN_THEIR_WORDS if ours.search(said.text)]
    if mine is None or not ways:
        return False
    own = mine.keys - {said.key}
    keys = {sight.key(key) for key in own}
    if any(
        keys & (one.keys | one.about) and any(way.search(one.text) for way in ways)
        for place in _holding(keys, sight)
        for one in clauses_of(place)
    ):
        return True
    if own - names(mine) - offices():
        return False
    around = {sight.key(key) for key in sight.line.keys - {said.key}}
    places = _holding(around - keys, sight) if around - keys else sight.statements
    return any(way.search(place.text) for place in places for way in ways)


def _holding(keys: set[str], sight: Sight) -> list[Statement]:
    """The sentences that hold any of these terms."""
    return [sight.statements[at] for key in sorted(keys) for at in sight.holding.get(key, ())]
