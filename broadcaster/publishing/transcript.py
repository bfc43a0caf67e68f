"""The whole show as plain text: what stands in the tag for players that show lyrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.publishing.printable import one_line
from broadcaster.publishing.stories import Part, parts
from broadcaster.publishing.timecode import clock

if TYPE_CHECKING:
    from broadcaster.nouns import Cue, Episode

_ENDERS = tuple("。！？!?")
_BREATH = 0.15
"""Seconds; cues of one sentence follow each other closer than that, unless at a comma."""


def transcript(episode: Episode) -> str:
    """A headed paragraph per chapter, a sentence per line."""
    chapters = episode.chapters
    if not chapters:
        return "\n".join(_sentences(episode.cues))
    return "\n\n".join(_block(part) for part in parts(episode))


def said(cue: Cue) -> str:
    """What a cue shows, its line break undone."""
    return one_line("".join(cue.lines))


def _block(part: Part) -> str:
    head = f"［{clock(part.chapter.start)}］{one_line(part.chapter.title)}"
    return "\n".join([head, *_sentences(part.cues)])


def _sentences(cues: tuple[Cue, ...]) -> list[str]:
    """Cues joined again, a sentence each."""
    sentences: list[str] = []
    previous: Cue | None = None
    for cue in cues:
        if previous is None or _ends(previous, cue):
            sentences.append("")
        sentences[-1] += "".join(cue.lines)
        previous = cue
    return [line for line in map(one_line, sentences) if line]


def _ends(cue: Cue, following: Cue) -> bool:
    """Whether a sentence ends with this cue: a full stop says so, or a breath without a comma."""
    text = said(cue)
    breath = following.start - cue.end >= _BREATH and not text.endswith("、")
    other = (cue.source, cue.speaker) != (following.source, following.speaker)
    return other or breath or text.endswith(_ENDERS)
