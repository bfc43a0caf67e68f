"""Who speaks: for each style of a character the voice that works here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster.errors import EngineUnavailable

if TYPE_CHECKING:
    from broadcaster.manifest import StandIn
    from broadcaster.programme import Voicing
    from broadcaster.recording.voice import Voice

TALK = "talk"
ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class Part:
    """A style and who performs it."""

    style: str
    voicing: Voicing
    voice: Voice


@dataclass(frozen=True, slots=True)
class Cast:
    """Every part of a show. stand_ins: who was passed over, for whom, and why.

    A style that nobody performs is spoken as `talk`.
    """

    parts: tuple[Part, ...]
    stand_ins: tuple[StandIn, ...] = ()

    def part(self, style: str) -> Part:
        """Who performs a style."""
        named = {part.style: part for part in self.parts}
        return named.get(style, named[TALK])

    def voice(self, style: str = TALK) -> Voice:
        """The voice of a style."""
        return self.part(style).voice

    def pace(self, style: str = TALK) -> float:
        """Morae a second, pauses between sentences not counted."""
        return self.part(style).voicing.pace

    @property
    def english(self) -> bool:
        """Whether somebody here speaks English."""
        return self.voice(ENGLISH).language == "en"

    @property
    def own_voice(self) -> bool:
        """Whether the character speaks with a voice of its own."""
        return not self.part(TALK).voicing.stand_in

    def fingerprint(self) -> tuple[object, ...]:
        """Everything about the voices that shapes the sound of a show."""
        return tuple(
            (part.style, part.voice.fingerprint(), part.voicing.gain_db) for part in self.parts
        )

    def speaker_of(self, style: str, language: str) -> Part:
        """Who says an utterance of that style and language; EngineUnavailable if nobody can."""
        for part in (self.part(style), self.part(ENGLISH)):
            if part.voice.language == language:
                return part
        raise EngineUnavailable(
            f"no voice here speaks {language!r}", style, "run `broadcaster voices`"
        )
