"""From an engine's clip to one that mixing can place: rate, ends, marks, level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from broadcaster.nouns import Mark
from broadcaster.recording.onset import snap
from broadcaster.recording.resampling import at_house_rate
from broadcaster.recording.trimming import trim

if TYPE_CHECKING:
    from broadcaster.nouns import Clip

PROCESSING: Final = 1
"""Raised whenever this file, or one it hires, changes what is stored."""


def finish(clip: Clip, n_chars: int, gain_db: float) -> Clip:
    """The clip at the house rate, trimmed, marks snapped to the sound, at its style's level.

    n_chars: of the reading; a clip without marks gets one over all of it. gain_db: fixed per
    style, so that a whisper stays softer than a shout; never made to fit the clip.
    """
    ready = snap(trim(at_house_rate(_marked(clip, n_chars))))
    return replace(ready, samples=ready.samples * np.float32(10 ** (gain_db / 20)))


def _marked(clip: Clip, n_chars: int) -> Clip:
    if clip.marks:
        return clip
    whole = Mark(0, n_chars, 0.0, len(clip.samples) / clip.sample_rate)
    return replace(clip, marks=(whole,), precision="sentence")
