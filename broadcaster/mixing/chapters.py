"""Chapters: one a segment, gapless from the first sample to the last."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from broadcaster.mixing.timeline import in_samples
from broadcaster.nouns import SAMPLE_RATE, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.mixing.timeline import Spoken
    from broadcaster.nouns import Timeline

SEEK_LEAD = 0.2
"""A chapter starts this long before its first sound: players seek to the nearest MP3 frame,
and no seek should cut into a word. Less than any silence between segments."""


def mark_chapters(timeline: Timeline, spoken: Sequence[Spoken]) -> tuple[Chapter, ...]:
    """Give the segments as chapters; a stinger belongs to the story it announces."""
    firsts = tuple(_first_sounds(timeline, spoken))
    lead = in_samples(SEEK_LEAD)
    edges = (0, *(at - lead for at, _ in firsts[1:]), timeline.n_samples)
    places = [take.utterance.place for _, take in firsts]
    return tuple(
        Chapter(
            start / SAMPLE_RATE,
            end / SAMPLE_RATE,
            place.title,
            place.url,
            place.kind,
            place.articles,
        )
        for (start, end), place in zip(pairwise(edges), places, strict=True)
    )


def _first_sounds(timeline: Timeline, spoken: Sequence[Spoken]) -> Iterator[tuple[int, Spoken]]:
    """Yield each segment's first take with the position of the first sound of the segment."""
    takes = iter(spoken)
    segment: int | None = None
    announced: int | None = None
    for placement in timeline.placements:
        if placement.kind != "speech":
            announced = placement.at_sample
            continue
        take = next(takes)
        if take.utterance.place.index != segment:
            yield placement.at_sample if announced is None else announced, take
        segment, announced = take.utterance.place.index, None
