"""Words whose company changed when their neighbours were read: 空のdata, 加△3.

A homograph is told by what stands beside it, and beside it may stand a sign or a Latin word that
only its reading turns into what the rule looks for. So the reading is looked over once more, until
no rule fires: then reading it again changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.reading.homographs import RULE, homograph_at, next_homograph
from broadcaster.reading.spans import AS_WRITTEN, Piece, Reading, tiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Span

_ROUNDS: Final = 4
_SURE: Final = 0.9


def settled(reading: Reading) -> Reading:
    """The reading with the homographs that its own words bring about read as well."""
    for _ in range(_ROUNDS):
        found = tuple(_homographs(reading.reading))
        if not found:
            return reading
        reading = replace(tiled(_exchanged(reading, found)), english=reading.english)
    return reading


def _homographs(text: str) -> Iterator[tuple[int, int, str]]:
    at = next_homograph(text, 0, len(text))
    while at < len(text):
        said = homograph_at(text, at)
        assert said is not None, "next_homograph stops at one or at the end"
        end, kana = said
        yield at, end, kana
        at = next_homograph(text, end, len(text))


def _exchanged(reading: Reading, found: tuple[tuple[int, int, str], ...]) -> Iterator[Piece]:
    """Pieces anew: what is as written is cut at a homograph, other spans take it in whole."""
    waiting = list(reversed(found))
    spans = list(reversed(reading.spans))
    while spans:
        together = [spans.pop()]
        inside: list[tuple[int, int, str]] = []
        while waiting and waiting[-1][0] < together[-1].reading_end:
            inside.append(waiting.pop())
            while together[-1].reading_end < inside[-1][1]:
                together.append(spans.pop())
        yield from _anew(reading, together, inside)


def _anew(
    reading: Reading, spans: list[Span], found: list[tuple[int, int, str]]
) -> Iterator[Piece]:
    first, last = spans[0], spans[-1]
    written = reading.display[first.start : last.end]
    said = reading.reading[first.reading_start : last.reading_end]
    if not found:
        yield Piece(written, said, first.rule, first.confidence, _nucleus(reading, first))
        return
    apart = len(spans) == 1 and written == said
    at = first.reading_start
    whole = ""
    for start, end, kana in found:
        before = reading.reading[at:start]
        if apart:
            yield Piece(before, before, AS_WRITTEN)
            yield Piece(reading.reading[start:end], kana, RULE, _SURE)
        whole += before + kana
        at = end
    rest = reading.reading[at : last.reading_end]
    yield Piece(rest, rest, AS_WRITTEN) if apart else Piece(written, whole + rest, RULE, _SURE)


def _nucleus(reading: Reading, span: Span) -> int | None:
    return next((row[2] for row in reading.accent if row[0] == span.reading_start), None)
