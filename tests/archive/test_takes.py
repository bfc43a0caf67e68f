"""Stored takes: a later load gives exactly what storing gave; damage is noticed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from broadcaster.archive import Takes
from broadcaster.nouns import SAMPLE_RATE, Clip, Mark

MARKS = (Mark(0, 2, 0.0, 0.5), Mark(2, 4, 0.5, 0.9))


def clip(peak: float = 2.0, seconds: float = 0.5) -> Clip:
    noise = np.random.default_rng(7).uniform(-peak, peak, int(seconds * SAMPLE_RATE))
    return Clip(noise.astype(np.float32), SAMPLE_RATE, MARKS, "exact")


def test_a_load_equals_the_store(tmp_path: Path) -> None:
    takes = Takes(tmp_path)
    stored = takes.store("ab12", clip())
    loaded = takes.load("ab12")
    assert loaded is not None
    np.testing.assert_array_equal(loaded.samples, stored.samples)
    assert (loaded.marks, loaded.precision, loaded.sample_rate) == (MARKS, "exact", SAMPLE_RATE)
    assert takes.stored == 1


def test_sound_over_full_scale_survives_within_half_a_step(tmp_path: Path) -> None:
    stored = Takes(tmp_path).store("ab12", clip(peak=3.9))
    assert float(np.abs(stored.samples - clip(peak=3.9).samples).max()) <= 4.0 / 2**23


def test_the_same_sound_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        Takes(tmp_path / name).store("ab12", clip())
    one, two = (sorted((tmp_path / name).rglob("*.*")) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_flipped_bit_a_cut_file_and_a_lost_label_mean_no_take(tmp_path: Path) -> None:
    takes = Takes(tmp_path)
    takes.store("ab12", clip())
    sound = tmp_path / "ab" / "ab12.flac"
    whole = sound.read_bytes()
    for damaged in (whole[:-100], whole[:500] + bytes([whole[500] ^ 1]) + whole[501:], b""):
        sound.write_bytes(damaged)
        assert takes.load("ab12") is None
    sound.write_bytes(whole)
    assert takes.load("ab12") is not None
    (tmp_path / "ab" / "ab12.json").write_text("{}")
    assert takes.load("ab12") is None
    assert takes.load("cd34") is None
