"""How the sentences of a show end: a second pass, after every line is in register.

A host who ends everything in のだ tires the ear. Each sentence may end in a few ways that say the
same; among them the pass takes those that come nearest to the card's mix, never more than
`max_run` alike in a row. Only the tail changes: numbers, names and quotations stand before it.

んだって and ということです say that somebody reported it: only after the outlet was named, at
most twice a story. ね only closes what holds by itself (高い, できる, 〜ない): after a verb that
somebody does it would be the host's own promise. In a grave story the host does not chat.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.nouns import Line, Segment
from broadcaster.writing.caps import calmed, spoken_sentences
from broadcaster.writing.fitness import MOST_MORAE
from broadcaster.writing.relays import EXPLAINED, GRAVE_REPORT, OTHER, REPORTS, relays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Script
    from broadcaster.programme import Character
    from broadcaster.writing.measure import Ruler

FIXED: Final = ("name", "name_titled", "disclosure", "bye", "notice", "grave")
"""Card lines that are always said to the letter (by the first part of their key)."""

NOUN: Final = "体言止め"
MOST_REPORTS: Final = 2

_TAILS: Final = {
    "noda": (
        ("んだって", "んだって"), ("のだ", "のだ"), ("よね", "ね"), ("ね", "ね"),
        ("とのこと", "とのこと"),
    ),
    "polite": (
        ("ということです", "ということです"), ("とのことです", "ということです"),
        ("ませんでした", "ました"), ("ました", "ました"), ("でした", "ました"), ("です", "です"),
        ("ません", "ます"), ("ます", "ます"),
    ),
}  # fmt: skip
_MARKS: Final = "。．！!？?♪〜… 　"
_BEAM: Final = 60
_MIX_COST, _DRAW_COST, _RUN_COST, _AGAIN_COST = 0.2, 0.5, 100.0, 0.6
_RESORT_COST: Final = 5.0
_RARE: Final = 0.35
"""Share of the mix under which an ending is rare, and said twice on end only at a cost."""


def ending_of(sentence: str, register: str) -> str:
    """The name of a sentence's ending: one of the register's own, 体言止め, or その他."""
    bare = sentence.rstrip(_MARKS)
    for tail, name in _TAILS.get(register, _TAILS["polite"]):
        if bare.endswith(tail):
            return name
    return NOUN if ends_in_noun(bare) else OTHER


def ends_in_noun(bare: str) -> bool:
    """Whether a sentence without its mark ends in a noun, or in a quotation of one."""
    found = words(bare)
    if not found:
        return False
    last = found[-1]
    return last.pos in ("名詞", "フィラー") or (
        last.pos == "記号" and last.surface[-1] not in "、,"
    )


def endings_of(lines: Sequence[Line], register: str) -> tuple[str, ...]:
    """The endings of all sentences of these lines, in order; an English title has none."""
    return tuple(
        ending_of(sentence, register)
        for line in lines
        if line.style != "english"
        for sentence in spoken_sentences(line)
    )


def longest_run(endings: Sequence[str]) -> int:
    """How many sentences on end close alike, at most."""
    return max((len(list(group)) for _, group in groupby(endings)), default=0)


def vary(segment: Segment, before: Sequence[Segment], after: Sequence[Line], draw: Draw) -> Segment:
    """The segment with the endings of its sentences varied, and its ！ within the card's cap.

    before: the segments that were said until now. after: the lines that certainly come next.
    """
    calm = calmed(segment, before, draw.character)
    chosen = _Chooser(draw, calm, before, after).choose()
    return replace(calm, lines=chosen)


@dataclass(frozen=True, slots=True)
class Draw:
    """Whose endings, and what makes today's draw: show, date, segment."""

    character: Character
    show_id: str
    script: Script
    segment: int
    ruler: Ruler

    def chance(self, line: int, ending: str) -> float:
        """A number from 0 to 1 that is the same on every machine."""
        named = (self.show_id, self.script.date, self.script.edition, self.segment, line, ending)
        seed = "\0".join(map(str, named)).encode()
        return int.from_bytes(hashlib.sha256(seed).digest()[:4], "big") / 2**32


@dataclass(frozen=True, slots=True)
class _Choice:
    """A way through the lines so far: what was heard last, how often, and what it costs."""

    cost: float
    texts: tuple[str, ...]
    last: str
    run: int
    counts: tuple[int, ...]
    reports: int


class _Chooser:
    """Walks the lines of one segment and keeps the best ways to end them."""

    def __init__(
        self, draw: Draw, segment: Segment, before: Sequence[Segment], after: Sequence[Line]
    ) -> None:
        self._draw = draw
        self._lines = segment.lines
        self._after = after
        self._grave = segment.grave
        self._register = draw.character.register
        self._endings = draw.character.endings
        self._mix = tuple(share for _, share in self._endings.mix)
        self._places = {name: at for at, (name, _) in enumerate(self._endings.mix)}
        heard = [line for part in before for line in part.lines]
        self._start = self._heard(endings_of(heard, self._register))

    def choose(self) -> tuple[Line, ...]:
        """The lines with the endings that cost least."""
        ways = [self._start]
        for at in range(len(self._lines)):
            options = tuple(self._options(at))
            made = [self._said(way, at, text, endings) for way in ways for text, endings in options]
            ways = self._best(made)
        best = min(ways, key=lambda way: (self._through(way), way.texts))
        return tuple(
            replace(line, text=text) for line, text in zip(self._lines, best.texts, strict=True)
        )

    def _heard(self, endings: Sequence[str]) -> _Choice:
        way = _Choice(0.0, (), "", 0, (0,) * len(self._mix), 0)
        for ending in endings:
            way = self._step(way, ending)
        return replace(way, cost=0.0)

    def _options(self, at: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every way to say line `at`, with the endings of its sentences; its own way first."""
        line = self._lines[at]
        kept = endings_of([line], self._register)
        others = [
            (text, (*kept[:-1], ending))
            for text, ending in (self._others(at) if kept else ())
            if self._fits(text, line.text)
        ]
        if not others or line.source.card or self._may_stay(kept[-1], at):
            yield line.text, kept
        yield from others

    def _may_stay(self, ending: str, at: int) -> bool:
        """A model's んだって needs its outlet too."""
        return ending not in REPORTS or self._may_say(ending, at)

    def _fits(self, text: str, instead_of: str) -> bool:
        """Whether the card allows the ending and it makes no sentence too long to be said."""
        if self._endings.banned and text.rstrip(_MARKS).endswith(self._endings.banned):
            return False
        ruler = self._draw.ruler
        return len(text) <= len(instead_of) or ruler.morae(text) <= MOST_MORAE

    def _others(self, at: int) -> Iterator[tuple[str, str]]:
        line = self._lines[at]
        ways = relays(line.text, self._register)
        if line.source.card:
            fixed = line.source.card.partition(".")[0] in FIXED
            fixed = fixed or line.source.card.startswith("grave")
            yield from ((text, name) for text, name in ways if name == NOUN and not fixed)
            return
        yield from ((text, name) for text, name in ways if self._may_say(name, at))

    def _may_say(self, ending: str, at: int) -> bool:
        """Whether a fact may end so here: the lead is told straight, and grave news throughout."""
        facts_before = sum(not line.source.card for line in self._lines[:at])
        if ending == "ね":
            return facts_before > 1 and not self._grave
        if ending in REPORTS:
            grave_form = ending == GRAVE_REPORT
            told = self._register == "polite" or grave_form == self._grave
            return told and facts_before > 0 and self._named_before(at)
        return facts_before > 0 or ending == OTHER

    def _named_before(self, at: int) -> bool:
        """Whether the outlet was named before line `at`."""
        return any(line.source.card == "outlet" for line in self._lines[:at])

    # ── what a way costs ─────────────────────────────────────────────────────────────────

    def _said(self, way: _Choice, at: int, text: str, endings: Sequence[str]) -> _Choice:
        changed = text != self._lines[at].text
        reports = way.reports + (bool(endings) and endings[-1] in REPORTS)
        drawn = _DRAW_COST * self._draw.chance(at, endings[-1]) if changed else 0.0
        resort = changed and (endings[-1] == OTHER or text.endswith(EXPLAINED))
        last_resort = _RESORT_COST * resort
        over = _RUN_COST * (reports > MOST_REPORTS and endings[-1] in REPORTS)
        for ending in endings:
            way = self._step(way, ending)
        cost = way.cost + drawn + last_resort + over
        return replace(way, cost=cost, texts=(*way.texts, text), reports=reports)

    def _step(self, way: _Choice, ending: str) -> _Choice:
        """One more sentence: how far the mix is off now, and whether endings pile up."""
        place = self._places.get(ending)
        counts = tuple(count + (at == place) for at, count in enumerate(way.counts))
        again = _alike(ending, way.last)
        run = way.run + 1 if again else 1
        cost = way.cost
        if run > self._endings.max_run:
            cost += _RUN_COST
        rare = place is not None and self._mix[place] < _RARE
        if again and rare:
            cost += _AGAIN_COST
        return replace(way, cost=cost, last=ending, run=run, counts=counts)

    def _off_the_mix(self, way: _Choice) -> float:
        """How far the endings so far are from the card's shares: the sum of squared surpluses."""
        heard = sum(way.counts)
        pairs = zip(way.counts, self._mix, strict=True)
        return _MIX_COST * sum((count - share * heard) ** 2 for count, share in pairs)

    def _through(self, way: _Choice) -> float:
        """What a way costs once the lines that come next are said."""
        for ending in endings_of(self._after, self._register):
            way = self._step(way, ending)
        return way.cost + self._off_the_mix(way)

    def _best(self, ways: Sequence[_Choice]) -> list[_Choice]:
        """The cheapest way to each state, the cheapest states only."""
        found: dict[tuple[object, ...], _Choice] = {}
        for way in sorted(ways, key=lambda one: (one.cost + self._off_the_mix(one), one.texts)):
            found.setdefault((way.last, way.run, way.counts, way.reports), way)
        return list(found.values())[:_BEAM]


def _alike(one: str, other: str) -> bool:
    """Whether two endings sound alike: whatever is neither のだ nor ね stops short, like a noun."""
    short = (NOUN, OTHER, GRAVE_REPORT)
    return one == other or (one in short and other in short)
