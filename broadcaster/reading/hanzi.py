"""Kanji of other lands: simplified ones have a Japanese form, those without a sound a name.

`simplified.txt` pairs simplified characters that no Japanese text has with their Japanese form,
so that 发布 sounds as 発布 does; Open JTalk is silent at most of them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from broadcaster import japanese

_KANJI: Final = re.compile("[㐀-鿿\uf900-\ufaff\U00020000-\U0003ffff]")
_GHOSTS: Final = frozenset("墸妛彁挧暃椦槞蟐袮駲")
"""Kanji of JIS X 0208 that nobody says; all its others have a reading."""


def japanese_form(char: str) -> str:
    """华 → 華; a character that is not simplified stays."""
    return _forms().get(char, char)


def first_foreign(text: str, start: int, end: int) -> int:
    """Where text[start:end] first has a kanji simplified or without a sound; `end` without one."""
    run = text[start:end]
    if _in_jis(run):
        return end
    return next((start + at for at, char in enumerate(run) if _is_foreign(char)), end)


@lru_cache(maxsize=32768)
def silent(char: str) -> bool:
    """Whether the voice would leave this kanji out."""
    return bool(_KANJI.match(char)) and not japanese.pronunciation(char)


def _is_foreign(char: str) -> bool:
    return char in _forms() or silent(char)


def _in_jis(run: str) -> bool:
    try:
        run.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return _GHOSTS.isdisjoint(run)


@cache
def _forms() -> dict[str, str]:
    text = (files("broadcaster.reading") / "simplified.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {pair[0]: pair[1] for line in lines for pair in line.split()}
