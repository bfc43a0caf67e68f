"""How the letters of English words lie along the sounds of their katakana, learnt from pairs.

Expectation and maximisation over every way to cut a word and its sounds into stretches; a prior
keeps consonants with consonants and stretches short.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from broadcaster.reading.judging import MOST_LETTERS, MOST_SOUNDS, Likely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Sounds = tuple[str, ...]
    Stretch = tuple[str, Sounds]
    Worth = Callable[[Stretch], float]

TIMES = 8
LEAST_SEEN = 1.0
_VOWELS = frozenset("aeiou")


def fitted_alignment(pairs: Iterable[tuple[str, Sounds]]) -> Likely:
    """Letters → sounds → logarithm of how likely, for stretches seen at least once."""
    told = [(word, said) for word, said in pairs if len(said) <= MOST_SOUNDS * len(word)]
    worth: Worth = _prior
    counts: dict[Stretch, float] = {}
    for _ in range(TIMES):
        counts = defaultdict(float)
        for word, said in told:
            _expect(word, said, worth, counts)
        worth = _maximised(counts).__getitem__
    likely: Likely = {}
    for stretch in sorted(counts):
        if counts[stretch] >= LEAST_SEEN:
            likely.setdefault(stretch[0], {})[stretch[1]] = round(math.log(worth(stretch)), 2)
    return likely


def _prior(stretch: Stretch) -> float:
    """Short and even is likely; a consonant from vowels, or a letter that is mute, is not."""
    letters, said = stretch
    worth = 0.25 ** (len(letters) - 1) * 0.5 ** abs(len(said) - len(letters))
    consonant = any(sound[0] not in _VOWELS for sound in said)
    if consonant and _VOWELS.issuperset(letters):
        worth *= 0.01
    if not said:
        worth *= 0.3 if _VOWELS.intersection(letters) or set(letters) & {"y", "w"} else 0.2
    return worth


def _expect(word: str, said: Sounds, worth: Worth, counts: dict[Stretch, float]) -> None:
    """Add how often each stretch of this pair is used, over all ways to cut it."""
    forth: dict[tuple[int, int], float] = defaultdict(float, {(0, 0): 1.0})
    steps: list[tuple[tuple[int, int], tuple[int, int], Stretch, float]] = []
    for at in range(len(word)):
        for heard in range(len(said) + 1):
            if not forth[at, heard]:
                continue
            for end in range(at + 1, min(at + MOST_LETTERS, len(word)) + 1):
                for until in range(heard, min(heard + MOST_SOUNDS, len(said)) + 1):
                    stretch = word[at:end], said[heard:until]
                    if value := worth(stretch):
                        forth[end, until] += forth[at, heard] * value
                        steps.append(((at, heard), (end, until), stretch, value))
    whole = forth[len(word), len(said)]
    back: dict[tuple[int, int], float] = defaultdict(float, {(len(word), len(said)): 1.0})
    for start, end_, stretch, value in reversed(steps):
        back[start] += value * back[end_]
        if whole:
            counts[stretch] += forth[start] * value * back[end_] / whole


def _maximised(counts: dict[Stretch, float]) -> dict[Stretch, float]:
    """How likely each stretch is, given its letters; longer ones pay for each letter more."""
    letters_seen: dict[str, float] = defaultdict(float)
    for (letters, _), count in counts.items():
        letters_seen[letters] += count
    found: dict[Stretch, float] = defaultdict(float)
    for stretch, count in counts.items():
        if count > 0.05:
            share = count / (letters_seen[stretch[0]] + 2)
            paid = 0.35 ** (len(stretch[0]) - 1)
            found[stretch] = share * math.sqrt(_prior(stretch)) * paid
    return found
