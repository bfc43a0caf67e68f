"""Stored takes: sound under the hash of everything that shaped it.

A take is a 24-bit FLAC with 12 dB of headroom (the built-in voice passes full scale) and a
JSON file that holds its marks and the hash of the sound. Whatever does not match its hash is
recorded anew; what mixing reads is always what lies here, so a cached run equals a fresh one.
"""

from __future__ import annotations

import hashlib
import io
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.archive.notation import from_json, to_json
from broadcaster.archive.writes import make_folder, renamed_path
from broadcaster.errors import NounError, StorageFailed
from broadcaster.nouns import SAMPLE_RATE, Clip, Mark, Precision

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.nouns import Samples

HEADROOM: Final = 4.0
"""Samples are divided by this before quantising: ±4.0 fits, and a step is 2^-21 of full scale."""


@dataclass(frozen=True, slots=True)
class Label:
    """What lies beside the sound: its marks, their precision, the hash of the FLAC bytes."""

    sha256: str
    n_samples: int
    precision: Precision
    marks: tuple[Mark, ...]


class Takes:
    """The shelf of takes: `load` and `store` by key, at the house rate.

    folder: where they lie; shared by all episodes of a station, safe to delete. stored: takes
    made anew through this shelf. May be used by several threads.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._counting = threading.Lock()
        self.stored = 0

    def load(self, key: str) -> Clip | None:
        """The clip under that key; None where there is none or it is damaged."""
        sound, label_file = self._paths(key)
        try:
            label = from_json(label_file.read_bytes(), Label, label_file)
            data = sound.read_bytes()
        except (FileNotFoundError, NotADirectoryError, NounError):
            return None
        if hashlib.sha256(data).hexdigest() != label.sha256:
            return None
        return Clip(_decode(data), SAMPLE_RATE, label.marks, label.precision)

    def fetch(self, key: str) -> Clip:
        """The clip under a key that must be there; StorageFailed if it went missing meanwhile."""
        clip = self.load(key)
        if clip is None:
            raise StorageFailed(f"take {key[:12]} went missing", self._folder, "run again")
        return clip

    def store(self, key: str, clip: Clip) -> Clip:
        """Keep a clip; gives it back exactly as every later `load` will.

        clip: at SAMPLE_RATE; beyond ±4.0 it is limited. The label is written last: a take
        without one does not exist.
        """
        sound, label_file = self._paths(key)
        make_folder(sound.parent)
        data = _encode(clip.samples)
        label = Label(
            hashlib.sha256(data).hexdigest(), len(clip.samples), clip.precision, clip.marks
        )
        for path, content in ((sound, data), (label_file, to_json(label))):
            with renamed_path(path) as hidden:
                hidden.write_bytes(content)
        with self._counting:
            self.stored += 1
        return Clip(_decode(data), SAMPLE_RATE, clip.marks, clip.precision)

    def _paths(self, key: str) -> tuple[Path, Path]:
        shelf = self._folder / key[:2]
        return shelf / f"{key}.flac", shelf / f"{key}.json"


def _encode(samples: Samples) -> bytes:
    import numpy as np
    import soundfile as sf

    steps = np.rint(samples.astype(np.float64) / HEADROOM * 2**23)
    # soundfile takes the upper 24 of 32 bits for PCM_24.
    pcm = np.clip(steps, -(2**23), 2**23 - 1).astype(np.int32) << 8
    file = io.BytesIO()
    try:
        sf.write(file, pcm, SAMPLE_RATE, format="FLAC", subtype="PCM_24", compression_level=0.0)
    except sf.LibsndfileError as error:
        raise StorageFailed("the take could not be encoded", "", str(error)) from error
    return file.getvalue()


def _decode(data: bytes) -> Samples:
    import numpy as np
    import soundfile as sf

    pcm, _ = sf.read(io.BytesIO(data), dtype="int32")
    samples: Samples = ((pcm >> 8).astype(np.float32) / np.float32(2**23)) * np.float32(HEADROOM)
    return samples
