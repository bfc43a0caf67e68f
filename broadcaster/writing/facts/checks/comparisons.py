"""Does a line say more where its article says more, and less where it says less?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.orders import in_growth, in_order
from broadcaster.writing.facts.claims.concepts import akin, opposites
from broadcaster.writing.facts.claims.likeness import ALREADY
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import clause_of, same, stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement, Term
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

_AS_CLOSE: Final = 0.7
_HELD_BACK: Final = re.compile(
    "[ぁ-ん]{0,4}を(?:抑|おさえ|防|止め|食い止|妨|はば|見送)|(?:は|も|が)?(?:な[しい]|せず|しな|ゼロ|見送)"
)
"""増えるのを抑えた, 値下げなし: whichever way it was going, it does not."""

_SIDE_BY_SIDE: Final = frozenset((
    "c:exceed", "c:undercut", "c:high", "c:low", "c:fast", "c:slow", "c:long", "c:short",
    "c:large", "c:small", "c:heavy", "c:light", "c:cheap", "c:dearer", "c:strong", "c:weak",
))  # fmt: skip
_GROWTH: Final = frozenset(("c:rise", "c:fall"))
_SUCH: Final = re.compile("(?:もの|やつ|ほう|方|人|店|側)")
"""安いもの: which ones, and no claim of them."""

_FAMILIES: Final = (
    frozenset(("c:rise", "c:high", "c:exceed", "c:dearer")),
    frozenset(("c:fall", "c:low", "c:undercut", "c:cheap")),
)
_SAME_OF: Final = {
    "c:rise": ("c:fast", "c:long", "c:large", "c:strong"),
    "c:fall": ("c:slow", "c:short", "c:small", "c:weak", "c:light"),
}
"""速さが上がった is faster."""

"""搭乗率は前の年を下回った is a fall too."""

_CALENDAR: Final = re.compile("[月週年日期季代春夏秋冬]の\\Z")
_IN_ENGLISH_CALENDAR: Final = re.compile(
    r"\blate(?:-|\s+)(?:in\b|on\b|\d|the\b|last\b|this\b|next\b|"
    r"(?:morning|afternoon|evening|night|spring|summer|autumn|fall|winter)\b|"
    r"(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))"
)
"""the late 1980s, late in the year: a part of the calendar."""

_UPDATES: Final = re.compile(r"\d\.\d[\d.]*(?:に|へ)\Z")
"""1.17に上げた: an update, and no rise."""

_UTMOST: Final = re.compile("(?:最も|もっとも|一番|いちばん)\\Z")
"""最も低い人: who, and no way that anything goes."""

_UP_TO: Final = re.compile(r"(?:up|down) to\b|start(?:s|ing|ed)? (?:at|from) (?=[^a-zA-Z])")
"""Up to 900 kilograms, starting at 89 cents: a bound."""

_DENIED_TALK: Final = re.compile(
    "[^、。]{0,8}という(?:見方|報道|話|うわさ|噂|説|声)[^。]{0,12}(?:違|否定|打ち消|誤|間違)"
)

_EVENTS: Final = frozenset((
    "c:start", "c:stop", "c:continue", "c:cancelled", "c:open", "c:close", "c:win", "c:lose",
    "c:buy", "c:sell", "c:join", "c:leave",
))  # fmt: skip
"""What begins in one sentence ends in the next: only what is said of more and less can be held."""

_STILL: Final = re.compile(f"{ALREADY.pattern}|これからも|今後も|予定どおり|予定通り")
"""もう終わった, これからも続く: where a line insists on it."""

_BALANCE: Final = frozenset(("c:profit", "c:loss"))

_MOST_TERMS: Final = 6
_MOST_AMOUNTS: Final = 12
"""Looked at in one sentence; an honest one has fewer."""


def comparison_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each word that says the opposite of what the article says there."""
    turning = [
        term
        for term in sight.line.terms
        if opposites(term.key.removeprefix("c:"))
        and term.key != "c:keep"
        and (term.key not in _EVENTS or _STILL.search(sight.line.text))
    ]
    compared, grown = in_order(sight), in_growth(sight)
    for term in turning[:_MOST_TERMS]:
        if (grown and term.key in _GROWTH) or _SUCH.match(sight.line.text, term.end):
            continue
        if (compared and term.key in _SIDE_BY_SIDE) or _names_a_time(term, sight.line.text):
            continue
        if _says_which(term, sight.line) or _UPDATES.search(sight.line.text, 0, term.start):
            continue
        other_ways = opposites(term.key[2:])
        if _other_side(term, sight) or _HELD_BACK.match(sight.line.text, term.end):
            continue
        if any(one.negated and one.start == term.start for one in sight.line.predications):
            continue
        if _only_felt(term, sight) or _DENIED_TALK.match(sight.line.text, term.end):
            continue
        mine = {term.key, *(f"c:{way}" for way in akin(term.key[2:]) - other_ways)}
        mine |= next((family for family in _FAMILIES if term.key in family), frozenset())
        mine |= frozenset(_SAME_OF.get(term.key, ()))
        told = _told_ways(term, mine | {f"c:{way}" for way in other_ways}, sight)
        if told and not any(key in mine for key, _ in told):
            claim = sight.line.text[term.start : term.end]
            yield Doubt("comparison", claim, told[0][1], "向きが記事と逆")


def _says_which(term: Term, line: Statement) -> bool:
    """5万人に満たない市町村: a bound that only says which ones are meant."""
    return _bounds(term, line) and any(
        one.attributive and one.start == term.start for one in line.predications
    )


def _bounds(term: Term, line: Statement) -> bool:
    limits = term.key in ("c:exceed", "c:undercut")
    return limits and any(0 <= term.start - one.end <= 1 for one in line.amounts)


def _only_felt(term: Term, sight: Sight) -> bool:
    """Whether a sentence tells nothing else of the article: やっぱり高いのだ."""
    line = sight.line
    others = (one for one in line.terms if one.key != term.key)
    known = any(sight.key(one.key) in sight.holding for one in others)
    return not known and not line.amounts and not line.moments


_SIDED: Final = frozenset(("c:win", "c:lose", "c:buy", "c:sell"))


def _other_side(term: Term, sight: Sight) -> bool:
    """AがBに勝った is BがAに負けた: the doer has changed with the deed."""
    if term.key not in _SIDED:
        return False
    mine = [one.subjects for one in sight.line.predications if one.start == term.start]
    theirs = [
        subject
        for place in sight.near
        for one in place.predications
        if one.key[2:] in opposites(term.key[2:])
        for subject in one.subjects
    ]
    said = [subject for subjects in mine for subject in subjects]
    return bool(said) and not any(a in b or b in a for a in said for b in theirs)


def _told_ways(term: Term, ways: set[str], sight: Sight) -> list[tuple[str, str]]:
    """Which way the article has it, where most of the line's clause is told: (key, sentence)."""
    found: list[tuple[float, str, str]] = []
    left, right = clause_of(sight.line.text, term.start, term.end)
    mine = {sight.key(one.key) for one in sight.line.terms if left <= one.start < right}
    whole_line = frozenset(sight.keys.values())
    quoted = _in_quotes(sight.line.text, term.start)
    for one in sight.near:
        sums = not _bounds(term, sight.line) and _sums_told(sight, (left, right), one)
        if sight.shares[one.at] < _AS_CLOSE * sight.best and not sums:
            continue
        if term.key in _BALANCE and sight.line.amounts and not sums:
            continue
        turning = [
            other for other in one.terms if other.key in ways and not _turned(other, one)
            and not _UP_TO.match(one.text, other.start)
            and (quoted or not _in_quotes(one.text, other.start))
            and not _HELD_BACK.match(one.text, other.end)
            and not _IN_ENGLISH_CALENDAR.match(one.text, other.start)
            and not _UTMOST.search(one.text, max(0, other.start - 4), other.start)
        ]  # fmt: skip
        for other in turning[:_MOST_TERMS]:
            start, end = clause_of(one.text, other.start, other.end)
            beside = {near.key for near in one.terms if start <= near.start < end}
            shared = len((mine & beside) - ways) + _same_amount(term, sight, other, one)
            whole = len((whole_line & one.keys) - ways)
            if shared + whole or one is sight.near[0]:
                found.append((shared + 0.5 * whole, other.key, one.text))
    best = max((score for score, _, _ in found), default=0.0)
    return [(key, text) for score, key, text in found if score >= best - 0.01]


def _in_quotes(text: str, at: int) -> bool:
    """Whether somebody is quoted there: what he says need not be what the article tells."""
    straight = text.count('"', 0, at) % 2 == 1
    return straight or text.count("「", 0, at) > text.count("」", 0, at)


def _sums_told(sight: Sight, clause: tuple[int, int], place: Statement) -> bool:
    """Whether an amount of a clause of the line stands in a place."""
    mine = (one for one in sight.line.amounts if clause[0] <= one.start < clause[1])
    return any(same(one, other) for one in mine for other in place.amounts[:_MOST_AMOUNTS])


def _names_a_time(term: Term, text: str) -> bool:
    """8月の終わり, 来年の初め: a part of the calendar."""
    return term.key in ("c:stop", "c:start") and bool(
        _CALENDAR.search(text, max(0, term.start - 3), term.start)
    )


def _turned(term: Term, place: Statement) -> bool:
    return any(one.negated and one.start == term.start for one in place.predications)


def _same_amount(term: Term, sight: Sight, other: Term, place: Statement) -> float:
    """3 where both are told with one amount (反対は17%), 1 more on the same side of it."""
    best = 0.0
    for said in sight.line.amounts[:_MOST_AMOUNTS]:
        if not _within(term, sight.line, said):
            continue
        for source in place.amounts[:_MOST_AMOUNTS]:
            if same(said, source) and _within(other, place, source):
                side = (term.start < said.start) == (other.start < source.start)
                best = max(best, 3.0 + side)
    return best


def _within(term: Term, place: Statement, amount: Amount) -> bool:
    start, end = stretch(place, amount)
    return start <= term.start and term.end <= end
