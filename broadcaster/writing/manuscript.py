"""A script as plain text, spoken as it is written.

Rules of dashes part the segments: the first is the opening, the last the closing. 「　、。」 is
a pause. After a line that announces 英語スキル (or スキル発動), the next Latin 「title」 is said by
the English voice: it becomes a line of its own, with what stands before and behind it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from broadcaster.errors import ScriptError
from broadcaster.japanese import sentences
from broadcaster.nouns import Line, Script, Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.programme import Character

SENTENCE, PARAGRAPH, MARKED = 0.55, 0.9, 1.3
"""Seconds after a sentence, a line of text, and where 「　、。」 stands."""

BEFORE_ENGLISH, AFTER_ENGLISH = 0.4, 0.6
MOST_CHARACTERS: Final = 200_000

_RULE: Final = re.compile(r"\s*[-‐‑–—―ー─━=＝*＊_]{3,}\s*")
_PAUSE: Final = re.compile(r"[ 　]*、。[ 　]*")
_ANNOUNCED: Final = re.compile(r"英語スキル|スキル発動")
_LATIN_QUOTE: Final = re.compile(r"「([^「」ぁ-んァ-ヶ一-龠]{2,200})」")
_TITLE: Final = re.compile(r"(?:タイトル|題名)は、?「([^」]{1,200})」")
_DATE: Final = re.compile(r"(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日")
_INVISIBLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\ufeff]")
_TITLE_LENGTH: Final = 30

Kind = Literal["opening", "story", "closing"]


def read_manuscript(
    text: str, character: Character, *, day: str = "", english: bool = True
) -> Script:
    """The script a plain text holds; its title is the first thing said.

    character: who speaks it. day: the air date, where the text names none. english: announced
    titles become lines of the style `english` (the reading room says them in katakana where no
    such voice is at hand). ScriptError where nothing can be spoken, or the text is longer than
    any show.
    """
    parts = parts_of(text)
    segments = tuple(
        _segment(part, _kind(at, len(parts)), character.name, english=english)
        for at, part in enumerate(parts)
    )
    return Script(
        title=_show_title(segments),
        date=_date_in(text) or day,
        host=character.id,
        segments=segments,
    )


def render_manuscript(script: Script) -> str:
    """The script as plain text; read again it gives the same lines."""
    parts = ["".join(_rendered(segment.lines)).rstrip("\n") for segment in script.segments]
    return "\n-------------\n".join(parts) + "\n"


# ── text → script ────────────────────────────────────────────────────────────────────────


def parts_of(text: str) -> list[list[str]]:
    """The rows between the rules of dashes; a row without a word is none, a part without one too.

    ScriptError where nothing can be spoken, or the text is longer than any show.
    """
    clean = _INVISIBLE.sub("", text.replace("\r\n", "\n"))
    if len(clean) > MOST_CHARACTERS:
        raise ScriptError(f"has {len(clean)} characters", "the manuscript", "split it up")
    parts: list[list[str]] = [[]]
    for line in clean.split("\n"):
        if line.strip() and _RULE.fullmatch(line):
            parts.append([])
        elif any(char.isalnum() for char in line):
            parts[-1].append(line)
    found = [part for part in parts if part]
    if not found:
        raise ScriptError("holds nothing to say", "the manuscript", "write at least one line")
    return found


def _kind(at: int, of: int) -> Kind:
    if of == 1:
        return "story"
    if at == 0:
        return "opening"
    return "closing" if at == of - 1 else "story"


def _segment(part: Sequence[str], kind: Kind, speaker: str, *, english: bool) -> Segment:
    lines = tuple(spoken(part, speaker, english=english))
    return Segment(kind=kind, title=_segment_title(part, kind), lines=lines, writer="manuscript")


def spoken(part: Sequence[str], speaker: str, *, english: bool) -> Iterator[Line]:
    """The lines that rows are spoken as: a sentence each, an announced title by itself."""
    announced = False
    for row in part:
        pieces = [piece for piece in _PAUSE.split(row) if piece.strip()]
        for piece in pieces:
            said = [sentence.strip() for sentence in sentences(piece) if sentence.strip()]
            for at, sentence in enumerate(said):
                last = at == len(said) - 1
                pause = SENTENCE if not last else PARAGRAPH if piece is pieces[-1] else MARKED
                title = _LATIN_QUOTE.search(sentence) if announced and english else None
                if title is None:
                    yield Line(sentence, speaker, pause=pause)
                else:
                    yield from _around(sentence, title, speaker, pause)
                    announced = False
                announced = announced or bool(_ANNOUNCED.search(sentence))


def _around(sentence: str, title: re.Match[str], speaker: str, pause: float) -> Iterator[Line]:
    """タイトルは「X」なのだ！ as three lines; the brackets go, the voice makes them heard."""
    before, after = sentence[: title.start()], sentence[title.end() :]
    if before:
        yield Line(before, speaker, pause=BEFORE_ENGLISH)
    said = any(char.isalnum() for char in after)
    yield Line(title[1], speaker, "english", AFTER_ENGLISH if said else pause)
    if said:
        yield Line(after, speaker, pause=pause)


def _show_title(segments: Sequence[Segment]) -> str:
    first = segments[0].lines[0].text
    title = re.split(r"[、。！!？?]", first, maxsplit=1)[0]
    return title[: _TITLE_LENGTH * 2] or first[:_TITLE_LENGTH]


def _segment_title(part: Sequence[str], kind: Kind) -> str:
    if kind == "opening":
        return "あいさつ"
    if kind == "closing":
        return "まとめ"
    named = _TITLE.search("\n".join(part))
    first = sentences(_PAUSE.sub("", part[0]).strip())[0].strip()
    return (named[1] if named else first)[:_TITLE_LENGTH]


def _date_in(text: str) -> str:
    found = _DATE.search(text)
    if not found:
        return ""
    try:
        return date(*(int(number) for number in found.groups())).isoformat()
    except ValueError:
        return ""


# ── script → text ────────────────────────────────────────────────────────────────────────


def row_of(line: Line) -> str:
    """A line as a row of its own, whatever line breaks it holds."""
    text = " ".join(line.text.split())
    return f"「{text}」" if line.style == "english" else text


def _rendered(lines: Sequence[Line]) -> Iterator[str]:
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if line.style == "english":
            yield f"「{line.text}」"
            if following and line.pause == AFTER_ENGLISH:
                continue
        else:
            yield line.text
        if following is None:
            continue
        if following.style == "english" and line.pause == BEFORE_ENGLISH:
            continue
        yield _gap(line)


def _gap(line: Line) -> str:
    if line.pause >= MARKED:
        return "　、。"
    return "\n" if line.pause >= PARAGRAPH else "  "
