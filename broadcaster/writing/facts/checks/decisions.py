"""Does a line call decided, proven or settled what its article leaves open?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.telling import holding, names
from broadcaster.writing.facts.claims.clause import clauses_of
from broadcaster.writing.facts.claims.likeness import SPEAKING
from broadcaster.writing.facts.claims.moods import certainty_of
from broadcaster.writing.facts.claims.predications import POSSIBLE, WEIGHED, denied
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.sight import Sight

_DECIDED: Final = re.compile(
    "(?<![一-龠])決(?:め(?!手|る|よう|かね)|ま(?!り|る|で))|(?<!未)決定|(?<![未不])確定|合意し|はっきり(?:認|言)|断定|確認され|判明し|特定[さし]|結論[をが](?:出し|出た)|[分わ]かった|突き止め|と認め(?:た|られた|ている)|(?:承認|認可|許可)(?:し|され)た"
)
_AGREED: Final = re.compile(
    rf"{_DECIDED.pattern}|\b(?:voted?|approved?|agreed?|decided?|passed|confirmed)\b"
)
_ASKED: Final = re.compile(r"[をも]求め|[をも]訴え|要望|提案|候補|申請|(?:れば|たら|なら)\Z")
_UNSETTLED: Final = re.compile(
    r"可否|是非|選択権|未定|判断(?:する|します|を(?:下す|保留|先送|持ち越))|見極め|"
    r"結論[はがを](?:出て|出す|先)|案[がもは](?:出て|浮上|あ[るりっ])|との案|"
    r"\b(?:whether|undecided|no decision|option (?:to|on|for)|"
    r"(?:yet|still) to|under discussion)\b"
)
_OPEN_YET: Final = frozenset((POSSIBLE, WEIGHED))


def decision_doubts(mine: Clause, told: Sequence[Clause], sight: Sight) -> Iterator[Doubt]:
    """What a line calls decided, and what it tells, or all of its deed, leaves open."""
    found = _DECIDED.search(mine.text)
    if not found or denied(mine.text):
        return
    left = next((one for one in told if _leaves_open(one) and not _agrees(one)), None)
    left = left or _open_deed(mine, sight)
    dealt = found[0] == "合意し" and any(_agrees(one) for one in _near(sight))
    if left and not dealt and not _agreed_that_day(mine, sight):
        yield Doubt("certainty", found[0], left.statement.text, "記事ではまだ決まっていない")


def _near(sight: Sight) -> Iterator[Clause]:
    for place in sight.near:
        yield from clauses_of(place)


def _agreed_that_day(mine: Clause, sight: Sight) -> bool:
    """Whether something was agreed on the day that the line's clause names."""
    inside = (one for one in mine.statement.moments if mine.start <= one.start < mine.end)
    days = [one for one in inside if one.day]
    return any(
        _agrees(clause)
        for place in sight.statements
        if any(agree(day, other, sight.today) for day in days for other in place.moments)
        for clause in clauses_of(place)
    )


def _agrees(told: Clause) -> bool:
    return bool(_AGREED.search(told.text)) and not told.denied


def _leaves_open(told: Clause) -> bool:
    return bool(certainty_of(told.text) & _OPEN_YET or _ASKED.search(told.text)) or bool(
        _UNSETTLED.search(told.text) or (told.denied and _AGREED.search(told.text))
    )


def _open_deed(mine: Clause, sight: Sight) -> Clause | None:
    """Where the deed that a line calls decided (再開することが決まった) is left open throughout."""
    said = [
        one.key for one in mine.statement.predications
        if mine.start <= one.start < mine.end and one.key not in SPEAKING | {"c:decide"}
    ]  # fmt: skip
    deed = sight.key(said[-1]) if said else ""
    thing = mine.closest if mine.closest not in names(mine) else ""
    of_thing = holding(thing, sight)
    both = [one for one in of_thing if deed and deed in one.keys]
    of_it = both or holding(deed, sight) or of_thing
    if any(_agrees(one) or one.done for one in of_it):
        return None
    return next((one for one in of_it if _leaves_open(one)), None)
