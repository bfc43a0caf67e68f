"""Clips at the house rate; sole user of soxr in this room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from broadcaster.nouns import SAMPLE_RATE

if TYPE_CHECKING:
    from broadcaster.nouns import Clip


def at_house_rate(clip: Clip) -> Clip:
    """The clip at SAMPLE_RATE; one that has it already is given back as it is."""
    if clip.sample_rate == SAMPLE_RATE:
        return clip
    import soxr

    samples = soxr.resample(clip.samples, clip.sample_rate, SAMPLE_RATE, quality="HQ")
    return replace(clip, samples=samples.astype(np.float32), sample_rate=SAMPLE_RATE)
