"""Parts of a whole: うち4割 of a sum, the rest of a share, what is left after a fall of 2割."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.quantities.amount import comparable
from broadcaster.writing.facts.quantities.extents import tells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

    Placed = tuple[Statement, Amount]

RATIO: Final = ("倍", "%")
_MOST: Final = 12
NOT: Final = re.compile(
    "ない|なか|なく|ず[、に]|ません|残り|のこり|以外|ほか|間違|ミス|失敗|外れ|誤|エラー|違|"
    "[市県区町村都府道島社店]外|[市県区町村都府道島社店]内|海外|国外|外国|国内|他の|逆に"
)
"""What tells of those that are not of a share."""

_REST: Final = re.compile(r"残り|ほかは|その他|それ以外|\b(?:rest|remain\w*|others?)\b")


@lru_cache(maxsize=256)
def says(words: re.Pattern[str], text: str) -> bool:
    """Whether a text has such words; asked again for every pair of amounts, so remembered."""
    return bool(words.search(text))


def rests(sight: Sight) -> tuple[Placed, ...]:
    """Shares of sentences that tell of a rest."""
    return tuple(
        (place, one) for place in sight.statements if _REST.search(place.text)
        for one in place.amounts if one.unit == "%"
    )  # fmt: skip


def falls(sight: Sight) -> tuple[Placed, ...]:
    """Shares that something fell by, of sentences about what the line is about."""
    return tuple(
        (place, one) for place in sight.telling(sight.weights) for one in place.amounts
        if _LESS.match(place.text, one.end)
    )  # fmt: skip


_WHOLE: Final = re.compile(r"総額|総数|合計|計|全体|全部|\b(?:total|overall|in all|altogether)\b")
_OF_ALL: Final = re.compile("全体|総額|合計|うち|全部")


def of_the_whole(said: Amount, sight: Sight) -> tuple[Amount, ...]:
    """全体の半分くらい and 12人のうち4分の3: what the line tells, of all that there is."""
    if said.unit != "%" or not _OF_ALL.search(sight.line.text):
        return ()
    told = [one for one in sight.told if one.unit not in ("", *RATIO)]
    for place in sight.statements:
        if place not in sight.near and not _WHOLE.search(place.text):
            continue
        for mine, other in product(told, place.amounts[:_MOST]):
            low, high = sorted((mine.value, other.value))
            if mine.unit == other.unit and 0 < low < high and tells(said, 100 * low / high):
                return (other,)
    return ()


_OF_WHICH: Final = re.compile(r"(?:うち|の|[はが])(?:約)?\Z")
_HALVES: Final = ("半額", "半値", "半分", "半数")
_CHANGES: Final = re.compile("の?[増減上下高安引伸値超]|以上[増減]|ほど[増減]")
_OF: Final = re.compile(r"(?: of which|s?,? of (?:the|it|its|them|that|this|those))\b")


def part(said: Amount, share: Amount, whole: Amount, place: Statement) -> Iterator[Decimal]:
    """うち4割, of 18万ユーロ."""
    if share.unit != "%" or said.unit in RATIO or not comparable(said.unit, whole.unit):
        return
    if not share.text[0].isdigit() and not (share.text in _HALVES and whole.kind == "money"):
        return
    before = place.text[max(0, share.start - 4) : share.start]
    if _CHANGES.match(place.text, share.end):
        return
    if _OF_WHICH.search(before) or _OF.match(place.text, share.end):
        yield whole.value * share.value / 100


_LESS: Final = re.compile(
    r"(?:ほど|くらい|程度|近く)?\s?(?:の)?(?:減|少な|安|引き|値引|割引|オフ|削減|カット|低|縮|軽|短|下回|下が)|"
    r" (?:less|lower|fewer|reduction|off\b|discount|cheaper|smaller|below|lighter|"
    r"shorter|cut\b|drop)"
)


def from_a_fall(said: Amount, one: Amount, place: str) -> Iterator[Decimal]:
    """8割 and 4分の3, of what is 2割 or "25 percent" less; マイナス11%, of 11%減."""
    less = said.unit == one.unit == "%" and _LESS.match(place, one.end)
    if less:
        yield 100 - one.value
        yield -one.value


_AMONG: Final = re.compile(r"うち|の中|中で|\b(?:of|out of|among)\b")


def others(
    said: Amount, one: Amount, other: Amount, line: str, place: Statement | None
) -> Iterator[Decimal]:
    """使っていないのは16市, of 19市のうち3市が使う. place: where both stand, if they do."""
    if place is None or said.unit in RATIO or not comparable(said.unit, one.unit):
        return
    if one.unit == other.unit and _AMONG.search(place.text) and says(NOT, line):
        yield abs(one.value - other.value)
