"""`lexicon.toml`: how words are read, in layers.

A row is `"Hugging Face" = "ハギングフェイス"` or
`"Qwen" = { reading = "クウェン", accent = 2, gloss = "アリババの言語モデル" }`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from broadcaster.cards.table import Table
from broadcaster.cards.toml import MAX_LEXICON_BYTES, read_toml
from broadcaster.programme import Lexicon, LexiconRow

READING: Final = re.compile(r"[ァ-ヶー、・]{1,120}")
MAX_ACCENT: Final = 120


def load_lexicon(path: Path) -> Lexicon:
    """The rows of a lexicon file; a bad row is refused by file, surface and value."""
    root = Table(read_toml(path, max_bytes=MAX_LEXICON_BYTES), path)
    return Lexicon(tuple(_row(root, surface, value) for surface, value in root.rest()))


def layered(*lexicons: Lexicon) -> Lexicon:
    """One lexicon of several: the first layer that knows a surface decides."""
    rows: dict[str, LexiconRow] = {}
    for lexicon in lexicons:
        for row in lexicon.rows:
            rows.setdefault(row.surface, row)
    return Lexicon(tuple(rows.values()))


def _row(root: Table, surface: str, value: Any) -> LexiconRow:
    if not surface.strip() or len(surface) > 120:
        raise root.error(repr(surface), "is not a word", "give 1 to 120 characters")
    if isinstance(value, str):
        return LexiconRow(surface, _reading(root, surface, value))
    if not isinstance(value, dict):
        raise root.error(repr(surface), f"is {value!r}", "give a reading in katakana")
    row = root.table(surface)
    reading = _reading(root, surface, row.text("reading"))
    accent = row.raw("accent", None)
    if accent is not None and (not isinstance(accent, int) or not 0 <= accent <= MAX_ACCENT):
        raise row.error("accent", f"is {accent!r}", "give the mora after which the pitch falls")
    made = LexiconRow(surface, reading, accent, row.text("gloss", ""))
    row.close()
    return made


def _reading(root: Table, surface: str, value: str) -> str:
    if not READING.fullmatch(value):
        raise root.error(repr(surface), f"is read {value!r}", "write the reading in katakana")
    return value
