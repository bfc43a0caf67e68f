"""The show's own music: opening jingle, stinger and closing jingle, composed here.

Notes are struck like a vibraphone's (numpy), set into bars by pydub, and brought to a fixed
loudness next to speech at -23 LUFS. Ours, CC0; the same samples on every call.
"""

from __future__ import annotations

import random
import warnings
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from broadcaster.loudness import loudness
from broadcaster.nouns import SAMPLE_RATE, Credit

if TYPE_CHECKING:
    import numpy.typing as npt

    from broadcaster.nouns import Samples

CREDIT = Credit(
    "ジングル：この番組のための自作（CC0）",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC0-1.0",
)


@dataclass(frozen=True, slots=True)
class Note:
    """A struck note. at: ms from the start of the score. key: MIDI number. force: 0 to 1."""

    at: int
    key: int
    ms: int
    force: float = 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Notes, and how long (ms) and how loud (LUFS) they are together."""

    notes: tuple[Note, ...]
    ms: int
    lufs: float


def _chord(at: int, ms: int, *keys: int) -> tuple[Note, ...]:
    return tuple(Note(at, key, ms, 0.4) for key in keys)


_D, _G = (62, 66, 69), (62, 67, 71)

SCORES = {
    # Rises through D major, leans on G, and stays on the high D: something begins.
    "opening": Score(
        (
            *_chord(0, 900, *_D),
            *(Note(at, key, 700, 0.8) for at, key in ((0, 69), (150, 74), (300, 78), (450, 81))),
            *_chord(640, 700, *_G),
            *(Note(at, key, 700, 0.9) for at, key in ((640, 83), (790, 81), (940, 78))),
            *_chord(1150, 1500, *_D),
            Note(1150, 81, 1400, 0.9),
            Note(1210, 86, 1440),
        ),
        ms=2700,
        lufs=-22.0,
    ),
    # Two steps up: the next page.
    "stinger": Score(
        (Note(0, 74, 700, 0.7), Note(110, 81, 800, 0.8), Note(230, 86, 740)), ms=1000, lufs=-22.5
    ),
    # The opening's way back down; it comes to rest on the low D.
    "closing": Score(
        (
            *_chord(0, 900, *_D),
            *(Note(at, key, 800, 0.9) for at, key in ((0, 86), (190, 81), (380, 78))),
            *_chord(620, 900, *_G),
            *(Note(at, key, 800, 0.8) for at, key in ((620, 83), (810, 81), (1000, 76))),
            *_chord(1260, 1700, *_D),
            *(Note(at, key, 1650, 0.9) for at, key in ((1260, 74), (1310, 78))),
        ),
        ms=3000,
        lufs=-22.0,
    ),
}


@cache
def music(name: str) -> Samples:
    """Give the samples of a score: shape (n,), mono float32 at SAMPLE_RATE, read-only."""
    score = SCORES[name]
    played = _samples(_played(score))
    samples = played * np.float32(10 ** ((score.lufs - loudness([played])) / 20))
    samples.flags.writeable = False
    return samples


# ── bars, by pydub ───────────────────────────────────────────────────────────────────────

_WIDTH = 4
"""Bytes a sample inside pydub: at two, the quiet ends of the notes would be grains."""

_TAIL_MS = 20


def _played(score: Score) -> Any:
    """Set the notes into silence, each a hair off the beat as a hand would."""
    hand = random.Random(score.ms)
    bars = _silence(score.ms)
    for note in score.notes:
        late = hand.randrange(0, 7) if note.at else 0
        force = note.force * hand.uniform(0.93, 1.0)
        bars = bars.overlay(_segment(_struck(note.key, note.ms, force)), position=note.at + late)
    return bars[: score.ms - _TAIL_MS].fade_out(120).append(_silence(_TAIL_MS), crossfade=0)


def _pydub() -> Any:
    # Its import warns of a missing ffmpeg, which nothing here needs, and of its own age.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment


def _silence(ms: int) -> Any:
    # Left alone, pydub's silence has 11 025 Hz.
    return _pydub().silent(ms, frame_rate=SAMPLE_RATE).set_sample_width(_WIDTH)


def _segment(samples: npt.NDArray[np.float64]) -> Any:
    integers = np.rint(samples * (2**31 - 1)).astype("<i4")
    return _pydub()(integers.tobytes(), sample_width=_WIDTH, frame_rate=SAMPLE_RATE, channels=1)


def _samples(segment: Any) -> Samples:
    return np.frombuffer(segment.raw_data, "<i4").astype(np.float32) / np.float32(2**31)


# ── notes, by numpy ──────────────────────────────────────────────────────────────────────

_PARTIALS = ((1.0, 1.0, 0.55), (2.0, 0.22, 0.30), (4.0, 0.16, 0.12), (6.0, 0.03, 0.06))
"""Multiple of the pitch, height, seconds to fall to 1/e: the bar of a vibraphone."""

_ATTACK = 0.008
_RELEASE = 0.12
_HEIGHT = 0.08
"""Of full scale: nine notes at once still fit, since pydub's sums are cut off at 1.0."""


def _struck(key: int, ms: int, force: float) -> npt.NDArray[np.float64]:
    """Give one note, from silence to silence."""
    t = np.arange(ms * SAMPLE_RATE // 1000) / SAMPLE_RATE
    pitch = 440.0 * 2 ** ((key - 69) / 12)
    tone = sum(
        height * np.exp(-t / decay) * np.sin(2 * np.pi * pitch * multiple * t)
        for multiple, height, decay in _PARTIALS
    )
    return np.asarray(_HEIGHT * force * tone * _rise(t / _ATTACK) * _rise((t[-1] - t) / _RELEASE))


def _rise(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """From 0 at 0 to 1 at 1 along half a cosine."""
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * np.clip(x, 0.0, 1.0)))
