"""A sound for listening to, as a WAV file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from broadcaster.archive.writes import write_atomically
from broadcaster.nouns import SAMPLE_RATE

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.nouns import Samples


def write_wav(path: Path, samples: Samples) -> None:
    """Write mono sound at SAMPLE_RATE as 16-bit WAV, whole or not at all.

    samples: shape (n,), float32; a sound that passes ±1.0 is made softer as a whole.
    Raises StorageFailed or FolderError where it cannot be written.
    """
    import numpy as np
    import soundfile as sf

    peak = float(np.abs(samples).max(initial=1.0))
    file = io.BytesIO()
    sf.write(file, samples / peak, SAMPLE_RATE, format="WAV", subtype="PCM_16")
    write_atomically(path, file.getvalue())
