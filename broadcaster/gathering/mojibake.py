"""UTF-8 that somebody read as Windows-1252, turned back.

Lossless damage is undone whole. Where the five bytes that Windows-1252 leaves undefined (and the
soft hyphen) were thrown away, only characters with a single possible original come back; every
other one becomes U+FFFD, so that its sentence can be left out.
"""

from __future__ import annotations

import re
from typing import Final

from broadcaster.gathering.draft import BROKEN

MAX_ROUNDS: Final = 3

_TO_LATIN_1: Final = {
    ord(bytes((n,)).decode("cp1252")): n
    for n in range(0x80, 0xA0)
    if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_UNIT: Final = re.compile(
    rb"[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
    rb"|\xe3[\x80\x84-\xbf]|[\x80-\xff]",
    re.DOTALL,
)
_JAPANESE: Final = re.compile("[ぁ-ヿ一-鿿、-】！-～]")
# After a digit these could also have been ㏄ ㍉ ㍊ ㌍ ㎏ ㎝ ㍑ ㍗ of NEC's row 13.
_UNIT_SIGNS: Final = b"\x84\x89\x8a\x8c\x8e\x91\x97"


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it was before it was misread, and a note on what was done."""
    restored = _undo(text)
    if restored != text:
        return restored, ("文字化けを直した（UTF-8をWindows-1252と読んだもの）",)
    lines, lost = _restore([_undo_line(line) for line in text.split("\n")])
    partly = "\n".join(lines)
    if partly == text:
        return text, ()
    loss = f"（{lost}か所は元の文字が失われている）" if lost else ""
    return partly, (f"文字化けを行ごとに直した{loss}",)


def _undo(text: str) -> str:
    """Turned back as long as it fits strictly: damage is often done twice."""
    for _ in range(MAX_ROUNDS):
        data = _bytes_of(text)
        if data is None or data.isascii():
            break
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            break
    return text


def _undo_line(line: str) -> str:
    restored = _undo(line)
    return restored if len(_JAPANESE.findall(restored)) >= 2 else line


def _bytes_of(text: str) -> bytes | None:
    """The bytes that Windows-1252 would have shown as this text (C1 for its gaps), or None."""
    if _JAPANESE.search(text):
        return None
    try:
        return text.translate(_TO_LATIN_1).encode("latin-1")
    except UnicodeEncodeError:
        return None


def _restore(lines: list[str]) -> tuple[list[str], int]:
    """The lines with what has one possible original, and how many places have not.

    Left as they are unless enough Japanese comes back: in other languages none does.
    """
    restored = [_restore_line(line) for line in lines]
    changed = [new for new, old in zip(restored, lines, strict=True) if new != old]
    lost = sum(line.count(BROKEN) for line in changed)
    gained = sum(len(_JAPANESE.findall(line)) for line in changed)
    if gained < 10 or 10 * gained < lost:
        return lines, 0
    return restored, lost


def _restore_line(line: str) -> str:
    data = _bytes_of(line)
    if data is None or data.isascii():
        return line
    restored = ""
    open_brackets = 0
    for unit in _UNIT.findall(data):
        piece = _character(unit, restored[-1:], open_brackets)
        open_brackets += sum(map(piece.count, "「『【〝")) - sum(map(piece.count, "」』】〟"))
        restored += piece
    return restored


def _character(unit: bytes, before: str, open_brackets: int) -> str:
    """The one character (or run of ASCII) that these bytes can have been, else U+FFFD.

    Two bytes left of three: E3 xx was E3 81 xx, a hiragana; E3 80 was 、 (E3 80 81) unless a
    bracket waits to be closed, for 」 (E3 80 8D) has lost its third byte too.
    """
    if len(unit) == 2 and unit[0] == 0xE3:
        if unit[1] == 0x80:
            return BROKEN if open_brackets > 0 else "、"
        if before.isdigit() and unit[1:] in _UNIT_SIGNS:
            return BROKEN
        unit = b"\xe3\x81" + unit[1:]
    try:
        return unit.decode("utf-8")
    except UnicodeDecodeError:
        return BROKEN
