"""An article prepared once, against which any number of lines can be held."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences
from broadcaster.writing.facts.bodies import misnamed
from broadcaster.writing.facts.check_amounts import amount_doubts
from broadcaster.writing.facts.check_attributions import attribution_doubts
from broadcaster.writing.facts.check_bounds import bound_doubts, every_doubts, only_doubts
from broadcaster.writing.facts.check_clauses import clause_doubts
from broadcaster.writing.facts.check_doers import doer_doubts
from broadcaster.writing.facts.check_firsts import first_doubts
from broadcaster.writing.facts.check_moments import moment_doubts
from broadcaster.writing.facts.check_orders import order_doubts
from broadcaster.writing.facts.check_rankings import ranking_doubts
from broadcaster.writing.facts.check_rates import rate_doubts
from broadcaster.writing.facts.check_scores import score_doubts
from broadcaster.writing.facts.check_speakers import quotation_doubts
from broadcaster.writing.facts.check_swaps import swap_doubts
from broadcaster.writing.facts.check_versions import version_doubts
from broadcaster.writing.facts.check_voices import voice_doubts
from broadcaster.writing.facts.check_words import word_doubts
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.foreign_figures import in_our_figures
from broadcaster.writing.facts.moment import day_of
from broadcaster.writing.facts.moods import certainty_of
from broadcaster.writing.facts.names import Names
from broadcaster.writing.facts.sight import Index
from broadcaster.writing.facts.statements import normal, statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from broadcaster.nouns import Article
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.statements import Statement

_LOOKED_AT: Final = 200_000
_LINE: Final = 2_000
_SENTENCE: Final = 300
_ENGLISH_STOP: Final = re.compile(
    r"(?<=[a-zA-Z0-9)\"”])(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bU\.S)(?<!\bInc)(?<!\bSt)[.!?][\"”]?\s+(?=[A-Z\"“])"
)


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
        found = tuple(
            statement(at, text, published, weak=weak) for at, (text, weak, _) in enumerate(texts)
        )
        names = Names(_all_of(article), found, pronounce)
        voices = tuple(voice for _, _, voice in texts)
        return cls(Index(found, names, published), found, names, day_of(air) or published, voices)

    def doubts(self, line: str) -> tuple[Doubt, ...]:
        """Every claim of a line that the article does not license, sentence by sentence."""
        found = (
            doubt
            for sight in self._sights(line)
            for doubt in chain(_doubts(sight), voice_doubts(sight, self.voices))
        )
        return tuple(dict.fromkeys(found))

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


def _doubts(sight: Sight) -> Iterator[Doubt]:
    yield from amount_doubts(sight)
    yield from moment_doubts(sight)
    for name, nearest in sight.names.unknown_in(sight.line):
        kind = "version" if any(map(str.isdigit, name)) else "name"
        yield Doubt(kind, name, nearest or sight.nearest, "記事にない名前")
    for name in misnamed(sight.line, sight.names):
        yield Doubt("name", name, sight.names.nearest(name) or sight.nearest, "記事にない名前")
    for name, nearest in sight.names.mistaken_kin(sight.line, sight.near):
        yield Doubt("name", name, nearest, "記事では別のもの")
    yield from quotation_doubts(sight)
    yield from doer_doubts(sight)
    yield from attribution_doubts(sight)
    yield from word_doubts(sight)
    yield from clause_doubts(sight)
    yield from order_doubts(sight)
    yield from first_doubts(sight)
    yield from version_doubts(sight)
    yield from swap_doubts(sight)
    yield from ranking_doubts(sight)
    yield from bound_doubts(sight)
    yield from score_doubts(sight)
    yield from only_doubts(sight)
    yield from every_doubts(sight)
    yield from rate_doubts(sight)


def _texts(article: Article) -> Iterator[tuple[str, bool, str]]:
    """The sentences of an article and who speaks them; titles and headings are weak."""
    yield normal(in_our_figures(article.title, article.language)), True, ""
    left = _LOOKED_AT
    for paragraph in article.paragraphs:
        text = normal(in_our_figures(paragraph.text, article.language))[:left]
        left -= len(text)
        for one in sentences(text):
            for part in _ENGLISH_STOP.split(one):
                weak = paragraph.kind == "heading"
                yield from ((piece, weak, normal(paragraph.author)) for piece in _pieces(part))


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
