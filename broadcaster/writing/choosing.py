"""Which sentences of an article are told: the lead, then the best of the rest, in its order.

Best is what many others speak for (LexRank), stands early, is short enough to be heard and new
beside what is told already. What needs its predecessor, its ただし or its conditions comes with
them or not at all.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.ranking import graph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from broadcaster.writing.material import Sentence

MOST: Final = 9
"""Fact sentences of a story; more only where its seconds ask for them."""

_SECONDS_EACH: Final = 5.0
_LEADS: Final = 10
_REACH: Final = 3
"""Sentences told for the sake of one that leans on them."""

_NEWNESS: Final = 0.5
_SHORTEST: Final = 1.6
"""Seconds below which nothing more fits in."""

HARD_TO_HEAR: Final = 70
"""Morae, guessed, from which a sentence will hardly be said whole."""

_FASTEST: Final = 11.0
"""Morae a second; no sentence takes less time than its guessed morae at this pace."""

_DEED: Final = re.compile(
    r"(?:発表|公開|発売|開始|リリース|導入|買収|提携|値下げ|値上げ|修正|開発|設立|調達|公表|開設|更新|"
    r"報告|実施|停止|決定|合意|比較|提供)(?:し|する|を|さ)|(?:始め|開い|決め|出し)(?:た|まし)"
)
_DEFINES: Final = re.compile(r"[^、。]{1,20}(?:というのは|とは、)")
_EARLY_TOPIC: Final = re.compile(r".{1,40}?[はが]")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as the host says it, in one line or two, and how long that takes."""

    sentence: Sentence
    lines: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be told: seconds, and of a quoted source sentences and characters."""

    seconds: float
    sentences: int
    characters: int


def limits(seconds: float, sentences: int | None = None, characters: int | None = None) -> Limits:
    """Limits for a story of so many seconds; without a number, a source may be told freely."""
    most = max(MOST, math.ceil(seconds / _SECONDS_EACH))
    return Limits(seconds, most if sentences is None else min(most, sentences), characters or 10**9)


def likely_leads(
    sentences: Sequence[Sentence], named: Callable[[Sentence], bool]
) -> tuple[Sentence, ...]:
    """The sentences a story may begin with, the likeliest first: early, with who did what."""
    able = [one for one in sentences if not (one.fault or one.leans or one.turns or one.counted)]
    early = sorted(able[:_LEADS], key=lambda one: (-_leads(one) - 2 * named(one), one.at))
    return (*early, *able[_LEADS:])


def _leads(one: Sentence) -> int:
    doer = bool(_EARLY_TOPIC.match(one.said))
    return doer + (doer and bool(_DEED.search(one.said)))


class Choice:
    """The sentences chosen so far.

    speak: how one is said, None where it cannot be. named: whether it names whom the title does.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        speak: Callable[[Sentence], Spoken | None],
        most: Limits,
        named: Callable[[Sentence], bool],
    ) -> None:
        self._all = sentences
        self._speak = speak
        self._most = most
        self._named = named
        self._graph = graph([sentence.said for sentence in sentences])
        self._scores = self._scored()
        self._told: dict[int, Spoken] = {}
        self._closeness = [0.0] * len(sentences)

    def told(self) -> tuple[Spoken, ...]:
        """What is told, in the article's order; empty where nothing can be."""
        lead = self._lead()
        if lead is None:
            return ()
        self._add([lead])
        if self._all[lead].value:
            self._add(self._condition(lead) or [])
        left = [at for at in range(lead + 1, len(self._all)) if not self._all[at].fault]
        told = 0
        while told < len(self._told):  # what is told may be what another leans on
            told = len(self._told)
            left = self._best_first(left, lead)
        return tuple(self._told[at] for at in sorted(self._told))

    def _best_first(self, left: list[int], lead: int) -> list[int]:
        """Goes through what is left, the best first, and gives what could not be told yet."""
        waiting: list[int] = []
        while left and self._room() > _SHORTEST:
            best = max(left, key=lambda at: self._scores[at] - _NEWNESS * self._closeness[at])
            left.remove(best)
            if self._may_fit(best):
                self._add(self._with_all_it_needs(best, lead) or [])
                waiting.append(best)
        return sorted(waiting)

    # ── the lead ─────────────────────────────────────────────────────────────────────────

    def _lead(self) -> int | None:
        """The first sentence of the story: who did what, as early as it is told."""
        leads = likely_leads(self._all, self._named)
        return next((one.at for one in leads if self._may_be_told_alone(one)), None)

    def _may_be_told_alone(self, one: Sentence) -> bool:
        if one.end - one.start > self._most.characters or not self._most.sentences:
            return False
        after = self._turn_after(one.at)
        limited = after is not None and self._all[after].limits and self._spoken(after) is None
        return not limited and self._spoken(one.at) is not None

    # ── scores ───────────────────────────────────────────────────────────────────────────

    def _scored(self) -> list[float]:
        ranks = self._graph.centrality()
        scores, place = [], 0
        for rank, sentence in zip(ranks, self._all, strict=True):
            scores.append(0.5 * rank + 0.3 / (1 + place / 5) + _bonus(sentence))
            place += not sentence.fault
        return scores

    def _add(self, group: list[int]) -> None:
        """Told from now on, if all of the group fits; else none of it."""
        new = [at for at in group if at not in self._told]
        spoken = [self._speak(self._all[at]) for at in new]
        found = [one for one in spoken if one is not None]
        if len(found) < len(new) or (self._told and not self._fits(found)):
            return
        for one in found:
            self._told[one.sentence.at] = one
            for at in range(len(self._all)):
                close = self._graph.similarity(at, one.sentence.at)
                self._closeness[at] = max(self._closeness[at], close)

    # ── room ─────────────────────────────────────────────────────────────────────────────

    def _room(self) -> float:
        if len(self._told) >= self._most.sentences:
            return 0.0
        return self._most.seconds - sum(one.seconds for one in self._told.values())

    def _may_fit(self, at: int) -> bool:
        """Whether it is new, and short enough by a guess that asks no analyser."""
        if at in self._told or any(self._graph.repeats(at, told) for told in self._told):
            return False
        return self._all[at].guess / _FASTEST < self._room()

    def _fits(self, group: Sequence[Spoken]) -> bool:
        told = [*self._told.values(), *group]
        characters = sum(one.sentence.end - one.sentence.start for one in told)
        return (
            sum(one.seconds for one in group) <= self._room()
            and len(told) <= self._most.sentences
            and characters <= self._most.characters
        )

    # ── what must be told together ───────────────────────────────────────────────────────

    def _with_all_it_needs(self, at: int, lead: int) -> list[int] | None:
        """The sentence with what it leans on, what turns it around, and its conditions."""
        group = self._group(at, lead)
        if group is None or not any(self._all[one].value for one in group):
            return group
        return group + (self._condition(lead) or [])

    def _condition(self, lead: int) -> list[int] | None:
        """The caveat told beside prices and performance: none if one is told, or nobody has one."""
        if any(one.sentence.caveat for one in self._told.values()):
            return None
        able = [one for one in self._all[lead + 1 :] if one.caveat and not one.fault]
        ordered = sorted(able, key=lambda one: (not one.limits, -self._scores[one.at]))
        groups = (self._group(one.at, lead) for one in ordered[:_LEADS])
        return next((group for group in groups if group is not None), None)

    def _group(self, at: int, lead: int) -> list[int] | None:
        """A sentence with those before it that it leans on and the one that turns it around."""
        chain = [at]
        while self._needs_one_more(chain):
            before = chain[0] - 1
            if before < lead or self._all[chain[0]].first or len(chain) > _REACH:
                return None
            chain.insert(0, before)
        after = self._turn_after(at)
        if after is not None and self._spoken(after) is not None:
            chain.append(after)
        elif after is not None and self._all[after].limits:
            return None
        return chain if all(self._spoken(one) is not None for one in chain) else None

    def _needs_one_more(self, chain: Sequence[int]) -> bool:
        """Whether its first sentence leans on another, or it counts on without 1つ目."""
        first = self._all[chain[0]]
        if first.at in self._told:
            return False
        if max(self._all[at].counted for at in chain) > 1 and first.counted != 1:
            return True
        if first.at - 1 in self._told and not first.first:
            return False
        return first.leans or first.turns or not self._connected(first)

    def _connected(self, first: Sentence) -> bool:
        """Whether it opens a part of the article, or speaks of something told before it.

        多くの紙が無駄になる means somebody's paper: alone, it would be said of somebody else.
        """
        if first.first or _DEFINES.match(first.said):
            return True
        return any(self._graph.shares(first.at, told) for told in self._told if told < first.at)

    def _turn_after(self, at: int) -> int | None:
        turned = at + 1 < len(self._all) and self._all[at + 1].turns and not self._all[at + 1].first
        return at + 1 if turned else None

    def _spoken(self, at: int) -> Spoken | None:
        return self._speak(self._all[at])


def _bonus(sentence: Sentence) -> float:
    """For a length that is easily heard, and for what limits a claim."""
    length = sentence.guess
    if length > HARD_TO_HEAR:
        return -0.2
    heard = 0.1 if 25 <= length <= 42 else 0.05 if 15 <= length <= 50 else 0.0
    return heard + 0.05 * sentence.caveat + 0.15 * sentence.limits
