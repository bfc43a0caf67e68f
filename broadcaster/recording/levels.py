"""How loud a clip is, 5 ms at a time: what trimming, onsets and checks go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from broadcaster.nouns import Samples

FRAME_SECONDS = 0.005


def frame_length(sample_rate: int) -> int:
    """Samples in a frame."""
    return max(round(FRAME_SECONDS * sample_rate), 1)


def levels_db(samples: Samples, sample_rate: int) -> npt.NDArray[np.float64]:
    """RMS of each 5 ms frame in dB re the loudest frame: 0 at most, -inf for digital silence.

    samples: shape (n,). Returns shape (ceil(n / frame),), counted from the clip's start; a
    broken last frame is taken as if silence followed it.
    """
    size = frame_length(sample_rate)
    padded = np.pad(samples.astype(np.float64), (0, -len(samples) % size))
    rms = np.sqrt(np.mean(padded.reshape(-1, size) ** 2, axis=1))
    loudest = rms.max(initial=0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        levels: npt.NDArray[np.float64] = 20 * np.log10(rms / loudest)
    return np.nan_to_num(levels, nan=-np.inf, neginf=-np.inf, posinf=0.0)
