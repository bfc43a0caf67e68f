"""The timeline: where every sound lies, in whole samples from the first one.

Seconds become samples once, here; cues, chapters and every time in notes, tags and feed are
taken from these integers, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from broadcaster.mixing.sounds import music
from broadcaster.nouns import SAMPLE_RATE, Placement, Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Credit, Mark, Place, Utterance

LEAD = 0.3
"""Before the first sound: players fade in, and some swallow the first tenths."""

FIRST_WORD = 0.5
"""Before the first word where no jingle comes first."""

AFTER_MUSIC = 0.4
"""Between a jingle or stinger and the word after it: long enough to turn one's head."""

PARAGRAPH = 0.9
"""At least this much between two segments, and before the closing jingle."""

SOLEMN = 1.2
"""Between two segments where a stinger would sound, were the story beside it not a grave one."""

TAIL = 0.5
"""After the last sound, so that the next episode in a queue does not tread on it."""

SHORTEST_SLOT = 0.8
"""From the onset of one utterance to the next: its subtitle must stay long enough to be read."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A take without its sound, so that a whole show of them weighs nothing."""

    utterance: Utterance
    marks: tuple[Mark, ...]
    key: str
    n_samples: int
    voice: str
    credit: Credit

    @property
    def onset(self) -> int:
        """Samples from the start of the take to its first sound."""
        return min(in_samples(self.marks[0].begins), self.n_samples) if self.marks else 0


def in_samples(seconds: float) -> int:
    """Seconds as a whole number of samples, to the nearest."""
    return round(seconds * SAMPLE_RATE)


def lay_out(spoken: Sequence[Spoken]) -> Timeline:
    """Place jingles, stingers and takes one after the other.

    Every take keeps its utterance's pause after it. A stinger comes before each story; there
    is no music next to a grave one.
    """
    placements: list[Placement] = []
    at = 0
    for before, after in pairwise((None, *spoken, None)):
        at += _silence(before, after)
        if name := _music(before, after):
            placements.append(_placed(name, at))
            at += placements[-1].n_samples + in_samples(AFTER_MUSIC if after else TAIL)
        if after:
            placements.append(Placement("speech", at, after.n_samples, after.key))
            at += after.n_samples
    return Timeline(at, tuple(placements))


def _placed(name: str, at: int) -> Placement:
    return Placement("stinger" if name == "stinger" else "jingle", at, len(music(name)), name)


def _music(before: Spoken | None, after: Spoken | None) -> str:
    """Name the music between two takes, or nothing; None stands for the edge of the show."""
    if any(_place(take).grave for take in (before, after) if take):
        return ""
    if before is None:
        return "opening"
    if after is None:
        return "closing"
    return "stinger" if _joint(before, after) and _place(after).kind == "story" else ""


def _silence(before: Spoken | None, after: Spoken | None) -> int:
    """Give the silence between two takes, up to the music if there is any."""
    if before is None:
        return in_samples(LEAD if _music(before, after) else FIRST_WORD)
    pause = in_samples(before.utterance.pause)
    slot = in_samples(SHORTEST_SLOT) - (before.n_samples - before.onset)
    return max(pause, slot, in_samples(_least(before, after)))


def _least(before: Spoken, after: Spoken | None) -> float:
    if after is None:
        return PARAGRAPH if _music(before, after) else TAIL
    if not _joint(before, after):
        return 0.0
    return SOLEMN if _place(before).grave or _place(after).grave else PARAGRAPH


def _joint(before: Spoken, after: Spoken) -> bool:
    return _place(before).index != _place(after).index


def _place(take: Spoken) -> Place:
    return take.utterance.place
