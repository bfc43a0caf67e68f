"""Pieces of a text with their readings, laid side by side so that they tile both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster.nouns import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

AS_WRITTEN = "as written"
"""The rule of what the voice can read as it stands."""

_JOINABLE = frozenset("0123456789.,０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Piece:
    """The next stretch of a text, how it is read, by which rule, how surely (0 to 1).

    accent: mora after which the pitch falls, where a lexicon says so.
    """

    text: str
    reading: str
    rule: str
    confidence: float = 1.0
    accent: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A display text, its reading, and the spans that tile both.

    accent: start and end in the reading, and the nucleus. english: start and end in the display
    of what a voice that speaks English may say as it is written.
    """

    display: str
    reading: str
    spans: tuple[Span, ...]
    accent: tuple[tuple[int, int, int], ...] = ()
    english: tuple[tuple[int, int], ...] = ()


def tiled(pieces: Iterable[Piece]) -> Reading:
    """Lay pieces side by side; neighbours that stay as written become one span.

    Figures that were apart in the text never meet in the reading: 、 keeps "300 600" two numbers.
    """
    display = reading = 0
    written: list[str] = []
    said: list[str] = []
    spans: list[Span] = []
    accents: list[tuple[int, int, int]] = []
    last = ""
    for piece in pieces:
        if not piece.text:
            continue
        sound = piece.reading
        if last in _JOINABLE and sound[:1] in _JOINABLE:
            sound = "、" + sound
        last = sound[-1:] or last
        if piece.accent is not None:
            accents.append((reading, reading + len(sound), piece.accent))
        written.append(piece.text)
        said.append(sound)
        _add(spans, piece, display, reading, sound)
        display += len(piece.text)
        reading += len(sound)
    return Reading("".join(written), "".join(said), tuple(spans), tuple(accents))


def _add(spans: list[Span], piece: Piece, display: int, reading: int, sound: str) -> None:
    span = Span(
        display,
        display + len(piece.text),
        reading,
        reading + len(sound),
        piece.rule,
        piece.confidence,
    )
    before = spans[-1] if spans else None
    if before and before.rule == span.rule == AS_WRITTEN and sound == piece.text:
        spans[-1] = Span(before.start, span.end, before.reading_start, span.reading_end, span.rule)
    else:
        spans.append(span)
