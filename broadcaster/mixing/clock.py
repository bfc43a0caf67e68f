"""When each piece of a display is heard, from the marks of its take."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from broadcaster.mixing.timeline import in_samples
from broadcaster.nouns import SAMPLE_RATE, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.mixing.lines import Piece
    from broadcaster.mixing.timeline import Spoken


def heard(spoken: Spoken, cut: Sequence[Piece]) -> tuple[tuple[int, int], ...]:
    """Give start and end of each piece, in samples from the start of the take.

    Inside a mark, time passes in proportion to how long its characters take to say. What has
    no mark (a closing bracket) is heard with what is before it. Starts never go back.
    """
    text = spoken.utterance.display
    whole = Mark(0, len(text), 0.0, spoken.n_samples / SAMPLE_RATE)
    marked = [mark for mark in spoken.marks if mark.start < mark.end]
    marks = sorted(marked or [whole], key=lambda mark: (mark.start, mark.end))
    spent = [0.0, *accumulate(_weight(char) for char in text)]
    times: list[tuple[int, int]] = []
    latest = (spoken.onset, spoken.onset)
    for piece in cut:
        sounding = [mark for mark in marks if mark.start < piece.end and mark.end > piece.start]
        if sounding:
            begins = _moment(sounding[0], max(piece.start, sounding[0].start), spent)
            ends = _moment(sounding[-1], min(piece.end, sounding[-1].end), spent)
            begins = min(max(begins, latest[0]), spoken.n_samples)
            latest = (begins, min(max(ends, begins), spoken.n_samples))
        times.append(latest)
    return tuple(times)


def _moment(mark: Mark, at: int, spent: Sequence[float]) -> int:
    """Give the sample at which text[at] begins, inside a mark."""
    share = (spent[at] - spent[mark.start]) / (spent[mark.end] - spent[mark.start])
    return in_samples(mark.begins + share * (mark.ends - mark.begins))


def _weight(char: str) -> float:
    """Say roughly how many morae a character lasts; never nothing."""
    if char in "ゃゅょぁぃぅぇぉャュョァィゥェォ。」』）":
        return 0.1
    if char in "、…" or "一" <= char <= "鿿" or char.isdigit():
        return 2.0
    return 1.0
