"""Mastering: one gain for the whole show and a look-ahead true-peak limiter.

The sound is gone through twice: once to learn energy and peak of every hop (9 kB a second of
sound), once to render. Between the two the gain is solved on those figures alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from broadcaster.loudness import integrated, profile
from broadcaster.mixing.mixdown import mixed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import numpy.typing as npt

    from broadcaster.loudness import Profile
    from broadcaster.nouns import Clip, Samples, Timeline

    Values = npt.NDArray[np.float64]

LAME_DB = 20 * np.log10(0.95)
"""LAME lays every input 0.4457 dB lower at 64 to 160 kbit/s; the level here makes up for it."""

TARGET_LUFS = -16.0 - LAME_DB
"""Apple asks for -16 LUFS in the published file."""

CEILING_DBTP = -1.8
"""Apple asks for at most -1 dBTP in the published file. LAME takes 0.45 dB off and coding puts
back 0.3 dB as a rule, 1 dB where it is unlucky: then the encoder asks again, for more headroom."""

HOP = 64
"""Samples whose peak is held down together: 1.33 ms."""

_AROUND = 5
"""Hops before and after a peak that are held down with it."""

_SPAN = 2 * _AROUND + 1

_RELEASE_DB = 100.0 * HOP / 48_000
"""How far the limiter lets go in a hop: 6 dB in 60 ms, slower than any voice swings, so that
it lowers syllables and does not bend single waves."""

_MOST_GAIN_DB = 80.0
_ROUNDS = 40
_CLOSE_ENOUGH_LU = 0.005


def mastered(
    timeline: Timeline, load: Callable[[str], Clip], headroom_db: float = 0.0
) -> Iterator[Samples]:
    """Yield the finished show in blocks, as the MP3 encoder should get it.

    headroom_db: how far peaks stay below the usual ceiling. The same blocks every time; see
    `mixed` for load, block size and errors.
    """
    gain = solve(profile(mixed(timeline, load), HOP), CEILING_DBTP - headroom_db)
    yield from shaped(mixed(timeline, load), gain)


def solve(whole: Profile, ceiling_dbtp: float = CEILING_DBTP) -> Values:
    """Give the linear gain of every hop, shape (m,), that meets target and ceiling.

    Silence is left alone. Where so much would be limited that the target is out of reach
    (single clicks), the ceiling wins.
    """
    peak_db = 20 * np.log10(np.maximum(whole.peak, 1e-9))
    # from full scale on: measured as it came, very quiet speech would lie under the -70 LUFS gate
    gain_db = min(ceiling_dbtp - peak_db.max(initial=-180.0), _MOST_GAIN_DB)
    for _ in range(_ROUNDS):
        gain = 10 ** ((gain_db - limiting(peak_db + gain_db, ceiling_dbtp)) / 20)
        miss = TARGET_LUFS - integrated(whole, gain)
        if not np.isfinite(miss) or abs(miss) < _CLOSE_ENOUGH_LU:
            break
        gain_db = min(gain_db + miss, _MOST_GAIN_DB)
    return np.asarray(gain)


def limiting(peak_db: Values, ceiling_dbtp: float = CEILING_DBTP) -> Values:
    """Give the attenuation in dB, shape (m,), that keeps every hop under the ceiling.

    It is in full force one hop before and after each peak too, so that gain may be
    interpolated between the middles of hops.
    """
    over = np.maximum(peak_db - ceiling_dbtp, 0.0)
    slope = _RELEASE_DB * np.arange(len(over))
    released = np.maximum.accumulate(over + slope) - slope
    around = np.pad(released, 2 * _AROUND, "edge")
    held = np.lib.stride_tricks.sliding_window_view(around, _SPAN).max(axis=1)
    hann = np.hanning(_SPAN)  # its two ends are zero: it reaches _AROUND - 1 hops
    return np.convolve(held, hann / hann.sum(), "valid")


def shaped(blocks: Iterable[Samples], gain: Values) -> Iterator[Samples]:
    """Apply a gain per hop, interpolated from middle to middle."""
    at = 0
    for block in blocks:
        first, last = max(at // HOP - 1, 0), (at + len(block)) // HOP + 2
        middles = (np.arange(first, min(last, len(gain))) + 0.5) * HOP
        curve = np.interp(np.arange(at, at + len(block)), middles, gain[first:last])
        yield block * curve.astype(np.float32)
        at += len(block)
