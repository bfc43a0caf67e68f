"""Sounds as WAV files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from broadcaster.archive import write_wav
from broadcaster.errors import FolderError, StorageFailed


def test_a_sound_is_read_back(tmp_path: Path) -> None:
    sound = (0.5 * np.sin(np.arange(4800) / 10)).astype(np.float32)
    write_wav(tmp_path / "a.wav", sound)
    back, rate = sf.read(tmp_path / "a.wav", dtype="float32")
    assert rate == 48_000
    assert np.abs(back - sound).max() < 2**-14


def test_what_passes_full_scale_is_softer_as_a_whole(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", np.array([2.0, -1.0, 0.0], np.float32))
    back, _ = sf.read(tmp_path / "a.wav", dtype="float32")
    assert back == pytest.approx([1.0, -0.5, 0.0], abs=2**-14)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises((FolderError, StorageFailed), match="nowhere"):
        write_wav(tmp_path / "nowhere" / "a.wav", np.zeros(10, np.float32))
