"""What is mixed: where every sound lies, the cues and chapters read off it, the episode."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from broadcaster.nouns.spoken import Credit
from broadcaster.nouns.written import Kind, Reference, Source


@dataclass(frozen=True, slots=True)
class Placement:
    """A sound on the timeline. ref: the take's key, or the name of a jingle."""

    kind: Literal["speech", "jingle", "stinger", "bed"]
    at_sample: int
    n_samples: int
    ref: str
    gain_db: float = 0.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """Where every sound lies: the one source of every time that is ever shown."""

    n_samples: int
    placements: tuple[Placement, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle, in written form. lines: already broken for the eye."""

    start: float
    end: float
    speaker: str
    lines: tuple[str, ...]
    source: Source = field(default_factory=Source)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A player mark: one segment of the show, with the articles it tells."""

    start: float
    end: float
    title: str
    url: str = ""
    kind: Kind = "story"
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Episode:
    """Everything the formats need to know about a mixed show.

    guid: uuid5 of show id, air date and edition; never of a title, a path or a clock.
    """

    title: str
    date: str
    edition: str
    number: int
    guid: str
    duration: float
    timeline: Timeline
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    credits: tuple[Credit, ...]
    voices: tuple[str, ...]
    sources: tuple[Reference, ...]
    disclosure: str = ""
    sample: bool = False
