from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.mixing import timeline as tl
from broadcaster.mixing.chapters import mark_chapters
from broadcaster.mixing.sounds import music
from broadcaster.mixing.timeline import Spoken, in_samples, lay_out
from broadcaster.nouns import SAMPLE_RATE, Mark, Place, Placement
from tests.mixing.studio import CLOSING, FIRST, GRAVE, OPENING, SECOND, SHOW_OF_TWO, spoken, steady


def order(placements: tuple[Placement, ...]) -> list[str]:
    return [place.ref if place.kind != "speech" else "speech" for place in placements]


def silences(placements: tuple[Placement, ...]) -> list[int]:
    return [b.at_sample - a.at_sample - a.n_samples for a, b in pairwise(placements)]


def test_a_show_of_two_stories() -> None:
    timeline = lay_out([spoken(place) for place in SHOW_OF_TWO])
    talk = "opening speech stinger speech speech stinger speech speech closing"
    assert order(timeline.placements) == talk.split()
    seconds = [gap / SAMPLE_RATE for gap in silences(timeline.placements)]
    assert seconds == [0.4, 0.9, 0.4, 0.55, 0.9, 0.4, 0.9, 0.9]
    assert timeline.placements[0].at_sample == in_samples(tl.LEAD)
    last = timeline.placements[-1]
    assert timeline.n_samples == last.at_sample + last.n_samples + in_samples(tl.TAIL)


def test_no_music_beside_a_grave_story() -> None:
    timeline = lay_out([spoken(OPENING), spoken(GRAVE), spoken(SECOND), spoken(CLOSING)])
    assert order(timeline.placements) == ["opening", *["speech"] * 4, "closing"]
    assert silences(timeline.placements)[1:4] == [in_samples(s) for s in (1.2, 1.2, 0.9)]


def test_a_lone_grave_story_has_no_music_at_all() -> None:
    timeline = lay_out([spoken(GRAVE, seconds=2.0)])
    assert order(timeline.placements) == ["speech"]
    assert timeline.placements[0].at_sample == in_samples(tl.FIRST_WORD)
    assert timeline.n_samples == in_samples(tl.FIRST_WORD + 2.0 + 0.55)


def test_a_longer_pause_is_kept_at_a_joint() -> None:
    timeline = lay_out([spoken(OPENING, pause=2.0), spoken(FIRST)])
    assert silences(timeline.placements)[1] == in_samples(2.0)


def test_a_word_too_short_to_read_gets_a_longer_pause() -> None:
    early = Mark(0, 3, 0.1, 0.3)
    timeline = lay_out([spoken(seconds=0.3, pause=0.1, marks=(early,)), spoken()])
    first, second = (place for place in timeline.placements if place.kind == "speech")
    assert second.at_sample - (first.at_sample + in_samples(0.1)) == in_samples(0.8)


PLACES = st.builds(
    Place,
    st.just(0),
    st.sampled_from(["opening", "story", "closing"]),
    st.just("t"),
    st.just(""),
    st.booleans(),
)


@st.composite
def shows(draw: st.DrawFn) -> list[Spoken]:
    """Shows of up to five segments with up to three takes each."""
    segments = draw(st.lists(st.tuples(PLACES, st.integers(1, 3)), min_size=1, max_size=5))
    return [
        spoken(
            Place(index, place.kind, f"話{index}", "", place.grave),
            "あ。",
            draw(st.floats(0.05, 9.0)),
            draw(st.floats(0.0, 3.0)),
        )
        for index, (place, n) in enumerate(segments)
        for _ in range(n)
    ]


@steady
@given(shows())
def test_sounds_follow_one_another_and_pauses_are_kept(show: list[Spoken]) -> None:
    timeline = lay_out(show)
    assert all(gap >= 0 for gap in silences(timeline.placements))
    speech = [place for place in timeline.placements if place.kind == "speech"]
    assert [place.n_samples for place in speech] == [take.n_samples for take in show]
    for take, (a, b) in zip(show, pairwise(speech), strict=False):
        assert b.at_sample - a.at_sample - a.n_samples >= in_samples(take.utterance.pause)
    assert speech[0].at_sample >= in_samples(0.5)
    assert timeline.n_samples >= speech[-1].at_sample + speech[-1].n_samples + in_samples(0.5)


@steady
@given(shows())
def test_chapters_tile_the_show(show: list[Spoken]) -> None:
    timeline = lay_out(show)
    chapters = mark_chapters(timeline, show)
    assert [chapter.title for chapter in chapters] == list(
        dict.fromkeys(take.utterance.place.title for take in show)
    )
    assert chapters[0].start == 0
    assert chapters[-1].end == timeline.n_samples / SAMPLE_RATE
    assert all(a.end == b.start for a, b in pairwise(chapters))
    assert all(chapter.start < chapter.end for chapter in chapters)


def test_a_chapter_starts_with_its_stinger() -> None:
    show = [spoken(place) for place in SHOW_OF_TWO]
    timeline = lay_out(show)
    chapters = mark_chapters(timeline, show)
    stingers = [place.at_sample for place in timeline.placements if place.ref == "stinger"]
    assert [chapter.start for chapter in chapters[1:3]] == [
        pytest.approx(at / SAMPLE_RATE - 0.2) for at in stingers
    ]
    assert chapters[1].url == FIRST.url


def test_music_is_placed_in_full() -> None:
    timeline = lay_out([spoken(OPENING), spoken(FIRST)])
    for place in timeline.placements:
        if place.kind != "speech":
            assert place.n_samples == len(music(place.ref))
