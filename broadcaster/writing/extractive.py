"""The writer that needs no model: the article's own sentences, recast to the host's register.

Sentences are cut whole from the source and keep its order. The first that can be aired is
always told; the rest are chosen by their place (news puts the fact first) and by how much of
the article's vocabulary they carry, until the story's seconds are filled.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences
from broadcaster.nouns import Line, Source
from broadcaster.writing.fitness import (
    MOST_MORAE,
    for_the_ear,
    leans_on_predecessor,
    standing_alone,
    unfit,
)
from broadcaster.writing.headline import first_name_in
from broadcaster.writing.recast import recast
from broadcaster.writing.splitting import halves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Article, Plan
    from broadcaster.programme import Character, Show
    from broadcaster.writing.measure import Ruler

MOST_SENTENCES: Final = 12
_LOOKED_AT: Final = 300
"""Sentences of one article that are considered; news does not hide its point behind them."""

_TERM: Final = re.compile(r"[A-Za-z][\w.+-]+|[ァ-ヴー]{2,}|[一-龠々]{2,}")
_SAME: Final = 0.6
_SHORT: Final = 30
_LEAD_IN: Final = 10
_LEAD: Final = 0.12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be told. at: its place among all sentences of the article.

    needs: the place of the sentence that must be told before it, or None.
    """

    at: int
    paragraph: int
    start: int
    end: int
    said: str
    seconds: float
    terms: frozenset[str]
    needs: int | None


class Extractive:
    """Fills a story with the article's own sentences."""

    name = "extractive"

    def __init__(self, character: Character, ruler: Ruler) -> None:
        self._character = character
        self._ruler = ruler

    def write(self, plan: Plan, show: Show) -> Iterator[Line]:  # noqa: ARG002 (the writers' contract)
        """The body of one story, at most `plan.seconds` long; nothing if nothing may be told."""
        candidates = self.from_the_point(self.candidates(plan.article), plan.article)
        told = choose(candidates, plan.seconds)
        for at, candidate in enumerate(told):
            yield Line(
                text=candidate.said,
                speaker=self._character.name,
                pause=0.9 if at == len(told) - 1 else 0.55,
                weight=1.0 if at == 0 else 0.6,
                source=Source(plan.article.id, candidate.paragraph, candidate.start, candidate.end),
            )

    def candidates(self, article: Article) -> tuple[Candidate, ...]:
        """Every sentence that may be told, in the article's order."""
        found: list[Candidate] = []
        fit: set[int] = set()
        for at, piece in enumerate(self._pieces(article)):
            said = for_the_ear(piece.text)
            if at - 1 not in fit:
                said = standing_alone(said)
            leans = piece.second or leans_on_predecessor(said)
            if not said or unfit(said, self._ruler) or (leans and at - 1 not in fit):
                continue
            candidate = self._candidate(at, piece, said, leans=leans)
            if self._ruler.morae(candidate.said) <= MOST_MORAE:
                fit.add(at)
                found.append(candidate)
        return tuple(found)

    def from_the_point(
        self, candidates: Sequence[Candidate], article: Article
    ) -> Sequence[Candidate]:
        """From the first sentence that names whom the title names; all where none does.

        What stands before it is background, and news starts with the fact.
        """
        name = self._sound(first_name_in(article.title))
        for at, candidate in enumerate(candidates[:_LEAD_IN] if name else ()):
            if candidate.needs is None and name in self._sound(candidate.said):
                return candidates[at:]
        return candidates

    def _sound(self, text: str) -> str:
        """How it is said, so that ミストラルAI and Mistral AI are one name."""
        return self._ruler.pronounce(text).replace(" ", "").replace("　", "")

    def _candidate(self, at: int, piece: _Piece, said: str, *, leans: bool) -> Candidate:
        spoken = self._short_enough(recast(said, self._character))
        return Candidate(
            at=at,
            paragraph=piece.paragraph,
            start=piece.start,
            end=piece.end,
            said=spoken,
            seconds=self._ruler.seconds(spoken),
            terms=frozenset(_TERM.findall(said)),
            needs=at - 1 if leans else None,
        )

    def _short_enough(self, spoken: str) -> str:
        """A sentence that のだ makes too long ends in its noun instead (体言止め)."""
        bare = spoken.removesuffix("なのだ。")
        too_long = bare != spoken and self._ruler.morae(spoken) > MOST_MORAE
        return bare + "。" if too_long else spoken

    def _pieces(self, article: Article) -> Iterator[_Piece]:
        """The sentences of the article, those too long to be said parted in two."""
        for piece in islice(_sentences(article), _LOOKED_AT):
            cut = halves(piece.text) if self._is_too_long(piece.text) else None
            if cut is None:
                yield piece
                continue
            first, second = piece.text[: cut[0]] + "。", piece.text[cut[1] :]
            middle = piece.start + cut[0]
            yield _Piece(piece.paragraph, piece.start, middle, first)
            yield _Piece(piece.paragraph, piece.start + cut[1], piece.end, second, second=True)

    def _is_too_long(self, text: str) -> bool:
        return len(text) > _SHORT and self._ruler.morae(for_the_ear(text)) > MOST_MORAE


@dataclass(frozen=True, slots=True)
class _Piece:
    """paragraph[start:end] of the article; second: it is the rest of the piece before."""

    paragraph: int
    start: int
    end: int
    text: str
    second: bool = False


def _sentences(article: Article) -> Iterator[_Piece]:
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind not in ("text", "item"):
            continue
        start = 0
        for sentence in sentences(paragraph.text):
            yield _Piece(number, start, start + len(sentence.rstrip()), sentence.rstrip())
            start += len(sentence)


# ── choosing ─────────────────────────────────────────────────────────────────────────────


def choose(candidates: Sequence[Candidate], seconds: float) -> tuple[Candidate, ...]:
    """The best sentences that fit into so many seconds, in the article's order.

    The first is always among them, however short the time.
    """
    if not candidates:
        return ()
    by_place = {candidate.at: candidate for candidate in candidates}
    told: dict[int, Candidate] = {candidates[0].at: candidates[0]}
    left = seconds - candidates[0].seconds
    scores = _scores(candidates)
    for candidate in sorted(candidates, key=lambda one: (-scores[one.at], one.at)):
        chain = [one for one in _chain(candidate, by_place) if one.at not in told]
        cost = sum(one.seconds for one in chain)
        if not chain or cost > left or len(told) + len(chain) > MOST_SENTENCES:
            continue
        if any(_repeats(candidate, other) for other in told.values()):
            continue
        told.update((one.at, one) for one in chain)
        left -= cost
    return tuple(told[at] for at in sorted(told))


def _chain(candidate: Candidate, by_place: dict[int, Candidate]) -> list[Candidate]:
    """The sentence and, before it, those it leans on."""
    chain = [candidate]
    while chain[0].needs is not None:
        chain.insert(0, by_place[chain[0].needs])
    return chain


def _scores(candidates: Sequence[Candidate]) -> dict[int, float]:
    """Share of the article's vocabulary a sentence carries, leaning towards the lead."""
    counts = Counter(term for candidate in candidates for term in candidate.terms)
    most = math.log1p(max(counts.values(), default=1))
    scores = {}
    for rank, candidate in enumerate(candidates):
        weights = [math.log1p(counts[term]) / most for term in sorted(candidate.terms)]
        central = sum(weights) / (3 + len(weights))
        scores[candidate.at] = central / (1 + _LEAD * rank)
    return scores


def _repeats(one: Candidate, other: Candidate) -> bool:
    if one.at == other.at or not one.terms or not other.terms:
        return False
    shared = len(one.terms & other.terms)
    return shared / min(len(one.terms), len(other.terms)) > _SAME and shared > 2
