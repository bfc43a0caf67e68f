"""Loudness and true peak against the standard's own signals (EBU Tech 3341, BS.1770-5).

Tech 3341 plays its sines on two channels at once, which adds 3.01 dB; on our one channel the
same readings come from levels 3.01 dB higher.
"""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.loudness import STEP, integrated, loudness, measure, profile, true_peak
from broadcaster.nouns import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Samples

TWO_CHANNELS_DB = 10 * np.log10(2)


def sine(seconds: float, dbfs: float, hz: float = 1000.0, degrees: float = 0.0) -> Samples:
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = 10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * t + np.deg2rad(degrees))
    return np.asarray(wave, np.float32)


def on_two_channels(*parts: tuple[float, float]) -> Iterator[Samples]:
    return (sine(seconds, dbfs + TWO_CHANNELS_DB) for seconds, dbfs in parts)


def speechlike(seconds: float, seed: int) -> Samples:
    """Noise that swells and fades four times a second, with pauses below the gate."""
    rng = np.random.default_rng(seed)
    n = round(seconds * SAMPLE_RATE)
    swell = np.abs(np.sin(2 * np.pi * 2.0 * np.arange(n) / SAMPLE_RATE))
    pauses = np.sin(2 * np.pi * 0.3 * np.arange(n) / SAMPLE_RATE) > -0.6
    return (0.1 * rng.standard_normal(n) * swell * pauses).astype(np.float32)


def cut(samples: Samples, size: int) -> Iterator[Samples]:
    return (samples[at : at + size] for at in range(0, len(samples), size))


@pytest.mark.parametrize(
    ("parts", "lufs"),
    [
        pytest.param([(20, -23)], -23.0, id="case 1"),
        pytest.param([(20, -33)], -33.0, id="case 2"),
        pytest.param([(10, -36), (60, -23), (10, -36)], -23.0, id="case 3, relative gate"),
        pytest.param(
            [(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)], -23.0, id="case 4, both gates"
        ),
        pytest.param([(20, -26), (20.1, -20), (20, -26)], -23.0, id="case 5, inside the gate"),
    ],
)
def test_tech_3341_integrated_loudness(parts: list[tuple[float, float]], lufs: float) -> None:
    assert loudness(on_two_channels(*parts)) == pytest.approx(lufs, abs=0.1)


@pytest.mark.parametrize(
    ("hz", "degrees", "amplitude", "dbtp"),
    [
        pytest.param(12_000, 0.0, 0.5, -6.0, id="case 15"),
        pytest.param(12_000, 45.0, 0.5, -6.0, id="case 16, peaks between samples"),
        pytest.param(8_000, 60.0, 0.5, -6.0, id="case 17"),
        pytest.param(6_000, 67.5, 0.5, -6.0, id="case 18"),
        pytest.param(12_000, 45.0, 1.41, 3.0, id="case 19, over full scale"),
    ],
)
def test_tech_3341_true_peak(hz: float, degrees: float, amplitude: float, dbtp: float) -> None:
    # The standard fades its signals; a sine that starts at full height rings in any resampler.
    wave = sine(1.0, 20 * np.log10(amplitude), hz, degrees)
    fade = np.sin(np.linspace(0, np.pi / 2, 4800, dtype=np.float32)) ** 2
    wave[:4800] *= fade
    wave[-4800:] *= fade[::-1]
    assert -0.4 <= true_peak([wave]) - dbtp <= 0.2


def test_a_full_scale_kilohertz_reads_minus_three() -> None:
    assert loudness([sine(5, 0.0, hz=997.0)]) == pytest.approx(-3.01, abs=0.01)


def test_k_weighting_is_the_recursion_of_the_standard() -> None:
    noise = speechlike(2.0, seed=1)
    exact = recursion(recursion(noise.tolist(), SHELF), HIGH_PASS)
    energy = np.square(np.array(exact)).reshape(-1, STEP).mean(axis=1)
    assert profile([noise]).energy == pytest.approx(energy, rel=1e-9, abs=1e-15)


SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
HIGH_PASS = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))


def recursion(x: list[float], stage: tuple[tuple[float, ...], tuple[float, ...]]) -> list[float]:
    """The difference equation of BS.1770-5, figures 3 and 5, sample by sample."""
    (b0, b1, b2), (a1, a2) = stage
    y: list[float] = []
    x1 = x2 = y1 = y2 = 0.0
    for x0 in x:
        y0 = b0 * x0 + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        x1, x2, y1, y2 = x0, x1, y0, y1
        y.append(y0)
    return y


@settings(max_examples=15, deadline=None)
@given(size=st.integers(1_000, 200_000), seed=st.integers(0, 9))
def test_block_size_changes_nothing(size: int, seed: int) -> None:
    sound = speechlike(3.0, seed)
    assert measure(cut(sound, size)) == measure([sound])


@pytest.mark.parametrize("hop", [64, 480, STEP])
def test_hop_changes_nothing(hop: int) -> None:
    sound = speechlike(3.123, seed=3)
    fine, coarse = profile([sound], hop), profile([sound])
    assert integrated(fine) == pytest.approx(integrated(coarse), abs=1e-9)
    assert fine.peak.max() == coarse.peak.max()
    assert len(fine.energy) == len(fine.peak) == -(-len(sound) // hop)


def test_a_gain_moves_loudness_by_as_much() -> None:
    whole = profile([speechlike(5.0, seed=4)], hop=64)
    assert integrated(whole, 2.0) - integrated(whole) == pytest.approx(6.0206, abs=0.01)


def test_peaks_are_where_the_sound_is() -> None:
    click = np.zeros(SAMPLE_RATE, np.float32)
    click[30_000] = 0.5
    assert int(profile([click], hop=64).peak.argmax()) == 30_000 // 64


@pytest.mark.parametrize("sound", [[], [np.zeros(0, np.float32)], [np.zeros(96_000, np.float32)]])
def test_silence_has_no_level(sound: list[Samples]) -> None:
    level = measure(sound)
    assert level.loudness_lufs == level.peak_dbtp == float("-inf")


def test_less_than_one_gating_block_has_a_peak_but_no_loudness() -> None:
    level = measure([sine(0.39, -20.0)])
    assert level.loudness_lufs == float("-inf")
    assert level.peak_dbtp == pytest.approx(-20.0, abs=0.3)


def test_memory_stays_flat() -> None:
    second = speechlike(1.0, seed=5)

    def held(seconds: int) -> int:
        tracemalloc.start()
        measure(second for _ in range(seconds))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    held(1)  # the filter itself is made once
    assert held(150) < held(30) + 400_000  # 23 MB of sound more
