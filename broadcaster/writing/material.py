"""What an article has to tell: its sentences as they could be said, or why they cannot.

Cheap on purpose: no analyser is asked before a sentence is wanted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences
from broadcaster.writing.dates import absolute, calendar
from broadcaster.writing.fitness import (
    for_the_ear,
    is_caveat,
    leans_on_predecessor,
    limits_it,
    number_in_list,
    standing_alone,
    tells_value,
    turns_it_around,
    unfit,
)
from broadcaster.writing.own_words import in_their_words
from broadcaster.writing.splitting import without_modifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Article
    from broadcaster.writing.telling_dates import Calendar

_KEPT: Final = 16
"""Articles kept: each is asked for twice, for what can be told and for the telling."""

MOST_SENTENCES: Final = 300
"""Sentences of one article that are considered; news does not hide its point behind them."""

_MOST_CHARACTERS: Final = 20_000
"""Of one paragraph."""

_MAIN: Final = 5
"""Sentences at the top of an article that carry its news."""

_JUST_NOW: Final = "たばかりの"
_KANJI: Final = re.compile(r"[一-龠々]")
_KANA: Final = re.compile(r"[ぁ-んァ-ヴー]")
_SMALL: Final = re.compile(r"[ゃゅょぁぃぅぇぉャュョァィゥェォ]")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """paragraph[start:end] of an article, the place `at` among all its sentences.

    said: the wording for the ear, dates resolved. fault: why it may not be told, or empty.
    leans: it needs the sentence before it. turns: it takes back part of the one before it,
    limits: so much that the one before must not be told without it. counted: 2 for 2つ目は,
    which wants 1つ目 told. first: a heading or another kind of block stands before it.
    """

    at: int
    paragraph: int
    start: int
    end: int
    text: str
    said: str
    fault: str
    first: bool = False
    leans: bool = False
    turns: bool = False
    limits: bool = False
    caveat: bool = False
    value: bool = False
    counted: int = 0

    @property
    def guess(self) -> float:
        """Morae, guessed without an analyser."""
        kana = len(_KANA.findall(self.said)) - len(_SMALL.findall(self.said))
        return kana + 1.9 * len(_KANJI.findall(self.said)) + 1.6 * len(_LATIN.findall(self.said))


@lru_cache(maxsize=_KEPT)
def material(article: Article, air: str) -> tuple[Sentence, ...]:
    """The article's sentences in order. air: the ISO date of the broadcast."""
    when = calendar(air, article.published)
    found: list[Sentence] = []
    for at, piece in enumerate(islice(_pieces(article), MOST_SENTENCES)):
        quoted = in_their_words(piece.text, article) if at < _MAIN else ""
        plain = quoted or for_the_ear(piece.text)
        said, when = _dated(plain, when)
        fault = "relative date" if said is None else unfit(said)
        found.append(_sentence(at, piece, said or plain, fault))
    return tuple(found)


def _dated(plain: str, when: Calendar) -> tuple[str | None, Calendar]:
    """The sentence with its dates resolved; without a したばかりの that is over by now."""
    said, after = absolute(plain, when)
    if said is None and _JUST_NOW in plain:
        said, after = absolute(without_modifier(plain) or plain, when)
    return said, after


def _sentence(at: int, piece: _Piece, said: str, fault: str) -> Sentence:
    return Sentence(
        at=at,
        paragraph=piece.paragraph,
        start=piece.start,
        end=piece.end,
        text=piece.text,
        said=said,
        fault=fault,
        first=piece.first,
        leans=leans_on_predecessor(standing_alone(said)),
        turns=turns_it_around(said),
        limits=limits_it(said),
        caveat=is_caveat(said),
        value=tells_value(said),
        counted=number_in_list(said),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    paragraph: int
    start: int
    end: int
    text: str
    first: bool


def _pieces(article: Article) -> Iterator[_Piece]:
    first = True
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.kind not in ("text", "item"):
            first = True
            continue
        start = 0
        for sentence in sentences(paragraph.text[:_MOST_CHARACTERS]):
            text = sentence.rstrip()
            if text:
                yield _Piece(number, start, start + len(text), text, first)
                first = False
            start += len(sentence)
