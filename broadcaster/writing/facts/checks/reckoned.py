"""Numbers that follow from the article's by one step of arithmetic, where the line says so.

44グラム多い, of 742 and 698; 半分もかからない, of 0.6 and 1.4 s; 7万2000ユーロ, of 18万 and 4割.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.wholes import (
    NOT,
    RATIO,
    falls,
    from_a_fall,
    of_the_whole,
    others,
    part,
    rests,
    says,
)
from broadcaster.writing.facts.quantities.amount import comparable
from broadcaster.writing.facts.quantities.extents import tells
from broadcaster.writing.facts.sight import clause_of, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

    Placed = tuple[Statement, Amount]

_SUMS: Final = re.compile(
    r"合わせ|あわせ|合計|計|総額|全部で|トータル|ぜんぶ|足[すしせ]|合算|総計|通算|ひっくるめ|まとめ[るて]|加え|込み|元は|もとは"
)
DIFFERENCE: Final = re.compile(
    r"差|増|減|高[くいか]|安[くいか]|上が|下が|上回|下回|伸び|上乗せ|値上げ|値下げ|残り|のこり|"
    r"ぶん|長[くいか]|短[くいか]|引き|アップ|ダウン|プラス|マイナス|広が|縮|多[くいか]|少な|届か|届き|足り|"
    r"及ば|浮[くいか]|お得|得を|得に|節約|速[くいか]|遅[くいかれ]|早[くいか]|重[くい]|軽[くい]|リード|開き|"
    r"も[上下]|[上下][なだの]|残る|残っ|引き上げ|上積み|劣|勝|短縮|延長|早ま|遅れ|"
    r"引[くいけ]|差し引|黒字|赤字|もうけ|利益|違い|ちがい|余計|余分|ほかの|ほかは|伸ば|塗り替え|更新|膨ら|だった|"
    r"(?:今|いま|現在|これまで)[はの]|ふくら|小さ|大き|暖か|涼し|寒[くいか]|暑[くいか]|静か|うるさ|明る|暗[くいか]|薄[くいか]|厚[くいか]|深[くいか]|浅[くいか]|若[くいか]|オーバー|超過|かさ[むん]|追加|変わ"
)
_BEFORE: Final = re.compile(
    "前[にはまの]|だった|以前|かつて|当時|これまで|もともと|(?:今|いま|現在)の"
)
"""Before a fall there was as much more."""

_GROWTH: Final = re.compile(
    "増|伸|上が|上昇|アップ|高[くいか]|速[くいか]|多[くいか]|プラス|膨ら|値上げ|早[くいか]|"
    "重[くい]|長[くいか]|広[くいが]|大き|厚[くい]|深[くい]|遠[くい]|強[くいか]|濃[くい]|太[くい]|上回|割増|増し"
)
_GROWN: Final = re.compile(
    "(?:ほど|くらい|近く|以上|も|の)?(?:増|伸び|上昇|上が|アップ|多[くいか])"
)
_CUT: Final = re.compile(
    "減|下が|安[くいか]|割引|引き|オフ|カット|縮|少な|短[くいか]|落ち|ダウン|マイナス|軽[くい]|値下げ"
)
_FRACTION: Final = re.compile("分の|半")
_EACH: Final = re.compile(
    r"あたり|当たり|につき|平均|ならす|ひとつ|ひとり|1人|1件|1つ|1個|1台|ずつ"
)
_HALVED: Final = re.compile(r"半分|半減|\bhal(?:f|ved?|ving)\b")
_DOUBLED: Final = re.compile(r"(?<![\d.])倍|2倍|\b(?:doubl(?:e|ed|ing)|twice)\b")
_YEARLY: Final = re.compile("年|12か月")
_MONTHLY: Final = re.compile("月")
_TURNS: Final = frozenset(("回", "日", "人", "個", "本", "台", "枚", "社", "か月", "週間"))
_TOLD: Final = 0.4
_MOST: Final = 12
_MOST_ANYWHERE: Final = 40
_BARE: Final = 1000
_MONTHS: Final = 12


def reckoned(said: Amount, sight: Sight) -> tuple[Amount, ...]:
    """The article's amounts that it follows from; empty where it follows from none."""
    if not said.unit and "." in said.text:
        return ()
    for group in _groups(sight):
        found = _from_any(said, group, sight) or _from_a_pair(said, group, sight)
        if found:
            return found
    return (
        _from_any(said, rests(sight), sight)
        or _far_apart(said, sight)
        or _from_any(said, falls(sight), sight)
        or _among_near(said, sight)
        or of_the_whole(said, sight)
    )


def _from_any(said: Amount, group: Sequence[Placed], sight: Sight) -> tuple[Amount, ...]:
    for place, one in group:
        values = (
            *_from_one(said, one, sight.line.text),
            *from_a_fall(said, one, place.text),
            *_before_it_halved(said, one, place.text, sight.line.text),
        )
        if one.value and any(tells(said, value) for value in values):
            return (one,)
    return ()


def _from_a_pair(said: Amount, group: Sequence[Placed], sight: Sight) -> tuple[Amount, ...]:
    for (place, one), (where, other) in combinations(group, 2):
        if not one.value or not other.value:
            continue
        told = [_is_told(at, amount, sight) for at, amount in ((place, one), (where, other))]
        counted = one.counter == other.counter != ""
        if said.unit in RATIO and not (any(told) if counted else all(told)):
            continue
        values = (
            *_from_two(said, one, other, sight.line.text),
            *part(said, one, other, place),
            *part(said, other, one, where),
            *_times(said, one, other, sight),
            *others(said, one, other, sight.line.text, place if place is where else None),
        )
        if any(tells(said, value) for value in values):
            return one, other
    return ()


def _is_told(place: Statement, amount: Amount, sight: Sight) -> bool:
    """Any two numbers have a ratio: those that the line hardly tells prove nothing."""
    told = place in sight.before or sight.shares[place.at] >= _TOLD
    return told or any(same(mine, amount) for mine in sight.told)


def _far_apart(said: Amount, sight: Sight) -> tuple[Amount, ...]:
    """A sum told to three figures or more, of two amounts anywhere of its very unit."""
    if said.value < 100 * said.step or not said.unit:
        return ()
    found = [one for place in sight.statements for one in place.amounts if one.unit == said.unit]
    for one, other in combinations(found[:_MOST_ANYWHERE], 2):
        values = _from_alike(said, one, other, sight.line.text)
        if one.value and other.value and any(said.value == value for value in values):
            return one, other
    return ()


def _among_near(said: Amount, sight: Sight) -> tuple[Amount, ...]:
    """20億円少ない, of 480億円 in one of the sentences told and 460億円 in another."""
    places = dict.fromkeys((*sight.near, *sight.before, *sight.telling(sight.weights, 6)))
    found = [one for place in places for one in place.amounts if one.unit == said.unit]
    if said.unit in ("", *RATIO) or not says(DIFFERENCE, sight.line.text):
        return ()
    for one, other in combinations(found[:_MOST], 2):
        if said.value == abs(one.value - other.value) and one.counter == other.counter:
            return one, other
    return ()


def _groups(sight: Sight) -> Iterator[tuple[Placed, ...]]:
    """The amounts of each sentence the line tells, then those together with a neighbour's."""
    told = tuple(dict.fromkeys(one.at for one in (*sight.near, *sight.before)))
    for at in told:
        yield _few(sight.statements[at])
    for at in range(len(sight.statements) - 1):
        if at in told or at + 1 in told:
            yield (*_few(sight.statements[at]), *_few(sight.statements[at + 1]))


def _few(place: Statement) -> tuple[Placed, ...]:
    return tuple((place, one) for one in place.amounts[:_MOST] if not _only_each(place.text, one))


_SPELLS: Final = ("時間", "分", "秒", "日", "週間")
_FOR_EACH: Final = re.compile("に|あたり|当たり|につき|平均")


def _only_each(text: str, one: Amount) -> bool:
    """1時間に3本: the hour is no length of anything."""
    return one.figure == 1 and one.written in _SPELLS and bool(_FOR_EACH.match(text, one.end))


def _from_one(said: Amount, one: Amount, text: str) -> Iterator[Decimal]:
    if said.unit == "%" and one.unit == "倍" and says(_GROWTH, text):
        yield 100 * (one.value - 1)
    if said.unit == "倍" and one.unit == "%" and says(_GROWTH, text):
        yield 1 + one.value / 100
    if said.unit == "%" and one.unit == "倍" and _FRACTION.search(said.text):
        yield 100 / one.value
    if said.unit == "%" and one.unit == "%" and (says(NOT, text) or says(_CUT, text)):
        yield 100 - one.value
    if said.unit == one.unit and said.kind == "money":
        if says(_YEARLY, text):
            yield one.value * _MONTHS
        if says(_MONTHLY, text):
            yield one.value / _MONTHS


def _before_it_halved(said: Amount, one: Amount, place: str, line: str) -> Iterator[Decimal]:
    """前は23時間, of 11.5時間 that is 前の半分; 前は5人, of 10人 and 倍増."""
    if said.unit != one.unit or said.unit in RATIO or not says(_BEFORE, line):
        return
    if _HALVED.search(place, one.end):
        yield 2 * one.value
    if _DOUBLED.search(place, one.end):
        yield one.value / 2


def _from_two(said: Amount, one: Amount, other: Amount, text: str) -> Iterator[Decimal]:
    if _alike(one, other):
        yield from _from_alike(said, one, other, text)
    elif "%" in (one.unit, other.unit):
        return
    elif says(_EACH, text):
        for whole, count in ((one, other), (other, one)):
            if said.unit == whole.unit:
                yield whole.value / count.value
    elif says(_SUMS, text) and said.unit in (one.unit, other.unit):
        yield one.value * other.value


def _alike(one: Amount, other: Amount) -> bool:
    """Of one unit; "to 390 million kroner from 420 million" leaves the second one's out."""
    bare = min((amount for amount in (one, other) if not amount.unit), default=None, key=_value)
    if "キロ" in (one.unit, other.unit):
        return comparable(one.unit, other.unit)
    return one.unit == other.unit or (bare is not None and bare.value >= _BARE)


def _value(amount: Amount) -> Decimal:
    return amount.value


def _from_alike(said: Amount, one: Amount, other: Amount, text: str) -> Iterator[Decimal]:
    low, high = sorted((one.value, other.value))
    unit = one.unit or other.unit
    if said.unit == "ポイント" and unit == "%":
        yield high - low
    if comparable(said.unit, unit) and said.unit not in RATIO:
        if says(DIFFERENCE, _from_its_clause(said, text)):
            yield high - low
        if says(_SUMS, text) or says(_BEFORE, text) or text.startswith("から", said.end):
            yield high + low
    if said.unit == "倍":
        yield high / low
    if said.unit == "%" and unit != "%":
        yield 100 * low / high
        if not _GROWN.match(text, said.end):
            yield 100 * (high - low) / high
        if says(_GROWTH, text):
            yield 100 * (high - low) / low
    if said.unit == "か月" and one.kind == "money" and says(DIFFERENCE, text):
        yield abs(_MONTHS - high / low)


def _from_its_clause(said: Amount, text: str) -> str:
    """The line from the clause of an amount on: ノイズ低減を入れても、7時間 is no difference."""
    return text[clause_of(text, said.start, said.end)[0] :]


def _times(said: Amount, one: Amount, other: Amount, sight: Sight) -> Iterator[Decimal]:
    """週に30分, of 週2回 and 1回15分: both told, multiplied."""
    told = [any(same(mine, amount) for mine in sight.told) for amount in (one, other)]
    if all(told) and {one.counter, other.counter} & _TURNS and said.unit in (one.unit, other.unit):
        yield one.value * other.value
