"""Does a line put the one above the other that its article puts above?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.rankings import rankings
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

    Span = tuple[int, int]

_TOLD: Final = 0.3


def ranking_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each pair that the article ranks the other way round."""
    if sight.best < _TOLD:
        return
    for said in rankings(sight.line):
        above, below = (_keys(sight.line, span, sight) for span in (said.above, said.below))
        for place in sight.near:
            for other in rankings(place):
                over, under = (_keys(place, span, sight) for span in (other.above, other.below))
                so = len(above & over - under) + len(below & under - over)
                turned = len(above & under - over) + len(below & over - under)
                if turned > so:
                    claim = sight.line.text[slice(*said.above)] or sight.line.text
                    yield Doubt("comparison", claim, place.text, "どちらが上かが記事と逆")
                    return


def _keys(place: Statement, span: Span, sight: Sight) -> frozenset[str]:
    start, end = span
    return frozenset(
        sight.key(term.key) if place is sight.line else term.key
        for term in place.terms if start <= term.start and term.end <= end
    )  # fmt: skip
