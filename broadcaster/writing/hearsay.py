"""What of an article a model's lines have told already, and where more of it may be woven in.

A sentence that a line touches is never told again. Another may lean on it (この, しかし) only
where the lines say most of it: a pointer to what was left out would point at nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from broadcaster.writing.fitness import leans_on_predecessor
from broadcaster.writing.ranking import terms
from broadcaster.writing.remarks import REMARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Line, Source
    from broadcaster.writing.material import Sentence

_TOUCHED: Final = 0.5
_SAID: Final = 0.6
"""Share of a sentence's words in a line, or in two on end, from which it is touched, and said."""

_FEWEST: Final = 2
"""Words shared below which two sentences may just speak of the same thing."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Places of an article's sentences. said: told, so that another may go on from there.

    touched: told in part, or in words of which nobody knows how much they say.
    """

    said: frozenset[int] = frozenset()
    touched: frozenset[int] = frozenset()


NOTHING: Final = Heard()


def heard(rows: Sequence[Sentence], lines: Sequence[Line]) -> Heard:
    """What of the rows the lines have told."""
    words = [frozenset(terms(line.text)) for line in lines]
    pairs = [one | other for one, other in zip(words, [*words[1:], frozenset()], strict=True)]
    said, touched = set(), set()
    for row in rows:
        own = frozenset(terms(row.said))
        share = max((len(own & pair) / max(1, len(own)) for pair in pairs), default=0.0)
        most = max((len(own & pair) for pair in pairs), default=0)
        named = any(overlaps(row, line.source) for line in lines)
        if named and share >= _SAID:
            said.add(row.at)
        elif named or (share >= _TOUCHED and most >= _FEWEST):
            touched.add(row.at)
    return Heard(frozenset(said), frozenset(touched))


def overlaps(row: Sentence, source: Source) -> bool:
    """Whether a line comes from this sentence."""
    return source.paragraph == row.paragraph and source.start < row.end and row.start < source.end


@dataclass
class Weaving:
    """A story into which sentences are woven, each where the article has it.

    lines: the story; its first line, the lead, stays the first, unless the opening of the article
    comes in.
    """

    rows: Sequence[Sentence]
    lines: list[Line]
    _places: list[int] = field(init=False)
    _end: int = 0

    def __post_init__(self) -> None:
        self._places = [self._place(line) for line in self.lines]

    def closed(self, known: Heard) -> Heard:
        """What is heard, and what cannot go on from it: its place is taken by another line."""
        taken = {
            row.at
            for row in self.rows
            if row.at - 1 in known.said and (row.leans or row.turns) and self._is_taken(row.at - 1)
        }
        return Heard(known.said, known.touched | (taken - known.said))

    def put(self, row: Sentence, said: Sequence[Line]) -> None:
        """Put a sentence's lines in: right behind the one it leans on, else in article order.

        Sentences are put in one after the other as the article has them.
        """
        at = self._behind(row.at - 1) if row.leans or row.turns else 0
        at = at or self._before_later(row.at)
        self.lines[at:at] = said
        self._places[at:at] = [row.at] * len(said)
        self._end = max(self._end, at) + len(said)

    def _place(self, line: Line) -> int:
        return next((row.at for row in self.rows if overlaps(row, line.source)), -1)

    def _behind(self, place: int) -> int:
        """Where the last line of that place ends; 0 where there is none."""
        return max((n for n, one in enumerate(self._places, start=1) if one == place), default=0)

    def _is_taken(self, place: int) -> bool:
        """Whether nothing can stand right behind what is said of that place."""
        at = self._behind(place)
        return not at or self._belongs(at)

    def _before_later(self, place: int) -> int:
        """Before the first line of a later place, but after what was put in last."""
        later = (n for n, one in enumerate(self._places) if one > place and (n or not place))
        at = max(self._end, next(later, len(self.lines)))
        while self._belongs(at):
            at += 1
        return at

    def _belongs(self, at: int) -> bool:
        """Whether the line there goes on with the one before it, or comments on it."""
        return any(
            line.source.card == REMARK or leans_on_predecessor(line.text)
            for line in self.lines[at : at + 1]
        )
