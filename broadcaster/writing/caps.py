"""The card's caps on pet words and on ！, kept over a whole show.

The character's own name is no mention of what it is made of (ずんだもん, ずんだ).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Line, Segment
    from broadcaster.programme import Character

_JOKE: Final = 0.3
"""Weight up to which a line of the card may be left out for the sake of a cap."""


def capped(segment: Segment, before: Sequence[Segment], character: Character) -> Segment:
    """The segment without the jokes that would say a capped word once too often."""

    def kept() -> Iterator[Line]:
        said: list[Line] = []
        for line in segment.lines:
            so_far = (*before, replace(segment, lines=tuple(said)))
            joke = line.source.card and line.weight <= _JOKE
            if not joke or within_caps(line.text, so_far, character):
                said.append(line)
                yield line

    return replace(segment, lines=tuple(kept()))


def within_caps(text: str, before: Sequence[Segment], character: Character) -> bool:
    """Whether one more line keeps every word under its cap, and no two stories on end say it."""
    return all(
        _count(word, text, character) == 0
        or (
            count_word(word, before, character) + _count(word, text, character) <= most
            and not _said_in_last_story(word, before, character)
        )
        for word, most in character.caps.words
    )


def count_word(word: str, segments: Sequence[Segment], character: Character) -> int:
    """How often these segments say a capped word."""
    return sum(_count(word, line.text, character) for part in segments for line in part.lines)


def _count(word: str, text: str, character: Character) -> int:
    return text.replace(character.name, "").count(word)


def _said_in_last_story(word: str, before: Sequence[Segment], character: Character) -> bool:
    stories = [part for part in before if part.kind == "story"]
    return any(count_word(word, [part], character) for part in stories[-2:])


def spoken_sentences(line: Line) -> tuple[str, ...]:
    """The sentences of a line that anybody hears."""
    return tuple(
        part.strip() for part in sentences(line.text) if any(char.isalnum() for char in part)
    )


def calmed(segment: Segment, before: Sequence[Segment], character: Character) -> Segment:
    """The segment whose facts keep only as many ！ as the cap leaves; the frame keeps its own."""
    until_now = [one for part in before for line in part.lines for one in spoken_sentences(line)]
    here = [one for line in segment.lines for one in spoken_sentences(line)]
    allowed = character.caps.exclaim * (len(until_now) + len(here))
    frame = [line for line in segment.lines if line.source.card]
    left = allowed - sum(map(_exclaims, until_now))
    left -= sum(_exclaims(one) for line in frame for one in spoken_sentences(line))
    lines = []
    for line in segment.lines:
        loud = not line.source.card and _exclaims(line.text)
        left -= loud
        lines.append(_calm(line) if loud and left < 0 else line)
    return replace(segment, lines=tuple(lines))


def _exclaims(sentence: str) -> bool:
    return sentence.endswith(("！", "!"))


def _calm(line: Line) -> Line:
    return replace(line, text=line.text.rstrip("！!") + "。")
