"""Where a line looks in its article: the sentences it tells, nearest first.

A line is laid beside every sentence by the words, names and amounts they share; rare words weigh
more. Grammar (not, may, will, more) is compared with the nearest few only.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import akin, equals, opposites
from broadcaster.writing.facts.claims.english import stem_of
from broadcaster.writing.facts.claims.rendered import rendered
from broadcaster.writing.facts.quantities.amount import VERSION, comparable
from broadcaster.writing.facts.quantities.extents import alike_behind_the_point, equal, rounded
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.naming.names import Names
    from broadcaster.writing.facts.quantities.amount import Amount

_FOREIGN: Final = re.compile(r"w:(?:[a-z0-9.+'&-]+|[ァ-ヴー]+)")
_AMOUNT_WEIGHS: Final = 3.0
_NUMBER_OF_A_NAME: Final = 0.5
_MOMENT_WEIGHS: Final = 1.5
_CONTRARY: Final = 0.6
"""A sentence that says the opposite, or much the same, speaks of the same thing."""

_NEAR: Final = 0.5
_MOST_NEAR: Final = 3
_BARE: Final = 1000
"""Numbers so large that leave out their unit mean the one spoken of."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A line beside its article.

    keys: the terms of the line as the article spells them. shares: for each statement, how much of
    the line (0 to 1) it shares; topics: the same by words alone. near: the nearest first.
    before: what the sentences before it in the same line tell. told and moods: all amounts
    of that line, and every certainty in it. holding: where each term of
    the article stands. weights: how much each term tells one
    sentence from another.
    """

    line: Statement
    keys: dict[str, str]
    statements: tuple[Statement, ...]
    shares: tuple[float, ...]
    topics: tuple[float, ...]
    near: tuple[Statement, ...]
    weights: dict[str, float]
    names: Names
    today: date | None
    before: tuple[Statement, ...] = ()
    told: tuple[Amount, ...] = ()
    moods: frozenset[str] = frozenset()
    holding: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @property
    def best(self) -> float:
        """The share of the nearest statement."""
        return self.shares[self.near[0].at] if self.near else 0.0

    @property
    def nearest(self) -> str:
        """The text of the nearest statement; empty where nothing is near."""
        return self.near[0].text if self.near else ""

    def telling(self, keys: Iterable[str], most: int = 3) -> tuple[Statement, ...]:
        """The statements that share most of these terms, most first; no titles."""
        shared: defaultdict[int, float] = defaultdict(float)
        for key in sorted(keys):
            for at in self.holding.get(key, ()):
                shared[at] += self.weights.get(key, 1.0)
        order = sorted(shared, key=lambda at: (-shared[at], at))
        return tuple(one for at in order[: 2 * most] if not (one := self.statements[at]).weak)[
            :most
        ]

    def key(self, key: str) -> str:
        """A term of the line as the article spells it."""
        return self.keys.get(key, key)


class Index:
    """The statements of an article, ready to be looked for."""

    def __init__(self, statements: tuple[Statement, ...], names: Names, today: date | None) -> None:
        self._statements = statements
        self._names = names
        self._today = today
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for one in statements:
            for key in one.keys:
                self._holding[key].append(one.at)
        self._respelled: dict[str, str] = {}

    def see(self, line: Statement) -> Sight:
        """The line beside its article. Linear in what it shares with it."""
        anchors = [self._anchors(line, one) for one in self._statements]
        spelled = {key: self.spelled(key) for key in sorted(line.keys)}
        keys = self._rendered(line, spelled, anchors)
        weights = {own: self._weight(own) for own in dict.fromkeys(keys.values())}
        topics = self._shared(weights)
        most = sum(map(_weighs, line.amounts)) + _MOMENT_WEIGHS * len(line.moments)
        whole = sum(weights.values()) + most or 1.0
        total = sum(weights.values()) or 1.0
        shares = tuple(
            (topics[at] + anchors[at]) / whole * (0.8 if one.weak else 1.0)
            for at, one in enumerate(self._statements)
        )
        order = sorted(range(len(shares)), key=lambda at: (-shares[at], at))
        near = [self._statements[at] for at in order if shares[at] > 0]
        near = [one for one in near if shares[one.at] >= _NEAR * shares[near[0].at]][:_MOST_NEAR]
        return Sight(
            line, keys, self._statements, shares,
            tuple(one / total for one in topics), tuple(near), weights, self._names, self._today,
            holding=self._holding,
        )  # fmt: skip

    def _rendered(
        self, line: Statement, keys: dict[str, str], anchors: Sequence[float]
    ) -> dict[str, str]:
        """The terms; those that an English article lacks, as it may say them in other words.

        Of several words that which stands where most else of the line is told.
        """
        if not self._names.foreign:
            return keys
        ways = rendered(line, self._holding)
        bare = [key for key, own in keys.items() if key in ways and not self._tells(own)]
        for key in sorted(bare, key=lambda one: (len(ways[one]), one)):
            known = {own: self._weight(own) for own in keys.values() if own in self._holding}
            told = [near + anchors[at] for at, near in enumerate(self._shared(known))]
            best = ((max(told[at] for at in self._holding[way]), way) for way in ways[key])
            keys = keys | {key: max(best)[1]}
        return keys

    def _tells(self, key: str) -> bool:
        """Whether the article has a term, or what is near or contrary to it."""
        ways = (key, *(f"c:{way}" for way in _contraries(key) | akin(key[2:])))
        return any(way in self._holding for way in ways)

    def spelled(self, key: str) -> str:
        """A term of a line as the article spells it: ラークスパー is its Larkspur."""
        if key in self._holding:
            return key
        if not _FOREIGN.fullmatch(key):
            return self._equal(key)
        if key not in self._respelled:
            self._respelled[key] = self._known(self._names.spelled(key[2:])) or self._equal(key)
        return self._respelled[key]

    def _equal(self, key: str) -> str:
        """最高裁 is "Supreme Court" there, and stands at its first word."""
        words = (self._known(other.split()[0]) for other in sorted(equals(key[2:])))
        return next(filter(None, words), key)

    def _known(self, name: str) -> str:
        """The term of a name, or of a plain word; empty where the article has neither."""
        ways = (f"w:{name.lower()}", f"w:{stem_of(name)}")
        return next((way for way in ways if way in self._holding), "")

    def _weight(self, key: str) -> float:
        holding = len(self._holding.get(key, ()))
        return math.log(1 + len(self._statements) / holding) if holding else 1.0

    def _shared(self, weights: dict[str, float]) -> list[float]:
        found = [0.0] * len(self._statements)
        for key, weight in weights.items():
            told = self._holding.get(key, ())
            for at in told:
                found[at] += weight
            near = sorted(_contraries(key) | akin(key[2:]))
            against = (self._holding.get(f"c:{way}", ()) for way in near)
            for at in sorted({at for places in against for at in places} - set(told)):
                found[at] += _CONTRARY * weight
        return found

    def _anchors(self, line: Statement, source: Statement) -> float:
        sums = sum(
            _weighs(one) * any(same(one, other) for other in source.amounts) for one in line.amounts
        )
        days = sum(
            any(agree(one, other, self._today) for other in source.moments) for one in line.moments
        )
        return sums + _MOMENT_WEIGHS * days


def _weighs(amount: Amount) -> float:
    """How much an amount tells one sentence from another; the 2 of ペトレル2 little."""
    named = amount.unit == VERSION and "." not in amount.text
    return _NUMBER_OF_A_NAME if named else _AMOUNT_WEIGHS


_SIDED: Final = frozenset(("win", "lose", "buy", "sell"))
"""Opposites that only tell the same deed of the other side."""


def _contraries(key: str) -> frozenset[str]:
    return frozenset() if key[2:] in _SIDED else opposites(key[2:])


_OF_NOTHING: Final = (
    "か月", "秒", "m", "g", "B", "W", "Wh", "Hz", "度", "リットル", "歳", "ポイント", "デシベル",
)  # fmt: skip
"""Units that no other counter stands for: 4か月 is not told of 4選."""

_COUNTED: Final = re.compile("(?![以未前程超台割近代]).")


_ROUNDS: Final = frozenset("期連戦勝敗冠選")
"""3期続けて is told of no 3 %."""


def same(said: Amount, source: Amount) -> bool:
    """Whether two amounts are one value of one kind, perhaps rounded for the ear."""
    if VERSION in (said.unit, source.unit) and not alike_behind_the_point(said, source):
        return False
    bare = not source.unit and source.value < _BARE
    if bare and (said.kind == "money" or said.unit in ("倍", "%")):
        return False
    if bare and said.unit in _OF_NOTHING and _COUNTED.match(source.beside):
        return False
    counted = not said.unit and said.value < _BARE and said.beside[:1] in _ROUNDS
    if counted and (source.kind == "money" or source.unit in (*_OF_NOTHING, "%", "倍")):
        return False
    return comparable(said.unit, source.unit) and (equal(said, source) or rounded(said, source))


def labels(statement: Statement, amount: Amount) -> frozenset[str]:
    """The terms that tell what an amount is of: between its neighbours, in its own clause."""
    start, end = stretch(statement, amount)
    return frozenset(
        term.key
        for term in statement.terms
        if start <= term.start and term.end <= end
        and not amount.start <= term.start < amount.end
    )  # fmt: skip


_ONWARDS: Final = re.compile(r"分?から約?|→| to (?:about )?|, or (?:about )?|\s")


def stretch(statement: Statement, amount: Amount) -> tuple[int, int]:
    """The part of an amount's clause that lies between its neighbours.

    What is said ahead of 58から52に is said of both.
    """
    start, end = clause_of(statement.text, amount.start, amount.end)
    first = amount.start
    for other in reversed(statement.amounts):
        if other.end <= first and _ONWARDS.fullmatch(statement.text, other.end, first):
            first = other.start
            start = min(start, clause_of(statement.text, first, other.end)[0])
    for other in statement.amounts:
        if other.end <= first:
            start = max(start, other.end)
        elif other.start >= amount.end:
            end = min(end, other.start)
    return start, end


_CLAUSE: Final = re.compile(r"[。;]|(?<!\d)、|、(?!\d)|,(?!\d)|\b(?:and|but|while)\b")


_TOPIC: Final = re.compile("(?:[はも]|(?<![たるいだすうんつくぐむぶぬ])が)\\Z")


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where each clause of a sentence starts and ends; a topic and its 、 go with what follows."""
    start = 0
    for mark in _CLAUSE.finditer(text):
        if not _TOPIC.search(text, max(0, mark.start() - 2), mark.start()):
            yield start, mark.start()
            start = mark.end()
    if start < len(text):
        yield start, len(text)


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around text[start:end]."""
    left = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    right = _CLAUSE.search(text, end)
    return left, right.start() if right else len(text)
