"""The source's own sentences, where a model's line cannot stand or is not enough.

What the extractive writer would say of one article, sentence by sentence, never one that is told
already; of a source that may only be quoted no more than it lends.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from broadcaster.writing.copying import copied
from broadcaster.writing.extractive import limits_for
from broadcaster.writing.hearsay import Weaving, heard, overlaps
from broadcaster.writing.material import material

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Line, Plan
    from broadcaster.writing.extractive import Extractive
    from broadcaster.writing.material import Sentence

_WITHOUT_LIMIT: Final = 10**9
_LEAST_QUOTATION: Final = 12
_QUOTED_SHARE: Final = 0.6
"""Characters on end, and share of a line, from which it quotes its source."""


class Quoting:
    """The sentences of one plan's article as its host says them. day: ISO date of the show."""

    def __init__(self, extractive: Extractive, plan: Plan, day: str) -> None:
        self._extractive = extractive
        self._plan = plan
        self._rows = material(plan.article, day)
        self._lent = limits_for(plan.article, _WITHOUT_LIMIT)

    def instead(self, nearest: str, told: Sequence[Line]) -> tuple[Line, ...]:
        """The source's sentence that is `nearest`, if it can be said by itself and is not told."""
        found = next((one for one in self._rows if _same(one.text, nearest)), None)
        if found is None or found.leans or found.turns or self._is_told(found, told):
            return ()
        return self._lent_out(self._lines(found))

    def lead(self) -> tuple[Line, ...]:
        """The sentence with which the extractive writer would begin."""
        chosen = self._extractive.chosen(self._plan.article, replace(self._lent, seconds=1.0))
        return self._lent_out(tuple(self._extractive.lines(self._plan, chosen[:1])))

    def caveat(self, told: Sequence[Line]) -> tuple[Line, ...]:
        """The first condition the source names that stands by itself; nothing if one is told."""
        rows = [one for one in self._rows if one.caveat and not one.fault]
        if any(self._is_told(one, told) for one in rows):
            return ()
        alone = (one for one in rows if not one.leans or one.limits)
        return self._lent_out(next(filter(None, map(self._lines, alone)), ()))

    def woven(self, told: Sequence[Line], seconds: float) -> tuple[Line, ...]:
        """The story with the best of what else its source has to tell, in so many seconds.

        Each sentence stands where the article has it, beside those that the model told; none
        that is told already, in whatever words, and none that points at what was left out.
        """
        weaving = Weaving(self._rows, list(told))
        known = weaving.closed(heard(self._rows, told))
        most = replace(self._lent, seconds=seconds)
        chosen = self._extractive.chosen(self._plan.article, most, known)
        lines = self._extractive.lines(self._plan, chosen)
        for one in chosen:
            weaving.put(one.sentence, list(islice(lines, len(one.lines))))
            self._count(one.sentence.end - one.sentence.start)
        return tuple(weaving.lines)

    def own_words(self, lines: Sequence[Line], told: Sequence[Line] = ()) -> tuple[Line, ...]:
        """The lines without those that copy a source that may only be quoted, past what it lends.

        told: what the story says already. Its first line stays: it is the lead.
        """
        if self._plan.article.rights != "quote":
            return tuple(lines)
        found: list[Line] = []
        for line in lines:
            lent = not self._copies(line) or bool(self._lent_out((line,)))
            if lent or not (told or found):
                found.append(line)
        return tuple(found)

    def _copies(self, line: Line) -> bool:
        """Whether most of the line stands word for word in its source."""
        longest = copied([line], [self._plan.article])[0].longest
        return longest >= max(_LEAST_QUOTATION, _QUOTED_SHARE * len(line.text))

    def _lent_out(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The lines as far as the source still lends them; they are counted."""
        kept: list[Line] = []
        for line in lines:
            if self._lent.sentences < 1 or self._lent.characters < len(line.text):
                break
            self._count(len(line.text))
            kept.append(line)
        return tuple(kept)

    def _count(self, characters: int) -> None:
        lent = self._lent
        self._lent = replace(
            lent, sentences=lent.sentences - 1, characters=lent.characters - characters
        )

    # ── one sentence ─────────────────────────────────────────────────────────────────────

    def _lines(self, sentence: Sentence) -> tuple[Line, ...]:
        spoken = self._extractive.spoken(sentence)
        return tuple(self._extractive.lines(self._plan, [spoken])) if spoken else ()

    def _is_told(self, sentence: Sentence, told: Sequence[Line]) -> bool:
        return any(overlaps(sentence, line.source) for line in told)


def _same(one: str, other: str) -> bool:
    """Whether two cuts from a source are one sentence, whatever spaces and marks they end in."""
    a, b = ("".join(text.split()).rstrip("。！？.!?") for text in (one, other))
    return bool(a and b) and (a in b or b in a)
