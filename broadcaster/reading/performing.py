"""Lines of a script as utterances, with the pauses between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from broadcaster.nouns import Line, Place, Span, Utterance
from broadcaster.reading.accents import accented
from broadcaster.reading.cutting import EXTRA_PAUSE, cut, cut_english
from broadcaster.reading.labels import Labelled, labelled
from broadcaster.reading.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.nouns import Segment
    from broadcaster.reading.cutting import Cut
    from broadcaster.reading.lexicon import Matcher

_JAPANESE = re.compile("[ぁ-ヺ一-鿿]")
_SOUND = re.compile("[ぁ-ヺ々〆〇一-鿿㐀-䶿\uf900-\ufaff0-9０-９ｦ-ﾝⅠ-Ⅻⅰ-ⅻ①-⑳\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Silence:
    """Bare marks where a sentence could be: the pause before them grows by `seconds`."""

    seconds: float


def utterances(
    segments: Iterable[Segment], lexicon: Matcher, *, english: bool
) -> Iterator[Utterance]:
    """The script's utterances in order; each waits for what may lengthen its pause."""
    held: Utterance | None = None
    for spoken in _spoken(segments, lexicon, english=english):
        if isinstance(spoken, Silence):
            held = held and replace(held, pause=round(held.pause + spoken.seconds, 6))
            continue
        if held:
            yield held
        held = spoken
    if held:
        yield held


def _spoken(
    segments: Iterable[Segment], lexicon: Matcher, *, english: bool
) -> Iterator[Utterance | Silence]:
    for index, segment in enumerate(segments):
        place = Place(
            index, segment.kind, segment.title, segment.url, segment.grave, segment.articles
        )
        for line in segment.lines:
            if line.style == "english" and english and not _JAPANESE.search(line.text):
                yield from _in_english(line, place)
            else:
                yield from _in_japanese(line, place, lexicon)


def _in_japanese(line: Line, place: Place, lexicon: Matcher) -> Iterator[Utterance | Silence]:
    shown = labelled(line.text)
    parts = [_utterance(shown, part, line, place, lexicon) for part in cut(shown.display)]
    yield from _with_last_pause(parts, line.pause)


def _utterance(
    shown: Labelled, part: Cut, line: Line, place: Place, lexicon: Matcher
) -> Utterance | Silence:
    reading = accented(read(shown.display[part.start : part.end].replace("\n", " "), lexicon))
    if not _SOUND.search(reading.reading):
        return Silence(EXTRA_PAUSE)
    notes = [note.original for note in shown.notes if part.start <= note.start < part.end]
    if line.note and part.start == 0:
        notes.append(line.note)
    return Utterance(
        reading.display, reading.reading, reading.spans, line.speaker, place,
        style="talk" if line.style == "english" else line.style, accent=reading.accent,
        emphasis=line.emphasis, pause=part.pause, source=line.source, note="\n".join(notes),
    )  # fmt: skip


def _in_english(line: Line, place: Place) -> Iterator[Utterance | Silence]:
    """For an English voice: read as written, one span, letter for letter."""
    text = labelled(line.text).display
    parts: list[Utterance | Silence] = []
    for part in cut_english(text):
        said = text[part.start : part.end].replace("\n", " ")
        if not any(char.isalnum() for char in said):
            parts.append(Silence(EXTRA_PAUSE))
            continue
        span = Span(0, len(said), 0, len(said), "English voice")
        parts.append(
            Utterance(
                said,
                said,
                (span,),
                line.speaker,
                place,
                style=line.style,
                language="en",
                emphasis=line.emphasis,
                pause=part.pause,
                source=line.source,
            )
        )
    yield from _with_last_pause(parts, line.pause)


def _with_last_pause(
    parts: list[Utterance | Silence], pause: float
) -> Iterator[Utterance | Silence]:
    """The line's own pause goes after its last utterance."""
    spoken = [at for at, part in enumerate(parts) if isinstance(part, Utterance)]
    for at, part in enumerate(parts):
        last = isinstance(part, Utterance) and at == spoken[-1]
        yield replace(part, pause=pause) if last and isinstance(part, Utterance) else part
