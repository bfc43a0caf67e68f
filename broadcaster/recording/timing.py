"""Marks from phoneme lengths: which part of the reading sounds when."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

SILENT: Final = frozenset(("sil", "pau"))

_OPENERS: Final = "「『（(【〈《“‘［[｢"


@dataclass(frozen=True, slots=True)
class Said:
    """reading[start:end] is said with this many phonemes."""

    start: int
    end: int
    n_phonemes: int


def marks_of(
    said: Sequence[Said], sounds: Sequence[str], seconds: Sequence[float], reading: str
) -> tuple[Mark, ...]:
    """One mark for each word said; together they tile the reading.

    sounds, seconds: every phoneme with its length, pauses included. Characters without a sound
    go with the word before them, opening brackets with the word behind them. A pause belongs
    to no mark. Empty where words and sounds disagree.
    """
    times = [0.0, *accumulate(seconds)]
    voiced = [
        pair for sound, pair in zip(sounds, pairwise(times), strict=True) if sound not in SILENT
    ]
    if not said or len(voiced) != sum(word.n_phonemes for word in said):
        return ()
    edges = [0, *(_with_openers(word.start, reading) for word in said[1:]), len(reading)]
    marks = []
    at = 0
    for index, word in enumerate(said):
        begins, ends_at = voiced[at][0], voiced[at + word.n_phonemes - 1][1]
        marks.append(Mark(edges[index], edges[index + 1], begins, ends_at))
        at += word.n_phonemes
    return tuple(marks)


def _with_openers(start: int, reading: str) -> int:
    while reading[start - 1] in _OPENERS:
        start -= 1
    return start
