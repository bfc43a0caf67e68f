"""Lines of a script as utterances, with the pauses between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from broadcaster.nouns import Line, Place, Span, Utterance
from broadcaster.reading.accents import accented
from broadcaster.reading.cutting import EXTRA_PAUSE, cut, cut_english
from broadcaster.reading.labels import Labelled, labelled
from broadcaster.reading.reader import read
from broadcaster.reading.respelling import mended

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from broadcaster.nouns import Segment
    from broadcaster.reading.cutting import Cut
    from broadcaster.reading.lexicon import Matcher
    from broadcaster.reading.respelling import Names
    from broadcaster.reading.spans import Reading

_JAPANESE = re.compile("[ぁ-ヺ一-鿿]")
_SOUND = re.compile("[ぁ-ヺ々〆〇一-鿿㐀-䶿\uf900-\ufaff0-9０-９ｦ-ﾝⅠ-Ⅻⅰ-ⅻ①-⑳\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Ear:
    """What the lines of a script are read by: the lexicon, and each article's own names."""

    lexicon: Matcher
    names: Mapping[str, Names] = field(default_factory=dict)

    def reading_of(self, text: str, article: str) -> Reading:
        """A sentence read, its katakana held against the article it tells, or against them all.

        A headline of the opening belongs to no article, and names those of every story.
        """
        reading = read(text, self.lexicon)
        for told in (article,) if article else self.names:
            if told in self.names:
                reading = mended(reading, self.names[told])
        return accented(reading)


@dataclass(frozen=True, slots=True)
class Silence:
    """Bare marks where a sentence could be: the pause before them grows by `seconds`."""

    seconds: float


def utterances(segments: Iterable[Segment], ear: Ear, *, english: bool) -> Iterator[Utterance]:
    """The script's utterances in order; each waits for what may lengthen its pause."""
    held: Utterance | None = None
    for spoken in _spoken(segments, ear, english=english):
        if isinstance(spoken, Silence):
            held = held and replace(held, pause=round(held.pause + spoken.seconds, 6))
            continue
        if held:
            yield held
        held = spoken
    if held:
        yield held


def _spoken(
    segments: Iterable[Segment], ear: Ear, *, english: bool
) -> Iterator[Utterance | Silence]:
    for index, segment in enumerate(segments):
        place = Place(
            index, segment.kind, segment.title, segment.url, segment.grave, segment.articles
        )
        for line in segment.lines:
            if line.style == "english" and english and not _JAPANESE.search(line.text):
                yield from _in_english(line, place)
            else:
                yield from _in_japanese(line, place, ear)


def _in_japanese(line: Line, place: Place, ear: Ear) -> Iterator[Utterance | Silence]:
    shown = labelled(line.text)
    parts = [_utterance(shown, part, line, place, ear) for part in cut(shown.display)]
    yield from _with_last_pause(parts, line.pause)


def _utterance(
    shown: Labelled, part: Cut, line: Line, place: Place, ear: Ear
) -> Utterance | Silence:
    said = shown.display[part.start : part.end].replace("\n", " ")
    reading = ear.reading_of(said, line.source.article)
    if not _SOUND.search(reading.reading):
        return Silence(EXTRA_PAUSE)
    notes = [note.original for note in shown.notes if part.start <= note.start < part.end]
    if line.note and part.start == 0:
        notes.append(line.note)
    return Utterance(
        reading.display, reading.reading, reading.spans, line.speaker, place,
        style="talk" if line.style == "english" else line.style, accent=reading.accent,
        english=reading.english, emphasis=line.emphasis, pause=part.pause, source=line.source,
        note="\n".join(notes),
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
