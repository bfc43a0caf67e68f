"""Which chapter tells which article, and what the cues of a chapter leave for the notes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster.publishing.printable import one_line

if TYPE_CHECKING:
    from broadcaster.nouns import Chapter, Cue, Episode, Reference


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with its cues, and the articles it tells (none: opening or closing)."""

    chapter: Chapter
    cues: tuple[Cue, ...]
    references: tuple[Reference, ...]


def parts(episode: Episode) -> tuple[Part, ...]:
    """The chapters in order, each with what belongs to it."""
    known = {row.article: row for row in episode.sources}
    return tuple(
        Part(chapter, tuple(cues), tuple(known[key] for key in chapter.articles if key in known))
        for chapter, cues in zip(episode.chapters, _by_chapter(episode), strict=True)
    )


def stories(episode: Episode) -> tuple[Part, ...]:
    """The parts that tell a story."""
    return tuple(part for part in parts(episode) if part.chapter.kind == "story")


def unplaced(episode: Episode) -> tuple[Reference, ...]:
    """Articles that no chapter tells: named all the same, without a time."""
    placed = {row.article for part in parts(episode) for row in part.references}
    return tuple(row for row in episode.sources if row.article not in placed)


def headline(episode: Episode) -> str:
    """The title of the first story: what an app lists the episode under."""
    first = next((one_line(part.chapter.title) for part in stories(episode)), "")
    return first or one_line(episode.title)


def _by_chapter(episode: Episode) -> list[list[Cue]]:
    starts = [chapter.start for chapter in episode.chapters]
    cues: list[list[Cue]] = [[] for _ in starts]
    for cue in episode.cues:
        if starts:
            cues[max(0, bisect_right(starts, cue.start) - 1)].append(cue)
    return cues
