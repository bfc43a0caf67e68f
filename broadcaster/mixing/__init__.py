"""Mixing: takes in, an episode and its sound out.

`mix` places the takes on one timeline with music between the segments, cuts cues and chapters
from the same integers, and hands over the mastered sound as blocks that can be made again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from broadcaster.errors import ScriptError
from broadcaster.mixing.chapters import mark_chapters
from broadcaster.mixing.cueing import cut_cues
from broadcaster.mixing.mastering import mastered
from broadcaster.mixing.sounds import CREDIT
from broadcaster.mixing.timeline import Spoken, lay_out
from broadcaster.nouns import SAMPLE_RATE, Credit, Episode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from broadcaster.nouns import Clip, Samples, Script, Take, Timeline
    from broadcaster.programme import Character, Show


@dataclass(frozen=True, slots=True)
class Mix:
    """A mixed episode.

    blocks: gives its sound a second a block, peaks so many dB below the usual ceiling; the same
    on every call.
    """

    episode: Episode
    blocks: Callable[[float], Iterator[Samples]]


def mix(
    takes: Iterable[Take],
    head: Script,
    show: Show,
    character: Character,
    load: Callable[[str], Clip],
    disclosure: str = "",
) -> Mix:
    """Give the episode that these takes make, and its mastered sound.

    takes: in order; their samples are let go at once. load: gives them back by key when the
    sound is made. Raises ScriptError when there is no take, and (from the blocks) StorageFailed
    when a take is not what it was.
    """
    spoken = tuple(_without_sound(take) for take in takes)
    if not spoken:
        raise ScriptError("nothing was spoken", head.title, "give the script at least one line")
    timeline = lay_out(spoken)
    episode = Episode(
        title=head.title,
        date=head.date,
        edition=head.edition,
        number=head.number,
        guid=str(uuid5(NAMESPACE_URL, f"{show.id}/{head.date}/{head.edition}")),
        duration=timeline.n_samples / SAMPLE_RATE,
        timeline=timeline,
        cues=cut_cues(timeline, spoken, character),
        chapters=mark_chapters(timeline, spoken),
        credits=tuple(_credits(spoken, timeline, character)),
        voices=tuple(dict.fromkeys(take.voice for take in spoken)),
        sources=head.references,
        disclosure=disclosure,
        sample=any(reference.sample for reference in head.references),
    )
    return Mix(episode, partial(mastered, timeline, load))


def _without_sound(take: Take) -> Spoken:
    return Spoken(
        take.utterance, take.marks, take.key, len(take.clip.samples), take.voice, take.credit
    )


def _credits(
    spoken: Iterable[Spoken], timeline: Timeline, character: Character
) -> Iterator[Credit]:
    """Yield whose work sounds, in order of appearance, and last the character's own terms."""
    yield from dict.fromkeys(take.credit for take in spoken)
    if any(placement.kind != "speech" for placement in timeline.placements):
        yield CREDIT
    if character.terms.credit:
        yield Credit(character.terms.credit)
