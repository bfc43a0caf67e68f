"""What an amount takes from the one beside it: its unit, its end of a range, or a comparison."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.quantities.amount import SCALES
from broadcaster.writing.facts.quantities.bounds import BY_SO_MUCH, HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.quantities.amount import Amount


def beside_each_other(text: str, found: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts of a text, in order, each with what its neighbours tell of it."""
    return tuple(_compared(text, _ranging(text, _shared(text, _carried(text, found)))))


_TO: Final = re.compile(
    r"\s?(?:から|〜|～|~|-|–|to|and|or|か|または)\s?(?:about |roughly |nearly |約)?[$€£¥]?"
)
_LISTED: Final = re.compile("[、・,]")


def _carried(text: str, found: Sequence[Amount]) -> tuple[Amount, ...]:
    """900から240ミリ秒, 20キロから60キロヘルツ: the unit stands at the last of a pair."""
    made = list(found)
    for at in range(len(made) - 1, 0, -1):
        one, last = made[at - 1], made[at]
        kilo = one.written == "キロ" and last.written.startswith("k")
        if (kilo or not one.unit) and last.unit and _leans_on(text, one, last):
            made[at - 1] = _of_unit(one, last)
    return tuple(made)


def _leans_on(text: str, one: Amount, last: Amount) -> bool:
    if last.unit == "年生" and _LISTED.fullmatch(text, one.end, last.start):
        return True
    return bool(_TO.fullmatch(text, one.end, last.start))


def _of_unit(one: Amount, other: Amount) -> Amount:
    scale = Decimal(SCALES.get(other.written, (other.unit, "1"))[1])
    figure = one.figure
    step = one.step * figure / one.value if one.value else one.step
    return replace(
        one, value=figure * scale, unit=other.unit, written=other.written, step=step * scale
    )


_FORMER: Final = re.compile(
    r"\b(?:(?:up|down|(?P<moves>rose|fell)|compared),? (?:slightly |sharply )?"
    r"(?:from|with|to)|versus|against|of which)"
    r" (?:about |the |only |just |around )?\Z"
)
_NOTHING_COUNTED: Final = re.compile(
    r"\s?(?:[,.;)]|\Z|(?:fewer|less|are|is|were|was|will|have|had|in|last|a|the|at|during|for|previously|before|earlier|one|now|today|currently|then)\b)"
)
_LOOKS_BACK: Final = 28
_GOES_TO: Final = re.compile("(?: all the way)?(?: down| up)? to (?:about |just |only |nearly )?")
_LIKEWISE: Final = re.compile(
    r"[^.;:\d]{0,40}?(?:,|;|:)?(?: and| while| but| whereas|,|;)(?: for)? "
    r"(?:the|its|his|her|their|that|this|those|a|an|my|our|[A-Z])[^.;:\d]{2,40}? "
    r"(?:is|was|are|were|takes|took|lasts|lasted|weighs|weighed|costs|needs|needed|gets|uses|used|at)"
    r" (?:about |only |just |roughly |nearly |rated for )?[$€£¥]?\Z"
)
_ASIDE: Final = re.compile(r"\d [a-z]+ (?:in|across|at|within) \Z")
_A_SPELL: Final = re.compile("(?:an?|per|every|each) ", re.IGNORECASE)


def _is_aside(text: str, amount: Amount) -> bool:
    """35,000 a month, 84 in 17 countries: nothing that another number is compared with."""
    return bool(_A_SPELL.match(amount.text) or _ASIDE.search(text, 0, amount.start))


def _is_likewise(text: str, before: Amount, one: Amount) -> bool:
    """A normal wash takes 72 minutes and the quick wash is 28."""
    return bool(_LIKEWISE.fullmatch(text, before.end, one.start))


def _ranges(text: str, one: Amount, other: Amount) -> bool:
    """The two figures of 8-10."""
    return bool(_RANGE.fullmatch(text, one.end, other.start))


def _is_former(text: str, before: Amount, one: Amount) -> bool:
    """Whether a number is what the one before it is compared with, or has become."""
    found = _FORMER.search(text, max(before.end, one.start - _LOOKS_BACK), one.start)
    if not found:
        return False
    return not (found["moves"] and "," in text[before.end : one.start])


_PAYS: Final = re.compile(
    r"\b(?:pays?|paid|costs?|spends?|spent|raised?|received?|worth|covers?|covered|gets?|got|lent|owes?|owed)"
    r" (?:about |the |only |just |around |up to |another |more than )?\Z"
)
_LARGE: Final = 10_000


def _is_paid(text: str, one: Amount) -> bool:
    """8.2 million euros, of which the insurer will pay 5 million."""
    before = text[max(0, one.start - _LOOKS_BACK) : one.start]
    return one.value >= _LARGE and bool(_PAYS.search(before))


def _goes_to(text: str, before: Amount, one: Amount) -> bool:
    """from 95 minutes to 78."""
    onwards = _GOES_TO.fullmatch(text, before.end, one.start)
    return bool(onwards and _CHANGE_AHEAD.search(text[: before.start]))


def _shared(text: str, found: Sequence[Amount]) -> tuple[Amount, ...]:
    """ "41 days, up from 33 in 2023": what is compared is counted in the same."""
    made = list(found)
    for at in range(1, len(made)):
        one = made[at]
        before = next((other for other in made[at - 1 :: -1] if not _is_aside(text, other)), one)
        if (
            not one.unit
            and made[at - 1] is not found[at - 1]
            and _leans_on(text, found[at - 1], one)
        ):
            made[at] = _of_unit(one, made[at - 1])
            continue
        ranges = at + 1 < len(made) and not made[at + 1].unit and _ranges(text, one, made[at + 1])
        end = made[at + 1].end if ranges else one.end
        if one.unit or not before.written or not _NOTHING_COUNTED.match(text, end):
            continue
        paid = before.kind == "money" and _is_paid(text, one)
        told = _is_former(text, before, one) or _is_likewise(text, before, one)
        if paid or told or _goes_to(text, before, one):
            made[at] = _of_unit(one, before)
    return tuple(made)


def in_one_unit(text: str, found: Sequence[Amount]) -> tuple[Amount, ...]:
    """Amounts of a sentence; a bare one that counts nothing in the unit last told before it."""
    made: list[Amount] = []
    last: Amount | None = None
    for one in found:
        bare = not one.unit and not one.beside and _NOTHING_COUNTED.match(text, one.end)
        made.append(_of_unit(one, last) if bare and last and last.unit != "版" else one)
        if one.unit and not _is_aside(text, one):
            last = one
    return tuple(made)


_WITHIN: Final = re.compile("(?:の?間)?[にで]約?")
"""多いところで24時間に80ミリ: it is the rain that is at most so much."""

_RANGE: Final = re.compile(r"\s?(?:から|〜|～|~|-|–|to)\s?(?:about |約)?[$€£¥]?")
_BETWEEN: Final = re.compile(r"\s?and\s?[$€£¥]?")
_CHANGED: Final = re.compile(
    r"(?:ほど|くらい|ぐらい|前後|程度)?(?:へ|に(?!わた|及|おさ|収)|まで(?:に)?(?=[遅早速増減伸縮下上広高低長短落膨悪]|回復|改善|拡大))"
)
_CHANGE_AHEAD: Final = re.compile(
    r"\bfrom (?:about |around |nearly )?(?:[$€£¥]?[\d.,]{1,12} ?(?:-|–|to|or) ?)?[$€£¥]?\Z"
)
_AGED: Final = re.compile(r"\bage[ds] (?:between )?\Z")
_BETWEEN_AHEAD: Final = re.compile(r"\bbetween (?:about |around )?[$€£¥]?\Z")


def _ranging(text: str, found: Sequence[Amount]) -> tuple[Amount, ...]:
    """50〜60時間, "between $340m and $360m": from the low end to the high one."""
    made = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        of_one = one.unit == other.unit and (one.unit or _AGED.search(text, 0, one.start))
        if of_one and one.value < other.value and _spans(text, one, other):
            about = one.about or other.about
            low = "" if one.bound == HIGH else one.bound
            made[at] = replace(made[at], side=LOW, about=about, bound=low)
            made[at + 1] = replace(other, side=HIGH, about=about)
        elif (
            one.unit == "秒" and one.bound == HIGH and _WITHIN.fullmatch(text, one.end, other.start)
        ):
            made[at] = replace(one, bound="")
    return tuple(made)


def _spans(text: str, one: Amount, other: Amount) -> bool:
    ahead = max(0, one.start - _LOOKS_BACK)
    if _BETWEEN.fullmatch(text, one.end, other.start):
        return bool(_BETWEEN_AHEAD.search(text, ahead, one.start))
    return (
        bool(_RANGE.fullmatch(text, one.end, other.start))
        and not _CHANGED.match(text, other.end)
        and not _CHANGE_AHEAD.search(text, ahead, one.start)
    )


_PASSED: Final = re.compile(
    rf"[一-龠]{{0,3}}(?:を{BY_SO_MUCH}(?:上回|超え|こえ|下回|切)|に(?:は|も)?(?:届|及|達)|より(?:も)?[高多長大重安少低短小軽上下新])"
)


def _compared(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """71%で58%を上回った compares two amounts; 12%を上回った bounds one."""
    for at, one in enumerate(found):
        fellow = any(
            other.unit == one.unit and "は" not in text[other.end : one.start]
            for other in found[:at]
        )
        plain = (
            one.bound
            and fellow
            and not text.startswith("から", found[at - 1].end)
            and _PASSED.match(text, one.end)
        )
        yield replace(one, bound="") if plain else one
