"""`lexicon.toml`: how words are read, in layers.

A row is `"Hugging Face" = "ハギングフェイス"` or
`"Qwen" = { reading = "クウェン", accent = 2, gloss = "アリババの言語モデル" }`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from broadcaster.cards.table import Table
from broadcaster.cards.toml import MAX_LEXICON_BYTES, parse_toml, read_bytes
from broadcaster.errors import CardError
from broadcaster.programme import Lexicon, LexiconRow

READING: Final = re.compile(r"[ァ-ヶー、・]{1,120}")
MAX_SURFACE: Final = 120
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_SMALL: Final = "ァィゥェォャュョヮ"
_SOUNDLESS: Final = "、・"


def load_lexicon(path: Path) -> Lexicon:
    """The rows of a lexicon file; a bad row is refused by file, line, surface and value."""
    return parse_lexicon(read_bytes(path, max_bytes=MAX_LEXICON_BYTES), path)


def parse_lexicon(data: bytes, name: object) -> Lexicon:
    """The rows of a lexicon's bytes; `name` is what an error calls it."""
    root = Table(parse_toml(data, name, max_bytes=MAX_LEXICON_BYTES), name)
    rows = []
    for surface, value in root.rest():
        try:
            rows.append(_row(root, surface, value))
        except CardError as error:
            raise CardError(_line(data, surface) + error.what, name, error.do) from error
    return Lexicon(tuple(rows))


def lexicon_of(data: bytes, name: object) -> Lexicon:
    """As `parse_lexicon`, of a file that is not yet written: a bad row has no line there."""
    root = Table(parse_toml(data, name, max_bytes=MAX_LEXICON_BYTES), name)
    return Lexicon(tuple(_row(root, surface, value) for surface, value in root.rest()))


def _line(data: bytes, surface: str) -> str:
    """`line 3: ` where the row of a surface begins; empty where its key is written otherwise."""
    key = re.compile(rf"\s*\[?\s*([\"']?){re.escape(surface)}\1\s*[=.\]]")
    lines = data.decode("utf-8-sig").split("\n")
    return next((f"line {n}: " for n, line in enumerate(lines, 1) if key.match(line)), "")


def kana_morae(katakana: str) -> int:
    """How many morae katakana has: small vowels and ャ, ュ, ョ go with the kana before them."""
    return sum(kana not in _SMALL + _SOUNDLESS for kana in katakana)


def layered(*lexicons: Lexicon) -> Lexicon:
    """One lexicon of several: the first layer that knows a surface decides."""
    rows: dict[str, LexiconRow] = {}
    for lexicon in lexicons:
        for row in lexicon.rows:
            rows.setdefault(row.surface, row)
    return Lexicon(tuple(rows.values()))


def _row(root: Table, surface: str, value: Any) -> LexiconRow:
    if not surface.strip() or len(surface) > MAX_SURFACE or _CONTROL.search(surface):
        raise root.error(repr(surface), "is not a word", f"give 1 to {MAX_SURFACE} characters")
    if isinstance(value, str):
        return LexiconRow(surface, _reading(root, surface, value))
    if not isinstance(value, dict):
        raise root.error(repr(surface), f"is {value!r}", "give a reading in katakana")
    row = root.table(surface)
    reading = _reading(root, surface, row.text("reading"))
    made = LexiconRow(surface, reading, _accent(row, reading), row.text("gloss", ""))
    row.close()
    return made


def _reading(root: Table, surface: str, value: str) -> str:
    if not READING.fullmatch(value):
        raise root.error(repr(surface), f"is read {value!r}", "write the reading in katakana")
    return value


def _accent(row: Table, reading: str) -> int | None:
    accent = row.raw("accent", None)
    if accent is None:
        return None
    most = kana_morae(reading)
    if isinstance(accent, int) and not isinstance(accent, bool) and 0 <= accent <= most:
        return accent
    hint = f"give the mora after which the pitch falls, 1 to {most}, or 0 for flat"
    raise row.error("accent", f"is {accent!r}", hint)
