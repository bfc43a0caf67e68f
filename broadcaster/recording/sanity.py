"""Distrust of every clip: engines hand over silence, noise, half a sentence or a minute of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from broadcaster.errors import EngineFailed
from broadcaster.japanese import morae
from broadcaster.recording.levels import FRAME_SECONDS, frame_length

if TYPE_CHECKING:
    from broadcaster.nouns import Clip, Utterance

RATES: Final = (8_000, 192_000)
MAX_PEAK: Final = 8.0
"""Open JTalk peaks at 2.2 in short lines; a filter that ran away is far beyond."""
AUDIBLE: Final = 10 ** (-50 / 20)
"""The loudest 5 ms of speech is at least this (RMS, full scale 1.0)."""

SECONDS_PER_MORA: Final = (0.05, 0.40)
# A line of one mora is over in a moment, or drawn out and wrapped in the engine's own silence.
_GRACE: Final = (0.10, 1.50)
_LETTERS_PER_MORA: Final = 2.0


def check(clip: Clip, utterance: Utterance) -> None:
    """Let a clip pass that can be what the utterance says; raise EngineFailed otherwise.

    A clip without samples passes where there is nothing to say in the reading.
    """
    n_morae = _spoken_length(utterance)
    if n_morae == 0 and not len(clip.samples):
        return
    if fault := _fault(clip, n_morae) or _mark_fault(clip, len(utterance.reading)):
        raise EngineFailed(f"the voice gave {fault}", utterance.display)


def _spoken_length(utterance: Utterance) -> float:
    if utterance.language == "ja":
        return morae(utterance.reading)
    return sum(char.isalnum() for char in utterance.reading) / _LETTERS_PER_MORA


def _fault(clip: Clip, n_morae: float) -> str:
    low, high = RATES
    if not low <= clip.sample_rate <= high:
        return f"a sample rate of {clip.sample_rate} Hz"
    if clip.samples.ndim != 1 or clip.samples.dtype != np.float32:
        return "something other than one channel of float32"
    if not np.isfinite(clip.samples).all():
        return "samples that are no numbers"
    peak = float(np.abs(clip.samples).max(initial=0.0))
    if peak >= MAX_PEAK:
        return f"a peak of {peak:.3g} times full scale"
    if not _audible(clip):
        return "silence"
    return _length_fault(len(clip.samples) / clip.sample_rate, n_morae)


def _audible(clip: Clip) -> bool:
    size = frame_length(clip.sample_rate)
    whole = clip.samples[: len(clip.samples) // size * size].reshape(-1, size)
    energy = np.mean(whole.astype(np.float64) ** 2, axis=1)
    return float(energy.max(initial=0.0)) >= AUDIBLE**2


def _length_fault(seconds: float, n_morae: float) -> str:
    shortest = SECONDS_PER_MORA[0] * n_morae - _GRACE[0]
    longest = SECONDS_PER_MORA[1] * n_morae + _GRACE[1]
    if shortest <= seconds <= longest:
        return ""
    return f"{seconds:.2f} s of sound for {n_morae:g} morae"


def _mark_fault(clip: Clip, n_chars: int) -> str:
    """Marks must tile the reading, and time must not run backwards or past the end."""
    at, now = 0, 0.0
    until = len(clip.samples) / clip.sample_rate + FRAME_SECONDS
    for mark in clip.marks:
        if mark.start != at or mark.end < at or not now <= mark.begins <= mark.ends <= until:
            return f"a mark out of order ({mark})"
        at, now = mark.end, mark.ends
    return "" if at == n_chars or not clip.marks else "marks that leave out the end"
