"""What the mixing tests are played with: short synthetic takes, and real ones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import settings

from broadcaster import japanese
from broadcaster.loudness import loudness
from broadcaster.mixing.timeline import Spoken
from broadcaster.nouns import SAMPLE_RATE, Clip, Credit, Mark, Place, Script, Take, Utterance
from broadcaster.programme import Character, Show, Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from broadcaster.nouns import Samples

MEI = Credit('HTS Voice "Mei"', "https://example.org/mei", "CC-BY-3.0")
HOST = Character("zundamon", "ずんだもん", "ズンダモン", terms=Terms("非公式のファン番組です"))
SHOW = Show("edamame", "えだまめ便", "zundamon")
HEAD = Script("新しいモデル", "2024-10-17", "zundamon")

OPENING = Place(0, "opening", "あいさつ")
FIRST = Place(1, "story", "新しいモデル", "https://example.org/1")
SECOND = Place(2, "story", "計算バグの修正", "https://example.org/2")
GRAVE = Place(1, "story", "事故", grave=True)
CLOSING = Place(3, "closing", "まとめ")
SHOW_OF_TWO = (OPENING, FIRST, FIRST, SECOND, CLOSING)


def utterance(
    place: Place = FIRST, display: str = "あいうえお。", pause: float = 0.55
) -> Utterance:
    return Utterance(display, "アイウエオ", (), "zundamon", place, pause=pause)


def spoken(
    place: Place = FIRST,
    display: str = "あいうえお。",
    seconds: float = 2.0,
    pause: float = 0.55,
    marks: tuple[Mark, ...] = (),
) -> Spoken:
    said = utterance(place, display, pause)
    return Spoken(said, marks, display, round(seconds * SAMPLE_RATE), "openjtalk:mei", MEI)


def burst(seconds: float, hz: float = 220.0, height: float = 0.1, offset: float = 0.0) -> Samples:
    """A sine that swells and fades, on a constant offset like the built-in voice's."""
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    swell = np.sin(np.pi * np.clip(t / max(seconds, 1e-9), 0, 1)) ** 0.5
    return np.asarray(height * swell * np.sin(2 * np.pi * hz * t) + offset, np.float32)


def takes_of(
    sounds: Iterable[Samples], places: Iterable[Place]
) -> tuple[list[Take], Callable[[str], Clip]]:
    """Takes over given sounds, and the `load` that gives the sounds back."""
    clips = {f"take-{n}": Clip(sound, SAMPLE_RATE) for n, sound in enumerate(sounds)}
    takes = [
        Take(utterance(place, f"{key}を話したのだ。"), clip, (), "openjtalk:mei", MEI, key)
        for place, (key, clip) in zip(places, clips.items(), strict=True)
    ]
    return takes, clips.__getitem__


steady = settings(max_examples=50, deadline=None)
"""For properties: on a busy machine the first example also loads budoux."""

LINES = (
    "えだまめニュース便、十月十七日、木曜日なのだ。",
    "今日は二本、ミストラルの新しいモデルと、計算の間違いの修正なのだ。",
    "ミストラルエーアイが、新しい言語モデルを二つ発表したのだ。",
    "大きさは二十分の一、速さは百倍以上なのだ。",
    "値段は、百万トークンあたり四セントなのだ。",
    "詳しい性能は、まだ公開されていないのだ。",
    "くわしい数字とリンクは、番組ノートにあるのだ。",
)
PLACES = (OPENING, OPENING, FIRST, FIRST, FIRST, SECOND, CLOSING)


@cache
def voices() -> tuple[Samples, ...]:
    """LINES in the built-in voice, brought to -23 LUFS as recording does; 33 s of speech."""
    talker = japanese.load_analyser()
    clips = [np.asarray(talker.tts(line)[0] / 32768, np.float32) for line in LINES]
    gain = np.float32(10 ** ((-23.0 - loudness(clips)) / 20))
    return tuple(clip * gain for clip in clips)
