"""What the dictionaries of Open JTalk and VOICEVOX share: wide surfaces, katakana, nuclei.

Their analyser sees text in full width only: a surface is written so, the space as U+3000 and the
hyphen as U+2212 (a row with '－' never matches); quotes, tilde and backslash have their own forms.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from broadcaster.cards import kana_morae
from broadcaster.cards.lexicon import MAX_SURFACE, READING
from broadcaster.programme import LexiconRow
from broadcaster.reading.accents import estimated_nucleus

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcaster.errors import BroadcasterError

CONTEXT: Final = 1348
"""The left and right id of 名詞,固有名詞,一般 in Open JTalk's dictionary."""

_PLAIN: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_WIDE: Final = _PLAIN | str.maketrans(" -\"'`~\\", "\u3000\u2212”’‘\u301c￥")
_BACK: Final = {wide: code for code, wide in (_PLAIN | _WIDE).items() if chr(code) != "\\"}
_NARROW: Final = {wide: code for code, wide in _PLAIN.items()} | _BACK
_SILENT: Final = str.maketrans("", "", "’'、・")


def widened(surface: str) -> str:
    """A surface as their analyser sees it: Ｈｕｇｇｉｎｇ　Ｆａｃｅ, Ｗｉ−Ｆｉ."""
    return unicodedata.normalize("NFC", surface).translate(_WIDE)


def narrowed(surface: str) -> str:
    """The surface as our articles write it; undoes `widened`."""
    return surface.translate(_NARROW)


def pronounced(row: LexiconRow) -> str:
    """The reading as one word: without ・ and 、."""
    return row.reading.translate(_SILENT)


def nucleus(row: LexiconRow) -> int:
    """The row's own accent, or what we would say by rule."""
    return estimated_nucleus(row.surface, pronounced(row)) if row.accent is None else row.accent


def row_of(
    surface: str, reading: str, accent: int | None, refuse: Callable[[str, str], BroadcasterError]
) -> LexiconRow:
    """A row of ours from an entry of theirs; `refuse(what, do)` names the entry that is bad."""
    own = narrowed(surface).strip()
    kana = reading.translate(_SILENT)
    if not own or len(own) > MAX_SURFACE or not own.isprintable():
        raise refuse(f"has the surface {surface[:40]!r}", f"give 1 to {MAX_SURFACE} characters")
    if not READING.fullmatch(kana):
        raise refuse(f"is read {reading[:40]!r}", "write the pronunciation in katakana")
    morae = kana_morae(kana)
    if accent is not None and not 0 <= accent <= morae:
        raise refuse(f"has the accent {accent}", f"give 0 to {morae}, its morae")
    return LexiconRow(own, kana, accent)
