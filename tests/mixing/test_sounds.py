from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from broadcaster.loudness import measure
from broadcaster.mixing.sounds import SCORES, music
from broadcaster.nouns import SAMPLE_RATE

NAMES = sorted(SCORES)


@pytest.mark.parametrize(
    ("name", "least", "most"), [("opening", 2, 3), ("stinger", 0.8, 1.2), ("closing", 2.5, 3.2)]
)
def test_lengths(name: str, least: float, most: float) -> None:
    assert least <= len(music(name)) / SAMPLE_RATE <= most


@pytest.mark.parametrize("name", NAMES)
def test_starts_and_ends_in_silence(name: str) -> None:
    sound = music(name)
    assert sound[0] == sound[-1] == 0.0
    assert np.abs(sound[:24]).max() < 0.01
    assert np.abs(sound[-480:]).max() < 1e-6


@pytest.mark.parametrize("name", NAMES)
def test_level_fits_speech_at_minus_23(name: str) -> None:
    level = measure([music(name)])
    assert -23.0 <= level.loudness_lufs <= -20.0
    assert level.peak_dbtp < -6.0


@pytest.mark.parametrize("name", NAMES)
def test_lies_where_small_speakers_play(name: str) -> None:
    power = np.abs(np.fft.rfft(music(name))) ** 2
    hz = np.fft.rfftfreq(len(music(name)), 1 / SAMPLE_RATE)
    assert power[(hz > 200) & (hz < 4000)].sum() > 0.95 * power.sum()


@pytest.mark.parametrize("name", NAMES)
def test_is_struck_softly_and_dies_away(name: str) -> None:
    """A jump between two samples would be a click; the last third is quieter than the first."""
    sound = music(name).astype(np.float64)
    assert np.abs(np.diff(sound, 2)).max() < 0.03
    third = len(sound) // 3
    assert np.square(sound[-third:]).mean() < 0.5 * np.square(sound[:third]).mean()


def test_nobody_can_change_them() -> None:
    with pytest.raises(ValueError, match="read-only"):
        music("stinger")[0] = 1.0


def test_same_sound_in_another_process() -> None:
    """Under another hash seed, and with every warning an error: pydub's are kept inside."""
    say = (
        "import hashlib; from broadcaster.mixing.sounds import music, SCORES;"
        "print(hashlib.sha256(b''.join(music(n).tobytes() for n in sorted(SCORES))).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-W", "error", "-c", say],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
            text=True,
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stderr == ""
