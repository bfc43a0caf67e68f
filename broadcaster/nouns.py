"""What a broadcast is made of, in the order it comes to exist.

Frozen dataclasses with tuples; no engine types, no behaviour.
Times are seconds; anything counted in samples says so in its name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

SAMPLE_RATE = 48_000
"""The house rate, Hz; everything in this house is mono."""

ROOMS = ("gather", "write", "read", "record", "mix", "package")
"""The rooms a show walks through, as verbs, in order."""

# ── gathering ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an article's text. kind: text, heading, quote, item or comment."""

    text: str
    kind: Literal["text", "heading", "quote", "item", "comment"] = "text"
    author: str = ""
    votes: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One story as gathered.

    id: first 16 hex digits of the SHA-256 of the text. published: ISO date or date-time,
    empty when unknown. origin: path inside the station or URL, never a machine's own path.
    readings: 漢字（かんじ）pairs the source itself gives. notes: every repair and cut, for people.
    """

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = "ja"
    rights: str = ""
    sample: bool = False
    origin: str = ""
    readings: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


Kind = Literal["opening", "story", "closing"]

# ── writing ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Plan:
    """A story still to be written: its article, its place among the stories, its length.

    ordinal: 1 for the first story of `of`. seconds: what `fit` gave the whole segment.
    """

    article: Article
    ordinal: int
    of: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line comes from: a range of an article's paragraph, or a key of the card."""

    article: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    card: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as written.

    pause: silence after it, seconds. emphasis: 0 plain, 1 stressed.
    weight: how much it would be missed, 0 (droppable) to 1 (must stay). note: an exact value
    that was rounded for the ear; it goes to the show notes.
    """

    text: str
    speaker: str
    style: str = "talk"
    pause: float = 0.55
    emphasis: float = 0.0
    weight: float = 1.0
    source: Source = field(default_factory=Source)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A block of the show (never audio)."""

    kind: Kind
    title: str
    lines: tuple[Line, ...]
    articles: tuple[str, ...] = ()
    url: str = ""
    grave: bool = False
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """What the show notes must say about an article."""

    article: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = "ja"
    rights: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """The whole show as written. `date` is the air date (ISO), `edition` tells two of a day apart.

    number: counts the show's episodes from one. With no segments it is the head of a script
    whose segments are still being written.
    """

    title: str
    date: str
    host: str
    edition: str = ""
    number: int = 1
    segments: tuple[Segment, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    references: tuple[Reference, ...] = ()


# ── reading ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Span:
    """display[start:end] is read as reading[reading_start:reading_end], by which rule."""

    start: int
    end: int
    reading_start: int
    reading_end: int
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Which segment an utterance belongs to."""

    index: int
    kind: Kind
    title: str
    url: str = ""
    grave: bool = False
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """At most one sentence and 120 characters, ready to speak: one request, one take.

    display: for eyes. reading: for the voice. spans tile both. note: the original of a label
    (a URL, a command) or an exact value; it goes to the show notes. pause: silence after it, s.
    english: start and end in the display of what an English voice may say as it is written; the
    reading holds connected katakana for it.
    """

    display: str
    reading: str
    spans: tuple[Span, ...]
    speaker: str
    place: Place
    style: str = "talk"
    language: str = "ja"
    accent: tuple[tuple[int, int, int], ...] = ()
    english: tuple[tuple[int, int], ...] = ()
    emphasis: float = 0.0
    pause: float = 0.55
    source: Source = field(default_factory=Source)
    note: str = ""


# ── recording ────────────────────────────────────────────────────────────────────────────

Precision = Literal["exact", "scaled", "sentence"]


@dataclass(frozen=True, slots=True)
class Mark:
    """text[start:end] sounds from `begins` to `ends`, seconds from the start of the clip."""

    start: int
    end: int
    begins: float
    ends: float


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Sound as an engine made it; marks on the reading.

    samples: shape (n,), float32 mono; may pass ±1.0 (the built-in voice does).
    """

    samples: Samples
    sample_rate: int
    marks: tuple[Mark, ...] = ()
    precision: Precision = "sentence"


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose work sounds here and under which terms."""

    text: str
    url: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """A performed utterance. clip: at SAMPLE_RATE, gain applied, trimmed; marks: on the display.

    key: content address of the sound in the archive. voice: engine and voice that really spoke.
    """

    utterance: Utterance
    clip: Clip
    marks: tuple[Mark, ...]
    voice: str
    credit: Credit
    key: str = ""
    stand_in: bool = False


# ── mixing ───────────────────────────────────────────────────────────────────────────────


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
