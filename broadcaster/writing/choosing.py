"""Which sentences of an article are told: the lead, then the best of the rest, in its order.

Best is what many others speak for (LexRank), stands early, is short enough to be heard and new
beside what is told already. What needs its predecessor, its ただし or its conditions comes with
them or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.bonds import Bonds
from broadcaster.writing.fitness import has_topic_early, tells_a_deed, tells_an_event
from broadcaster.writing.hearsay import NOTHING
from broadcaster.writing.ranking import centrality, graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from broadcaster.writing.hearsay import Heard
    from broadcaster.writing.material import Sentence

MOST: Final = 9
"""Facts of a story: nine, and more only while less than 95 % of its seconds are told.

Five to nine facts are what a listener keeps of a story, and nine of them last some forty seconds:
a story of a three-minute show. What is promised in minutes is more than that (four stories in
five minutes take eleven facts each, three take fifteen), and nothing else fills it honestly:
pauses at their longest give a second in fourteen, a second reaction three seconds, and choosing
longer sentences spares less than one fact. So facts go on until the seconds that `fit` gave are
all but told, and not one further; who wants nine asks for more stories, or fewer minutes.
"""

_NEARLY: Final = 0.95
_FREELY: Final = 10**9
"""Sentences, or characters, of a source that is ours to tell."""

_LEADS: Final = 10
_LATER: Final = 0.2
"""What a place further down takes from a lead: a deed there weighs no more than a topic above."""

_THE_SAME: Final = re.compile("同[社氏校]")

_NEWNESS: Final = 0.5
_SHORTEST: Final = 1.6
"""Seconds below which nothing more fits in."""

HARD_TO_HEAR: Final = 70
"""Morae, guessed, from which a sentence will hardly be said whole."""

_FASTEST: Final = 11.0
"""Morae a second; no sentence takes less time than its guessed morae at this pace."""


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


def limits(seconds: float, sentences: int = _FREELY, characters: int = _FREELY) -> Limits:
    """Limits for a story of so many seconds; without a number, a source may be told freely."""
    return Limits(seconds, sentences, characters)


def likely_leads(
    sentences: Sequence[Sentence], named: Callable[[Sentence], bool]
) -> tuple[Sentence, ...]:
    """The sentences a story may begin with, the likeliest first: early, with who did what."""
    able = [one for one in sentences if not (one.fault or one.leans or one.turns or one.counted)]
    early = sorted(
        able[:_LEADS],
        key=lambda one: (_LATER * one.at - _leads(one) - 2 * (named(one) or not one.at), one.at),
    )
    return (*early, *able[_LEADS:])


def _leads(one: Sentence) -> int:
    """An accident has no doer: that it happened is what the story begins with."""
    deed = has_topic_early(one.said) + tells_a_deed(one.said)
    return max(deed, 2 * tells_an_event(one.said))


class Choice:
    """The sentences chosen so far.

    speak: how one is said, None where it cannot be. named: whether it names whom the title does.
    heard: what is told of the article already; then what is chosen goes with that, and has no
    lead of its own.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        speak: Callable[[Sentence], Spoken | None],
        most: Limits,
        named: Callable[[Sentence], bool],
        heard: Heard = NOTHING,
    ) -> None:
        self._all = sentences
        self._speak = speak
        self._most = most
        self._named = named
        self._graph = graph(tuple(sentence.said for sentence in sentences))
        self._bonds = Bonds(sentences, self._graph, self._may_be_said, heard)
        self._scores = self._scored()
        self._told: dict[int, Spoken] = {}
        self._touched = heard.touched
        self._heard = {*heard.said, *heard.touched}
        self._closeness = [0.0] * len(sentences)
        for at in sorted(self._heard):
            self._note_closeness(at)

    def told(self) -> tuple[Spoken, ...]:
        """What is told, in the article's order; empty where nothing can be."""
        lead = 0 if self._heard else self._begun()
        if lead is None:
            return ()
        left = [at for at, one in enumerate(self._all) if not (one.fault or at in self._heard)]
        left = [at for at in left if at > lead or lead not in self._told]
        told = -1
        while told < len(self._told):  # what is told may be what another leans on
            told = len(self._told)
            left = self._best_first(left, lead)
        return tuple(self._told[at] for at in sorted(self._told))

    def _begun(self) -> int | None:
        """The place of the lead, told with the condition of what it promises; None for none."""
        lead = self._lead()
        first = None if lead is None else self._speak(self._all[lead])
        if lead is None or first is None:
            return None
        self._add(first)
        if self._all[lead].value:
            self._add_first_that_fits(self._bonds.conditions(lead, lead, self._heard))
        return lead

    def _best_first(self, left: list[int], lead: int) -> list[int]:
        """Goes through what is left, the best first, and gives what could not be told yet."""
        waiting: list[int] = []
        while left and self._room() > _SHORTEST:
            best = max(left, key=lambda at: self._scores[at] - _NEWNESS * self._closeness[at])
            left.remove(best)
            if self._may_fit(best):
                self._add_first_that_fits(self._with_all_it_needs(best, lead))
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
        after = self._bonds.turn_after(one.at)
        limited = after is not None and self._all[after].limits and not self._may_be_said(after)
        return not limited and self._may_be_said(one.at)

    # ── scores ───────────────────────────────────────────────────────────────────────────

    def _scored(self) -> list[float]:
        ranks = centrality(self._graph)
        scores, place = [], 0
        for rank, sentence in zip(ranks, self._all, strict=True):
            scores.append(0.5 * rank + 0.3 / (1 + place / 5) + _bonus(sentence))
            place += not sentence.fault
        return scores

    def _add_first_that_fits(self, groups: Iterable[list[int]]) -> None:
        """Told from now on: the first group of which all can be said and heard in time."""
        for group in groups:
            spoken = [self._speak(self._all[at]) for at in group if at not in self._heard]
            found = [one for one in spoken if one is not None]
            if len(found) == len(spoken) and self._fits(found):
                for one in found:
                    self._add(one)
                return

    def _add(self, one: Spoken) -> None:
        self._told[one.sentence.at] = one
        self._heard.add(one.sentence.at)
        self._note_closeness(one.sentence.at)

    def _note_closeness(self, told: int) -> None:
        for at, close in self._graph.close[told].items():
            self._closeness[at] = max(self._closeness[at], close)

    # ── room ─────────────────────────────────────────────────────────────────────────────

    def _room(self) -> float:
        """Seconds left; none once there are enough facts for the time they take."""
        spent = sum(one.seconds for one in self._told.values())
        facts = sum(len(one.lines) for one in self._told.values())
        enough = facts >= MOST and spent >= _NEARLY * self._most.seconds
        if enough or len(self._told) >= self._most.sentences:
            return 0.0
        return self._most.seconds - spent

    def _may_fit(self, at: int) -> bool:
        """Whether it is new, and short enough by a guess that asks no analyser."""
        if at in self._heard or any(self._graph.repeats(at, told) for told in self._heard):
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

    def _with_all_it_needs(self, at: int, lead: int) -> Iterator[list[int]]:
        """The ways to tell a sentence: with what it leans on, and with its conditions."""
        group = self._bonds.group(at, lead, self._heard)
        if group is None or not all(self._is_known(one, lead) for one in group):
            return
        values = [one for one in group if self._all[one].value]
        if not values or any(self._all[one].caveat for one in (*self._heard, *group)):
            yield group
            return
        conditions = list(self._bonds.conditions(values[0], lead, {*self._heard, *group}))
        for condition in conditions:
            yield [*group, *(one for one in condition if one not in group)]
        if not conditions:
            yield group

    def _is_known(self, at: int, lead: int) -> bool:
        """Whether 同社 means somebody who was named: by the opening of the article, or since."""
        told = [one for one in self._heard if one < at]
        named = not lead or any(self._named(self._all[one]) for one in told)
        return named or not _THE_SAME.match(self._all[at].said)

    def _may_be_said(self, at: int) -> bool:
        """Whether it can be, or is said already; what was told in part cannot be told again."""
        if at in self._heard:
            return at not in self._touched
        return self._speak(self._all[at]) is not None


def _bonus(sentence: Sentence) -> float:
    """For a length that is easily heard, and for what limits a claim."""
    length = sentence.guess
    if length > HARD_TO_HEAR:
        return -0.2
    heard = 0.1 if 25 <= length <= 42 else 0.05 if 15 <= length <= 50 else 0.0
    return heard + 0.05 * sentence.caveat + 0.15 * sentence.limits
