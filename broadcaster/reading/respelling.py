"""Katakana that a model wrote for a name which its article has in Latin letters.

Language models write names by ear (ミニストラル as ミンストラル). Where the article holds the
name itself, the lexicon knows better: a near miss is read as the name is. The display stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from broadcaster import japanese
from broadcaster.reading.lexicon import package_lexicon
from broadcaster.reading.spans import AS_WRITTEN, Piece, Reading, tiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.nouns import Article

RULE: Final = "a name of the article, misspelt"

_KATAKANA: Final = re.compile("[ァ-ヶー・]{4,40}")
_NAME: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9'+#-]{2,39}(?: [A-Z][A-Za-z0-9'+#-]{1,39}){0,2}", re.ASCII
)
_MOST_NAMES: Final = 300
_SHORTEST: Final = 4
_SURE: Final = 0.9
NEAR: Final = 0.34
"""Share of kana that may differ between a name and its misspelling."""


@dataclass(frozen=True, slots=True)
class Respelling:
    """text[start:end] is katakana for a name that is read `reading`."""

    start: int
    end: int
    reading: str


class Names:
    """The Latin names of one article, held against the katakana of lines that tell it.

    pronounce: what a name is read as. Names are read when katakana that nobody knows first
    comes up: most lines hold none, and reading every name of a long article costs seconds.
    """

    def __init__(self, article: Article, pronounce: Callable[[str], str]) -> None:
        self._text = "\n".join((article.title, *(part.text for part in article.paragraphs)))
        self._pronounce = pronounce

    @cached_property
    def _readings(self) -> tuple[str, ...]:
        said = (self._pronounce(name).replace(" ", "") for name in latin_names(self._text))
        return tuple(dict.fromkeys(reading for reading in said if len(reading) >= _SHORTEST))

    def misspelt(self, text: str) -> Iterator[Respelling]:
        """Each katakana word of `text` that nearly is the reading of a name, but not quite.

        A word that the article itself uses, a reading of the lexicon and a word of Open JTalk's
        dictionary are words of their own.
        """
        for match in _KATAKANA.finditer(text):
            word = match[0].strip("・")
            if not word or word in self._text or _is_known(word.replace("・", "")):
                continue
            said = self._nearest(word.replace("・", ""))
            if said:
                start = text.index(word, match.start())
                yield Respelling(start, start + len(word), said)

    def _nearest(self, word: str) -> str:
        """The reading that `word` misspells; empty where it is one, or is like none."""
        if word in self._readings:
            return ""
        near = [(_distance(word, said) / len(said), said) for said in self._readings]
        share, said = min(near, default=(1.0, ""))
        return said if share <= NEAR and said[:1] == word[:1] else ""


def latin_names(text: str) -> tuple[str, ...]:
    """Latin words with a capital, alone and with the capitalised ones after them; each once."""
    names: dict[str, None] = {}
    for match in _NAME.finditer(text):
        names |= dict.fromkeys((match[0], *match[0].split(" ")))
        if len(names) > _MOST_NAMES:
            break
    return tuple(name for name in names if len(name) > 2 and not name.islower())


def mended(reading: Reading, names: Names) -> Reading:
    """The reading with misspelt names said as their article's lexicon rows have them."""
    found = {one.start: one for one in names.misspelt(reading.display)}
    if not found:
        return reading
    return replace(tiled(_exchanged(reading, found)), english=reading.english)


def _exchanged(reading: Reading, found: dict[int, Respelling]) -> Iterator[Piece]:
    nuclei = {start: nucleus for start, _, nucleus in reading.accent}
    for span in reading.spans:
        written = reading.display[span.start : span.end]
        if span.rule != AS_WRITTEN:
            said = reading.reading[span.reading_start : span.reading_end]
            nucleus = nuclei.get(span.reading_start)
            yield Piece(written, said, span.rule, span.confidence, nucleus)
            continue
        at = span.start
        for one in (found[start] for start in sorted(found) if span.start <= start < span.end):
            if one.end <= span.end:
                yield _as_written(reading.display[at : one.start])
                yield Piece(reading.display[one.start : one.end], one.reading, RULE, _SURE)
                at = one.end
        yield _as_written(reading.display[at : span.end])


def _as_written(text: str) -> Piece:
    return Piece(text, text, AS_WRITTEN)


def _is_known(word: str) -> bool:
    return word in _lexicon_readings() or bool(japanese.dictionary_reading(word))


@cache
def _lexicon_readings() -> frozenset[str]:
    return frozenset(row.reading for row in package_lexicon().rows)


def _distance(one: str, other: str) -> int:
    """Levenshtein distance in kana."""
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, start=1):
        above, row[0] = row[0], at
        for place, wanted in enumerate(other, start=1):
            cost = min(row[place] + 1, row[place - 1] + 1, above + (char != wanted))
            above, row[place] = row[place], cost
    return row[-1]
