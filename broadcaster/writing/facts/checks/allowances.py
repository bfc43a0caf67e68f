"""Amounts that an article licenses without having them: 無料 of "free", 10代 of teenagers."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.apart import lies_apart
from broadcaster.writing.facts.checks.lengths import lasts
from broadcaster.writing.facts.quantities.amounts import CENTS
from broadcaster.writing.facts.quantities.bounds import BY_SO_MUCH, bound_of
from broadcaster.writing.facts.quantities.extents import next_below
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight


def allowed(said: Amount, sight: Sight) -> bool:
    """Whether an amount that the article lacks claims nothing, or only what it says in words."""
    return any(allows(said, sight) for allows in _ALLOWANCES)


_GRADE: Final = re.compile("(?:小学校?|中学校?|高校|大学)\\Z")


def _grade(said: Amount, sight: Sight) -> bool:
    """中学1年生, of an article that tells of ages."""
    before = sight.line.text[max(0, said.start - 3) : said.start]
    return bool(_GRADE.search(before)) and not any("年生" in one.text for one in sight.statements)


def _few(said: Amount, sight: Sight) -> bool:
    """2つの銀行, of an article that names two and counts none."""
    return (
        said.value in (2, 3)
        and said.written in ("つ", "社", "者")
        and not any(
            one.written == said.written and one.value > 1
            for place in sight.statements
            for one in place.amounts
        )
    )


def _short_year(said: Amount, sight: Sight) -> bool:
    """23年 for 2023年."""
    years = {one.year % 100 for place in sight.statements for one in place.moments if one.year}
    return said.written == "年" and int(said.value / 12) in years


def _one_fewer(said: Amount, sight: Sight) -> bool:
    return any(next_below(said, other) for one in sight.near for other in one.amounts)


def _single(said: Amount, sight: Sight) -> bool:
    """1社, where the sentences it tells count none of them."""
    return (
        said.value == 1
        and (said.kind == "number" or said.unit == "人")
        and not any(other.written == said.written for one in sight.near for other in one.amounts)
    )


_FREE: Final = re.compile(
    r"無料|無償|タダ|ただで|免除|"
    r"\b(?:free|no (?:charge|cost|fee)|without (?:charge|paying)|not (?:be )?charged?|"
    r"exempt\w*|waived?|pay nothing|complimentary)\b"
)


def _free(said: Amount, sight: Sight) -> bool:
    return said.text in ("無料", "無償") and any(_FREE.search(one.text) for one in sight.statements)


_TEENS: Final = re.compile(r"\bteen|若者|未成年|中高生|青少年|adolescent|(?<!\d)1[0-9]歳")


def _teens(said: Amount, sight: Sight) -> bool:
    """10代, of teenagers."""
    return (
        said.value == 10
        and sight.line.text.startswith("代", said.end)
        and any(_TEENS.search(one.text) for one in sight.statements)
    )


def _at_par(said: Amount, sight: Sight) -> bool:
    """500円分, of 500 points where a point is worth one yen."""
    for place in sight.statements:
        for one, other in pairwise(place.amounts):
            units = {one.unit, other.unit}
            if one.value == other.value == 1 and said.unit in units and len(units) == 2:
                return any(
                    same(replace(said, unit=unit, written=unit), amount)
                    for unit in units - {said.unit}
                    for where in sight.statements for amount in where.amounts
                )  # fmt: skip
    return False


_NOT_ONE: Final = re.compile(r"(?:として)?も[^、。\d]{0,14}?(?:な[いくかし]|ません|ず)")
_DENIED: Final = re.compile(
    r"な[いくかし]|ません|ず[、に]|ゼロ|(?<!\d)0[人件社回本台]|\b(?:no|none|nobody|not|never|without|neither|any)\b|n't\b",
    re.IGNORECASE,
)


def _not_one(said: Amount, sight: Sight) -> bool:
    """一人もいない, of an article whose sentences deny something there."""
    if said.value != 1 or not _NOT_ONE.match(sight.line.text, said.end):
        return False
    around = {at for one in sight.near for at in (one.at, one.at + 1)}
    return any(_DENIED.search(one.text) for one in sight.statements if one.at in around)


def _year_in_a_name(said: Amount, sight: Sight) -> bool:
    """AI展2025, of an article that tells that year."""
    return (
        not said.unit
        and not said.beside
        and any(one.year == said.value for place in sight.statements for one in place.moments)
    )


_TEN_YEARS: Final = 10


def _decade(said: Amount, sight: Sight) -> bool:
    """1980年代, of 1985."""
    return said.unit == "年代" and any(
        one.year and 0 <= one.year - said.value < _TEN_YEARS
        for place in sight.statements
        if place in sight.near or sight.topics[place.at] > 0
        for one in place.moments
    )


_SIZED: Final = re.compile(r"\d{1,4}(?:\.\d)?[BM]")


def _size_in_a_name(said: Amount, sight: Sight) -> bool:
    """カワセミ27B, of an article that writes Kawasemi-27B."""
    return bool(_SIZED.fullmatch(said.text)) and sight.names.holds(f"-{said.text}")


_NIGHTS: Final = re.compile(r"\b(?:nights?|days?)\b")
_KILO: Final = ("km", "kg")


def _in_that_unit(one: Amount, said: Amount) -> bool:
    return said.written != "" and (
        one.written == said.written or (said.written == "キロ" and one.written in _KILO)
    )


def _in_the_unit_before(said: Amount, sight: Sight) -> bool:
    """20キロ, of "the rack takes 35 kg, and the Glide's only 20"."""
    around = sorted(
        {at for one in (*sight.near, *sight.before) for at in (one.at - 1, one.at, one.at + 1)}
    )
    for at in (at for at in around if at >= 0):
        pair = sight.statements[at : at + 2]
        told = [one for place in pair for one in place.amounts]
        united = any(_in_that_unit(one, said) for one in told) or (
            said.written == "日" and any(_NIGHTS.search(place.text) for place in pair)
        )
        if united and any(
            not one.unit and not one.beside and one.value == said.figure for one in told
        ):
            return True
    return False


_PASSED: Final = re.compile(rf"を{BY_SO_MUCH}(?:上回|超え|こえ|突破|下回|切[るっ]|割)")


def _passes_a_round_number(said: Amount, sight: Sight) -> bool:
    """300グラムを切った, of 298, though another weight stands before it."""
    if said.bound or not _PASSED.match(sight.line.text, said.end):
        return False
    bound, _ = bound_of(sight.line.text, said.start, said.end, lasting=False)
    bounded = replace(said, bound=bound)
    return any(same(bounded, one) for place in sight.near for one in place.amounts)


def _cents_of_theirs(said: Amount, sight: Sight) -> bool:
    """85セント, of 0.85 euros in an article without dollars; 9セント beside 0.08ユーロ of $0.09."""
    if said.written != "セント":
        return False
    told = [one for place in sight.statements for one in place.amounts if one.kind == "money"]
    return (said.unit != "ドル" or not any(one.unit == said.unit for one in told)) and any(
        same(replace(said, unit=unit), one) for unit in (*CENTS, "ドル") for one in told
    )


_TOP: Final = re.compile(
    r"首位|トップ|王座|優勝|第一位|[1一]番(?!目?の)|一番|いちばん|最[もも多高大]|"
    r"\b(?:top(?:ped|s)?|first|led|leads?|leader|leading|winner|won|champions?|biggest|largest|"
    r"highest|most|number one|No\. ?1)\b"
)


def tops(said: Amount, sight: Sight) -> bool:
    """1位, of what its article calls 首位 or "the leader"."""
    return (
        said.unit == "位" and said.value == 1 and any(_TOP.search(one.text) for one in sight.near)
    )


_ALLOWANCES: Final = (
    _year_in_a_name,
    _decade,
    _size_in_a_name,
    _not_one,
    _grade,
    _short_year,
    _few,
    lasts,
    _one_fewer,
    _single,
    _free,
    _teens,
    _at_par,
    _passes_a_round_number,
    _cents_of_theirs,
    _in_the_unit_before,
    lies_apart,
)
