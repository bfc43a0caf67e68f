"""Which of the converters' answers fits the spelling best, where they quarrel.

Each answer's sounds are laid along the letters, and what each stretch of letters became is
weighed, alone and with the letters beside it: `a` before `te` likes エー, `e` at the end silence;
who gave the answer counts too. The tables in `judging.tsv` are fitted by `tests/bench/judge.py`
to words whose reading is settled.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from broadcaster.reading.sounds import sounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_LETTERS = 3
MOST_SOUNDS = 3
_STRANGE_LETTER, _STRANGE_SOUND = -9.0, -2.0
"""What an unheard-of letter costs, and each sound it would become, as logarithms."""

Likely = dict[str, dict[tuple[str, ...], float]]
"""Letters → the sounds they became → logarithm of how often."""
Stretch = tuple[int, int, str]
"""word[start:end] became these sounds."""


@dataclass(frozen=True, slots=True)
class Tables:
    """likely: how letters and sounds are laid along each other; weights: of what is seen then."""

    likely: Likely
    weights: Mapping[str, float]


def judged(
    word: str, answers: Mapping[str, str], tables: Tables | None = None
) -> tuple[str, float]:
    """The best katakana and its share of belief, 0 to 1.

    answers: katakana → who gave it, one letter each in a fixed order.
    """
    known = tables or _tables()
    scores = {
        kana: sum(known.weights.get(seen, 0.0) for seen in features(word, kana, who, known.likely))
        for kana, who in answers.items()
    }
    best = max(scores, key=lambda kana: scores[kana])
    return best, 1 / sum(math.exp(score - scores[best]) for score in scores.values())


def features(word: str, katakana: str, who: str, likely: Likely) -> list[str]:
    """What is seen of an answer: who gave it, and each stretch of letters with its sounds."""
    seen = [f"={who}"]
    framed = f"^{word}$"
    for start, end, said in aligned(word, sounds(katakana), likely):
        before, letters, after = framed[start], word[start:end], framed[end + 1]
        seen += (
            f"{letters}>{said}",
            f"{before}_{letters}>{said}",
            f"{letters}_{after}>{said}",
            f"{before}_{letters}_{after}>{said}",
        )
    return seen


def aligned(word: str, said: tuple[str, ...], likely: Likely) -> tuple[Stretch, ...]:
    """The likeliest way to lay sounds along letters; empty where there is none.

    Cost: letters times sounds.
    """
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for at in range(len(word)):
        for heard in range(len(said) + 1):
            if (at, heard) not in best:
                continue
            so_far = best[at, heard][0]
            for end, until, worth in _steps(word, said, at, heard, likely):
                there = best.get((end, until))
                if there is None or so_far + worth > there[0]:
                    best[end, until] = (so_far + worth, (at, heard))
    return tuple(_path(best, len(word), said))[::-1] if (len(word), len(said)) in best else ()


def _steps(
    word: str, said: tuple[str, ...], at: int, heard: int, likely: Likely
) -> Iterator[tuple[int, int, float]]:
    """Where one stretch from here may end in letters and in sounds, and its logarithm."""
    for end in range(at + 1, min(at + MOST_LETTERS, len(word)) + 1):
        row = likely.get(word[at:end], {})
        for until in range(heard, min(heard + MOST_SOUNDS, len(said)) + 1):
            worth = row.get(said[heard:until])
            if worth is not None:
                yield end, until, worth
            elif end == at + 1:
                yield end, until, _STRANGE_LETTER + _STRANGE_SOUND * (until - heard)


def _path(
    best: Mapping[tuple[int, int], tuple[float, tuple[int, int]]], end: int, said: tuple[str, ...]
) -> Iterator[Stretch]:
    until = len(said)
    while end:
        at, heard = best[end, until][1]
        yield at, end, "".join(said[heard:until])
        end, until = at, heard


@cache
def _tables() -> Tables:
    """The fitted tables; a row is letters and sounds with a logarithm, or a feature's weight."""
    text = (files("broadcaster.reading") / "judging.tsv").read_text(encoding="utf-8")
    likely: Likely = {}
    weights: dict[str, float] = {}
    for line in text.splitlines():
        *key, number = line.split("\t")
        if len(key) == 2:
            likely.setdefault(key[0], {})[tuple(key[1].split())] = float(number)
        else:
            weights[key[0]] = float(number)
    return Tables(likely, weights)
