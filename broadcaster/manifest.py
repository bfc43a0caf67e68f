"""What a run says of itself: what stood in, what was left out, what each room left behind.

Frozen dataclasses with tuples, no behaviour, as the nouns are; no clock and no machine path.
"""

from __future__ import annotations

from dataclasses import dataclass

# ── what every door may say besides its noun ─────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class StandIn:
    """What stood in for what, where and why. asked: the fall was agreed to beforehand."""

    wanted: str
    ran: str
    where: str
    reason: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that was left out, and why (in the operator's language)."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """How a model came to write a story (`story` counts from 1).

    fingerprint: the build that answered, where it says so. seeds: of every request, in the order
    they were made for the segment itself. parts: requests that first made facts of a long source.
    faults: why replies were no good.
    """

    story: int
    model: str
    fingerprint: str = ""
    seeds: tuple[int, ...] = ()
    parts: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PromptFile:
    """A prompt that was used: its name, version and the SHA-256 of its file."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ToldOut:
    """All that can be told of the articles is in the show, and it is shorter than it should be.

    stories: how many. quoted: those that lend a few sentences only. untold: those of which
    nothing could be told.
    """

    stories: int
    quoted: int = 0
    untold: int = 0


# ── the finished episode ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Room:
    """What a room left behind: hash of what it was made from, hash of the noun it left."""

    made_from: str = ""
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the finished episode."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Loudness and true peak of the decoded MP3."""

    loudness_lufs: float
    peak_dbtp: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Manifest:
    """How an episode came to be: no clock, no machine path. Written last, it makes it whole."""

    version: int = 1
    show: str = ""
    date: str = ""
    edition: str = ""
    number: int = 1
    guid: str = ""
    rooms: tuple[tuple[str, Room], ...] = ()
    outputs: tuple[Output, ...] = ()
    stories: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    writer: str = ""
    voices: tuple[str, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    findings: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    prompts: tuple[PromptFile, ...] = ()
    told_out: ToldOut | None = None
    measured: Measured | None = None
    software: tuple[tuple[str, str], ...] = ()
