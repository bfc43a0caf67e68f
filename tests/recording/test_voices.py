"""The contract every voice of the engine table keeps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np
import pytest

from broadcaster.archive import digest
from broadcaster.programme import Voicing
from broadcaster.recording import ENGINES, hire
from broadcaster.recording.sanity import check
from broadcaster.recording.voice import Voice

from .studio import HAS_ESPEAK, LINES, NO_ESPEAK, SHOW, assert_tiles, utterance

ENGLISH = ("Fixing gradient accumulation", "How to train your own voice in 2024, step by step")
SAID = {"ja": LINES, "en": ENGLISH}
OTHER_SETTING = {"openjtalk": ("speed", 1.3), "espeak": ("speed", 200)}
NEEDS = {"espeak": (pytest.mark.server, pytest.mark.skipif(not HAS_ESPEAK, reason=NO_ESPEAK))}
TABLE = [pytest.param(name, marks=NEEDS.get(name, ())) for name in ENGINES]


@lru_cache(maxsize=len(ENGINES))
def hired(name: str) -> Voice:
    return hire(Voicing(name), SHOW)


@pytest.fixture(params=TABLE)
def voice(request: pytest.FixtureRequest) -> Voice:
    return hired(request.param)


def test_says_every_line_soundly(voice: Voice) -> None:
    for line in SAID[voice.language]:
        spoken = utterance(line, language=voice.language)
        clip = voice.say(spoken)
        check(clip, spoken)
        assert clip.samples.dtype == np.float32
        assert_tiles(clip.marks, len(line))


def test_threads_and_a_single_thread_make_the_same_samples(voice: Voice) -> None:
    lines = [utterance(line, language=voice.language) for line in SAID[voice.language][-2:]] * 2
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(voice.say, lines))
    alone = [voice.say(line) for line in lines]
    for one, other in zip(together, alone, strict=True):
        assert np.array_equal(one.samples, other.samples)
        assert one.marks == other.marks


def test_nothing_to_say_gives_no_samples(voice: Voice) -> None:
    for nothing in ("", "……", "。", "　", "!?", "\0"):
        assert not len(voice.say(utterance(nothing, language=voice.language)).samples)


@pytest.mark.parametrize(
    "odd", ["ア" * 90, "1" * 60, "a\ud800い", "👩‍👩‍👧、ね。", "ﾊﾟｿｺﾝ\n\n", "が\u3099"]
)
def test_odd_text_gives_a_clip_whose_marks_tile(voice: Voice, odd: str) -> None:
    clip = voice.say(utterance(odd, language=voice.language))
    assert np.isfinite(clip.samples).all()
    if clip.marks:
        assert_tiles(clip.marks, len(odd))


def test_fingerprint_is_stable_and_tells_settings_apart(voice: Voice) -> None:
    name = str(voice.fingerprint()[0])
    again = hire(Voicing(name), SHOW)
    other = hire(Voicing(name, (OTHER_SETTING[name],)), SHOW)
    assert digest(again.fingerprint()) == digest(voice.fingerprint())
    assert digest(other.fingerprint()) != digest(voice.fingerprint())


def test_credit_names_who_really_speaks(voice: Voice) -> None:
    assert voice.credit.text
    assert voice.credit.licence
    assert voice.credit.url.startswith("https://")
    assert "VOICEVOX" not in voice.credit.text + voice.name


def test_is_quiet_on_stdout(voice: Voice, capfd: pytest.CaptureFixture[str]) -> None:
    voice.say(utterance(SAID[voice.language][0], language=voice.language))
    assert capfd.readouterr().out == ""
