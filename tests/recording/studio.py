"""What several tests of this room need: utterances, a show, a character, voices that work here."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from broadcaster.nouns import SAMPLE_RATE, Clip, Credit, Mark, Place, Span, Utterance
from broadcaster.programme import Character, Show, Style, Voicing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.programme import Scalar

SHOW = Show("edamame", "試験放送", "zundamon")
ZUNDAMON_ISH: tuple[tuple[str, Scalar], ...] = (
    ("alpha", 0.5), ("gv", 1.25), ("half_tone", 1.5), ("speed", 1.15), ("volume", -3.0),
)  # fmt: skip
OPENJTALK = Voicing("openjtalk", ZUNDAMON_ISH, gain_db=-3.6, pace=8.1, stand_in=True)
LINES = (
    "新しい会社が、小さな言語モデルを二つ発表したのだ。",
    "料金は、100万トークンあたり、およそ4セントなのだ。",
    "ただし、研究のほかに使うときは、契約が要るんだって。",
    "聞いてほしいのだ……計算の順番を直したら、結果が変わったのだ！",
)
NO_ESPEAK = "espeakng_loader is not installed (extra `english`)"
HAS_ESPEAK = importlib.util.find_spec("espeakng_loader") is not None


def utterance(reading: str, display: str = "", language: str = "ja") -> Utterance:
    """A line read as it is written, or as one span where the display differs."""
    shown = display or reading
    return Utterance(
        shown,
        reading,
        (Span(0, len(shown), 0, len(reading), "as is"),),
        "ずんだもん",
        Place(0, "story", "試験"),
        style="talk" if language == "ja" else "english",
        language=language,
    )


def character(*talk: Voicing, english: Sequence[Voicing] = ()) -> Character:
    """A host with these voicings."""
    styles = [Style("talk", talk)] if talk else []
    styles += [Style("english", tuple(english))] if english else []
    return Character("zundamon", "ずんだもん", "ズンダモン", styles=tuple(styles))


def tone(seconds: float, amplitude: float = 0.3, rate: int = SAMPLE_RATE) -> Clip:
    """A 440 Hz tone without marks."""
    time = np.arange(round(seconds * rate)) / rate
    return Clip((amplitude * np.sin(2 * np.pi * 440 * time)).astype(np.float32), rate)


def silence(seconds: float, rate: int = SAMPLE_RATE) -> Clip:
    """Digital silence."""
    return Clip(np.zeros(round(seconds * rate), np.float32), rate)


def joined(*clips: Clip) -> Clip:
    """One sound after the other."""
    return Clip(np.concatenate([clip.samples for clip in clips]), clips[0].sample_rate)


def assert_tiles(marks: Sequence[Mark], length: int) -> None:
    """Marks leave no character out, and their times never run backwards."""
    edges = [0, *(mark.end for mark in marks)]
    assert edges == [*(mark.start for mark in marks), length]
    assert all(mark.begins <= mark.ends for mark in marks)
    assert all(one.ends <= other.begins for one, other in pairwise(marks))


class Scripted:
    """A voice that answers with prepared clips or errors, in order; the last one for ever."""

    name = "Scripted"
    language = "ja"
    credit = Credit("nobody")

    def __init__(self, *answers: Clip | Exception) -> None:
        self.answers = list(answers)
        self.calls = 0

    def fingerprint(self) -> tuple[Scalar, ...]:
        return ("scripted", 1)

    def say(self, utterance: Utterance) -> Clip:
        answer = self.answers[min(self.calls, len(self.answers) - 1)]
        self.calls += 1
        if isinstance(answer, Exception):
            raise answer
        return answer
