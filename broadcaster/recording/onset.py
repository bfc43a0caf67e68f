"""Marks after a pause, moved to where the sound really starts.

An engine's boundaries lead the sound by 46 ms in the median (k and s most); a subtitle that
follows a pause would show too early. Boundaries inside running speech are left alone: there
energy says nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.recording.levels import FRAME_SECONDS, levels_db

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from broadcaster.nouns import Clip

THRESHOLD_DB: Final = -40.0
PAUSE: Final = 0.02
"""Marks further apart than this have silence between them, seconds."""


def snap(clip: Clip) -> Clip:
    """The clip with every mark after a pause beginning at the first 5 ms above -40 dB.

    The level is relative to the loudest 5 ms of the clip. A mark in which nothing is that
    loud stays where it was; no mark begins before the one in front of it ends.
    """
    loud = levels_db(clip.samples, clip.sample_rate) > THRESHOLD_DB
    marks = []
    spoken_until = 0.0
    for index, mark in enumerate(clip.marks):
        begins = mark.begins
        if not index or begins - spoken_until > PAUSE:
            begins = min(max(_onset(loud, begins, mark.ends), spoken_until), mark.ends)
        marks.append(replace(mark, begins=begins))
        spoken_until = mark.ends
    return replace(clip, marks=tuple(marks))


def _onset(loud: npt.NDArray[np.bool_], begins: float, ends: float) -> float:
    """When the sound around `begins` starts: back through sound, or on through silence."""
    at = min(int(begins / FRAME_SECONDS), len(loud) - 1)
    if loud[at]:
        while at and loud[at - 1]:
            at -= 1
        return at * FRAME_SECONDS
    while at < len(loud) and at * FRAME_SECONDS < ends:
        if loud[at]:
            return at * FRAME_SECONDS
        at += 1
    return begins
