"""What a changed lexicon changes in a show that was read already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.reading.accents import accented
from broadcaster.reading.letters import folded
from broadcaster.reading.reader import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from broadcaster.nouns import Utterance
    from broadcaster.reading.lexicon import Matcher


def differing(
    utterances: Iterable[Utterance], surfaces: Collection[str], before: Matcher, after: Matcher
) -> tuple[Utterance, ...]:
    """The Japanese utterances that `after` would read or accent otherwise than `before`.

    surfaces: where the two differ; an utterance that holds none of them is not read again.
    """
    sought = tuple({_bare(surface) for surface in surfaces} - {""})
    return tuple(
        utterance
        for utterance in utterances
        if utterance.language == "ja"
        and any(surface in _bare(utterance.display) for surface in sought)
        and accented(read(utterance.display, before)) != accented(read(utterance.display, after))
    )


def _bare(text: str) -> str:
    """Without case, spaces and hyphens, which a row does not tell apart."""
    return folded(text).lower().replace(" ", "").replace("-", "")
