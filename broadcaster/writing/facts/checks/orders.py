"""Does a line set two things in the order in which its article sets them?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.figures import (
    by_figures,
    by_its_own_figures,
    by_the_sides_it_tells,
)
from broadcaster.writing.facts.checks.side_by_side import Pair, side_by_side
from broadcaster.writing.facts.claims.changes import changes
from broadcaster.writing.facts.claims.concepts import plain_words
from broadcaster.writing.facts.claims.english import stem_of
from broadcaster.writing.facts.claims.figures import sense
from broadcaster.writing.facts.claims.listed import LISTED, listed
from broadcaster.writing.facts.claims.older import is_an_older_one
from broadcaster.writing.facts.claims.order import A_SUM, PAST, WHICH, Order
from broadcaster.writing.facts.claims.orders import orders
from broadcaster.writing.facts.claims.places import RANK, leader
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement, Term
    from broadcaster.writing.facts.sight import Sight

_TURNS: Final = frozenset(
    ("c:rise", "c:fall", "c:exceed", "c:undercut", "c:high", "c:low", "c:fast", "c:slow")
)
_TOLD: Final = 0.2
_AS_CLOSE: Final = 0.8
_NAMED: Final = 2.0
_KATAKANA: Final = re.compile("w:[ァ-ヴー]{2,}")
_ONE_SCALE: Final = 0.5
_SO_MANY_TIMES: Final = 3.0
"""前の版の4倍, where the article has four times Heron 2.0: one multiple of one thing."""

_ONE_SUM: Final = 6.0
"""Grown or shrunk by one sum, or to one."""

_TIMES: Final = frozenset(("c:year_before", "w:時期", "w:同期", "w:年", "w:期", "w:去年", "w:昨年"))
"""What the time before is called."""

_TIMED: Final = re.compile(
    r"時間|[秒分](?!の)|タイム|\b(?:second|minute|hour|day|time(?!s)|latenc)"
)
_BETTER_LOW: Final = re.compile(
    "誤|エラー|ミス|失敗|遅延|副作用|不良|事故|故障|消費|価格|料金|費用|値段|騒音|"
    r"\b(?:error|fail|mistake|latenc|cost|price|fault|accident)"
)
"""Of these the lower is the better."""

_BY: Final = re.compile("より[はも]?、?[0-9]")
"""By how much: what tells that is looked at as an amount or a length of time."""

_OF_MOST: Final = re.compile("多|大き|高|最大|上位|most|largest|highest|biggest|busiest")
_VALUE: Final = re.compile(r"\A-?[\d.]+(?:E[+-]?\d+)?")
_NOT_MORE: Final = frozenset(("distance", "noise", "yen", RANK))
_OF_KIND: Final = {A_SUM: 3.0, WHICH: 0.5}


def order_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each comparison that the article makes the other way round."""
    if sight.best < _TOLD:
        return
    for said in _said(sight.line):
        nearest = licences(said, sight)
        if nearest and not any(agrees for _, agrees in nearest):
            yield Doubt("comparison", said.text, nearest[0][0], "比べた結果が記事と逆")
            return
        if not nearest and said.scale != RANK and not sight.told and not _BY.search(said.text):
            yield Doubt("comparison", said.text, sight.nearest, "記事はそう比べていない")
            return


def licences(said: Order, sight: Sight) -> list[tuple[str, bool]]:
    """What the article says of an order, else what its figures do; and whether each agrees."""
    judged = _judged(said, sight)
    told = [(one.text, agrees) for one, agrees in judged]
    mine = _held(said, sight)
    if not any(agrees for _, agrees in told) and (
        own := by_its_own_figures(said, sight) or by_the_sides_it_tells(said, sight)
    ):
        return own
    if said.scale != RANK and PAST not in mine.than and (pairs := _two_sided(mine, sight)):
        most = max(one.measured for one in pairs)
        if most > max((2 * _measured(one.text, mine, sight) for one, _ in judged), default=0.0):
            return [(one.text, one.agrees) for one in pairs]
    if told or (said.scale == RANK and not _OF_MOST.search(said.text)):
        return told
    if said.scale == RANK:
        mine = replace(mine, scale="amount", of=mine.of & _sides(sight))
    found = by_figures(mine, sight, lambda keys: _weight(keys, sight))
    if said.scale == RANK and not said.than:
        return [(text, all(agrees for _, agrees in found)) for text, _ in found[:1]]
    return found


def _two_sided(mine: Order, sight: Sight) -> list[Pair]:
    """Figures of both sides, where the line names both and the article gives each one."""
    sides = _sides(sight)
    named = replace(mine, of=mine.of & sides, than=mine.than & sides)
    return side_by_side(
        named,
        _compared_by(mine, sight),
        lambda keys: any(_is_called(key, sight) for key in sorted(keys)),
        sight,
        lambda keys: _weight(keys, sight),
    )


def _compared_by(mine: Order, sight: Sight) -> frozenset[str]:
    """What a line compares two things by: all that it names beside them."""
    return _as_told(sight.line.keys, sight) - _sides(sight) - _TURNS


def _measured(text: str, mine: Order, sight: Sight) -> float:
    """How much of what a line compares by a sentence tells."""
    keys = next((one.keys for one in sight.statements if one.text == text), frozenset())
    return _weight(_compared_by(mine, sight) & keys, sight)


def _held(said: Order, sight: Sight) -> Order:
    """An order of a line in the article's words. beside: what else the line names."""
    than, of = _as_told(said.than, sight), _as_told(said.of, sight)
    return replace(said, than=than, of=of, beside=_as_told(sight.line.keys, sight) - than - of)


def in_order(sight: Sight) -> bool:
    """Whether the line compares as some sentence of the article, or its figures do."""
    return any(agrees for said in orders(sight.line) for _, agrees in licences(said, sight))


def in_growth(sight: Sight) -> bool:
    """Whether the article licenses what the line has grow or shrink since the time before."""
    return any(
        agrees for said in orders(sight.line) if PAST in said.than
        for _, agrees in licences(said, sight)
    )  # fmt: skip


def _said(line: Statement) -> tuple[Order, ...]:
    """What a line compares, and whom it puts first."""
    first = leader(line)
    return (*orders(line), first) if first else orders(line)


def _judged(said: Order, sight: Sight) -> list[tuple[Order, bool]]:
    """The article's comparisons of the same things, and whether each agrees."""
    mine = _held(said, sight)
    judged = [
        (shared, told, agrees)
        for place in sight.statements if sight.shares[place.at] > 0
        for told in _told(place, sight, past=PAST in mine.than)
        if _one_scale(mine, told)
        for shared, agrees in (_beside(mine, told, sight),) if shared > 0
    ]  # fmt: skip
    judged = [one for one in judged if one[1].scale == mine.scale] or judged
    best = max((shared for shared, _, _ in judged), default=0.0)
    close = _AS_CLOSE * best
    if not any(_measure(mine, told, sight) for shared, told, _ in judged if shared >= close):
        close *= _AS_CLOSE
    return [(told, agrees) for shared, told, agrees in judged if shared >= close]


def _told(place: Statement, sight: Sight, *, past: bool) -> Iterator[Order]:
    """What a sentence of the article compares, with what the one before it names."""
    before = sight.statements[place.at - 1].keys if place.at else frozenset()
    if not place.words:
        before |= sight.statements[0].keys
    found = (*orders(place), *(changes(place) if past else listed(place)))
    for told in found:
        than, of = told.than, told.of
        if told.back == "than":
            than = than | (before - of)
        if told.back == "of":
            of = of | (before - than)
        if past and is_an_older_one(than, sight.statements):
            than = than | {PAST}
        yield replace(told, than=than, of=of, beside=place.keys if told.than else told.beside)


def _one_scale(mine: Order, told: Order) -> bool:
    """Whether both are of one scale; more is also heavier, larger, dearer."""
    if mine.scale == told.scale:
        return True
    scales = {mine.scale, told.scale}
    if "win" in scales:
        return told.back != LISTED and PAST not in told.than and "amount" in scales
    if mine.scale == "merit" and any(_BETTER_LOW.search(one.text) for one in (mine, told)):
        return False
    if PAST in told.than and mine.scale not in ("amount", "merit"):
        return any(sense(mine.scale, unit) > 0 for unit in _units(told))
    if told.scale == "amount" and mine.scale not in ("amount", "merit") and _units(told):
        return any(sense(mine.scale, unit) > 0 for unit in _units(told))
    if told.scale == RANK and mine.scale == "amount":
        return bool(mine.than) and bool(_OF_MOST.search(told.text))
    if "speed" in scales and any(_TIMED.search(one.text) for one in (mine, told)):
        return False
    return bool(scales & {"amount", "merit"}) and not scales & _NOT_MORE


def _units(told: Order) -> set[str]:
    sums = (key for key in told.than | told.of if key.startswith(A_SUM))
    return {_VALUE.sub("", key.removeprefix(A_SUM)) for key in sums}


def _as_told(keys: frozenset[str], sight: Sight) -> frozenset[str]:
    return frozenset(_spelled(key, sight) for key in keys) - _TURNS - _TIMES


def _spelled(key: str, sight: Sight) -> str:
    """A key as the article spells it; a name whole that the line's words cut."""
    if key in sight.keys or not _KATAKANA.fullmatch(key):
        return sight.key(key)
    return f"w:{stem_of(sight.names.spelled(key[2:]))}"


def _beside(mine: Order, told: Order, sight: Sight) -> tuple[float, bool]:
    """How much two comparisons share, and whether they agree; 0 where they are of other things."""
    if mine.times and mine.times == told.times:
        both = _weight((mine.of & told.of) | (mine.than & told.than - told.of), sight)
        return (_SO_MANY_TIMES + both, mine.sign == told.sign) if both else (0.0, True)
    if PAST in mine.than and PAST in told.than:
        topic = _weight((mine.of | mine.than) & told.of, sight)
        topic += _weight((mine.than & told.than) - {PAST}, sight)
        topic += _ONE_SUM * any(key.startswith(A_SUM) for key in mine.of & told.of)
        topic += _ONE_SCALE * (mine.scale == told.scale != "amount")
        return (1.0 + topic, mine.sign == told.sign) if topic else (0.0, True)
    if mine.than and all(key.startswith(A_SUM) for key in mine.than) and not mine.than & told.than:
        return 0.0, True
    than, of = told.than - told.of or told.than, told.of - told.than or told.of
    straight = _weight(mine.than & than, sight)
    crossed = _weight(mine.than & of, sight) + _weight(mine.of & than, sight)
    topic = _weight((mine.of & told.of) - _TURNS, sight)
    topic += _ONE_SCALE * (mine.scale != "amount")
    if _of_another(mine, told, sight):
        return 0.0, True
    if not mine.than and not told.than:
        same = _weight((mine.of & told.of) - _TURNS, sight)
        other = _weight((mine.of & told.beside) - told.of, sight)
        return max(same, other), (mine.sign == told.sign) == (same >= other)
    if told.back == LISTED and not mine.than and not _compared(mine, told, sight):
        return 0.0, True
    if mine.than and (RANK in (mine.scale, told.scale) or told.back == LISTED):
        return _in_places(mine, told, sight)
    if told.scale == RANK and not mine.than and _weight(mine.of & of - told.than, sight) > crossed:
        return _weight(mine.of & of, sight) + topic, mine.sign == told.sign
    crossed += 0.5 * _measure(mine, told, sight) if crossed and not mine.than else 0.0
    if not mine.than:
        return (crossed, mine.sign != told.sign) if crossed else (0.0, True)
    if straight and straight >= crossed and (topic or mine.of):
        return straight + topic + _measure(mine, told, sight), mine.sign == told.sign
    if crossed > straight:
        return crossed + topic + _measure(mine, told, sight), mine.sign != told.sign
    return 0.0, True


def _of_another(mine: Order, told: Order, sight: Sight) -> bool:
    """Whether of two named sides a sentence sets one beside something else that has a name."""
    sides = _sides(sight)
    named = [keys & sides for keys in (mine.of, mine.than)]
    if not all(named) or told.back:
        return False
    met = [[bool(keys & ours) for ours in named] for keys in (told.of, told.than)]
    if sum(map(sum, met)) != 1:
        return False
    other = told.than if any(met[0]) else told.of
    both = (mine.than | mine.of | mine.beside) & (told.than | told.of | told.beside) - sides
    return not both and any(_is_called(key, sight) for key in sorted(other))


def _is_called(key: str, sight: Sight) -> bool:
    """Whether a term is a name where the article first has it."""
    places = sight.holding.get(key, ())[:1]
    return any(
        term.name and term.key == key for at in places for term in sight.statements[at].terms
    )


def _in_places(mine: Order, told: Order, sight: Sight) -> tuple[float, bool]:
    """Of two places both ends have to be known: second before third says nothing of the first."""
    of, than = (keys & _sides(sight) or keys for keys in (mine.of, mine.than))
    so = [_weight(one, sight) for one in (of & told.of, than & told.than)]
    turned = [_weight(one, sight) for one in (of & told.than, than & told.of)]
    more = _weight(((mine.of - of) | mine.beside) & told.beside, sight)
    if min(so) > 0 and sum(so) >= sum(turned):
        return sum(so) + more, mine.sign == told.sign
    return (sum(turned) + more, mine.sign != told.sign) if min(turned) > 0 else (0.0, True)


def _sides(sight: Sight) -> frozenset[str]:
    """What of a line can only be one of the things compared: names, and which of a series."""
    common = {f"w:{word}" for word in plain_words("katakana_measures")}
    said = (key for one in orders(sight.line) for key in one.than | one.of)
    which = (key for key in said if key.startswith(WHICH) or _KATAKANA.fullmatch(key))
    return _as_told(frozenset((*_names(sight), *which)) - common, sight)


def _measure(mine: Order, told: Order, sight: Sight) -> float:
    """What two comparisons share of what they compare by: the passengers, the profit."""
    both = (mine.than | mine.of) & (told.than | told.of)
    both |= mine.beside & told.beside
    return _weight(both - _names(sight), sight) + _ONE_SCALE * (mine.scale != "amount")


def _weight(keys: frozenset[str], sight: Sight) -> float:
    names = _names(sight)
    return sum(
        (_OF_KIND.get(key[:2]) or sight.weights.get(key, 1.0)) * (_NAMED if key in names else 1)
        for key in sorted(keys)
    )


def _compared(mine: Order, told: Order, sight: Sight) -> frozenset[str]:
    """What a line of one side compares by, and the sentence too: (言語では、)Aのほうが多い."""
    return (mine.beside & told.beside) - _names(sight) - _TURNS


def _names(sight: Sight) -> set[str]:
    return {sight.key(term.key) for term in sight.line.terms if _is_name(term)}


def _is_name(term: Term) -> bool:
    return term.name or bool(_KATAKANA.fullmatch(term.key))
