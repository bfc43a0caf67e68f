"""Characters that no room further on should ever meet, removed as the text comes in."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# C0, C1 and DEL; soft hyphen; zero-width, bidirectional and tag characters; variation selectors
# of kanji; interlinear and object marks; halves of surrogate pairs; noncharacters.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_NEWLINE: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES: Final = re.compile(r"\s+")
# Canonical ordering takes quadratic time on one long run of marks (UAX #15 stops at 30).
_LONG_RUN_OF_MARKS: Final = re.compile(r"([^\w\s\x00-\u02ff]{200})[^\w\s\x00-\u02ff]+")


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in NFC, lines ended by \\n, without invisible characters; and a note on each."""
    visible, removed = _INVISIBLE.subn("", _NEWLINE.sub("\n", text))
    composed = _compose(visible)
    notes = []
    if removed:
        notes.append(f"見えない文字を{removed}個のぞいた")
    if composed != visible:
        notes.append("分かれていた濁点などを1文字に合わせた")
    return composed, tuple(notes)


def one_line(text: str) -> str:
    """The text on one line: tidied, runs of white space as one space, none at the ends."""
    visible = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    return _SPACES.sub(" ", _compose(visible)).strip()


def _compose(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _LONG_RUN_OF_MARKS.sub(r"\1", text))
