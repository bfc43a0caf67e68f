"""The door: takes in, an episode and its sound out."""

from __future__ import annotations

import tracemalloc
import uuid
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from broadcaster.errors import ScriptError
from broadcaster.loudness import measure
from broadcaster.mixing import mix
from broadcaster.nouns import SAMPLE_RATE, Clip, Credit, Reference, Take
from tests.mixing.studio import (
    GRAVE,
    HEAD,
    HOST,
    LINES,
    MEI,
    PLACES,
    SHOW,
    SHOW_OF_TWO,
    burst,
    takes_of,
    utterance,
    voices,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

BURSTS = [burst(2.0 + n / 7) for n in range(len(SHOW_OF_TWO))]


def test_an_episode_knows_all_that_formats_need() -> None:
    takes, load = takes_of(BURSTS, SHOW_OF_TWO)
    head = replace(HEAD, references=(Reference("a", "題", sample=True), Reference("b", "名")))
    mixed = mix(takes, head, SHOW, HOST, load, "声は合成音声です")
    episode = mixed.episode
    assert (episode.title, episode.date, episode.number) == ("新しいモデル", "2024-10-17", 1)
    assert episode.guid == str(uuid.uuid5(uuid.NAMESPACE_URL, "edamame/2024-10-17/"))
    assert [chapter.title for chapter in episode.chapters] == [
        "あいさつ", "新しいモデル", "計算バグの修正", "まとめ",
    ]  # fmt: skip
    assert episode.voices == ("openjtalk:mei",)
    assert episode.credits[0] == MEI
    assert [credit.licence for credit in episode.credits] == ["CC-BY-3.0", "CC0-1.0", ""]
    assert episode.credits[-1] == Credit("非公式のファン番組です")
    assert episode.sources == head.references
    assert episode.sample
    assert episode.disclosure == "声は合成音声です"
    assert episode.duration == episode.timeline.n_samples / SAMPLE_RATE == episode.chapters[-1].end
    assert sum(map(len, mixed.blocks(0.0))) == episode.timeline.n_samples


def test_edition_tells_two_shows_of_a_day_apart() -> None:
    takes, load = takes_of(BURSTS, SHOW_OF_TWO)
    morning, evening = (
        mix(takes, replace(HEAD, edition=edition), SHOW, HOST, load).episode
        for edition in ("", "2")
    )
    assert morning.guid != evening.guid


def test_credits_and_voices_come_in_order_of_appearance_once() -> None:
    takes, load = takes_of(BURSTS, SHOW_OF_TWO)
    other = Credit("eSpeak NG", "https://example.org/espeak", "GPL-3.0")
    takes[1:3] = [replace(take, credit=other, voice="espeak:en-us") for take in takes[1:3]]
    episode = mix(takes, HEAD, SHOW, HOST, load).episode
    assert episode.credits[:2] == (MEI, other)
    assert episode.voices == ("openjtalk:mei", "espeak:en-us")


def test_no_credit_for_music_that_does_not_sound() -> None:
    takes, load = takes_of(BURSTS[:1], [GRAVE])
    assert [c.licence for c in mix(takes, HEAD, SHOW, HOST, load).episode.credits] == [
        "CC-BY-3.0",
        "",
    ]


def test_without_takes_there_is_no_show() -> None:
    _, load = takes_of([], [])
    with pytest.raises(ScriptError, match="nothing was spoken"):
        mix([], HEAD, SHOW, HOST, load)


def test_cues_start_with_the_sound_of_the_finished_show() -> None:
    """Within 50 ms: the first 5 ms frame over -40 dB re the clip, as the listener gets it."""
    takes = [
        Take(utterance(place, line), Clip(clip, SAMPLE_RATE), (), "v", MEI, line)
        for place, line, clip in zip(PLACES, LINES, map(trimmed, voices()), strict=True)
    ]
    clips = {take.key: take.clip for take in takes}
    mixed = mix(takes, HEAD, SHOW, HOST, clips.__getitem__)
    sound = np.concatenate(list(mixed.blocks(0.0)))
    starts = {round(cue.start * SAMPLE_RATE) for cue in mixed.episode.cues}
    for place in mixed.episode.timeline.placements:
        if place.kind == "speech":
            assert place.at_sample in starts
            heard = np.abs(sound[place.at_sample : place.at_sample + place.n_samples])
            frames = heard[: len(heard) // 240 * 240].reshape(-1, 240).max(axis=1)
            assert int(np.argmax(frames > heard.max() / 100)) * 0.005 <= 0.050


def trimmed(
    sound: np.ndarray[tuple[int], np.dtype[np.float32]],
) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Without the silence around it, as recording hands takes over."""
    loud = np.flatnonzero(np.abs(sound) > np.abs(sound).max() / 100)
    return sound[loud[0] : loud[-1]]


def test_only_one_take_at_a_time_is_held() -> None:
    """Three minutes of takes are 35 MB of sound; most of it is never in memory at once."""
    sound = burst(2.0)

    def takes() -> Iterator[Take]:
        for n in range(90):
            clip = Clip(sound.copy(), SAMPLE_RATE)
            yield Take(utterance(GRAVE, "話したのだ。"), clip, (), "v", MEI, str(n))

    tracemalloc.start()
    mixed = mix(takes(), HEAD, SHOW, HOST, lambda _: Clip(sound.copy(), SAMPLE_RATE))
    level = measure(mixed.blocks(0.0))
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert level.loudness_lufs == pytest.approx(-15.55, abs=0.1)
    assert held < 21_000_000
    assert all(a.end == b.start for a, b in pairwise(mixed.episode.chapters))
