"""The room's door: utterances in, takes out."""

from __future__ import annotations

import _thread
import threading
import time
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
import pytest

from broadcaster.archive import Takes
from broadcaster.errors import EngineFailed
from broadcaster.nouns import SAMPLE_RATE, Clip, Span, Take, Utterance
from broadcaster.programme import Voicing
from broadcaster.recording import Cast, Part, cast, record
from broadcaster.recording.levels import levels_db

from .studio import (
    HAS_ESPEAK,
    LINES,
    NO_ESPEAK,
    OPENJTALK,
    SHOW,
    Scripted,
    assert_tiles,
    character,
    silence,
    tone,
    utterance,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def mei() -> Cast:
    return cast(character(OPENJTALK), SHOW)


@pytest.fixture
def takes(tmp_path: Path) -> Takes:
    return Takes(tmp_path / "takes")


def cast_of(voice: Scripted) -> Cast:
    return Cast((Part("talk", Voicing("scripted"), voice),))


def same(one: Take, other: Take) -> bool:
    return (
        np.array_equal(one.clip.samples, other.clip.samples)
        and (one.clip.marks, one.marks, one.key) == (other.clip.marks, other.marks, other.key)
    )  # fmt: skip


def test_takes_come_in_order_at_the_house_rate_with_marks_on_the_display(
    mei: Cast, takes: Takes
) -> None:
    lines = [utterance(line) for line in LINES]
    made = list(record(lines, mei, takes))
    assert [take.utterance for take in made] == lines
    for take in made:
        assert take.clip.sample_rate == SAMPLE_RATE
        assert take.voice == "HTS Voice Mei (openjtalk)"
        assert take.stand_in
        assert take.credit.licence == "CC BY 3.0"
        assert_tiles(take.marks, len(take.utterance.display))


def test_a_mark_after_a_pause_is_within_50_ms_of_the_sound(mei: Cast, takes: Takes) -> None:
    checked = 0
    for take in record([utterance(line) for line in LINES], mei, takes):
        loud = levels_db(take.clip.samples, SAMPLE_RATE) > -40
        ended = 0.0
        for mark in take.clip.marks:
            if mark.begins - ended > 0.1 or mark.start == 0:
                # From the middle of the pause on, where nothing sounds.
                quiet = round((ended + mark.begins) / 2 / 0.005)
                onset = (quiet + int(np.argmax(loud[quiet:]))) * 0.005
                assert abs(mark.begins - onset) <= 0.050
                checked += 1
            ended = mark.ends
    assert checked >= 10


def test_number_of_workers_changes_nothing(mei: Cast, tmp_path: Path) -> None:
    lines = [utterance(line) for line in LINES]
    alone = record(lines, mei, Takes(tmp_path / "one"), workers=1)
    together = record(lines, mei, Takes(tmp_path / "four"), workers=4)
    assert all(same(one, other) for one, other in zip(alone, together, strict=True))


def test_a_second_run_takes_everything_from_the_archive(takes: Takes) -> None:
    voice = Scripted(tone(1.8))
    lines = [utterance("新しい会社ができた"), utterance("新しい会社ができたね")]
    first = list(record(lines, cast_of(voice), takes))
    again = list(record(lines, cast_of(voice), takes))
    assert voice.calls == 2
    assert all(same(one, other) for one, other in zip(first, again, strict=True))


def test_the_same_words_twice_in_a_row_are_recorded_once(takes: Takes) -> None:
    voice = Scripted(tone(1.8))
    twin = utterance("新しい会社ができた")
    made = list(record([twin, twin, replace(twin, display="別の見た目")], cast_of(voice), takes))
    assert voice.calls == 1
    assert len({take.key for take in made}) == 1
    assert [take.marks[-1].end for take in made] == [9, 9, 5]


def test_gain_belongs_to_the_style_and_to_the_key(takes: Takes) -> None:
    loud = Cast((Part("talk", Voicing("scripted", gain_db=6.0), Scripted(tone(1.8))),))
    plain = cast_of(Scripted(tone(1.8)))
    line = [utterance("新しい会社ができた")]
    (one,), (other,) = record(line, loud, takes), record(line, plain, takes)
    assert one.key != other.key
    ratio = np.abs(one.clip.samples).max() / np.abs(other.clip.samples).max()
    assert ratio == pytest.approx(10 ** (6 / 20), rel=1e-3)


def test_emphasis_and_reading_make_another_take_display_does_not(takes: Takes) -> None:
    line = utterance("新しい会社ができた")
    made = record(
        [line, replace(line, emphasis=1.0), replace(line, display="新会社", spans=())],
        cast_of(Scripted(tone(1.8))),
        takes,
    )
    plain, stressed, shorter = (take.key for take in made)
    assert plain != stressed
    assert plain == shorter


def test_a_clip_that_fails_is_asked_for_once_more(takes: Takes) -> None:
    voice = Scripted(silence(1.8), tone(1.8))
    (take,) = record([utterance("新しい会社ができた")], cast_of(voice), takes)
    assert voice.calls == 2
    assert np.abs(take.clip.samples).max() > 0.1


@pytest.mark.parametrize("answer", [silence(1.8), EngineFailed("it broke off")])
def test_a_clip_that_fails_twice_names_the_line(takes: Takes, answer: Exception) -> None:
    voice = Scripted(answer)
    with pytest.raises(EngineFailed, match="新しい会社ができた: Scripted: "):
        list(record([utterance("新しい会社ができた")], cast_of(voice), takes))
    assert voice.calls == 2


def test_what_has_nothing_to_say_is_left_out(mei: Cast, takes: Takes) -> None:
    made = record([utterance("……"), utterance("はい。"), utterance("　、。")], mei, takes)
    assert [take.utterance.display for take in made] == ["はい。"]


def test_utterances_are_pulled_only_a_few_lines_ahead(takes: Takes) -> None:
    pulled = 0

    def endless() -> Iterator[Utterance]:
        nonlocal pulled
        while True:
            pulled += 1
            yield utterance("新しい会社ができた" + "ね" * (pulled % 7))

    made = record(endless(), cast_of(Scripted(tone(2.0))), takes, workers=2)
    for _ in range(3):
        next(made)
    made.close()  # type: ignore[attr-defined]
    assert pulled <= 3 + 8


class Interrupting(Scripted):
    """Speaks once, then a person presses Ctrl-C while the next line is in the making."""

    order = count()

    def say(self, utterance: Utterance) -> Clip:
        if next(self.order) == 1:
            _thread.interrupt_main()
            time.sleep(0.1)
        return super().say(utterance)


def test_an_interrupt_leaves_no_thread_behind(takes: Takes) -> None:
    lines = [utterance("新しい会社ができた" + "ね" * count) for count in range(8)]
    with pytest.raises(KeyboardInterrupt):
        list(record(lines, cast_of(Interrupting(tone(2.0))), takes))
    for thread in threading.enumerate():
        if thread.name.startswith("recording"):
            thread.join(timeout=2.0)  # it may be in the middle of its last clip
            assert not thread.is_alive()


def test_an_error_in_the_room_before_passes_through(takes: Takes) -> None:
    def broken() -> Iterator[Utterance]:
        yield utterance("新しい会社ができた")
        raise EngineFailed("the writer broke off")

    with pytest.raises(EngineFailed, match="the writer broke off"):
        list(record(broken(), cast_of(Scripted(tone(1.8))), takes))


@pytest.mark.server
@pytest.mark.skipif(not HAS_ESPEAK, reason=NO_ESPEAK)
def test_an_english_span_is_spoken_by_the_english_voice(takes: Takes) -> None:
    hired = cast(character(OPENJTALK, english=(Voicing("espeak", gain_db=-2.5),)), SHOW)
    title = utterance("Fixing gradient accumulation", language="en")
    ja, en = record([utterance("題名は、"), title], hired, takes)
    assert (ja.voice, en.voice) == ("HTS Voice Mei (openjtalk)", "eSpeak NG en-us")
    assert en.clip.sample_rate == SAMPLE_RATE
    assert [title.display[mark.start : mark.end] for mark in en.marks] == [
        "Fixing ", "gradient ", "accumulation",
    ]  # fmt: skip


def test_a_latin_name_gets_one_mark_over_its_written_form(mei: Cast, takes: Takes) -> None:
    reading, display = "クウェンスリーが出た。", "Qwen3が出た。"
    spans = (Span(0, 5, 0, 7, "lexicon"), Span(5, 9, 7, 11, "as is"))
    line = replace(utterance(reading, display), spans=spans)
    (take,) = record([line], mei, takes)
    assert display[take.marks[0].start : take.marks[0].end] == "Qwen3"
    assert_tiles(take.marks, len(display))
