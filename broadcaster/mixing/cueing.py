"""Cues: what was said, in written form, cut into subtitles that can be read.

At most two lines; a line aims at 16 and never passes 20 full-width characters; 0.8 to 7
seconds on screen; cut between phrases. Joined, the lines of an utterance are its display.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from broadcaster.mixing.clock import heard
from broadcaster.mixing.lines import WIDEST, pieces
from broadcaster.mixing.timeline import SHORTEST_SLOT, in_samples
from broadcaster.nouns import SAMPLE_RATE, Cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.mixing.lines import Piece
    from broadcaster.mixing.timeline import Spoken
    from broadcaster.nouns import Timeline, Utterance
    from broadcaster.programme import Character

SHORTEST = in_samples(SHORTEST_SLOT)
LONGEST = in_samples(7.0)

CLOSED_GAP = in_samples(0.1)
"""A shorter gap between two cues only flickers."""

_AIM = 32
"""Half columns a line aims at."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue in samples of the timeline."""

    start: int
    end: int
    lines: tuple[str, ...]
    utterance: Utterance


def cut_cues(timeline: Timeline, spoken: Sequence[Spoken], character: Character) -> tuple[Cue, ...]:
    """Give the cues of a whole show in order; they never overlap.

    A cue starts where its words start to sound. It ends where they end, later if it would be
    too short to read or leave a gap that only flickers.
    """
    starts = [place.at_sample for place in timeline.placements if place.kind == "speech"]
    onsets = [at + take.onset for at, take in zip(starts, spoken, strict=True)]
    drafts = [
        draft
        for at, take, until in zip(starts, spoken, [*onsets[1:], timeline.n_samples], strict=True)
        if take.utterance.display.strip()
        for draft in _drafts(at, take, until)
    ]
    limits = [*(draft.start for draft in drafts[1:]), timeline.n_samples]
    return tuple(
        _cue(draft, _end(draft, limit), character)
        for draft, limit in zip(drafts, limits, strict=True)
    )


def _end(draft: Draft, limit: int) -> int:
    end = min(max(draft.end, draft.start + SHORTEST), limit)
    if limit - end < CLOSED_GAP:
        end = limit
    return min(end, draft.start + LONGEST)


def _cue(draft: Draft, end: int, character: Character) -> Cue:
    said = draft.utterance
    speaker = character.name if said.speaker == character.id else said.speaker
    return Cue(
        draft.start / SAMPLE_RATE, end / SAMPLE_RATE, speaker, draft.lines, said.source, said.note
    )


# ── one utterance ────────────────────────────────────────────────────────────────────────


def _drafts(at: int, spoken: Spoken, until: int) -> Iterator[Draft]:
    """Yield the cues of an utterance that is placed at `at`; the next one sounds at `until`."""
    text = spoken.utterance.display
    cut = pieces(text)
    times = [(at + begins, at + ends) for begins, ends in heard(spoken, cut)]
    groups = _best_groups(cut, times, until)
    starts = _readable([times[first][0] for first, _, _ in groups], until)
    for start, (first, middle, last) in zip(starts, groups, strict=True):
        edges = sorted({cut[first].start, cut[middle - 1].end, cut[last - 1].end})
        lines = tuple(text[a:b] for a, b in pairwise(edges))
        yield Draft(start, max(times[last - 1][1], start), lines, spoken.utterance)


def _readable(starts: Sequence[int], until: int) -> list[int]:
    """Move starts apart where marks lie too close together; the first one stays."""
    room = min(SHORTEST, (until - starts[0]) // len(starts))
    apart = accumulate(starts, lambda before, start: max(start, before + room))
    left = range(len(starts), 0, -1)
    return [min(start, until - room * n) for start, n in zip(apart, left, strict=True)]


# ── the best cut ─────────────────────────────────────────────────────────────────────────

Group = tuple[int, int, int]
"""A cue: pieces[first:middle] on its first line, pieces[middle:last] on its second."""

_A_CUE = 6.0
_CUT_BETWEEN_CUES = 3.0
_OVER_AIM = 0.5
_UNEVEN = 0.05
_STUB = 12
"""A cue of fewer half columns (a lone 「なのだ。」) looks like a mistake."""

_OUT_OF_TIME = 50.0
"""More than all else together: a cue too short or too long is a last resort."""


def _best_groups(cut: Sequence[Piece], times: Sequence[tuple[int, int]], until: int) -> list[Group]:
    """Give the cheapest way to make cues of all pieces, by dynamic programming."""
    next_starts = [*(begins for begins, _ in times[1:]), until]
    costs = [0.0]
    groups: list[Group] = [(0, 0, 0)]
    for last in range(1, len(cut) + 1):
        end, next_start = times[last - 1][1], next_starts[last - 1]
        cost, group = min(
            (costs[first] + shape + _time_cost(times[first][0], end, next_start), group)
            for first in _firsts(cut, last)
            for shape, group in _shapes(cut, first, last)
        )
        costs.append(cost + _CUT_BETWEEN_CUES * cut[last - 1].cost)
        groups.append(group)
    return _traced(groups)


def _traced(groups: Sequence[Group]) -> list[Group]:
    """Follow the best groups from the last piece back to the first."""
    path: list[Group] = []
    at = len(groups) - 1
    while at:
        path.append(groups[at])
        at = groups[at][0]
    return path[::-1]


def _firsts(cut: Sequence[Piece], last: int) -> Iterator[int]:
    """Yield where a cue that ends with pieces[last - 1] may begin."""
    width = 0
    for first in range(last - 1, -1, -1):
        width += cut[first].columns
        if width > 2 * WIDEST:
            return
        yield first


def _shapes(cut: Sequence[Piece], first: int, last: int) -> Iterator[tuple[float, Group]]:
    """Yield the ways to set pieces[first:last] in one line or two, with what each costs."""
    whole = sum(piece.columns for piece in cut[first:last])
    plain = _A_CUE + max(0, _STUB - whole)
    upper = 0
    for middle in range(first + 1, last + 1):
        upper += cut[middle - 1].columns
        lower = whole - upper
        if max(upper, lower) > WIDEST:
            continue
        cost = plain + _OVER_AIM * (max(0, upper - _AIM) + max(0, lower - _AIM))
        if lower:
            cost += cut[middle - 1].cost + _UNEVEN * abs(upper - lower)
        yield cost, (first, middle, last)


def _time_cost(start: int, end: int, next_start: int) -> float:
    """Price a cue that sounds from start to end and may stay until the next one starts."""
    missing = max(0, SHORTEST - (next_start - start)) + max(0, end - start - LONGEST)
    return _OUT_OF_TIME * (1 + missing / SAMPLE_RATE) if missing else 0.0
