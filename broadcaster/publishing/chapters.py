"""JSON chapters 1.2 (Podcasting 2.0), and the marks that ID3 and the feed share with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from broadcaster.publishing.printable import address, one_line
from broadcaster.publishing.timecode import milliseconds

if TYPE_CHECKING:
    from broadcaster.nouns import Episode


@dataclass(frozen=True, slots=True)
class Mark:
    """A chapter as players want it. Times in whole milliseconds; url "" when there is none."""

    start_ms: int
    end_ms: int
    title: str
    url: str


def marks(episode: Episode) -> tuple[Mark, ...]:
    """The chapters, tiling the whole sound: the first starts at 0, each ends at the next."""
    starts = [milliseconds(chapter.start) for chapter in episode.chapters]
    bounds = [0, *starts[1:], milliseconds(episode.duration)]
    return tuple(
        Mark(start, end, one_line(chapter.title), address(chapter.url))
        for (start, end), chapter in zip(pairwise(bounds), episode.chapters, strict=False)
    )


def render(episode: Episode) -> str:
    """The chapters file, type `application/json+chapters`; times in seconds."""
    rows = [_row(mark) for mark in marks(episode)]
    whole = {"version": "1.2.0", "podcastName": one_line(episode.title), "chapters": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _row(mark: Mark) -> dict[str, float | str]:
    row: dict[str, float | str] = {
        "startTime": mark.start_ms / 1000,
        "endTime": mark.end_ms / 1000,
        "title": mark.title,
    }
    return row | ({"url": mark.url} if mark.url else {})
