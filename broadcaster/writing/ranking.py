"""Which sentences stand for the whole: LexRank (Erkan and Radev 2004) without any model.

Sentences are bags of terms; two are neighbours as far as their tf-idf vectors point the same
way; the sentence that many neighbours speak for ranks high. Terms need no analyser: runs of
katakana, of Latin letters and digits, and pairs of kanji.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_RUN: Final = re.compile(r"[ァ-ヴー]{2,}|[A-Za-z0-9][A-Za-z0-9.+-]*|[一-龠々]+")
_NEAR: Final = 0.1
"""Cosine from which two sentences are neighbours."""

_SAME: Final = 0.6
_FEW: Final = 3
"""Terms that two sentences may share without saying the same."""

_DAMPING: Final = 0.85
_ROUNDS: Final = 20
_KEPT: Final = 16
"""Articles whose graph is kept: each is asked twice, for what can be told and for the telling."""

_MOST_SHARERS: Final = 60
"""A term in more sentences than this tells none of them apart; the cost stays linear."""


def terms(text: str) -> Counter[str]:
    """How often each term stands in the text."""
    found: Counter[str] = Counter()
    for run in _RUN.findall(text):
        if "一" <= run[0] <= "龠" or run[0] == "々":
            found.update(run[at : at + 2] for at in range(max(1, len(run) - 1)))
        else:
            found[run.lower()] += 1
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Sentences by number, their unit vectors, and how close each is to those it shares words with.

    close: the cosine, 1 for the same words; who shares nothing is not in the row.
    """

    vectors: tuple[Mapping[str, float], ...]
    close: tuple[Mapping[int, float], ...]

    def shares(self, one: int, other: int) -> bool:
        """Whether a word of one, not a mere number, stands in the other."""
        common = self.vectors[one].keys() & self.vectors[other].keys()
        return any(not term.isdigit() for term in common)

    def repeats(self, one: int, other: int) -> bool:
        """Whether the shorter has little that the other has not, however common it is."""
        a, b = self.vectors[one].keys(), self.vectors[other].keys()
        shared = len(a & b)
        return shared > _FEW and shared > _SAME * min(len(a), len(b))


@lru_cache(maxsize=_KEPT)
def graph(texts: tuple[str, ...]) -> Graph:
    """The graph of a sequence of sentences."""
    counted = [terms(text) for text in texts]
    shared = Counter(term for one in counted for term in one)
    vectors = tuple(_unit(one, shared, len(texts)) for one in counted)
    return Graph(vectors, _closeness(vectors))


@lru_cache(maxsize=_KEPT)
def centrality(graph: Graph) -> tuple[float, ...]:
    """Rank of each sentence, the highest 1: the walk of LexRank, a fixed number of rounds."""
    near = [{at: close for at, close in row.items() if close > _NEAR} for row in graph.close]
    totals = [sum(row.values()) for row in near]
    ranks = [1.0] * len(near)
    for _ in range(_ROUNDS):
        given = [rank / total if total else 0.0 for rank, total in zip(ranks, totals, strict=True)]
        ranks = [
            1 - _DAMPING + _DAMPING * sum(given[other] * close for other, close in row.items())
            for row in near
        ]
    most = max(ranks, default=1.0)
    return tuple(rank / most for rank in ranks)


def _unit(counted: Counter[str], shared: Counter[str], n: int) -> dict[str, float]:
    raw = {term: many * math.log1p(n / shared[term]) for term, many in counted.items()}
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / length for term, weight in raw.items()}


def _closeness(vectors: Sequence[Mapping[str, float]]) -> tuple[dict[int, float], ...]:
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    rows: tuple[defaultdict[int, float], ...] = tuple(defaultdict(float) for _ in vectors)
    for at, vector in enumerate(vectors):
        row = rows[at]
        for term, weight in vector.items():
            for other, its in holders[term][-_MOST_SHARERS:]:
                row[other] += weight * its
            holders[term].append((at, weight))
    for at, row in enumerate(rows):
        for other, close in tuple(row.items()):
            if other < at:
                rows[other][at] = close
    return tuple(dict(row) for row in rows)
