"""The mixdown: every sound of the timeline added up, block by block, before mastering."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np

from broadcaster.errors import StorageFailed
from broadcaster.mixing.sounds import music
from broadcaster.nouns import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy.typing as npt

    from broadcaster.nouns import Clip, Placement, Samples, Timeline

BLOCK = SAMPLE_RATE
"""Samples a block; the last one of a show is shorter."""


def mixed(timeline: Timeline, load: Callable[[str], Clip]) -> Iterator[Samples]:
    """Yield the show in blocks of BLOCK samples, mono float32, not yet levelled.

    load: gives the take under a key. A take is loaded when its first block is due and let go
    after its last. Raises StorageFailed when a take is not the one that was placed.
    """
    coming = deque(timeline.placements)
    sounding: list[tuple[int, Samples]] = []
    for start in range(0, timeline.n_samples, BLOCK):
        end = min(start + BLOCK, timeline.n_samples)
        while coming and coming[0].at_sample < end:
            placement = coming.popleft()
            sounding.append((placement.at_sample, _sound(placement, load)))
        yield _sum(start, end, sounding)
        sounding = [(at, sound) for at, sound in sounding if at + len(sound) > end]


def _sum(start: int, end: int, sounding: list[tuple[int, Samples]]) -> Samples:
    block = np.zeros(end - start, np.float32)
    for at, sound in sounding:
        first, last = max(at, start), min(at + len(sound), end)
        block[first - start : last - start] += sound[first - at : last - at]
    return block


def _sound(placement: Placement, load: Callable[[str], Clip]) -> Samples:
    samples = _speech(placement, load) if placement.kind == "speech" else music(placement.ref)
    return samples * np.float32(10 ** (placement.gain_db / 20))


def _speech(placement: Placement, load: Callable[[str], Clip]) -> Samples:
    clip = load(placement.ref)
    if clip.sample_rate != SAMPLE_RATE or len(clip.samples) != placement.n_samples:
        found = f"{len(clip.samples)} samples at {clip.sample_rate} Hz"
        expected = f"{placement.n_samples} at {SAMPLE_RATE} Hz"
        what = f"the stored take changed since it was placed: {found}, not {expected}"
        raise StorageFailed(what, placement.ref, "record the episode again")
    return _faded(without_rumble(clip.samples))


# ── speech made clean ────────────────────────────────────────────────────────────────────

_MEAN_WIDTH = 411
"""Samples of one moving mean; two of them in a row take away 3 dB at 70 Hz, everything at
0 Hz and 0.2 dB at 100 Hz, below the deepest voice."""

_FADE = SAMPLE_RATE // 400
"""2.5 ms: too short to soften a consonant, long enough that a cut does not click."""


def without_rumble(samples: Samples) -> Samples:
    """Take away what lies below a voice: the vocoder's constant offset, hum, breath.

    Linear phase: the sound less its own moving mean, so nothing moves in time.
    """
    if not len(samples):
        return samples
    return (samples - _moving_mean(_moving_mean(samples))).astype(np.float32)


def _moving_mean(samples: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    around = np.pad(samples.astype(np.float64), (_MEAN_WIDTH // 2 + 1, _MEAN_WIDTH // 2), "edge")
    sums = np.cumsum(around)
    return np.asarray((sums[_MEAN_WIDTH:] - sums[:-_MEAN_WIDTH]) / _MEAN_WIDTH)


def _faded(samples: Samples) -> Samples:
    """Bring both ends down to zero along half a cosine; works on what without_rumble made."""
    n = min(_FADE, len(samples) // 2)
    rise = (0.5 - 0.5 * np.cos(np.pi * np.arange(n) / max(n, 1))).astype(np.float32)
    faded = samples.copy()
    faded[:n] *= rise
    faded[len(faded) - n :] *= rise[::-1]
    return faded
