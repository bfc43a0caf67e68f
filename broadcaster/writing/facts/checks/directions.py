"""Does a quantity go the way that its article has it go: up, down or nowhere?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.judged import TURNS, as_told, weight_of
from broadcaster.writing.facts.claims.directions import change_of, comparable_to, signs, spans
from broadcaster.writing.facts.claims.holdings import holdings, is_a_change
from broadcaster.writing.facts.claims.order import A_SUM, OF_A_YEAR, PAST, Order, keys_in
from broadcaster.writing.facts.claims.orders import orders
from broadcaster.writing.facts.claims.past import in_the_past
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

_TOLD: Final = 0.2
_LARGE: Final = 100_000
_NEXT: Final = 2
_MOST: Final = 12
_PLAINLY: Final = 3.0
_AS_CLOSE: Final = 0.7
_BESIDE: Final = re.compile("より|比べ|同じ|変わら|横ばい|据え置")
_CHANGED: Final = re.compile(
    "増[えやし]|減[っりらる]|増加|減少|上積み|引き?[上下]げ|値[上下][がげ]|上が[っり]|下が[っり]|膨ら|縮[んまめ]|狭ま|広が[っり]|"
    "伸び|落ち|[くに]な[っる]|拡大|縮小|短縮|上昇|低下|下落"
)
_NO_CLAIM: Final = re.compile(
    "か(?:どうか|も)|ため|ように|たら|なら|れば|ば、|予想|予測|見込|目標|円[はが]|合わせ"
)
_MORE_OF_IT: Final = re.compile(
    "より(?:も|は)?、?(?:大きく|もっと|さらに|ずっと|多く)?[減下落縮増上伸温]"
)
"""減り方が大きい: which of two changes is the greater."""

_WAS: Final = re.compile(
    "(?:も|ほど|台|くらい|ちょうど)?(?:から|より|だった(?:のが|けど|の|[^。、]{1,12}より)|を[上下]回|[にと]比べ|を?超え|[がを][^、。]{1,8}たの[にが]|あたり|当たり|につき|ごと)"
)
"""4.2秒から: what it was."""

_NO_ANCHOR: Final = ("", "位", "番目", "版", "倍", "時", "年生", "歳", "年代")


def direction_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for a figure told as more, less or the same, where its article has it otherwise."""
    for agrees, text in _read(sight):
        if not agrees:
            yield Doubt("comparison", sight.line.text, text, "増減が記事とちがう")
            return


def goes_so(sight: Sight) -> bool:
    """Whether a line has a figure go a way, and its article has it go the same way.

    What also goes some way (営業利益も) is another thing.
    """
    found = [agrees for agrees, _ in _read(sight)]
    return bool(found) and all(found) and "も" not in sight.line.text


def _read(sight: Sight) -> Iterator[tuple[bool, str]]:
    """Whether each figure that a line has go a way goes so in its article, and where it is told."""
    line = sight.line
    if sight.best < _TOLD or not line.words or _NO_CLAIM.search(line.text):
        return
    if not (_BESIDE.search(line.text) or _CHANGED.search(line.text)):
        return
    for said in line.amounts[:_MOST]:
        bare = said.unit in _NO_ANCHOR and not (not said.unit and said.value >= _LARGE)
        if bare or said.side or said.figure == 1 or _sets_out(line.text, said):
            continue
        mine = _ways_of(line, said, timed=said.unit in ("秒", "か月"))
        found = list(_told(said, sight)) if len(mine) == 1 else []
        if found:
            told = set[int]().union(*(ways for _, ways in found))
            yield bool(told & mine), found[0][0].text


def _sets_out(text: str, said: Amount) -> bool:
    """Whether an amount is what there was, or what something is counted by or lasted for."""
    before = text[max(0, said.start - 3) : said.start]
    return bool(_WAS.match(text, said.end)) or before.endswith(("この", "過去", "ここ", "今後"))


def _ways_of(line: Statement, said: Amount, *, timed: bool) -> set[int]:
    """Which way a line has an amount go: by the words after it, up to the next such amount."""
    start, end = said.start, len(line.text)
    for other in line.amounts[:_MOST]:
        if other.start >= said.end and other.unit not in _NO_ANCHOR:
            end = min(end, other.end)
            break
    for left, right in spans(line.text):
        if left <= said.start < right and signs(line, left, right, timed=timed):
            return signs(line, left, right, timed=timed)
    return signs(line, start, end, timed=timed)


def _told(said: Amount, sight: Sight) -> Iterator[tuple[Statement, set[int]]]:
    """Each sentence with that amount, and which way it goes there."""
    than = _beside(sight)
    by = any(is_a_change(sight.line, one) for one in sight.line.amounts[:_MOST])
    if than and (by or _MORE_OF_IT.search(sight.line.text)):
        return
    for place in sight.statements:
        if place.weak:
            continue
        for one in place.amounts[:_MOST]:
            if not (one.unit == said.unit or one.kind == said.kind == "number") or not same(
                said, one
            ):
                continue
            if than:
                ways = _against(one, than, place, sight)
            else:
                ways = change_of(place, one) or _by_the_next(one, place, sight)
            if ways:
                yield place, ways


def _beside(sight: Sight) -> frozenset[str]:
    """What a line sets its figure beside, where that has a name and is not the time before."""
    found = [one for one in orders(sight.line) if one.than and not _is_past(one)]
    keys = frozenset().union(*(one.than for one in found)) if found else frozenset()
    mine = frozenset().union(*(one.of for one in found)) if found else frozenset()
    return frozenset(
        key for key in as_told(keys - mine or keys, sight) if not key.startswith(A_SUM)
    )


def _is_past(one: Order) -> bool:
    return PAST in one.than or any(key.startswith(OF_A_YEAR) for key in one.than)


def _against(one: Amount, than: frozenset[str], place: Statement, sight: Sight) -> set[int]:
    """Which way an amount stands from that of something else, told there or just after."""
    for at in range(max(0, place.at - _NEXT), min(len(sight.statements), place.at + _NEXT + 1)):
        for other in holdings(sight.statements[at]):
            if (
                comparable_to(one, other.amount)
                and other.own & than
                and other.amount.value != one.value
            ):
                return {1 if one.value > other.amount.value else -1}
    return set()


def _by_the_next(one: Amount, place: Statement, sight: Sight) -> set[int]:
    """Which way by the next sentence: 19戸あり、昨年は13戸; 昨年は290グラムでした."""
    for after in sight.statements[place.at : place.at + _NEXT]:
        if after is not place and not in_the_past(after.text[:12]):
            continue
        for other in holdings(after):
            alike = comparable_to(one, other.amount) and other.amount.value != one.value
            if alike and other.past and (after is not place or other.amount.start > one.start):
                return {1 if one.value > other.amount.value else -1}
    return set()


def growth_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for what a line has grow or shrink since the time before, told without a figure."""
    line = sight.line
    if sight.best < _TOLD or not line.words or _NO_CLAIM.search(line.text) or sight.told:
        return
    mine = signs(line, 0, len(line.text), timed=False)
    past = [one for one in orders(line) if _is_past(one)]
    if len(mine) != 1 or len(past) != 1 or 0 in mine:
        return
    topic = as_told(past[0].of, sight) - TURNS
    found: list[tuple[float, set[int], str]] = []
    for place in sight.statements:
        if place.weak:
            continue
        for start, end in spans(place.text):
            ways = signs(place, start, end)
            shared = weight_of(topic & keys_in(place, start, end), sight)
            if ways and shared:
                found.append(
                    (shared + 0.5 * weight_of(topic & place.keys, sight), ways, place.text)
                )
    best = max((shared for shared, _, _ in found), default=0.0)
    if best < _PLAINLY:
        return
    told = [(ways, text) for shared, ways, text in found if shared >= _AS_CLOSE * best]
    if not set().union(*(ways for ways, _ in told)) & mine:
        yield Doubt("comparison", line.text, told[0][1], "増減が記事と逆")
