"""The lexicon in layers, and the longest row that matches at a place in a text.

A script's own readings go before the station's `voices/lexicon.toml`, which goes before the
package's `lexicon.toml`. Latin surfaces match whole words only (no AI in "retail"), in any case
from four letters on, and with their spaces as hyphens or left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from broadcaster.cards import layered, load_lexicon
from broadcaster.programme import Lexicon, LexiconRow
from broadcaster.reading.endings import plural
from broadcaster.reading.letters import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_READABLE = re.compile("[ァ-ヺー、・]+")
_TAIL = re.compile("'?s(?![A-Za-z0-9'])")
_KANJI = re.compile("[一-鿿々]")
_WORD = re.compile("[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Found:
    """A row that matches text[start:end]; reading: the row's, in the plural where it is one."""

    end: int
    row: LexiconRow
    reading: str


class Matcher:
    """Finds the longest row at a place; made once from a layered lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._exact: dict[str, LexiconRow] = {}
        self._any_case: dict[str, LexiconRow] = {}
        self._lengths: dict[str, list[int]] = {}
        for row in lexicon.rows:
            for surface in _variants(folded(row.surface)):
                self._exact.setdefault(surface, row)
                if _free_of_case(surface):
                    self._any_case.setdefault(surface.lower(), row)
        self._index()
        self.starts = _first_characters(self._exact)

    def _index(self) -> None:
        lengths: dict[str, set[int]] = {}
        for surface in self._exact:
            for first in (surface[0].lower(), surface[0].upper()):
                lengths.setdefault(first, set()).add(len(surface))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def at(self, plain: str, start: int) -> Found | None:
        """The longest row whose surface stands at `start` as a word of its own."""
        if not _word_starts(plain, start):
            return None
        for length in self._lengths.get(plain[start], ()):
            row = self._row(plain[start : start + length], length)
            if row and (found := _ended(plain, start, start + length, row)):
                return found
        return None

    def word(self, word: str) -> LexiconRow | None:
        """The row of exactly this word, in this case or (from four letters on) another."""
        return self._row(word, len(word))

    def _row(self, surface: str, length: int) -> LexiconRow | None:
        if len(surface) < length:
            return None
        return self._exact.get(surface) or self._any_case.get(surface.lower())


def matcher(
    lexicon: Lexicon,
    readings: Sequence[tuple[str, str]] = (),
    *,
    names: Sequence[tuple[str, str]] = (),
) -> Matcher:
    """The layers as one: a script's readings, the station's rows, names, the package's rows."""
    layers = (as_rows(readings), lexicon, as_rows(names), package_lexicon())
    return Matcher(layered(*layers))


@cache
def package_lexicon() -> Lexicon:
    """The rows that ship with the package."""
    with as_file(files("broadcaster.reading") / "lexicon.toml") as path:
        return load_lexicon(path)


def glosses(lexicon: Lexicon) -> dict[str, str]:
    """What words stand for: the station's explanations, then the package's."""
    rows = layered(_explained(lexicon), _explained(package_lexicon())).rows
    return {row.surface: row.gloss for row in rows}


def _explained(lexicon: Lexicon) -> Lexicon:
    return Lexicon(tuple(row for row in lexicon.rows if row.gloss))


def as_rows(readings: Iterable[tuple[str, str]]) -> Lexicon:
    """Pairs of surface and reading as rows; hiragana becomes katakana, no kana no row."""
    rows = []
    for surface, reading in readings:
        kana = reading.translate(_HIRAGANA).replace(" ", "").replace("　", "")
        if surface.strip() and _READABLE.fullmatch(kana):
            rows.append(LexiconRow(surface.strip(), kana))
    return Lexicon(tuple(rows))


def _variants(surface: str) -> tuple[str, ...]:
    """Hugging Face, Hugging-Face, HuggingFace; a hyphen varies likewise."""
    if not surface.isascii():
        return (surface,)
    made = [surface]
    for apart in (" ", "-"):
        made += [surface.replace(apart, other) for other in (" ", "-", "") if apart in surface]
    return tuple(dict.fromkeys(made))


def _free_of_case(surface: str) -> bool:
    return surface.isascii() and sum(char.isalpha() for char in surface) >= 4


def _first_characters(surfaces: Iterable[str]) -> re.Pattern[str] | None:
    """Where a surface that is not Latin may start: 漢字 of a script's readings."""
    firsts = sorted({surface[0] for surface in surfaces if not surface[0].isascii()})
    return re.compile("[" + re.escape("".join(firsts)) + "]") if firsts else None


def _word_starts(plain: str, start: int) -> bool:
    if start == 0 or not _WORD.match(plain[start]):
        return True
    before = plain[start - 1]
    if plain[start].isdigit():
        return not (_WORD.match(before) or before in ".,")
    return not (before.isascii() and before.isalpha())


def _ended(plain: str, start: int, end: int, row: LexiconRow) -> Found | None:
    tail = _TAIL.match(plain, end) if plain[end - 1].isascii() else None
    if tail and (plain[end - 1].isalpha() or plain[start].isalpha()):
        return Found(tail.end(), row, plural(row.reading))
    if _word_ends(plain, end) and not _inside_a_compound(plain, start, end):
        return Found(end, row, row.reading)
    return None


def _inside_a_compound(plain: str, start: int, end: int) -> bool:
    """A single kanji beside another one is part of a word: 生 in 生成."""
    around = plain[start - 1 : start] + plain[end : end + 1] if start else plain[end : end + 1]
    return end - start == 1 and bool(_KANJI.match(plain[start]) and _KANJI.search(around))


def _word_ends(plain: str, end: int) -> bool:
    if end >= len(plain) or not _WORD.match(plain[end - 1]):
        return True
    after = plain[end]
    if plain[end - 1].isdigit():
        more = after == "." and plain[end + 1 : end + 2].isdigit()
        return not (_WORD.match(after) or more)
    return not (after.isascii() and after.isalpha())
