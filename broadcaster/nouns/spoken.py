"""What is spoken: an utterance ready for a voice, the sound it makes of it, the take kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from broadcaster.nouns.written import Kind, Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Samples = npt.NDArray[np.float32]

SAMPLE_RATE = 48_000
"""The house rate, Hz; everything in this house is mono."""

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
