"""WebVTT and SRT as they are met, not as they should be: text out, whatever comes in.

Lenient as the parser of the W3C's WebVTT (section 6): a bad time line drops its cue only, an
arrow line splits a cue, unknown settings and tags are ignored. Files flattened to one line, in
which most parsers find no cue at all, are read as well.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.gathering.draft import Draft, Facts
from broadcaster.gathering.hygiene import one_line
from broadcaster.gathering.joining import close_up, join_lines
from broadcaster.japanese import sentences
from broadcaster.nouns import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    return Draft(
        tuple(_paragraphs(turns)),
        Facts(title="" if "-->" in title else one_line(title)),
        marked_up=True,
        notes=notes,
    )


# ── text to cues ─────────────────────────────────────────────────────────────────────────


def _cues(text: str, *, vtt: bool) -> tuple[list[str], tuple[str, ...]]:
    """The text of each cue, and notes on what belonged to none.

    A blank line ends a cue of WebVTT; SRT as it is met has them inside cues too.
    """
    marked = _marked(text)
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
    return cues, tuple(notes)


def _marked(text: str) -> str:
    """The text with a mark on a line of its own for every time line, cue numbers removed."""
    line = _TIME_IN_LINE if _FLATTENED.search(text) else _TIME_LINE
    marked = line.sub(f"\n{_MARK}\n", text.replace(_MARK, "").replace(_BAD_MARK, ""))
    numbers = len(_NUMBER_BEFORE_MARK.findall(marked))
    if 2 * numbers >= marked.count(_MARK):
        marked = _NUMBER_BEFORE_MARK.sub("\n", marked)
    return _BROKEN_ARROW.sub(f"\n{_BAD_MARK}\n", marked)


# ── cues to what was said ────────────────────────────────────────────────────────────────

Turn = tuple[str, list[str]]
"""Who speaks (empty: unknown), and the lines."""


def _turns(cue: str) -> Iterator[Turn]:
    first, *voiced = _VOICE.split(_READING.sub("", cue))
    for speaker, text in (("", first), *zip(voiced[::2], voiced[1::2], strict=True)):
        lines = [_spoken(line) for line in text.split("\n")]
        if any(lines):
            yield one_line(unescape(speaker)), [line for line in lines if line]


def _spoken(line: str) -> str:
    return one_line(unescape(_OVERRIDE.sub("", _TAG.sub("", line))))


def _without_rolled(turns: list[Turn]) -> list[Turn]:
    """Less the lines that stay on the screen from the cue before (live captions roll up)."""
    rolled = turns[:1] + [
        (speaker, lines[1:] if lines[0] == before[-1] else lines)
        for (_, before), (speaker, lines) in pairwise(turns)
    ]
    return [turn for turn in rolled if turn[1]]


def _paragraphs(turns: Iterable[Turn]) -> Iterator[Paragraph]:
    for speaker, said in groupby(turns, key=lambda turn: turn[0]):
        text = close_up(join_lines(line for _, lines in said for line in lines))
        pieces = [piece for part in sentences(text) for piece in _LATIN_END.split(part)]
        for at in range(0, len(pieces), SENTENCES_IN_PARAGRAPH):
            joined = join_lines(pieces[at : at + SENTENCES_IN_PARAGRAPH])
            if joined:
                yield Paragraph(joined, author=speaker)
