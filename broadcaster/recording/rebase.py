"""Marks moved from the reading (what was said) to the display (what is shown)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadcaster.nouns import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Utterance


def rebase(marks: Sequence[Mark], utterance: Utterance) -> tuple[Mark, ...]:
    """Marks that tile the display, from marks that tile the reading.

    Where display and reading agree, every boundary is kept. A span that is read otherwise
    than it is written (Qwen → クウェン) is never cut: marks that meet inside it become one with
    the outer times. What is shown but not said goes with the word before it.
    """
    edges = _edges(utterance)
    shown: list[Mark] = []
    waiting: list[Mark] = []
    at = 0
    for mark in marks:
        waiting.append(mark)
        edge = edges.get(mark.end, at)
        if edge > at:
            shown.append(Mark(at, edge, waiting[0].begins, mark.ends))
            at, waiting = edge, []
    if shown and waiting:
        shown[-1] = replace(shown[-1], ends=waiting[-1].ends)
    return tuple(shown)


def _edges(utterance: Utterance) -> dict[int, int]:
    """Places of the reading at which the display may be cut, and the place there."""
    edges: dict[int, int] = {}
    for span in utterance.spans:
        edges[span.reading_start] = span.start
        edges[span.reading_end] = span.end
        said = utterance.reading[span.reading_start : span.reading_end]
        if utterance.display[span.start : span.end] == said:
            edges |= {span.reading_start + n: span.start + n for n in range(len(said) + 1)}
    edges[len(utterance.reading)] = len(utterance.display)
    return edges
