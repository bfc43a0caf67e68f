"""What is refused of what a voice hands over."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from broadcaster.errors import EngineFailed
from broadcaster.nouns import Clip, Mark
from broadcaster.recording.sanity import check

from .studio import joined, silence, tone, utterance

LINE = utterance("新しい会社ができた")  # 12 morae


def faulty(clip: Clip, **changes: object) -> Clip:
    return replace(clip, **changes)  # type: ignore[arg-type]


def test_a_plausible_clip_passes() -> None:
    check(tone(1.8), LINE)
    check(joined(silence(0.1), tone(0.2), silence(0.2)), utterance("え"))
    check(tone(1.0), utterance("Hugging Face", language="en"))


def not_a_number() -> Clip:
    clip = tone(1.8)
    clip.samples[1000] = np.nan
    return clip


@pytest.mark.parametrize(
    ("clip", "says"),
    [
        (not_a_number(), "no numbers"),
        (silence(1.8), "silence"),
        (tone(1.8, 0.001), "silence"),
        (silence(0.0), "silence"),
        (tone(0.4), "12 morae"),
        (tone(20.0), "12 morae"),
        (tone(1.8, 9.0), "a peak of 9"),
        (faulty(tone(1.8), sample_rate=0), "0 Hz"),
        (faulty(tone(1.8), samples=np.ones((100, 2), np.float32)), "one channel"),
        (faulty(tone(1.8), samples=np.ones(90_000, np.float64)), "float32"),
        (faulty(tone(1.8), marks=(Mark(0, 9, 0.0, 5.0),)), "out of order"),
        (faulty(tone(1.8), marks=(Mark(0, 4, 0.0, 1.0), Mark(4, 9, 0.5, 1.5))), "out of order"),
        (faulty(tone(1.8), marks=(Mark(0, 4, 0.0, 1.0),)), "leave out the end"),
    ],
)
def test_what_cannot_be_the_line_is_refused_by_name(clip: Clip, says: str) -> None:
    with pytest.raises(EngineFailed, match=says) as caught:
        check(clip, LINE)
    assert caught.value.thing == LINE.display


def test_no_sound_is_right_where_there_is_nothing_to_say() -> None:
    check(silence(0.0), utterance("……"))
