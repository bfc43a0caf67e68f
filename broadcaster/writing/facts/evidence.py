"""An article prepared once, against which any number of lines can be held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences
from broadcaster.writing.facts.checks import doubts_of
from broadcaster.writing.facts.claims.english_sentences import english_sentences, opening_voice
from broadcaster.writing.facts.claims.moods import certainty_of
from broadcaster.writing.facts.claims.statements import normal, statement
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.naming.names import Names
from broadcaster.writing.facts.quantities.foreign_figures import in_our_figures
from broadcaster.writing.facts.sight import Index
from broadcaster.writing.facts.times.moment import day_of
from broadcaster.writing.facts.times.reckoned import reckoned_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from broadcaster.nouns import Article
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_LOOKED_AT: Final = 200_000
_LINE: Final = 2_000
_SENTENCE: Final = 300


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article says, sentence by sentence. voices: who speaks each, where that is known."""

    index: Index
    statements: tuple[Statement, ...]
    names: Names
    air: date | None
    voices: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, article: Article, *, air: str = "", pronounce: Callable[[str], str] | None = None
    ) -> Evidence:
        """The article, taken apart. air: ISO date a line speaks on (else the article's own).

        pronounce: text to katakana, by which ラークスパー is Larkspur. Linear in the length.
        """
        published = day_of(article.published)
        texts = tuple(_texts(article))
        found = _by_others(
            statement(at, text, published, weak=weak) for at, (text, weak, _) in enumerate(texts)
        )
        names = Names(_all_of(article), found, pronounce)
        voices = tuple(voice for _, _, voice in texts)
        return cls(Index(found, names, published), found, names, day_of(air) or published, voices)

    def doubts(self, line: str) -> tuple[Doubt, ...]:
        """Every claim of a line that the article does not license, sentence by sentence."""
        found = (doubts_of(sight, self.voices) for sight in self._sights(line))
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def nearest_sentence(self, line: str) -> str:
        """The article's own sentence that the line tells; empty where it tells none."""
        best = max(self._sights(line), key=lambda sight: sight.best, default=None)
        return best.nearest if best else ""

    def _sights(self, line: str) -> Iterator[Sight]:
        parts = [text for one in sentences(normal(line)[:_LINE]) for text in _pieces(one)]
        said = [statement(0, text, self.air) for text in parts]
        told = tuple(amount for one in said for amount in one.amounts)
        moods = frozenset().union(*(certainty_of(one) for one in parts))
        before: tuple[Statement, ...] = ()
        for one in said:
            sight = replace(self.index.see(one), before=before, told=told, moods=moods)
            before = sight.near
            yield sight


def _texts(article: Article) -> Iterator[tuple[str, bool, str]]:
    """The sentences of an article and who speaks them; titles and headings are weak."""
    yield normal(in_our_figures(article.title, article.language)), True, ""
    left = _LOOKED_AT
    for paragraph in article.paragraphs:
        text = normal(in_our_figures(paragraph.text, article.language))[:left]
        left -= len(text)
        voice = normal(paragraph.author) or opening_voice(text)
        for one in sentences(text):
            for part in english_sentences(one):
                weak = paragraph.kind == "heading"
                yield from ((piece, weak, voice) for piece in _pieces(part))


def _by_others(told: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, with the months that they tell by those told before: 前月."""
    made: list[Statement] = []
    for one in told:
        before = [moment for place in made for moment in place.moments]
        more = tuple(reckoned_months(one.text, one.moments, before))
        made.append(replace(one, moments=(*one.moments, *more)) if more else one)
    return tuple(made)


def _pieces(text: str) -> Iterator[str]:
    """A sentence; one that never ends is cut, for the sake of what looks at all pairs in it."""
    plain = text.strip()
    for at in range(0, len(plain), _SENTENCE):
        yield plain[at : at + _SENTENCE]


def _all_of(article: Article) -> str:
    rows = (paragraph.text for paragraph in article.paragraphs)
    voices = dict.fromkeys(paragraph.author for paragraph in article.paragraphs)
    said = (article.title, *article.authors, article.publisher, *voices, *rows)
    return normal("\n".join(said))[: 2 * _LOOKED_AT]
