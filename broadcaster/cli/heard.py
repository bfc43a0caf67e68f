"""What is heard at a time of an episode: the utterance, and where it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster.cli.remedies import clock
from broadcaster.errors import NounError, Refused
from broadcaster.nouns import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from broadcaster.nouns import Episode, Utterance

_TIME = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5}(?:\.\d{1,3})?)")


@dataclass(frozen=True, slots=True)
class Heard:
    """An utterance and when it sounds, seconds from the start of the show."""

    utterance: Utterance
    begins: float
    ends: float


def seconds_of(time: str) -> float:
    """2:13, 1:02:05 or 133.5 as seconds; Refused for what is no time."""
    found = _TIME.fullmatch(time)
    if not found:
        raise Refused(f"{time!r} is not a time", "time", "write 2:13, 1:02:05 or seconds")
    hours, minutes, seconds = (float(part or 0) for part in found.groups())
    if (found[2] and seconds >= 60) or (found[1] and minutes >= 60):
        raise Refused(f"{time!r} is not a time", "time", "minutes and seconds end at 59")
    return hours * 3600 + minutes * 60 + seconds


def timed(episode: Episode, utterances: Sequence[Utterance]) -> tuple[Heard, ...]:
    """Every utterance that sounds, with its times.

    Raises NounError where the captions are not those of these utterances: one that was edited
    since the episode was made would tell lies about it.
    """
    places = [row for row in episode.timeline.placements if row.kind == "speech"]
    captions = _bare(line for cue in episode.cues for line in cue.lines)
    spoken = []
    at = 0
    for utterance in utterances:
        shown = _bare((utterance.display,))
        if captions.startswith(shown, at):
            spoken.append(utterance)
            at += len(shown)
    if len(places) != len(spoken) or at != len(captions):
        raise NounError(
            "utterances.json is not what the episode was made of",
            episode.date,
            f"run `broadcaster episode --date {episode.date}`",
        )
    return tuple(
        Heard(one, row.at_sample / SAMPLE_RATE, (row.at_sample + row.n_samples) / SAMPLE_RATE)
        for one, row in zip(spoken, places, strict=True)
    )


def heard_at(episode: Episode, utterances: Sequence[Utterance], seconds: float) -> Heard:
    """The utterance heard at a time: in a pause the one before it.

    Raises Refused outside the show and before its first word.
    """
    if seconds > episode.duration:
        raise Refused(f"the show is over at {clock(episode.duration)}", clock(seconds))
    spoken = [heard for heard in timed(episode, utterances) if heard.begins <= seconds]
    if not spoken:
        raise Refused("nobody speaks yet, only the jingle", clock(seconds))
    return spoken[-1]


def _bare(lines: Iterable[str]) -> str:
    """Letters and figures alone: captions break lines and may drop a mark."""
    return "".join(char for line in lines for char in line if char.isalnum())
