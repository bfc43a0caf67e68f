"""WebVTT and SRT as they are met, not as they should be: text out, whatever comes in.

Lenient as the parser of the W3C's WebVTT (section 6): a bad time line drops its cue only, an
arrow line splits a cue, unknown settings and tags are ignored. Files flattened to one line, in
which most parsers find no cue at all, are read as well. What was said is written as it was meant:
without えーと, in sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby, pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from broadcaster.gathering.dialogue import speaker_of, speakers_in
from broadcaster.gathering.draft import Draft, Facts
from broadcaster.gathering.hygiene import one_line
from broadcaster.gathering.joining import join_lines
from broadcaster.gathering.speech import Caption, has_stops, said_in
from broadcaster.japanese import sentences
from broadcaster.nouns import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SENTENCES_IN_PARAGRAPH: Final = 5

_MARK, _BAD_MARK = "\x1e", "\x1f"
"""Stand for a time line, a broken one: controls that no tidied text holds."""

_TIME: Final = r"(?<![\d:.,])(?:\d{1,4}:)?[0-5]?\d:[0-5]?\d[.,]\d{1,3}(?!\d)"
ARROW: Final = re.compile(rf"{_TIME}[ \t]{{0,20}}-->[ \t]{{0,20}}{_TIME}")
_SETTINGS: Final = r"(?:[ \t]{1,20}[A-Za-z][\w-]{0,20}:[^\s<>]{1,40}){0,10}[ \t]{0,20}\n?"
_REST_OF_LINE: Final = r"[^\n]*\n(?=[^\n]*\S)(?![^\n]*-->)"
_TIME_LINE: Final = re.compile(rf"\n?{ARROW.pattern}(?:{_REST_OF_LINE}|{_SETTINGS})")
_TIME_IN_LINE: Final = re.compile(rf"\n?{ARROW.pattern}{_SETTINGS}")
_FLATTENED: Final = re.compile(rf"\S[ \t]{{0,20}}{ARROW.pattern}")
_BROKEN_ARROW: Final = re.compile(r"\n?\S{0,30}[ \t]{0,4}-->[ \t]{0,4}\S{0,30}\n?")
_NUMBER_BEFORE_MARK: Final = re.compile(rf"(?:^|(?<=\s))\d{{1,6}}[ \t]{{0,4}}\n(?={_MARK})")
_BLANK: Final = re.compile(r"\n[ \t]*\n")
_HEADER: Final = re.compile(r"\s*WEBVTT(?=\s|$)(?:[ \t]+-[ \t]*(?P<title>[^\n]*))?")
_NOT_A_CUE: Final = re.compile(r"\s*(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)")
_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]{0,80})?[ \t]+([^<>\n]{1,200})>")
_TAG: Final = re.compile(r"<[^<>\n]{0,300}>")
_READING: Final = re.compile(r"<rt>[^<>]*", re.IGNORECASE)
_OVERRIDE: Final = re.compile(r"\{\\[^{}]{0,100}\}")
_INLINE_TIME: Final = re.compile(r"<\d\d:[\d:.]+>")
_LATIN_END: Final = re.compile(r"(?<=[.!?]) (?=[\"“(]?[A-Z])")


def parse_captions(text: str) -> Draft:
    """A draft of what is said in the captions, in paragraphs of about five sentences.

    A speaker (`<v 名前>`) starts a paragraph and is its author. Never raises.
    """
    header = _HEADER.match(text)
    title = (header["title"] or "") if header else ""
    cues, notes = _cues(text, vtt=bool(header))
    turns = [turn for cue in cues for turn in _turns(cue)]
    if _INLINE_TIME.search(text):
        turns = _without_rolled(turns)
    captions = _captions(_labelled(turns))
    stops = has_stops(caption for _, caption in captions)
    return Draft(
        tuple(_paragraphs(captions, stops=stops)),
        Facts(title="" if "-->" in title else one_line(title)),
        marked_up=True,
        notes=notes if stops else (*notes, "句点のない字幕を文に分けた"),
    )


# ── text to cues ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Cue:
    """A text, and the seconds between which it is shown."""

    text: str
    start: float
    end: float


def _cues(text: str, *, vtt: bool) -> tuple[list[_Cue], tuple[str, ...]]:
    """The cues, and notes on what belonged to none.

    A blank line ends a cue of WebVTT; SRT as it is met has them inside cues too.
    """
    marked, times = _marked(text)
    cues: list[str] = []
    strays = 0
    for block in _BLANK.split(marked) if vtt else [marked]:
        before, *timed = re.split(f"(?=[{_MARK}{_BAD_MARK}])", block)
        cues += [part[1:] for part in timed if part[0] == _MARK]
        if not timed and not _NOT_A_CUE.match(block):
            strays += len(before.split("\n")) if before.strip() else 0
    notes = []
    if broken := marked.count(_BAD_MARK):
        notes.append(f"時刻の読めない字幕{broken}個をはずした")
    if strays:
        notes.append(f"どの字幕にも属さない{strays}行をはずした")
    timed_cues = [_Cue(cue, *time) for cue, time in zip(cues, times, strict=True)]
    return timed_cues, tuple(notes)


def _marked(text: str) -> tuple[str, list[tuple[float, float]]]:
    """The text with a mark on a line of its own for every time line, cue numbers removed.

    And what the time lines say, in seconds.
    """
    line = _TIME_IN_LINE if _FLATTENED.search(text) else _TIME_LINE
    bare = text.replace(_MARK, "").replace(_BAD_MARK, "")
    times = [_times(found[0]) for found in line.finditer(bare)]
    marked = line.sub(f"\n{_MARK}\n", bare)
    numbers = len(_NUMBER_BEFORE_MARK.findall(marked))
    if 2 * numbers >= marked.count(_MARK):
        marked = _NUMBER_BEFORE_MARK.sub("\n", marked)
    return _BROKEN_ARROW.sub(f"\n{_BAD_MARK}\n", marked), times


def _times(line: str) -> tuple[float, float]:
    start, end = (_seconds(time) for time in re.findall(_TIME, line)[:2])
    return start, end


def _seconds(time: str) -> float:
    """01:02:03,5 in seconds."""
    seconds = 0.0
    for part in time.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


# ── cues to what was said ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one speaker (empty: unknown) says in one cue, and when it is shown."""

    speaker: str
    lines: list[str]
    cue: _Cue


def _turns(cue: _Cue) -> Iterator[_Turn]:
    first, *voiced = _VOICE.split(_READING.sub("", cue.text))
    for speaker, text in (("", first), *zip(voiced[::2], voiced[1::2], strict=True)):
        lines = [_spoken(line) for line in text.split("\n")]
        if any(lines):
            yield _Turn(one_line(unescape(speaker)), [line for line in lines if line], cue)


def _spoken(line: str) -> str:
    return one_line(unescape(_OVERRIDE.sub("", _TAG.sub("", line))))


def _without_rolled(turns: list[_Turn]) -> list[_Turn]:
    """Less the lines that stay on the screen from the cue before (live captions roll up)."""
    rolled = turns[:1] + [
        replace(turn, lines=turn.lines[1:]) if turn.lines[0] == before.lines[-1] else turn
        for before, turn in pairwise(turns)
    ]
    return [turn for turn in rolled if turn.lines]


def _labelled(turns: list[_Turn]) -> list[_Turn]:
    """With the speakers that the lines themselves name, where no voice tag does."""
    speakers = speakers_in([turn.lines[0] for turn in turns])
    if not speakers or any(turn.speaker for turn in turns):
        return turns
    found: list[_Turn] = []
    last = ""
    for turn in turns:
        who, text = speaker_of(turn.lines[0], speakers)
        last = who or last
        found.append(replace(turn, speaker=last, lines=[text, *turn.lines[1:]]))
    return found


def _captions(turns: Sequence[_Turn]) -> list[tuple[str, Caption]]:
    """Who says each line, and how long nobody speaks after it."""
    found: list[tuple[str, Caption]] = []
    for turn, after in zip_longest(turns, turns[1:]):
        *lines, last = turn.lines
        pause = after.cue.start - turn.cue.end if after else 0.0
        found += [(turn.speaker, Caption(line)) for line in lines]
        found.append((turn.speaker, Caption(last, max(0.0, pause))))
    return found


def _paragraphs(captions: Sequence[tuple[str, Caption]], *, stops: bool) -> Iterator[Paragraph]:
    for speaker, said in groupby(captions, key=lambda one: one[0]):
        text = said_in([caption for _, caption in said], stops=stops)
        pieces = [piece for part in sentences(text) for piece in _LATIN_END.split(part)]
        for at in range(0, len(pieces), SENTENCES_IN_PARAGRAPH):
            joined = join_lines(pieces[at : at + SENTENCES_IN_PARAGRAPH])
            if joined:
                yield Paragraph(joined, author=speaker)
