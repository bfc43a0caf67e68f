"""The article's own comparisons of what a line compares, and whether each agrees with it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.changes import changes
from broadcaster.writing.facts.claims.concepts import plain_words
from broadcaster.writing.facts.claims.english import stem_of
from broadcaster.writing.facts.claims.figures import sense
from broadcaster.writing.facts.claims.listed import LISTED, listed
from broadcaster.writing.facts.claims.older import is_an_older_one
from broadcaster.writing.facts.claims.order import A_SUM, PAST, WHICH, Order
from broadcaster.writing.facts.claims.orders import orders
from broadcaster.writing.facts.claims.places import RANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement, Term
    from broadcaster.writing.facts.sight import Sight

TURNS: Final = frozenset(
    ("c:rise", "c:fall", "c:exceed", "c:undercut", "c:high", "c:low", "c:fast", "c:slow")
)
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

_VALUE: Final = re.compile(r"\A-?[\d.]+(?:E[+-]?\d+)?")
_NOT_MORE: Final = frozenset(("distance", "noise", "yen", RANK))
_OF_KIND: Final = {A_SUM: 3.0, WHICH: 0.5}
_OF_MOST: Final = re.compile("多|大き|高|最大|上位|most|largest|highest|biggest|busiest")


def held(said: Order, sight: Sight) -> Order:
    """An order of a line in the article's words. beside: what else the line names."""
    than, of = as_told(said.than, sight), as_told(said.of, sight)
    return replace(said, than=than, of=of, beside=as_told(sight.line.keys, sight) - than - of)


def judged(said: Order, sight: Sight) -> list[tuple[Order, bool]]:
    """The article's comparisons of the same things, and whether each agrees."""
    mine = held(said, sight)
    found = [
        (shared, told, agrees)
        for place in sight.statements if sight.shares[place.at] > 0
        for told in _told(place, sight, past=PAST in mine.than)
        if _one_scale(mine, told)
        for shared, agrees in (_beside(mine, told, sight),) if shared > 0
    ]  # fmt: skip
    found = [one for one in found if one[1].scale == mine.scale] or found
    best = max((shared for shared, _, _ in found), default=0.0)
    close = _AS_CLOSE * best
    if not any(_measure(mine, told, sight) for shared, told, _ in found if shared >= close):
        close *= _AS_CLOSE
    return [(told, agrees) for shared, told, agrees in found if shared >= close]


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


def as_told(keys: frozenset[str], sight: Sight) -> frozenset[str]:
    """Keys of a line as its article spells them, but for the words that only say which way."""
    return frozenset(_spelled(key, sight) for key in keys) - TURNS - _TIMES


def _spelled(key: str, sight: Sight) -> str:
    """A key as the article spells it; a name whole that the line's words cut."""
    if key in sight.keys or not _KATAKANA.fullmatch(key):
        return sight.key(key)
    return f"w:{stem_of(sight.names.spelled(key[2:]))}"


def _beside(mine: Order, told: Order, sight: Sight) -> tuple[float, bool]:
    """How much two comparisons share, and whether they agree; 0 where they are of other things."""
    if mine.times and mine.times == told.times:
        both = weight_of((mine.of & told.of) | (mine.than & told.than - told.of), sight)
        return (_SO_MANY_TIMES + both, mine.sign == told.sign) if both else (0.0, True)
    if PAST in mine.than and PAST in told.than:
        topic = weight_of((mine.of | mine.than) & told.of, sight)
        topic += weight_of((mine.than & told.than) - {PAST}, sight)
        topic += _ONE_SUM * any(key.startswith(A_SUM) for key in mine.of & told.of)
        topic += _ONE_SCALE * (mine.scale == told.scale != "amount")
        return (1.0 + topic, mine.sign == told.sign) if topic else (0.0, True)
    if mine.than and all(key.startswith(A_SUM) for key in mine.than) and not mine.than & told.than:
        return 0.0, True
    than, of = told.than - told.of or told.than, told.of - told.than or told.of
    straight = weight_of(mine.than & than, sight)
    crossed = weight_of(mine.than & of, sight) + weight_of(mine.of & than, sight)
    topic = weight_of((mine.of & told.of) - TURNS, sight)
    topic += _ONE_SCALE * (mine.scale != "amount")
    if _of_another(mine, told, sight):
        return 0.0, True
    if not mine.than and not told.than:
        same = weight_of((mine.of & told.of) - TURNS, sight)
        other = weight_of((mine.of & told.beside) - told.of, sight)
        return max(same, other), (mine.sign == told.sign) == (same >= other)
    if told.back == LISTED and not mine.than and not _compared(mine, told, sight):
        return 0.0, True
    if mine.than and (RANK in (mine.scale, told.scale) or told.back == LISTED):
        return _in_places(mine, told, sight)
    if (
        told.scale == RANK
        and not mine.than
        and weight_of(mine.of & of - told.than, sight) > crossed
    ):
        return weight_of(mine.of & of, sight) + topic, mine.sign == told.sign
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
    sides = sides_of(sight)
    named = [keys & sides for keys in (mine.of, mine.than)]
    if not all(named) or told.back:
        return False
    met = [[bool(keys & ours) for ours in named] for keys in (told.of, told.than)]
    if sum(map(sum, met)) != 1:
        return False
    other = told.than if any(met[0]) else told.of
    both = (mine.than | mine.of | mine.beside) & (told.than | told.of | told.beside) - sides
    return not both and any(is_called(key, sight) for key in sorted(other))


def is_called(key: str, sight: Sight) -> bool:
    """Whether a term is a name where the article first has it."""
    places = sight.holding.get(key, ())[:1]
    return any(
        term.name and term.key == key for at in places for term in sight.statements[at].terms
    )


def _in_places(mine: Order, told: Order, sight: Sight) -> tuple[float, bool]:
    """Of two places both ends have to be known: second before third says nothing of the first."""
    of, than = (keys & sides_of(sight) or keys for keys in (mine.of, mine.than))
    so = [weight_of(one, sight) for one in (of & told.of, than & told.than)]
    turned = [weight_of(one, sight) for one in (of & told.than, than & told.of)]
    more = weight_of(((mine.of - of) | mine.beside) & told.beside, sight)
    if min(so) > 0 and sum(so) >= sum(turned):
        return sum(so) + more, mine.sign == told.sign
    return (sum(turned) + more, mine.sign != told.sign) if min(turned) > 0 else (0.0, True)


def sides_of(sight: Sight) -> frozenset[str]:
    """What of a line can only be one of the things compared: names, and which of a series."""
    common = {f"w:{word}" for word in plain_words("katakana_measures")}
    said = (key for one in orders(sight.line) for key in one.than | one.of)
    which = (key for key in said if key.startswith(WHICH) or _KATAKANA.fullmatch(key))
    return as_told(frozenset((*_names(sight), *which)) - common, sight)


def _measure(mine: Order, told: Order, sight: Sight) -> float:
    """What two comparisons share of what they compare by: the passengers, the profit."""
    both = (mine.than | mine.of) & (told.than | told.of)
    both |= mine.beside & told.beside
    return weight_of(both - _names(sight), sight) + _ONE_SCALE * (mine.scale != "amount")


def weight_of(keys: frozenset[str], sight: Sight) -> float:
    """How much keys tell one comparison from another; names count double."""
    names = _names(sight)
    return sum(
        (_OF_KIND.get(key[:2]) or sight.weights.get(key, 1.0)) * (_NAMED if key in names else 1)
        for key in sorted(keys)
    )


def _compared(mine: Order, told: Order, sight: Sight) -> frozenset[str]:
    """What a line of one side compares by, and the sentence too: (言語では、)Aのほうが多い."""
    return (mine.beside & told.beside) - _names(sight) - TURNS


def _names(sight: Sight) -> set[str]:
    return {sight.key(term.key) for term in sight.line.terms if _is_name(term)}


def _is_name(term: Term) -> bool:
    return term.name or bool(_KATAKANA.fullmatch(term.key))
