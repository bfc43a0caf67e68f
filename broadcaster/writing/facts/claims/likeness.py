"""Is one thing that is said as sure as another, and of the same time?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.predications import (
    DECIDED,
    PAST,
    PLANNED,
    POSSIBLE,
    WEIGHED,
)

if TYPE_CHECKING:
    from broadcaster.writing.facts.claims.predications import Predication
    from broadcaster.writing.facts.claims.statements import Statement

HEDGES: Final = frozenset((POSSIBLE, WEIGHED, PLANNED))
"""What leaves a thing open."""

SPEAKING: Final = frozenset(
    ("c:say", "c:announce", "c:claim", "c:criticise", "c:cause", "c:deny", "c:assert")
)
"""Deeds of telling, whose own time and certainty say nothing of what is told."""


def as_sure(said: Predication, source: Predication, told: frozenset[str], place: Statement) -> bool:
    """Whether the source licenses how sure a line is; a line may always be less sure.

    told: every certainty the line gives.
    """
    mine, theirs = said.certainty, source.certainty
    if mine == theirs or (said.negated and source.negated):
        return True
    if mine in HEDGES:
        return (mine, theirs) != (WEIGHED, DECIDED)
    if mine == DECIDED:
        return not theirs
    if theirs in (DECIDED, "") or (_MAY.search(place.text) and _CAN.search(said.text)):
        return True
    if said.tense == PAST and _COULD.search(place.text) and _CAN.search(said.text):
        return True
    return (
        bool(theirs == POSSIBLE and _REPORTED.search(said.text))
        or bool(theirs == PLANNED and _COMES_ABOUT.search(said.text))
        or theirs in told
        or (theirs == PLANNED and said.tense != PAST)
        or bool(told & HEDGES and theirs != WEIGHED)
    )


_MAY: Final = re.compile(
    r"\bmay (?:also |now |only |still )?(?:be used|use|be|copy|sell|share|let|keep|choose)\b"
)
_COULD: Final = re.compile(r"\bcould\b")
_CAN: Final = re.compile("でき|[えけせてねめれげべ][るた]|られ[るた]|可能|よい|いい")
"""may be used: it is allowed."""

_COMES_ABOUT: Final = re.compile("ことにな|[一-龠](?:だった|でした)")
"""終わることになった is yet to end; 初めての出場だった sets nothing in time."""

_REPORTED: Final = re.compile("ことになっ|と(?:さ|され)|という|って")
ALREADY: Final = re.compile(
    r"もう(?![一ひ少ちじけろ]|す(?!べ|っかり|でに)|1(?!\d)|[^、。]{1,9}(?:な[いく]|なかっ|ませ[んぬ]))|すでに|既に|とっくに|早くも"
)
"""もう, but no もう一度, もう少し, もうすぐ, もう使っていない."""
