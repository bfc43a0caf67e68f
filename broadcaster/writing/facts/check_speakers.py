"""Did the one whom a line names say and do it? Are his words his own?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.concepts import equals, plain_words
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.english import negative_english
from broadcaster.writing.facts.moods import negative
from broadcaster.writing.facts.quotations import bare, quotations, quotes_english
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word
    from broadcaster.writing.facts.predications import Predication
    from broadcaster.writing.facts.quotations import Quotation
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.statements import Statement

_PARTS: Final = re.compile(
    r"[一-龠々]{2,}|[ァ-ヴー]{2,}|[A-Za-z][A-Za-z0-9.&'-]+|[一-龠ァ-ヴー々]+"
)
_NOBODY: Final = re.compile(
    r"(?:さん|氏|会社|同社|同氏|社長|会長|館長|市長|知事|記事|発表|会見|投手|選手|准教授|教授|先生|当局|関係者|広報|担当者?|側|代表|監督|議員|開発者|主任|研究員|頭取|理事長|院長|学長|校長|所長|部長|課長|局長|専務|常務|総裁|首相|大統領|大臣|理事|君|ちゃん|様|弁護士|医師|記者|店主|主将|捕手|社)+\Z"
)
_REPORTS: Final = frozenset(("c:say", "c:announce", "c:claim", "c:criticise", "c:praise", "c:sue"))
_TELLING: Final = frozenset(("c:say", "c:announce", "c:claim"))
_TOLD: Final = 0.3
_SAME_DEED: Final = 0.7
_SUM: Final = 2.0


def quotation_doubts(sight: Sight) -> Iterator[Doubt]:
    """Doubts about quoted words and about who is said to have spoken them."""
    whole = bare("".join(one.text for one in sight.statements))
    for quoted in quotations(sight.line):
        if bare(quoted.said) in whole:
            yield from _by_another(quoted, sight)
        elif not _is_a_name(quoted, sight) and not _translated(quoted, sight):
            claim = f"「{quoted.said}」"
            yield Doubt("quotation", claim, _nearest_quoted(sight), "記事の言葉どおりでない")


_NAME_PARTS: Final = re.compile(r"[ァ-ヴー]{2,}|[A-Za-z]+|\d+(?:\.\d+)*")
_BETWEEN_PARTS: Final = re.compile(r"[\s・]")
_A_SENTENCE: Final = 12


def _is_a_name(quoted: Quotation, sight: Sight) -> bool:
    if quoted.reported:
        return False
    name = quoted.said.strip()
    parts = _NAME_PARTS.findall(name)
    whole = "".join(parts) == _BETWEEN_PARTS.sub("", name)
    return sight.names.knows(name) or (bool(parts) and whole and all(map(sight.names.knows, parts)))


def _translated(quoted: Quotation, sight: Sight) -> bool:
    foreign = [one.text for one in sight.near if not one.words and quotes_english([one.text])]
    denied = {negative_english(text) for text in foreign}
    said = quoted.reported or len(quoted.said) > _A_SENTENCE
    return said and bool(foreign) and denied != {not negative(quoted.said)}


def _nearest_quoted(sight: Sight) -> str:
    found = [one.said for place in (*sight.near, *sight.statements) for one in quotations(place)]
    return f"「{found[0]}」" if found else sight.nearest


def _by_another(quoted: Quotation, sight: Sight) -> Iterator[Doubt]:
    mine = persons(quoted.speaker)
    if not mine:
        return
    for place in sight.statements:
        for other in quotations(place):
            if bare(quoted.said) in bare(other.said) and other.speaker:
                theirs = _also_called(persons(other.speaker), sight)
                same = quoted.speaker in other.speaker or other.speaker in quoted.speaker
                if not same and not _meet(_proper(mine, sight), theirs) and _known(mine, sight):
                    yield Doubt("speaker", quoted.speaker, other.speaker, "記事では別の人の言葉")
                return


def persons(phrase: str) -> frozenset[str]:
    """The names and offices in a phrase that tells who: 校正者の白井さん."""
    found = (_NOBODY.sub("", part) or part for part in _PARTS.findall(phrase))
    return frozenset(part for part in found if part)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(a in b or b in a for a in one for b in other)


def _known(mine: frozenset[str], sight: Sight) -> bool:
    return any(sight.names.knows(name) for name in mine)


def _also_called(who: frozenset[str], sight: Sight) -> frozenset[str]:
    """Everything that phrases with one of these names call the same one."""
    found = set(who)
    for place in sight.statements:
        for phrase in (subject for one in place.predications for subject in one.subjects):
            parts = persons(phrase)
            if parts & who:
                found |= parts
    return frozenset(found)


# ── who did it ───────────────────────────────────────────────────────────────────────────


def doer_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each deed that the article tells of somebody else."""
    if sight.best < _TOLD:
        return
    seen: set[str] = set()
    for said in sight.line.predications:
        named = [subject for subject in said.subjects if _names_somebody(subject, sight)]
        mine = frozenset().union(*map(persons, named))
        mine = frozenset(name for name in mine if _is_doer(name, sight))
        theirs = _doers(said, named, sight)
        if not mine or not theirs or said.passive or any(map(_ANAPHOR.match, theirs)):
            continue
        if _told_by(named, said, sight) or _before_it(mine, said, sight):
            continue
        known = _also_called(frozenset().union(*map(persons, theirs)), sight)
        claim = "、".join(named)
        plain = frozenset(_POLITE.sub("", name) for name in named)
        own = _as_spelled(_proper(mine, sight), sight)
        if not _meet(own, known) and not _meet(plain, frozenset(theirs)) and claim not in seen:
            seen.add(claim)
            yield Doubt("speaker", claim, theirs[0], f"記事では「{said.text}」のは別の人")


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


def _proper(mine: frozenset[str], sight: Sight) -> frozenset[str]:
    """Those of the names that are nobody else's (not 代打 or 社長), where there are any."""
    own = frozenset(
        word.surface for word in sight.line.words
        if is_proper(word) and any(word.surface in name for name in mine)
    )  # fmt: skip
    spelled = frozenset(
        name for name in mine if _KATAKANA.fullmatch(name) and name not in plain_words("loanwords")
    )
    return (own | spelled) or mine


def is_proper(word: Word) -> bool:
    """Whether a word of a line is somebody's or some body's own name."""
    if word.pos not in ("名詞", "フィラー", "感動詞") or word.surface in plain_words("loanwords"):
        return False
    if word.surface.lower() in plain_words("everyday"):
        return False
    latin = word.surface[0].isascii() and word.surface[0].isalpha()
    known = word.pos1 == "固有名詞" or word.surface in plain_words("surnames")
    return known or word.unknown or latin or bool(_KATAKANA.fullmatch(word.surface))


def _as_spelled(mine: frozenset[str], sight: Sight) -> frozenset[str]:
    found = frozenset(found for name in mine if (found := sight.names.spelled(name)))
    return mine | found | frozenset().union(*(equals(name) for name in mine))


_KATAKANA: Final = re.compile("[ァ-ヴ][ァ-ヴー]+")
_QUOTING: Final = re.compile(
    "(?:と|って|」)、?[^。、]{0,12}(?:話|語|言|述べ|説明|答え|訴え|主張|批判|評価)"
)
_POLITE: Final = re.compile(r"(?:さん|氏|くん|君|先生)\Z")
_ANAPHOR: Final = re.compile("同|この|その|両|彼")
"""同社, この会社: whoever was spoken of last."""

_OFFICE: Final = re.compile(
    r"さん\Z|氏\Z|博士|記者|選手|社長|会長|監督|頭取|理事長|院長|学長|校長|所長|総裁|店主|主将|市長|知事|首相|大統領|教授|議員|大臣|館長|代表|広報"
)


def _names_somebody(phrase: str, sight: Sight) -> bool:
    """Whether a phrase names a person or body, rather than a thing: not ごみの量 or 市の人."""
    head = phrase.rpartition("の")[2] or phrase
    return bool(_OFFICE.search(head)) or any(
        is_proper(word) and word.surface in head for word in sight.line.words
    )


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
    wanted = _REPORTS if said.key in _REPORTS else {said.key}
    deed = {
        sight.key(term.key) for term in sight.line.terms
        if not any(sight.line.text[term.start : term.end] in name for name in named)
    }  # fmt: skip
    found = [
        (sum(sight.weights[key] for key in deed & place.keys) + _SUM * _same_sums(place, sight),
         subject)
        for place in sight.statements if sight.shares[place.at] > 0
        for one in place.predications
        if one.key in wanted and one.passive == said.passive and one.negated == said.negated
        for subject in one.subjects
        if ("「" not in subject if place.words else _is_subject(subject, place.text))
    ]  # fmt: skip
    best = max((score for score, _ in found), default=0.0)
    if best < _SAME_DEED * max(
        (sum(sight.weights[key] for key in deed & place.keys) for place in sight.near), default=0.0
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


def _common_noun(start: int, end: int, sight: Sight) -> bool:
    """Whether it is a plain word, which may stand for another: 組合 for 労組."""
    return any(
        word.start == start and word.end == end and not is_proper(word) for word in sight.line.words
    )


_OF_NAME: Final = re.compile(r"(?P<of>[^\s、。「」]{2})の(?=(?P<name>[一-龠ァ-ヴーA-Za-z]{2,}))")


def membership_doubts(sight: Sight) -> Iterator[Doubt]:
    """青葉党の黒田議員, where the article has him in another party that it calls so."""
    whole = "\n".join(one.text for one in sight.statements)
    for match in _OF_NAME.finditer(sight.line.text):
        name = next(
            (word.surface for word in sight.line.words
             if word.start == match.start("name") and is_proper(word)), ""
        )  # fmt: skip
        if not name or f"{match['of']}の" not in whole:
            continue
        theirs = re.findall(f"(..)の{re.escape(name)}", whole)
        if _common_noun(match.start("of"), match.end("of"), sight):
            continue
        if theirs and match["of"] not in theirs:
            claim = f"{match['of']}の{name}"
            yield Doubt("speaker", claim, f"{theirs[0]}の{name}", "記事では別のところの人")
