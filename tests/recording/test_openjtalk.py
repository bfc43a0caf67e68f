"""The built-in voice: pauses as asked, marks per word, tuning, and life without C functions."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from broadcaster.errors import CardError, EngineUnavailable
from broadcaster.nouns import Clip
from broadcaster.programme import Voicing
from broadcaster.recording import hts, openjtalk
from broadcaster.recording.openjtalk import OpenJTalk

from .studio import LINES, OPENJTALK, SHOW, utterance


@pytest.fixture(scope="module")
def mei() -> OpenJTalk:
    return OpenJTalk(OPENJTALK, SHOW)


def gaps(clip: Clip, line: str) -> list[tuple[str, float]]:
    """The words around each pause, and its length."""
    return [
        (f"{line[one.start : one.end]}|{line[other.start : other.end]}", round(gap, 3))
        for one, other in pairwise(clip.marks)
        if (gap := other.begins - one.ends) > 0
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("朝、町へ行く。", [("朝、|町", 0.25)]),
        ("朝。町へ行く。", [("朝。|町", 0.55)]),
        ("朝……町へ行く。", [("朝……|町", 0.35)]),
        ("「速い」のだ。", []),
        ("「速い。」と言った。", [("「速い。」|と", 0.25)]),
        ("「朝」「昼」を選ぶ。", [("「朝」|「昼」", 0.25)]),
        ("町（東京）に行く。", [("町|（東京）", 0.15), ("（東京）|に", 0.15)]),
        ("朝★町へ行く", []),
    ],
)
def test_pauses_are_as_long_as_the_table_says(
    mei: OpenJTalk, line: str, expected: list[tuple[str, float]]
) -> None:
    assert gaps(mei.say(utterance(line)), line) == expected


def test_a_pause_is_silent(mei: OpenJTalk) -> None:
    line = "朝、町へ行く。"
    clip = mei.say(utterance(line))
    before, after = next(pair for pair in pairwise(clip.marks) if pair[0].ends < pair[1].begins)
    # The last sound rings on into the pause, and the next one may start a little early.
    start, stop = before.ends + 0.10, after.begins - 0.02
    pause = clip.samples[round(start * 48_000) : round(stop * 48_000)]
    loudest = np.abs(clip.samples).max()
    assert np.abs(pause).max() < loudest * 10 ** (-40 / 20)


@pytest.mark.parametrize("number", ["2024", "12,345", "3.5", "１０００"])
def test_a_number_is_one_mark(mei: OpenJTalk, number: str) -> None:
    line = f"これは{number}円"
    marks = mei.say(utterance(line)).marks
    assert number in [line[mark.start : mark.end] for mark in marks]


def test_marks_are_exact_and_words_apart(mei: OpenJTalk) -> None:
    clip = mei.say(utterance(LINES[0]))
    assert clip.precision == "exact"
    assert [LINES[0][mark.start : mark.end] for mark in clip.marks][:4] == [
        "新しい", "会社", "が、", "小さな",
    ]  # fmt: skip


def test_a_filter_that_runs_away_is_calmed(mei: OpenJTalk) -> None:
    peak = np.abs(mei.say(utterance("ア" * 60)).samples).max()
    assert 0.1 < peak < 4.0


def test_settings_of_one_voice_do_not_leak_into_another(mei: OpenJTalk) -> None:
    line = utterance(LINES[0])
    before = mei.say(line)
    low = OpenJTalk(Voicing("openjtalk", (("half_tone", -10), ("speed", 0.8))), SHOW).say(line)
    assert len(low.samples) > len(before.samples) * 1.2
    assert np.array_equal(mei.say(line).samples, before.samples)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ((("halftone", 1.0),), "use half_tone"),
        ((("speed", 9.0),), "0.5 to 2.0"),
        ((("alpha", "0.5"),), "give a number"),
        ((("gv", True),), "give a number"),
    ],
)
def test_a_wrong_setting_is_an_error_of_the_card(
    settings: tuple[tuple[str, float | str]], says: str
) -> None:
    with pytest.raises(CardError, match=says):
        OpenJTalk(Voicing("openjtalk", settings), SHOW)


def test_without_the_c_functions_it_speaks_with_sentence_marks(
    monkeypatch: pytest.MonkeyPatch, mei: OpenJTalk
) -> None:
    monkeypatch.setitem(hts._SIGNATURES, "hidden_in_this_build", (None, ()))
    plain = OpenJTalk(OPENJTALK, SHOW)
    clip = plain.say(utterance(LINES[0]))
    assert clip.precision == "sentence"
    assert [(mark.start, mark.end) for mark in clip.marks] == [(0, len(LINES[0]))]
    assert np.abs(clip.samples).max() > 0.1
    assert plain.fingerprint() != mei.fingerprint()


def test_a_package_of_another_kind_is_named_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(openjtalk, "load_analyser", lambda: subprocess)
    with pytest.raises(EngineUnavailable, match="pyopenjtalk-plus"):
        OpenJTalk(OPENJTALK, SHOW)


def test_a_fresh_process_says_the_same_and_prints_nothing(mei: OpenJTalk) -> None:
    program = (
        "import sys, hashlib\n"
        "from tests.recording.studio import OPENJTALK, SHOW, LINES, utterance\n"
        "from broadcaster.recording.openjtalk import OpenJTalk\n"
        "clip = OpenJTalk(OPENJTALK, SHOW).say(utterance(LINES[1]))\n"
        "sys.stderr.write(hashlib.sha256(clip.samples.tobytes()).hexdigest())\n"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Apia", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
    )
    here = hashlib.sha256(mei.say(utterance(LINES[1])).samples.tobytes()).hexdigest()
    assert done.stderr.endswith(here)
    assert done.stdout == ""
