"""Whether a line is about its article at all: one that shares nothing with it has no source.

In a Japanese article a line must share its content words, or at least its kanji, with it. Nothing
of that survives a translation: there numbers, Latin names and their katakana are what can be
found again, and half of a segment's lines must hold one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.numbers import quantities
from broadcaster.writing.facts import in_our_figures
from broadcaster.writing.ranking import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from broadcaster.nouns import Article

_LEAST_SHARED: Final = 0.5
_LEAST_KANJI: Final = 0.6
_LEAST_ANCHORED: Final = 0.5
_LEAST_KANA: Final = 0.05
_WINDOW: Final = 3
"""Sentences on end that one line may draw together."""

_KANA: Final = re.compile("[ぁ-ん]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_KANJI: Final = re.compile("[一-龠々]|[ァ-ヴー]{2,}|[A-Za-z]{2,}")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*[A-Za-z0-9]")
_KATAKANA: Final = re.compile("[ァ-ヴー]{3,}")
_MOST_WORDS: Final = 1500
"""Distinct words of a foreign article whose sound is looked up."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What an article gives to share.

    windows: the content words of every few sentences on end, and rows: the kanji of each, both
    empty for a foreign article. words: its Latin words and how they sound; figures: its numbers.
    """

    windows: tuple[frozenset[str], ...] = ()
    rows: tuple[frozenset[str], ...] = ()
    words: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()

    @property
    def foreign(self) -> bool:
        """Whether lines can be held against it by names and numbers only."""
        return not self.rows

    def without_source(self, lines: Sequence[str]) -> tuple[bool, ...]:
        """For each line of a segment whether it has nothing to stand on."""
        if not self.foreign:
            return tuple(not self._shares(line) for line in lines)
        anchored = [self._is_anchored(line) for line in lines]
        enough = sum(anchored) >= _LEAST_ANCHORED * len(lines)
        return tuple(not (enough or here) for here in anchored)

    def _shares(self, line: str) -> bool:
        said = frozenset(term for term in terms(line) if not term.isdigit())
        if said and any(len(said & one) >= _LEAST_SHARED * len(said) for one in self.windows):
            return True
        kanji = frozenset(_KANJI.findall(line.lower()))
        return bool(kanji) and any(
            len(kanji & row) >= _LEAST_KANJI * len(kanji) for row in self.rows
        )

    def _is_anchored(self, line: str) -> bool:
        found = {name.lower() for name in _LATIN.findall(line)}
        found |= {_sound(run) for run in _KATAKANA.findall(line)}
        return bool(found & self.words or set(_figures(line)) & self.figures)


def ground(article: Article, pronounce: Callable[[str], str]) -> Ground:
    """The ground of an article. pronounce: text as it is said, Latin words in katakana."""
    texts = (article.title, *(paragraph.text for paragraph in article.paragraphs))
    whole = "\n".join(texts)
    if len(_KANA.findall(whole)) > _LEAST_KANA * len(_LETTER.findall(whole)):
        return _japanese([row for text in texts for row in text.split("。") if row.strip()])
    latin = dict.fromkeys(_LATIN.findall(whole))
    sounds = (_sound(pronounce(word)) for word in list(latin)[:_MOST_WORDS])
    words = frozenset((*(word.lower() for word in latin), *sounds))
    return Ground(words=words, figures=frozenset(_figures(in_our_figures(whole, article.language))))


def _japanese(rows: Sequence[str]) -> Ground:
    said = [frozenset(terms(row)) for row in rows]
    windows = tuple(
        frozenset().union(*said[max(0, at + 1 - _WINDOW) : at + 1]) for at in range(len(said))
    )
    return Ground(windows, tuple(frozenset(_KANJI.findall(row.lower())) for row in rows))


def _figures(text: str) -> Iterator[str]:
    yield from (str(one.value.normalize()) for one in quantities(text))


def _sound(text: str) -> str:
    """Katakana without its long marks and dots: スピーカー and スピーカ are one."""
    return re.sub("[ー・ 　]", "", text)
