"""Silence at both ends of a clip, cut by level: engines pad by time, and some cut too much."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from broadcaster.recording.levels import frame_length, levels_db

if TYPE_CHECKING:
    from broadcaster.nouns import Clip, Mark, Samples

THRESHOLD_DB: Final = -50.0
MARGIN: Final = 0.010
FADE: Final = 0.003


def trim(clip: Clip) -> Clip:
    """The clip without the silence around it, its marks moved along.

    Silence is below -50 dB re the loudest 5 ms; 10 ms of it stay at each end, and the outer
    3 ms are faded, so that a cut never clicks. Sound itself is never cut.
    """
    heard = np.flatnonzero(levels_db(clip.samples, clip.sample_rate) > THRESHOLD_DB)
    if not len(heard):
        return clip
    size = frame_length(clip.sample_rate)
    margin = round(MARGIN * clip.sample_rate)
    start = max(int(heard[0]) * size - margin, 0)
    stop = min((int(heard[-1]) + 1) * size + margin, len(clip.samples))
    samples = _faded(clip.samples[start:stop], round(FADE * clip.sample_rate))
    offset, length = start / clip.sample_rate, len(samples) / clip.sample_rate
    return replace(
        clip, samples=samples, marks=tuple(_moved(mark, offset, length) for mark in clip.marks)
    )


def _faded(samples: Samples, n_fade: int) -> Samples:
    ramp = np.linspace(0.0, 1.0, min(n_fade, len(samples)), dtype=np.float32)
    faded = samples.copy()
    faded[: len(ramp)] *= ramp
    faded[len(faded) - len(ramp) :] *= ramp[::-1]
    return faded


def _moved(mark: Mark, offset: float, length: float) -> Mark:
    begins = min(max(mark.begins - offset, 0.0), length)
    return replace(mark, begins=begins, ends=min(max(mark.ends - offset, begins), length))
