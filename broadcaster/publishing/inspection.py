"""What a listener will really get: the finished MP3, decoded and measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster import loudness
from broadcaster.errors import Failed
from broadcaster.manifest import Measured
from broadcaster.nouns import SAMPLE_RATE
from broadcaster.publishing.mp3 import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from broadcaster.nouns import Samples

TARGET_LUFS = -16.0
TOLERANCE_LU = 0.5
HIGHEST_DBTP = -1.0
"""Apple's figures, held twice as tightly in loudness."""


def measure(path: Path) -> Measured:
    """Loudness, true peak and length of the decoded MP3, in one pass."""
    counted = _Counted(decode(path))
    level = loudness.measure(counted)
    return Measured(
        loudness_lufs=round(level.loudness_lufs, 2),
        peak_dbtp=round(level.peak_dbtp, 2),
        seconds=counted.n_samples / SAMPLE_RATE,
    )


def accepted(measured: Measured, n_samples: int, name: str) -> Measured:
    """The same figures, if they may go on air.

    n_samples: what was meant to be in it. Raises Failed with the figures when the sound is
    cut or padded, too loud, too quiet or too hot.
    """
    faults = list(_faults(measured, round(measured.seconds * SAMPLE_RATE) - n_samples))
    if faults:
        raise Failed(f"the decoded sound is wrong: {', '.join(faults)}", name)
    return measured


def _faults(measured: Measured, surplus: int) -> Iterator[str]:
    if surplus:
        yield f"{abs(surplus)} samples too {'many' if surplus > 0 else 'few'}"
    # "not within" rather than "beyond": a NaN must not pass
    if not abs(measured.loudness_lufs - TARGET_LUFS) <= TOLERANCE_LU:
        wanted = f"{TARGET_LUFS:.0f} ±{TOLERANCE_LU}"
        yield f"{measured.loudness_lufs:.2f} LUFS instead of {wanted}"
    if not measured.peak_dbtp <= HIGHEST_DBTP:
        yield f"{measured.peak_dbtp:.2f} dBTP, above {HIGHEST_DBTP:.0f}"


class _Counted:
    """Blocks that are counted as they pass."""

    def __init__(self, blocks: Iterable[Samples]) -> None:
        self.blocks = blocks
        self.n_samples = 0

    def __iter__(self) -> Iterator[Samples]:
        for block in self.blocks:
            self.n_samples += len(block)
            yield block
