"""Did the one whom a line names say it, buy it or win it, as the article has it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.speakers import (
    also_called,
    is_proper,
    meet,
    persons,
    proper_of,
)
from broadcaster.writing.facts.claims.concepts import equals
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.naming.loanwords import BODY
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.predications import Predication
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_REPORTS: Final = frozenset(("c:say", "c:announce", "c:claim", "c:criticise", "c:praise", "c:sue"))
_TELLING: Final = frozenset(("c:say", "c:announce", "c:claim"))
_DEEDS: Final = _REPORTS | {"c:buy", "c:sell", "c:win", "c:lose", "c:hire", "c:dismiss", "c:invest"}
"""What one does to another, so that it matters who."""

_TOLD: Final = 0.3
_SAME_DEED: Final = 0.7
_SUM: Final = 2.0


def doer_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each deed that the article tells of somebody else."""
    if sight.best < _TOLD:
        return
    seen: set[str] = set()
    for said in sight.line.predications:
        if said.key not in _DEEDS or said.passive or _is_told(said, sight.line.text):
            continue
        named = [subject for subject in said.subjects if _names_somebody(subject, sight.line)]
        mine = frozenset().union(*map(persons, named))
        mine = frozenset(name for name in mine if _is_doer(name, sight))
        theirs = _doers(said, named, sight)
        if not mine or not theirs or any(map(_ANAPHOR.match, theirs)):
            continue
        if _told_by(named, said, sight) or _before_it(mine, said, sight):
            continue
        known = also_called(frozenset().union(*map(persons, theirs)), sight)
        claim = "、".join(named)
        plain = frozenset(_POLITE.sub("", name) for name in named)
        own = _as_spelled(proper_of(mine, sight), sight)
        if not meet(own, known) and not meet(plain, frozenset(theirs)) and claim not in seen:
            seen.add(claim)
            yield Doubt("speaker", claim, theirs[0], f"記事では「{said.text}」のは別の人")


_OF_TALK: Final = re.compile(
    "[^。]{0,3}(?:と(?:いう|言う|の)(?:声|報道|話|うわさ|噂|見方)|のでは|という)"
)
_NO_TALK: Final = re.compile("のではな|んじゃな|わけではな|わけじゃな")
_QUOTED: Final = re.compile("「[^「」]*」")


def _is_told(said: Predication, text: str) -> bool:
    """Whether it stands in what somebody else says: 買収されるという報道."""
    quoted = any(one.start() < said.start < one.end() for one in _QUOTED.finditer(text))
    return quoted or bool(_NO_TALK.search(said.text) or _OF_TALK.match(text, said.end))


_SOURCE: Final = re.compile("によると|によれば")


def _told_by(named: Sequence[str], said: Predication, sight: Sight) -> bool:
    """Whether those named only tell it: ロートCEOによると、人減らしは…."""
    ends = (sight.line.text.find(name) + len(name) for name in named)
    return said.key not in _REPORTS and all(_SOURCE.match(sight.line.text, end) for end in ends)


def _before_it(mine: frozenset[str], said: Predication, sight: Sight) -> bool:
    """Whether the nearest English sentence names one of them before the same deed."""
    place = sight.near[0]
    spelled = {name.lower() for name in _as_spelled(mine, sight)}
    if said.key in _TELLING:
        reported = _QUOTING.search(sight.line.text)
        return not reported and any(name in place.text.lower() for name in spelled)
    deeds = [one.start for one in place.predications if one.key == said.key]
    before = place.text[: deeds[-1]].lower() if deeds and not place.words else ""
    return any(name in before for name in spelled)


def _as_spelled(mine: frozenset[str], sight: Sight) -> frozenset[str]:
    found = frozenset(found for name in mine if (found := sight.names.spelled(name)))
    return mine | found | frozenset().union(*(equals(name) for name in mine))


_QUOTING: Final = re.compile(
    "(?:と|って|」)、?[^。、]{0,12}(?:話|語|言|述べ|説明|答え|訴え|主張|批判|評価)"
)
_POLITE: Final = re.compile(r"(?:さん|氏|くん|君|先生)\Z")
_ANAPHOR: Final = re.compile("同|この|その|両|彼")
"""同社, この会社: whoever was spoken of last."""

_OFFICE: Final = re.compile(
    r"さん\Z|氏\Z|博士|記者|選手|社長|会長|監督|頭取|理事長|院長|学長|校長|所長|総裁|店主|主将|市長|知事|首相|大統領|教授|議員|大臣|館長|代表|広報"
)
_BODY: Final = re.compile(
    rf"(?:{BODY.pattern}|食品|乳業|重工業|通信|社|省|庁|党|組合|協会|連盟|財団|委員会)\Z"
)


def _names_somebody(phrase: str, place: Statement) -> bool:
    """Whether a phrase names a person or body, rather than a thing: not ごみの量 or 市の人."""
    head = phrase.rpartition("の")[2] or phrase
    return bool(_OFFICE.search(head) or _BODY.search(head)) or any(
        is_proper(word) and word.surface in head for word in place.words
    )


_POINTED: Final = ("のは", "のが")
"""言ったのは、: whoever follows is meant, and nobody else."""


def _is_doer(name: str, sight: Sight) -> bool:
    """Whether the article has somebody of that name do something, anywhere."""
    spelled = sight.names.spelled(name)
    return bool(spelled) and any(
        spelled in subject
        for place in sight.statements
        for one in place.predications
        for subject in one.subjects
    )


def _doers(said: Predication, named: Sequence[str], sight: Sight) -> list[str]:
    """Who does it in the sentences that tell most of what is done, whoever does it."""
    pointed = said.text.endswith(_POINTED)
    wanted = _REPORTS if said.key in _REPORTS else {said.key}
    deed = {
        sight.key(term.key) for term in sight.line.terms
        if not any(sight.line.text[term.start : term.end] in name for name in named)
    }  # fmt: skip
    found = [
        (_weight(deed & place.keys, sight) + _SUM * _same_sums(place, sight), subject)
        for place in sight.statements if sight.shares[place.at] > 0
        for one in place.predications
        if one.key in wanted and one.passive == said.passive and one.negated == said.negated
        for subject in one.subjects
        if "「" not in subject and (
            _names_somebody(subject, place) if place.words
            else pointed and _is_subject(subject, place.text)
        )
    ]  # fmt: skip
    best = max((score for score, _ in found), default=0.0)
    if best < _SAME_DEED * max(
        (_weight(deed & place.keys, sight) for place in sight.near),
        default=0.0,
    ):
        return []
    near = {
        subject for place in sight.near for one in place.predications for subject in one.subjects
    }
    return [
        subject for score, subject in found
        if score >= _SAME_DEED * best and (subject in near or said.key in _REPORTS)
    ]  # fmt: skip


def _is_subject(name: str, text: str) -> bool:
    """Whether an English name stands free of in, of or at somewhere."""
    bound = rf"\b(?:in|of|at|for|from|with|on)(?: the)? {re.escape(name)}"
    return len(re.findall(bound, text)) < text.count(name)


def _same_sums(place: Statement, sight: Sight) -> int:
    return sum(any(same(mine, one) for one in place.amounts) for mine in sight.line.amounts)


def _weight(keys: set[str] | frozenset[str], sight: Sight) -> float:
    return sum(sight.weights[key] for key in sorted(keys))
