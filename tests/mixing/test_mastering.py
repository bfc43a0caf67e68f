from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile as sf

from broadcaster.loudness import Level, measure, profile
from broadcaster.mixing.mastering import CEILING_DBTP, HOP, limiting, mastered, shaped, solve
from broadcaster.mixing.mixdown import BLOCK
from broadcaster.mixing.timeline import Spoken, lay_out
from broadcaster.nouns import SAMPLE_RATE, Clip, Place
from tests.mixing.studio import FIRST, GRAVE, MEI, PLACES, burst, utterance, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadcaster.nouns import Samples


def show_of(clips: Sequence[Samples], places: Sequence[Place]) -> Iterator[Samples]:
    spoken = [
        Spoken(utterance(place), (), str(n), len(clip), "v", MEI)
        for n, (place, clip) in enumerate(zip(places, clips, strict=True))
    ]
    return mastered(lay_out(spoken), lambda key: Clip(clips[int(key)], SAMPLE_RATE))


def as_published(blocks: Iterable[Samples]) -> Samples:
    """Through the encoder that publishing uses, at its settings, and back."""
    file = io.BytesIO()
    with sf.SoundFile(
        file, "w", SAMPLE_RATE, 1, format="MP3", bitrate_mode="CONSTANT", compression_level=2 / 3
    ) as mp3:
        for block in blocks:
            mp3.write(block)
    file.seek(0)
    return np.asarray(sf.read(file, dtype="float32")[0])


def assert_on_target(level: Level) -> None:
    assert level.loudness_lufs == pytest.approx(-16.0, abs=0.2)
    assert level.peak_dbtp <= -1.0


def test_real_speech() -> None:
    decoded = as_published(show_of(voices(), PLACES))
    assert sum(map(len, voices())) > 30 * SAMPLE_RATE
    assert_on_target(measure([decoded]))


@pytest.mark.parametrize("place", [FIRST, GRAVE], ids=["with music", "without music"])
def test_a_single_short_line(place: Place) -> None:
    assert_on_target(measure([as_published(show_of(voices()[-1:], [place]))]))


@pytest.mark.parametrize("gain", [0.001, 0.03], ids=["-83 LUFS", "-53 LUFS"])
def test_very_quiet_speech(gain: float) -> None:
    quiet = [clip * np.float32(gain) for clip in voices()[2:4]]
    decoded = as_published(show_of(quiet, [GRAVE, GRAVE]))
    assert_on_target(measure([decoded]))


def test_hot_speech_with_peaks_of_two() -> None:
    hot = [clip * np.float32(2.0 / np.abs(clip).max()) for clip in voices()[2:5]]
    assert_on_target(measure([as_published(show_of(hot, [GRAVE] * 3))]))


def test_clicks_beyond_all_reach_keep_the_ceiling() -> None:
    """Single clicks cannot be made loud; the ceiling wins over the target."""
    clicks = np.zeros(5 * SAMPLE_RATE, np.float32)
    clicks[24_000::48_000] = 0.9
    assert measure(show_of([clicks], [GRAVE])).peak_dbtp <= CEILING_DBTP + 0.1


def test_silence_stays_silence() -> None:
    silence = np.zeros(2 * SAMPLE_RATE, np.float32)
    assert not np.concatenate(list(show_of([silence], [GRAVE]))).any()


def test_rendering_twice_gives_the_same_samples_in_the_same_blocks() -> None:
    first, second = (list(show_of([burst(2.5)], [FIRST])) for _ in range(2))
    assert [block.tobytes() for block in first] == [block.tobytes() for block in second]
    assert {len(block) for block in first[:-1]} == {BLOCK}


def test_the_limiter_reaches_every_peak_and_leaves_the_rest() -> None:
    rng = np.random.default_rng(1)
    peak_db = rng.uniform(-30, 8, 5_000)
    down = limiting(peak_db)
    assert (peak_db - down <= CEILING_DBTP + 1e-9).all()
    for moved in (-1, 1):  # what interpolation between hops relies on
        assert (peak_db - np.roll(down, moved) <= CEILING_DBTP + 1e-9)[1:-1].all()
    assert not limiting(np.full(5_000, -2.0)).any()


def test_the_limiter_lets_go_slowly_and_wholly() -> None:
    peak_db = np.full(2_000, -20.0)
    peak_db[500] = CEILING_DBTP + 6.0
    down = limiting(peak_db)
    assert down[:490].max() == 0.0
    assert down[500] == pytest.approx(6.0, abs=0.5)
    assert 1.0 < down[500 + 30] < 5.0
    assert down[600:].max() == 0.0


def test_gain_is_the_same_however_the_sound_is_cut() -> None:
    sound = burst(1.7, height=1.5)
    gain = solve(profile([sound], HOP))
    whole = np.concatenate(list(shaped([sound], gain)))
    cut = np.concatenate(list(shaped(np.array_split(sound, 7), gain)))
    assert np.abs(whole - cut).max() < 1e-6
