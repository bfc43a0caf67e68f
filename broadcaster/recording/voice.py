"""What a voice is: an utterance in, sound out, with marks on the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from broadcaster.nouns import Clip, Credit, Utterance
    from broadcaster.programme import Scalar


class Voice(Protocol):
    """An engine with its settings. `say` may be called from several threads at once.

    name: for people, voice and engine. language: ISO 639 code of what it can say.
    credit: whose work sounds, under which terms.
    """

    name: str
    language: str
    credit: Credit

    def fingerprint(self) -> tuple[Scalar, ...]:
        """Everything besides the utterance that shapes the sound, versions and files included."""
        ...

    def say(self, utterance: Utterance) -> Clip:
        """The utterance's reading as sound.

        At the engine's own rate, untrimmed and without gain; silence of one's own before and
        after may stay. Marks tile the reading and their times never run backwards. A reading
        with nothing to say in it gives no samples. Raises EngineFailed.
        """
        ...
