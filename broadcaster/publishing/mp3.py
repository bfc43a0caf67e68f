"""MP3 as podcast players want it: 48 kHz mono, constant 128 kbit/s, gapless.

libsndfile's LAME writes the Info frame (encoder delay and padding), so the file decodes to
exactly the samples that went in. Our tag stands before it and leaves it intact.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import soundfile

from broadcaster.archive import storage_errors
from broadcaster.errors import StorageFailed
from broadcaster.nouns import SAMPLE_RATE

if TYPE_CHECKING:
    from broadcaster.nouns import Samples

KBPS = 128
# libsndfile maps compression_level c to 320 - 288*c kbit/s at 32, 44.1 and 48 kHz, but only
# when the bitrate mode is given too; without it the level silently means a VBR quality.
_LEVEL = (320 - KBPS) / 288
_BLOCK = 65_536


def encode(blocks: Iterable[Samples], path: Path, tag: bytes = b"") -> int:
    """Write the sound as MP3 behind `tag`; gives the number of samples written.

    blocks: shape (n,) each, any n, float32 mono at SAMPLE_RATE; held one at a time.
    The decoded sound is 0.4457 dB quieter than the input (LAME scales by 0.95).
    Raises StorageFailed when the disk refuses; nothing is left at `path` or beside it then.
    """
    bare = path.with_name(path.name + ".sound")
    try:
        n_samples = _write_sound(blocks, bare)
        _join(tag, bare, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        bare.unlink(missing_ok=True)
    return n_samples


def decode(path: Path) -> Iterator[Samples]:
    """The sound of an MP3, in blocks of shape (n,), float32 mono; raises StorageFailed."""
    with _library_errors(path), soundfile.SoundFile(path) as sound:
        yield from sound.blocks(_BLOCK, dtype="float32")


def _write_sound(blocks: Iterable[Samples], path: Path) -> int:
    n_samples = 0
    with _library_errors(path), _open_for_writing(path) as sound:
        for block in blocks:
            sound.write(block)
            n_samples += len(block)
    return n_samples


def _open_for_writing(path: Path) -> soundfile.SoundFile:
    return soundfile.SoundFile(
        path,
        "w",
        samplerate=SAMPLE_RATE,
        channels=1,
        format="MP3",
        subtype="MPEG_LAYER_III",
        bitrate_mode="CONSTANT",
        compression_level=_LEVEL,
    )


def _join(tag: bytes, sound: Path, path: Path) -> None:
    with storage_errors(path), path.open("wb") as whole, sound.open("rb") as part:
        whole.write(tag)
        shutil.copyfileobj(part, whole, 1 << 20)


@contextmanager
def _library_errors(path: Path) -> Iterator[None]:
    """libsndfile only ever says "System error": what is likely wrong is read off the disk."""
    try:
        yield
    except soundfile.LibsndfileError as error:
        reason = f"the MP3 library gave up ({error.error_string.strip().rstrip('.')})"
        raise StorageFailed(reason, path, _advice(path.parent)) from error


def _advice(folder: Path) -> str:
    try:
        disk = os.statvfs(folder)
    except OSError:
        return "check that its folder exists"
    free_mb = disk.f_bavail * disk.f_frsize / 1e6
    return "the disk is full, make room" if free_mb < 8 else f"{free_mb:.0f} MB are free there"
