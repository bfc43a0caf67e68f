"""What is read and written: an article as gathered, a script as the show will say it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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
