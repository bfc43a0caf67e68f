from __future__ import annotations

import gc
import weakref
from typing import Any

import numpy as np
import pytest

from broadcaster.errors import StorageFailed
from broadcaster.mixing.mixdown import BLOCK, mixed, without_rumble
from broadcaster.mixing.timeline import Spoken, lay_out
from broadcaster.nouns import SAMPLE_RATE, Clip, Timeline
from tests.mixing.studio import GRAVE, MEI, PLACES, burst, utterance, voices


def placed(lengths: list[int]) -> Timeline:
    return lay_out(
        [Spoken(utterance(GRAVE), (), str(n), length, "v", MEI) for n, length in enumerate(lengths)]
    )


def test_every_sound_lies_where_the_timeline_says() -> None:
    sounds = [burst(1.3, 300), burst(0.4, 500), burst(2.1, 800)]
    timeline = placed([len(sound) for sound in sounds])
    show = np.concatenate(list(mixed(timeline, lambda key: Clip(sounds[int(key)], SAMPLE_RATE))))
    assert len(show) == timeline.n_samples
    for place, sound in zip(timeline.placements, sounds, strict=True):
        heard = show[place.at_sample : place.at_sample + place.n_samples]
        assert np.corrcoef(heard, sound)[0, 1] > 0.999
        show[place.at_sample : place.at_sample + place.n_samples] = 0
    assert not show.any()


def test_blocks_have_one_size() -> None:
    timeline = placed([SAMPLE_RATE * 3])
    sizes = [len(block) for block in mixed(timeline, lambda _: Clip(burst(3.0), SAMPLE_RATE))]
    assert set(sizes[:-1]) == {BLOCK}
    assert sum(sizes) == timeline.n_samples


@pytest.mark.parametrize("sound", [burst(1.0, offset=0.02), np.full(48_000, 0.02, np.float32)])
def test_no_click_where_a_take_with_an_offset_begins_and_ends(sound: Any) -> None:
    """A step of 0.02 would have a second difference of 0.02; the sine itself stays far below."""
    timeline = placed([len(sound)])
    show = np.concatenate(list(mixed(timeline, lambda _: Clip(sound, SAMPLE_RATE))))
    assert np.abs(np.diff(show.astype(np.float64), 2)).max() < 0.001


def test_no_click_at_the_joints_of_real_speech() -> None:
    clips = voices()
    timeline = lay_out(
        [
            Spoken(utterance(place), (), str(n), len(clip), "v", MEI)
            for n, (place, clip) in enumerate(zip(PLACES, clips, strict=True))
        ]
    )
    show = np.concatenate(list(mixed(timeline, lambda key: Clip(clips[int(key)], SAMPLE_RATE))))
    bend = np.abs(np.diff(show.astype(np.float64), 2))
    for place in timeline.placements:
        for edge in (place.at_sample, place.at_sample + place.n_samples):
            assert bend[edge - 20 : edge + 20].max() < 0.001


def test_takes_are_let_go() -> None:
    """Twenty takes of two seconds: never more than two of them alive."""
    alive: list[weakref.ref[Clip]] = []
    most = 0

    class Counted(Clip):
        __slots__ = ("__weakref__",)

    def load(key: str) -> Clip:
        nonlocal most
        clip = Counted(burst(2.0), SAMPLE_RATE)
        alive.append(weakref.ref(clip))
        gc.collect()
        most = max(most, sum(ref() is not None for ref in alive))
        return clip

    for _ in mixed(placed([2 * SAMPLE_RATE] * 20), load):
        pass
    assert len(alive) == 20
    assert most <= 2


def test_a_take_that_changed_is_refused() -> None:
    with pytest.raises(StorageFailed, match="record the episode again"):
        list(mixed(placed([48_000]), lambda _: Clip(burst(0.9), SAMPLE_RATE)))


@pytest.mark.parametrize(
    ("hz", "least_db", "most_db"),
    [(20, -60, -18), (70, -5, -2), (120, -0.5, 0.5), (1000, -0.05, 0.05)],
)
def test_rumble_is_taken_and_voice_is_left(hz: float, least_db: float, most_db: float) -> None:
    t = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    tone = np.sin(2 * np.pi * hz * t).astype(np.float32)
    inner = slice(4800, -4800)
    db = 20 * np.log10(np.abs(without_rumble(tone)[inner]).max() / np.abs(tone[inner]).max())
    assert least_db <= db <= most_db


def test_a_constant_offset_is_gone() -> None:
    assert np.abs(without_rumble(np.full(9_600, 0.3, np.float32))).max() < 1e-6


@pytest.mark.parametrize("n", [0, 1, 5, 411])
def test_the_shortest_sounds_pass(n: int) -> None:
    assert without_rumble(np.ones(n, np.float32)).shape == (n,)
