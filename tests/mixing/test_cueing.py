from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.mixing.cueing import cut_cues
from broadcaster.mixing.lines import columns
from broadcaster.mixing.timeline import lay_out
from broadcaster.nouns import SAMPLE_RATE, Cue, Mark
from tests.mixing.studio import HOST, SHOW_OF_TWO, spoken, steady

if TYPE_CHECKING:
    from broadcaster.mixing.timeline import Spoken

TABLES = Path(__file__).parent.parent / "cases"
CASES = tomllib.loads((TABLES / "cueing.toml").read_text(encoding="utf-8"))["case"]


def cues_of(*show: Spoken) -> tuple[Cue, ...]:
    return cut_cues(lay_out(show), show, HOST)


def text_of(cues: tuple[Cue, ...]) -> str:
    return "".join(line for cue in cues for line in cue.lines)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    cues = cues_of(spoken(display=case["display"], seconds=case["seconds"]))
    assert [list(cue.lines) for cue in cues] == case["cues"]


# ── whatever is said ─────────────────────────────────────────────────────────────────────

NEWS = tomllib.loads((TABLES / "cueing_cuts.toml").read_text(encoding="utf-8"))["news"]
SENTENCE = st.lists(st.sampled_from(NEWS), min_size=1, max_size=12).map(
    lambda parts: "".join(parts)[:120]
)


@st.composite
def shows(draw: st.DrawFn) -> list[Spoken]:
    """Utterances at 3.5 to 9 characters a second, some with a mark per word."""
    show = []
    for place in SHOW_OF_TWO[: draw(st.integers(1, 5))]:
        display = draw(SENTENCE)
        seconds = max(0.2, len(display) / draw(st.floats(3.5, 9.0)))
        marks = draw(st.sampled_from([(), _even_marks(display, seconds)]))
        show.append(spoken(place, display, seconds, draw(st.floats(0.0, 1.5)), marks))
    return show


def _even_marks(display: str, seconds: float) -> tuple[Mark, ...]:
    """A mark for every three characters, the first after 50 ms, the last 50 ms before the end."""
    each = (seconds - 0.1) / len(display)
    return tuple(
        Mark(at, end, 0.05 + at * each, 0.05 + end * each)
        for at in range(0, len(display), 3)
        for end in [min(at + 3, len(display))]
    )


@steady
@given(shows())
def test_nothing_said_is_lost_and_nothing_is_said_twice(show: list[Spoken]) -> None:
    assert text_of(cues_of(*show)) == "".join(take.utterance.display for take in show)


@steady
@given(shows())
def test_cues_can_be_read(show: list[Spoken]) -> None:
    for cue in cues_of(*show):
        assert 1 <= len(cue.lines) <= 2
        assert all(columns(line) <= 40 for line in cue.lines)
        assert 0.8 - 1e-6 <= cue.end - cue.start <= 7.0 + 1e-6


@steady
@given(shows())
def test_cues_follow_one_another_without_flicker(show: list[Spoken]) -> None:
    timeline = lay_out(show)
    cues = cut_cues(timeline, show, HOST)
    for a, b in pairwise(cues):
        gap = b.start - a.end
        assert gap == 0 or gap > 0.1 - 1e-6 or a.end - a.start == pytest.approx(7.0)
    assert cues[-1].end <= timeline.n_samples / SAMPLE_RATE


@steady
@given(shows())
def test_the_first_cue_of_an_utterance_starts_with_its_sound(show: list[Spoken]) -> None:
    timeline = lay_out(show)
    speech = [place for place in timeline.placements if place.kind == "speech"]
    starts = {cue.start for cue in cut_cues(timeline, show, HOST)}
    for take, place in zip(show, speech, strict=True):
        assert (place.at_sample + take.onset) / SAMPLE_RATE in starts


@steady
@given(
    st.text(max_size=120),
    st.lists(
        st.tuples(st.integers(0, 120), st.integers(0, 120), st.floats(0, 9), st.floats(0, 9)),
        max_size=6,
    ),
)
def test_no_marks_however_strange_lose_text_or_overlap(
    display: str, rows: list[tuple[int, int, float, float]]
) -> None:
    n = len(display)
    marks = tuple(Mark(min(a, n), min(b, n), begins, ends) for a, b, begins, ends in rows)
    cues = cues_of(spoken(display=display, seconds=8.0, marks=marks), spoken(display="次なのだ。"))
    assert text_of(cues[:-1]) == (display if display.strip() else "")
    assert all(cue.start < cue.end for cue in cues)
    assert all(a.end <= b.start for a, b in pairwise(cues))


# ── times and labels ─────────────────────────────────────────────────────────────────────


def test_times_come_from_marks() -> None:
    display = "今日は、ミストラルの新しい言語モデルと、画像生成の話なのだ。"
    marks = (Mark(0, 3, 0.02, 0.5), Mark(4, 18, 1.0, 3.0), Mark(20, len(display), 3.6, 5.0))
    take = spoken(display=display, seconds=5.2, pause=3.0, marks=marks)
    cues = cues_of(take, spoken())
    at = next(p.at_sample for p in lay_out([take]).placements if p.kind == "speech") / SAMPLE_RATE
    assert cues[0].start == pytest.approx(at + 0.02)
    assert cues[len(cues) - 2].end == pytest.approx(at + 5.0), "a cue ends with the speech"


def test_a_pause_inside_an_utterance_is_not_filled() -> None:
    first, second = (
        "ミストラルAIが言語モデルを新しく2つ、",
        "発表したことが今日になって分かったのだ。",
    )
    marks = (
        Mark(0, len(first), 0.0, 3.0),
        Mark(len(first), len(first + second), 3.5, 7.5),
    )
    cues = cues_of(spoken(display=first + second, seconds=7.5, marks=marks))
    assert cues[0].lines[-1].endswith("、")
    assert cues[1].start - cues[0].end == pytest.approx(0.5)


def test_a_lone_word_stays_long_enough() -> None:
    cue, _ = cues_of(spoken(display="うん。", seconds=0.3, pause=0.2), spoken())
    assert cue.end - cue.start == pytest.approx(0.8)


def test_labels_are_copied() -> None:
    take = spoken()
    cue = cues_of(take)[0]
    assert (cue.speaker, cue.source, cue.note) == (
        "ずんだもん",
        take.utterance.source,
        take.utterance.note,
    )
