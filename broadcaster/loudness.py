"""How loud sound is: integrated loudness and true peak, as ITU-R BS.1770-5 measures them.

Everything here takes mono float32 blocks of any size at SAMPLE_RATE and keeps no more than
a second of sound at a time. The result does not depend on how the sound was cut into blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import tee, zip_longest
from typing import TYPE_CHECKING

import numpy as np
import soxr

from broadcaster.nouns import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    from broadcaster.nouns import Samples

    Values = npt.NDArray[np.float64]

STEP = SAMPLE_RATE // 10
"""Samples between the starts of two gating blocks: 400 ms long, three quarters shared."""

_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (
        1.0,
        -1.69065929318241,
        0.73248077421585,
    ),
)
_HIGH_PASS = (1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)
"""The two stages of K-weighting, numerators and denominators: Annex 1, tables 1 and 2."""

_BLOCK = 3 * STEP
_SPECTRUM = 20_480
"""Filtered at once: 14 400 new samples and 6 080 old ones. The filter remembers less: powers
of its slowest pole (0.995) have fallen below 1e-13 by then."""

_OVERSAMPLING = 4


@dataclass(frozen=True, slots=True)
class Level:
    """Integrated loudness in LUFS and true peak in dBTP; both -inf for silence."""

    loudness_lufs: float
    peak_dbtp: float


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """Energy and peak of a sound, hop by hop; the last hop may be shorter.

    energy: shape (m,), mean square of the K-weighted sound. peak: shape (m,), largest
    magnitude of the four times oversampled sound, 1.0 = full scale.
    """

    n_samples: int
    hop: int
    energy: Values
    peak: Values


def measure(blocks: Iterable[Samples]) -> Level:
    """Give loudness and true peak of a sound, in one pass."""
    whole = profile(blocks)
    return Level(integrated(whole), _decibels(float(whole.peak.max(initial=0.0))))


def loudness(blocks: Iterable[Samples]) -> float:
    """Give the gated integrated loudness in LUFS (BS.1770-5, Annex 1)."""
    return measure(blocks).loudness_lufs


def true_peak(blocks: Iterable[Samples]) -> float:
    """Give the true peak in dBTP, four times oversampled (BS.1770-5, Annex 2)."""
    return measure(blocks).peak_dbtp


def profile(blocks: Iterable[Samples], hop: int = STEP) -> Profile:
    """Give energy and peak of every `hop` samples.

    hop: a divisor of STEP; small hops are for mastering, which shapes gain along them.
    """
    narrow, wide = tee(_regular(blocks, _BLOCK))
    n_samples = 0
    energies, peaks = [], []
    # tee holds only what the resampler is behind by: less than two blocks
    pairs = zip_longest(_k_weighted(narrow), _regular(_oversampled(wide), _OVERSAMPLING * _BLOCK))
    for weighted, dense in pairs:
        if weighted is not None:
            n_samples += len(weighted)
            energies.append(np.square(_rows(weighted, hop)).mean(axis=1))
        if dense is not None:
            peaks.append(np.abs(_rows(dense, _OVERSAMPLING * hop)).max(axis=1))
    m = -(-n_samples // hop)
    return Profile(n_samples, hop, _joined(energies, m), _joined(peaks, m))


def integrated(whole: Profile, gain: Values | float = 1.0) -> float:
    """Give the gated loudness in LUFS that a profile would have under a gain per hop.

    gain: linear, one number or shape (m,); it should move slowly against a hop.
    Returns -inf for silence and for less than one gating block (400 ms).
    Source: BS.1770-5, Annex 1, equations 3 to 7.
    """
    n_steps = whole.n_samples // STEP
    if n_steps < 4:
        return float("-inf")
    per_step = STEP // whole.hop
    energy = (whole.energy * np.square(gain))[: n_steps * per_step]
    steps = np.concatenate(([0.0], np.cumsum(energy.reshape(n_steps, per_step).mean(axis=1))))
    blocks = (steps[4:] - steps[:-4]) / 4
    heard = blocks[blocks > _energy_at(-70.0)]
    if not len(heard):
        return float("-inf")
    return _lufs(float(heard[heard > heard.mean() / 10].mean()))


def _lufs(energy: float) -> float:
    return float(-0.691 + 10 * np.log10(energy))


def _energy_at(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _decibels(magnitude: float) -> float:
    return float(20 * np.log10(magnitude)) if magnitude > 0 else float("-inf")


# ── filters over blocks ──────────────────────────────────────────────────────────────────


@cache
def _k_response() -> npt.NDArray[np.complex128]:
    """Give K-weighting as a spectrum of _SPECTRUM points."""
    delay = np.exp(-2j * np.pi * np.arange(_SPECTRUM // 2 + 1) / _SPECTRUM)
    response: npt.NDArray[np.complex128] = np.ones_like(delay)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polyval(above[::-1], delay) / np.polyval(below[::-1], delay)
    return response


def _k_weighted(blocks: Iterable[Samples]) -> Iterator[Values]:
    """Filter blocks of up to _BLOCK samples by overlap-save."""
    window = np.zeros(_SPECTRUM)
    for block in blocks:
        window[:-_BLOCK] = window[_BLOCK:]
        window[-_BLOCK:] = 0.0
        window[-_BLOCK : _SPECTRUM - _BLOCK + len(block)] = block
        filtered = np.fft.irfft(np.fft.rfft(window) * _k_response(), _SPECTRUM)
        yield filtered[-_BLOCK : _SPECTRUM - _BLOCK + len(block)]


def _oversampled(blocks: Iterable[Samples]) -> Iterator[Samples]:
    """Give the sound at four times the rate; blocks come out a little later than they went in."""
    stream = soxr.ResampleStream(
        SAMPLE_RATE, _OVERSAMPLING * SAMPLE_RATE, 1, dtype="float32", quality="HQ"
    )
    for block in blocks:
        yield stream.resample_chunk(block)
    yield stream.resample_chunk(np.zeros(0, np.float32), last=True)


# ── blocks ───────────────────────────────────────────────────────────────────────────────


def _regular(blocks: Iterable[Samples], size: int) -> Iterator[Samples]:
    """Cut blocks of any size into blocks of `size` samples; the last may be shorter."""
    waiting: list[Samples] = []
    n_waiting = 0
    for block in blocks:
        waiting.append(block)
        n_waiting += len(block)
        if n_waiting >= size:
            joined = np.concatenate(waiting)
            whole = n_waiting - n_waiting % size
            yield from (joined[at : at + size] for at in range(0, whole, size))
            waiting, n_waiting = [joined[whole:]], n_waiting - whole
    if n_waiting:
        yield np.concatenate(waiting)


def _rows(block: npt.NDArray[np.floating], width: int) -> npt.NDArray[np.floating]:
    """Shape (n,) as (rows, width), the last row filled up with silence."""
    missing = -len(block) % width
    return np.pad(block, (0, missing)).reshape(-1, width)


def _joined(parts: list[npt.NDArray[np.floating]], m: int) -> Values:
    """Join per-hop values; the resampler may give a few samples more or less than asked."""
    values = np.concatenate([np.zeros(0), *parts])[:m]
    return np.pad(values, (0, m - len(values)))
