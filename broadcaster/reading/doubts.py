"""Words whose reading is unsure, once each; and which utterances another lexicon would change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster import japanese
from broadcaster.reading.accents import LEXICON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.nouns import Span, Utterance

UNSURE: Final = 0.85
"""Below this a person should listen: a converter's guess, letters where a word may be meant."""

_LATIN: Final = re.compile("[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]")
_KATAKANA: Final = re.compile("[ァ-ヶー]{1,120}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word as written, how it is read, why, how surely, how often.

    kana: the reading in katakana throughout, fit for a lexicon; empty where there is none.
    utterance: index of the first one that holds it. at: the word's place in its display.
    """

    surface: str
    kana: str
    rule: str
    confidence: float
    count: int
    utterance: int
    at: int


def doubts(utterances: Iterable[Utterance], *, below: float = UNSURE) -> tuple[Doubt, ...]:
    """The unsure words of a show in order of appearance, each surface once."""
    found: dict[str, Doubt] = {}
    for index, utterance in enumerate(utterances):
        for word in latin_words(utterance):
            if word.confidence >= below:
                continue
            first = found.get(word.surface, replace(word, utterance=index, count=0))
            found[word.surface] = replace(first, count=first.count + 1)
    return tuple(found.values())


def least_sure(utterance: Utterance) -> Doubt | None:
    """The Latin word of an utterance that is read least surely, the first of several."""
    return min(latin_words(utterance), key=lambda word: word.confidence, default=None)


def latin_words(utterance: Utterance) -> Iterator[Doubt]:
    """Every word that begins in Latin letters (not 7B, nor 16GB); none in an English utterance."""
    if utterance.language != "ja":
        return
    for span in utterance.spans:
        surface = utterance.display[span.start : span.end].strip()
        kana = _kana(utterance, span)
        if kana and (_LATIN.match(surface) or (span.rule == LEXICON and _LATIN.search(surface))):
            yield Doubt(surface, kana, span.rule, span.confidence, 1, 0, span.start)


def _kana(utterance: Utterance, span: Span) -> str:
    """How the span is said, in katakana: クウェン235 is クウェンニヒャクサンジューゴ."""
    said = utterance.reading[span.reading_start : span.reading_end].strip("、 ")
    kana = said if _KATAKANA.fullmatch(said) else japanese.pronunciation(said)
    return kana if _KATAKANA.fullmatch(kana) else ""
