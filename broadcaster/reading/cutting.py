"""Lines cut into utterances: at most one sentence and 120 characters each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster import japanese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 120
"""Characters of display in one utterance."""

AFTER_SENTENCE = 0.55
AFTER_COMMA = 0.25
EXTRA_PAUSE = 0.4
"""Seconds of silence that a run of bare marks, like `　、。`, adds to the pause before it."""

_COMMAS = re.compile("(?<=[、，])|(?<=[,;:] )")
_ENGLISH_ENDS = re.compile("(?<=[.!?]) +(?=[A-Z0-9\"'“‘])")


@dataclass(frozen=True, slots=True)
class Cut:
    """text[start:end], without the spaces around it, and the silence after it in seconds."""

    start: int
    end: int
    pause: float


def cut(text: str) -> tuple[Cut, ...]:
    """Where the utterances of a Japanese text lie; spaces at their edges belong to none."""
    return _placed(text, japanese.sentences(text))


def cut_english(text: str) -> tuple[Cut, ...]:
    """Where the utterances of an English text lie: sentences end at a stop before a capital."""
    ends = [match.end() for match in _ENGLISH_ENDS.finditer(text)]
    starts = [0, *ends]
    return _placed(text, [text[a:b] for a, b in zip(starts, [*ends, len(text)], strict=True)])


def _placed(text: str, sentences: Iterable[str]) -> tuple[Cut, ...]:
    cuts: list[Cut] = []
    at = 0
    for sentence in sentences:
        parts = list(_short_enough(sentence))
        for number, part in enumerate(parts, start=1):
            start = at + len(part) - len(part.lstrip())
            end = max(start, at + len(part.rstrip()))
            pause = AFTER_SENTENCE if number == len(parts) else AFTER_COMMA
            if end > start:
                cuts.append(Cut(start, end, pause))
            at += len(part)
    assert at == len(text), "sentences lost text"
    return tuple(cuts)


def _short_enough(sentence: str) -> Iterator[str]:
    """The sentence whole, or cut at commas; what is still too long, at phrases, then anywhere."""
    if len(sentence.strip()) <= LONGEST:
        yield sentence
        return
    clauses = _COMMAS.split(sentence)
    yield from _packed(piece for clause in clauses for piece in _clause(clause))


def _clause(clause: str) -> Iterator[str]:
    if len(clause) <= LONGEST:
        yield clause
        return
    for phrase in japanese.phrases(clause):
        for word in re.split("(?<= )", phrase):
            yield from (word[at : at + LONGEST] for at in range(0, len(word), LONGEST))


def _packed(pieces: Iterable[str]) -> Iterator[str]:
    held = ""
    for piece in pieces:
        if len(held) + len(piece) > LONGEST:
            yield held
            held = ""
        held += piece
    if held:
        yield held
