"""Times of subtitles after rounding, and what another reader makes of the files."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadcaster.nouns import Cue
from broadcaster.publishing import subtitles

if TYPE_CHECKING:
    from broadcaster.nouns import Episode

_TIME = r"(\d+):(\d\d):(\d\d)[.,](\d{3})"
_TIMES = re.compile(rf"^{_TIME} --> {_TIME}$", re.MULTILINE)


def _times(rendered: str) -> list[tuple[int, int]]:
    found = [tuple(map(int, row)) for row in _TIMES.findall(rendered)]
    return [(_ms(*row[:4]), _ms(*row[4:])) for row in found]


def _ms(hours: int, minutes: int, seconds: int, thousandths: int) -> int:
    assert minutes < 60
    assert seconds < 60
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.floats(0, 4.0), st.floats(0, 4.0)), max_size=12))
def test_cues_rise_last_and_never_overlap(
    episode: Episode, gaps: list[tuple[float, float]]
) -> None:
    cues, at = [], 3599.0
    for gap, length in gaps:
        cues.append(Cue(at + gap, at + gap + length, "ず", ("あ",)))
        at += gap + length
    told = replace(episode, cues=tuple(cues))
    times = _times(subtitles.render_vtt(told))
    assert times == _times(subtitles.render_srt(told))
    assert len(times) == len(cues)
    for start, end in times:
        assert start < end
    for (_, end), (start, _) in pairwise(times):
        assert end <= start
    for cue, (start, end) in zip(cues, times, strict=True):
        assert abs(start - cue.start * 1000) <= len(cues) + 1
        assert end <= max(cue.end * 1000, start) + len(cues) + 1


def test_a_time_on_the_edge_is_rounded_once(episode: Episode) -> None:
    cues = (Cue(0.0005, 59.9995, "", ("あ",)), Cue(59.9995, 3600.0, "", ("い",)))
    told = replace(episode, cues=cues)
    assert _times(subtitles.render_vtt(told)) == [(1, 60_000), (60_000, 3_600_000)]


def test_overlapping_cues_give_way_to_the_later_one(episode: Episode) -> None:
    cues = (Cue(1.0, 3.0, "", ("あ",)), Cue(2.5, 4.0, "", ("い",)))
    assert _times(subtitles.render_srt(replace(episode, cues=cues))) == [
        (1000, 2500),
        (2500, 4000),
    ]


def test_a_cue_without_text_is_no_cue(episode: Episode) -> None:
    cues = (Cue(0.0, 1.0, "ず", (" ", "\n")), Cue(1.0, 2.0, "ず", ("あ", "")))
    told = replace(episode, cues=cues)
    assert subtitles.render_srt(told) == "1\n00:00:01,000 --> 00:00:02,000\nあ\n"
    assert subtitles.render_vtt(told).endswith("\n\n00:00:01.000 --> 00:00:02.000\n<v ず>あ\n")


def test_an_order_to_the_player_becomes_text(episode: Episode) -> None:
    told = replace(episode, cues=(Cue(0.0, 1.0, "", ("<b>{\\an8}",)),))
    assert subtitles.render_srt(told).splitlines()[2] == "＜b＞｛\\an8}"


def test_no_arrow_of_a_credit_ends_the_note(episode: Episode) -> None:
    note = subtitles.render_vtt(replace(episode, disclosure="a --> b\n\nc")).split("\n\n")[1]
    assert note.splitlines()[1].endswith("a → b c")


def test_another_reader_sees_the_same_cues(episode: Episode) -> None:
    webvtt = pytest.importorskip("webvtt")
    for text, reader in (
        (subtitles.render_vtt(episode), webvtt.from_buffer),
        (subtitles.render_srt(episode), lambda file: webvtt.from_buffer(file, format="srt")),
    ):
        seen = list(reader(io.StringIO(text)))
        assert len(seen) == len(episode.cues)
        assert [row.start for row in seen][:3] == ["00:00:00.500", "00:00:01.900", "00:00:03.000"]
        assert seen[0].text == "えだまめAIニュース便、\n10月17日なのだ！"
    voices = {row.voice for row in webvtt.from_buffer(io.StringIO(subtitles.render_vtt(episode)))}
    assert voices == {"ずんだもん"}
