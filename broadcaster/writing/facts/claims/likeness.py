"""Is one thing that is said as sure as another, and of the same time?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.moods import certainty_of
from broadcaster.writing.facts.claims.predications import (
    DECIDED,
    GOING,
    OPEN,
    PAST,
    PLANNED,
    POSSIBLE,
    WEIGHED,
    sometimes,
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
    """Whether the source licenses how sure a line is. told: every certainty the line gives."""
    mine, theirs = said.certainty, source.certainty
    if mine == theirs or (said.negated and source.negated):
        return True
    if not mine:
        if theirs in (DECIDED, "") or (_MAY.search(place.text) and _CAN.search(said.text)):
            return True
        if said.tense == PAST and _COULD.search(place.text) and _CAN.search(said.text):
            return True
        return (
            bool(theirs == POSSIBLE and _REPORTED.search(said.text))
            or theirs in told
            or (theirs == PLANNED and said.tense != PAST)
            or bool(told & HEDGES and theirs != WEIGHED)
        )
    if mine == DECIDED:
        return not theirs
    if _APPEALS.search(said.text):
        return True
    around = certainty_of(place.text)
    if mine == PLANNED:
        return (
            theirs in (POSSIBLE, DECIDED) or (not theirs and source.tense != PAST) or mine in around
        )
    if mine == POSSIBLE:
        hoped = source.tense == OPEN and not source.certainty and _HOPES.search(said.text)
        return (
            theirs in (PLANNED, WEIGHED)
            or bool(around & {POSSIBLE, WEIGHED} or hoped)
            or _thought_so(place.text)
            or bool(_HELD.search(said.text) and _SPOKEN.search(place.text))
            or bool(_HEARD.search(said.text))
        )
    asked = (theirs == PLANNED and _ASKS.search(said.text)) or (
        (_WISHES.search(said.text) or _ASKS.search(said.text)) and _URGES.search(place.text)
    )
    return (
        theirs == POSSIBLE
        or WEIGHED in around
        or bool(asked)
        or bool(_WANTS.search(said.text) and around)
    )


_MAY: Final = re.compile(
    r"\bmay (?:also |now |only |still )?(?:be used|use|be|copy|sell|share|let|keep|choose)\b"
)
_SHOULD: Final = re.compile(r"\b(?:should|ought to|meant to|designed to|set to|due to)\b")
"""should work for 12 days: so it is thought."""


def _thought_so(text: str) -> bool:
    """Whether a sentence says that a thing is so at times, as somebody has it, or as it should."""
    return sometimes(text) or bool(_SHOULD.search(text))


_COULD: Final = re.compile(r"\bcould\b")
_CAN: Final = re.compile("でき|[えけせてねめれげべ][るた]|られ[るた]|可能|よい|いい")
"""may be used: it is allowed."""

_WANTS: Final = re.compile("たい(?!へん)")
_ASKS: Final = re.compile("申請|要請|要求|求め|提案|申し入")
_REPORTED: Final = re.compile("ことになっ|と(?:さ|され)|という|って")
_HELD: Final = re.compile("と(?:見て|みて|いう見方|の見方)|[はがも]み(?:て|る)")
_SPOKEN: Final = re.compile(
    r"話|述べ|語|言|指摘|評価|懐疑|慎重|悲観|楽観|否定的|批判|反論|警告|訴え|考え|\b(?:said|says|told|argued|noted|warn\w*|doubt\w*|thinks?|believes?|skeptical|sceptical)\b"
)
"""What somebody says is how he sees it."""

_HEARD: Final = re.compile("[いだんたくう]らし[いく]|(?<=[一-龠ァ-ヴー])らし[いく]|みたい")
"""Xらしい: the host has heard it so, of what is said outright."""

_APPEALS: Final = re.compile(r"[てで]ほしいのだ\Z")
"""更新してほしいのだ: the host asks for it, and claims nothing."""

_WISHES: Final = re.compile("てほし|でほし|もらいた|ように")
_URGES: Final = re.compile(
    r"求め|呼びかけ|呼び掛け|要請|促|努力|もらいた|ほしい|ください|下さい|勧め|推奨|べき|\b(?:urge|ask|call|request|want|seek|demand|please|should|must|recommend|advis|encourag|need|appeal|invit)",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile("これから|今後|予定")
_HOPES: Final = re.compile("そう|見込|見通")
ALREADY: Final = re.compile(
    r"もう(?![一ひ少ちじけろ]|す(?!べ|っかり|でに)|1(?!\d)|[^、。]{1,9}(?:な[いく]|なかっ|ませ[んぬ]))|すでに|既に|とっくに|早くも"
)
"""もう, but no もう一度, もう少し, もうすぐ, もう使っていない."""


def same_time(said: Predication, source: Predication, place: Statement, text: str) -> bool:
    """Whether a line tells as done, going on or to come what the source does (text: the line)."""
    if said.key in SPEAKING or said.negated:
        return True
    if said.tense == PAST and source.tense != PAST and ALREADY.search(text):
        return source.tense == GOING
    if "" in (said.tense, source.tense):
        return True
    if said.certainty == source.certainty == POSSIBLE:
        return True
    pair = (said.tense, source.tense)
    if pair == (OPEN, PAST) and _TO_COME.search(text) and not source.certainty:
        return False
    if pair in ((PAST, OPEN), (GOING, OPEN)):
        return pair[0] == GOING and not source.certainty
    if pair == (OPEN, PAST) and not place.words:
        return True
    return not (pair == (OPEN, PAST) and said.last and said.certainty != POSSIBLE)
