"""Trimming, onsets, resampling: what is done to a clip's samples by level."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from broadcaster.nouns import SAMPLE_RATE, Mark
from broadcaster.recording.finishing import finish
from broadcaster.recording.levels import levels_db
from broadcaster.recording.onset import snap
from broadcaster.recording.resampling import at_house_rate
from broadcaster.recording.trimming import FADE, MARGIN, trim

from .studio import joined, silence, tone


def test_levels_are_relative_to_the_loudest_frame() -> None:
    levels = levels_db(joined(tone(0.1), tone(0.1, 0.03), silence(0.02)).samples, SAMPLE_RATE)
    # A frame holds 2.2 periods of the tone, so levels sway by half a decibel.
    assert levels[5] == pytest.approx(0, abs=0.6)
    assert levels[30] == pytest.approx(-20, abs=0.6)
    assert levels[-1] == -np.inf


def test_trim_leaves_the_sound_and_a_margin() -> None:
    clip = replace(joined(silence(0.3), tone(0.5), silence(0.4)), marks=(Mark(0, 1, 0.2, 1.2),))
    trimmed = trim(clip)
    assert len(trimmed.samples) / SAMPLE_RATE == pytest.approx(0.5 + 2 * MARGIN, abs=0.006)
    assert trimmed.marks[0].begins == 0.0
    assert trimmed.marks[0].ends == len(trimmed.samples) / SAMPLE_RATE


def test_trim_fades_a_clip_that_starts_in_the_middle_of_a_sound() -> None:
    trimmed = trim(replace(tone(0.5), samples=tone(0.5).samples + np.float32(0.5)))
    assert abs(trimmed.samples[0]) < 1e-6
    assert abs(trimmed.samples[-1]) < 1e-6
    steps = np.abs(np.diff(trimmed.samples[: round(2 * FADE * SAMPLE_RATE)]))
    assert steps.max() < 0.05


def test_trim_keeps_soft_sound() -> None:
    soft = tone(0.2, 0.3 * 10 ** (-45 / 20))
    assert len(trim(joined(soft, tone(0.2))).samples) == round(0.4 * SAMPLE_RATE)


def test_a_mark_after_a_pause_is_snapped_to_the_sound() -> None:
    clip = joined(silence(0.05), tone(0.3), silence(0.3), tone(0.3))
    marks = (Mark(0, 1, 0.0, 0.2), Mark(1, 2, 0.2, 0.36), Mark(2, 3, 0.58, 0.95))
    snapped = snap(replace(clip, marks=marks)).marks
    assert [mark.begins for mark in snapped] == pytest.approx([0.05, 0.2, 0.65], abs=0.0051)
    assert [mark.ends for mark in snapped] == [0.2, 0.36, 0.95]


def test_a_mark_that_comes_late_is_moved_back_but_not_into_the_word_before() -> None:
    clip = joined(tone(0.2), silence(0.2), tone(0.3))
    late = snap(replace(clip, marks=(Mark(0, 1, 0.0, 0.2), Mark(1, 2, 0.45, 0.7))))
    assert late.marks[1].begins == pytest.approx(0.4, abs=0.0051)
    run_on = snap(replace(tone(0.5), marks=(Mark(0, 1, 0.0, 0.2), Mark(1, 2, 0.3, 0.5))))
    assert run_on.marks[1].begins == 0.2


def test_a_mark_without_sound_stays_where_it_was() -> None:
    clip = joined(tone(0.2), silence(0.5))
    marks = (Mark(0, 1, 0.0, 0.2), Mark(1, 2, 0.4, 0.6))
    assert snap(replace(clip, marks=marks)).marks[1] == marks[1]


def test_resampling_keeps_length_pitch_and_level() -> None:
    clip = at_house_rate(tone(1.0, rate=22_050))
    assert clip.sample_rate == SAMPLE_RATE
    assert clip.samples.dtype == np.float32
    assert len(clip.samples) == pytest.approx(SAMPLE_RATE, abs=2)
    spectrum = np.abs(np.fft.rfft(clip.samples[:SAMPLE_RATE]))
    assert spectrum.argmax() == pytest.approx(440, abs=1)
    assert np.abs(clip.samples[1000:-1000]).max() == pytest.approx(0.3, rel=0.01)


def test_the_house_rate_is_left_alone() -> None:
    clip = tone(0.1)
    assert at_house_rate(clip) is clip


def test_finish_applies_the_fixed_gain_and_marks_the_whole_where_nobody_did() -> None:
    soft = finish(tone(0.5), 7, gain_db=-6.0)
    assert np.abs(soft.samples).max() == pytest.approx(0.3 * 10 ** (-6 / 20), rel=0.01)
    assert [(mark.start, mark.end) for mark in soft.marks] == [(0, 7)]
    assert soft.precision == "sentence"
