"""Fits `broadcaster/reading/judging.tsv`: which converter's answer suits which spelling.

`python -m tests.bench.judge` reads the settled vocabulary and the word lists of the tests, asks
the converters (a minute or two), prints how many words each fifth gets right when fitted on the
other four, and writes the tables fitted on all. The same words give the same file.
"""

from __future__ import annotations

import math
import random
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from broadcaster.reading.judging import Likely, Tables, features, judged
from broadcaster.reading.katakana import candidates
from broadcaster.reading.sounds import sounds
from broadcaster.reading.vocabulary import vocabulary
from tests.bench.stretches import fitted_alignment

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "broadcaster" / "reading" / "judging.tsv"
FOLDS = 5
ROUNDS, PACE, DECAY = 6, 0.05, 0.003
LEAST_WEIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A word, its candidates (katakana → who), and those among them that are right."""

    word: str
    answers: dict[str, str]
    right: frozenset[str]


def settled() -> dict[str, list[str]]:
    """Every word whose readings we know: the tests' lists over the vocabulary."""
    known = {word: [kana] for word, kana in vocabulary().items()}
    for name in ("words", "forms"):
        path = ROOT / "tests" / "cases" / f"reading_{name}.toml"
        known |= tomllib.loads(path.read_text(encoding="utf-8"))
    return {word: known[word] for word in sorted(known) if re.fullmatch("[a-z]{3,24}", word)}


def quarrels(known: dict[str, list[str]]) -> list[Quarrel]:
    """Each word with what the converters say; two spellings of one sound are both right."""
    made = []
    for word, readings in known.items():
        answers, right = candidates(word), {sounds(reading) for reading in readings}
        fitting = frozenset(kana for kana in answers if sounds(kana) in right)
        made.append(Quarrel(word, answers, fitting))
    return made


def fitted_weights(cases: list[Quarrel], likely: Likely) -> dict[str, float]:
    """Weights of a log-linear choice among the answers: AdaGrad, averaged over the rounds."""
    told = [case for case in cases if len(case.answers) > 1 and case.right]
    seen = {
        (case.word, kana): features(case.word, kana, who, likely)
        for case in told
        for kana, who in case.answers.items()
    }
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 0.01)
    total: dict[str, float] = defaultdict(float)
    shuffler = random.Random(1)
    for number in range(ROUNDS):
        shuffler.shuffle(told)
        for case in told:
            _learn(case, seen, weights, squares)
        if number:
            for feature, weight in weights.items():
                total[feature] += weight / (ROUNDS - 1)
    kept = {feature: round(weight, 2) for feature, weight in sorted(total.items())}
    return {feature: weight for feature, weight in kept.items() if abs(weight) >= LEAST_WEIGHT}


def _learn(
    case: Quarrel,
    seen: dict[tuple[str, str], list[str]],
    weights: dict[str, float],
    squares: dict[str, float],
) -> None:
    """One step down the slope of -log P(a right answer)."""
    scores = {
        kana: sum(weights[feature] for feature in seen[case.word, kana]) for kana in case.answers
    }
    highest = max(scores.values())
    share = {kana: math.exp(score - highest) for kana, score in scores.items()}
    whole = sum(share.values())
    right = sum(share[kana] for kana in case.answers if kana in case.right)
    slope: dict[str, float] = defaultdict(float)
    for kana, part in share.items():
        wanted = part / right if kana in case.right else 0.0
        for feature in seen[case.word, kana]:
            slope[feature] += part / whole - wanted
    for feature, steep in slope.items():
        if abs(steep) > 1e-6:
            step = steep + DECAY * weights[feature]
            squares[feature] += step * step
            weights[feature] -= PACE * step / math.sqrt(squares[feature])


def held_out(cases: list[Quarrel], likely: Likely) -> list[int]:
    """Of each fold, how many words the tables fitted on the other folds read right."""
    order = list(cases)
    random.Random(7).shuffle(order)
    found = []
    for fold in range(FOLDS):
        others = [case for number, case in enumerate(order) if number % FOLDS != fold]
        tables = Tables(likely, fitted_weights(others, likely))
        asked = [case for case in order[fold::FOLDS] if case.answers]
        found.append(sum(judged(c.word, c.answers, tables)[0] in c.right for c in asked))
    return found


def written(tables: Tables) -> str:
    """The tables as the package reads them."""
    rows = [
        f"{letters}\t{' '.join(said)}\t{worth}"
        for letters, row in tables.likely.items()
        for said, worth in row.items()
    ]
    rows += [f"{feature}\t{weight}" for feature, weight in tables.weights.items()]
    return "\n".join(rows) + "\n"


def main() -> None:
    """Prints the held-out figures, then writes the tables."""
    known = settled()
    cases = quarrels(known)
    pairs = [(word, sounds(readings[0])) for word, readings in known.items()]
    likely = fitted_alignment(pairs)
    could = sum(bool(case.right) for case in cases)
    first = sum(next(iter(case.answers), "") in case.right for case in cases)
    right = held_out(cases, likely)
    print(f"{len(cases)} words: kanalizer {first}, judged {sum(right)} {right}, best {could}")
    tables = Tables(likely, fitted_weights(cases, likely))
    TABLES.write_text(written(tables), encoding="utf-8")
    print(f"{len(tables.weights)} weights, {TABLES.stat().st_size} bytes")


if __name__ == "__main__":
    main()
