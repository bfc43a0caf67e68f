"""Utterances that a person may have edited, checked before anybody speaks them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.archive import UTTERANCES
from broadcaster.errors import NounError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Utterance
    from broadcaster.programme import Character

LONGEST_PAUSE: Final = 60.0


def sound(utterances: tuple[Utterance, ...], character: Character) -> tuple[Utterance, ...]:
    """The same utterances, if they can be spoken; NounError naming the first that cannot."""
    styles = {style.name for style in character.styles}
    for at, utterance in enumerate(utterances):
        for fault in _faults(utterance, styles):
            raise NounError(
                f"$[{at}]: {fault}", UTTERANCES, "mend that place, or discard the edit with "
                "--start-at read --rewrite",
            )  # fmt: skip
    return utterances


def _faults(utterance: Utterance, styles: set[str]) -> Iterator[str]:
    if not 0 <= utterance.pause <= LONGEST_PAUSE:
        yield f"pause is {utterance.pause:g}; it goes from 0 to {LONGEST_PAUSE:g} seconds"
    if utterance.style not in styles | {"english"}:
        yield f"style {utterance.style!r} is none of {', '.join(sorted(styles))}"
    for span in utterance.spans:
        inside = span.start <= span.end <= len(utterance.display)
        if not (span.start >= 0 and inside and 0 <= span.reading_start <= span.reading_end):
            yield "a span lies outside its text"
