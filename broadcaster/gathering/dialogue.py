"""Who speaks, where a transcript says it in its lines: 木村：今日は図書館の話です。"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import fluent, sounds_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Paragraph

_LABEL: Final = re.compile(r"(?P<who>[^\W\d_][^\s、。「」：:（）()]{1,11})\s?[：:]\s*(?=[^\s/\d])")
_LEAST_TURNS: Final = 3
_LEAST_SHARE: Final = 0.5
_LEAST_SOUNDS: Final = 2


def speaker_of(line: str, speakers: frozenset[str]) -> tuple[str, str]:
    """Who says the line, and what he says; nobody where its label is no speaker's name."""
    found = _LABEL.match(line)
    if not found or found["who"] not in speakers:
        return "", line
    return found["who"], line[found.end() :]


def speakers_in(lines: Sequence[str]) -> frozenset[str]:
    """The labels that are speakers': every second line has one, and somebody speaks twice."""
    labels = Counter(found["who"] for line in lines if (found := _LABEL.match(line)))
    turns = sum(labels.values())
    takes_turns = turns >= max(_LEAST_TURNS, _LEAST_SHARE * len(lines))
    return frozenset(labels) if takes_turns and max(labels.values()) > 1 else frozenset()


def as_spoken(rows: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of a transcript by speaker and without hesitations, and what was done.

    Anything else comes back as it is: who writes does not say えーと twice.
    """
    speakers = speakers_in([row.text for row in rows if row.kind == "text"])
    told = tuple(_by_speaker(rows, speakers)) if speakers else tuple(rows)
    notes = (f"話し手{len(speakers)}人の名前を本文から分けた",) if speakers else ()
    if sum(sounds_in(row.text) for row in told) < _LEAST_SOUNDS:
        return told, notes
    spoken = (replace(row, text=fluent(row.text)) for row in told)
    return tuple(row for row in spoken if row.text), (*notes, "言いよどみをのぞいた")


def _by_speaker(rows: Sequence[Paragraph], speakers: frozenset[str]) -> Iterator[Paragraph]:
    """Each paragraph with its speaker; one without a label goes on with the one before."""
    last = ""
    for row in rows:
        who, text = speaker_of(row.text, speakers) if row.kind == "text" else ("", row.text)
        last = who or (last if row.kind == "text" else "")
        yield replace(row, text=text, author=row.author or last)
