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
    measured: Measured | None = None
    software: tuple[tuple[str, str], ...] = ()
