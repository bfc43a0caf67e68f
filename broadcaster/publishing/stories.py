"""Which chapter tells which article, and what the cues of a chapter leave for the notes."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
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
    cues = _by_chapter(episode)
    told = _told_in(episode, cues)
    return tuple(
        Part(chapter, tuple(cues[index]), tuple(told[index]))
        for index, chapter in enumerate(episode.chapters)
    )


def stories(episode: Episode) -> tuple[Part, ...]:
    """The parts that tell a story; without any article, all but the opening and the closing."""
    every = parts(episode)
    told = tuple(part for part in every if part.references)
    return told or (every[1:-1] if len(every) > 2 else every)


def unplaced(episode: Episode) -> tuple[Reference, ...]:
    """Articles that no chapter can be shown to tell: named all the same, without a time."""
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


def _told_in(episode: Episode, cues: list[list[Cue]]) -> list[list[Reference]]:
    """Each article under the chapter that tells most of it: the opening only names it."""
    told: list[list[Reference]] = [[] for _ in cues]
    said = [Counter(cue.source.article for cue in chapter) for chapter in cues]
    for reference in episode.sources:
        shares = [count[reference.article] for count in said]
        links = [bool(reference.url) and c.url == reference.url for c in episode.chapters]
        if True in links:
            told[links.index(True)].append(reference)
        elif any(shares):
            told[shares.index(max(shares))].append(reference)
    return told
