"""Where a Japanese subtitle may be cut, and how good a place each cut is.

Widths count half columns: a full-width character is 2, a half-width one is 1.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from broadcaster import japanese

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST = 40
"""No line is wider than 20 full-width characters, whatever happens."""

_NEVER_FIRST = frozenset(
    "、。，．,.・･：；:;！？!?｡､」』）)】〕〉》］]｝}”’｣ー―—…‥〜～ｰ々ゝゞヽヾ％%‰℃°′″"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｧｨｩｪｫｬｭｮｯ"
)
_NEVER_LAST = frozenset("「『（(【〔〈《［[｛{“‘｢#＃$＄￥¥£€@＠第")
"""Kinsoku, as JIS X 4051 has it, and the signs that belong to the number after them."""

_KANJI_NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end], never cut again. cost: of a cut after it, 0 (best) to 9."""

    start: int
    end: int
    columns: int
    cost: int


def columns(text: str) -> int:
    """Give the width of a text in half columns (UAX #11: W, F and A are full-width)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def pieces(text: str) -> tuple[Piece, ...]:
    """Cut a text into the pieces that lines are made of; they tile it.

    A piece is a phrase. One too wide for a line is cut where the script changes, else where
    kinsoku allows, else anywhere; nothing shorter is ever cut.
    """
    edges = [0, *_phrase_edges(text), len(text)]
    cuts = [cut for edge in pairwise(edges) for cut in _narrow(text, *edge)]
    inner = frozenset(cuts) - frozenset(edges)
    return tuple(
        Piece(start, end, columns(text[start:end]), 9 if end in inner else _cost(text, end))
        for start, end in pairwise([0, *cuts])
        if end > start
    )


def _phrase_edges(text: str) -> list[int]:
    """Give the ends of phrases, of clauses and of Latin words, where a line may be cut."""
    found: set[int] = set()
    at = 0
    for phrase in japanese.phrases(text):
        at += len(phrase)
        found.add(at)
    found.update(at for at in range(1, len(text)) if text[at - 1] in "。、！？ 　")
    return sorted(at for at in found if 0 < at < len(text) and may_cut(text, at))


def _cost(text: str, at: int) -> int:
    """Price a cut between phrases: cheap after a sentence or clause, dear inside a name."""
    last = text[max(0, at - 4) : at].rstrip("」』）)”’ 　")[-1:]
    if last in "。！？!?":
        return 0
    if last in "、，；：":
        return 1
    if text[at - 1] == " ":
        return 8 if text[at : at + 1].isdigit() else 5
    return 6 if _kanji(text[at - 1]) and _kanji(text[at : at + 1]) else 3


def may_cut(text: str, at: int) -> bool:
    """Tell whether kinsoku, numbers and words allow a cut before text[at]."""
    before, after = text[at - 1], text[at]
    if after in _NEVER_FIRST or after.isspace() or before in _NEVER_LAST:
        return False
    return not (_in_word(before, after) or _in_number(before, after) or _in_glyph(before, after))


def _in_word(before: str, after: str) -> bool:
    return _latin(before) and _latin(after)


def _latin(char: str) -> bool:
    """Tell letters, digits and signs of Latin script, half or full width, from the rest."""
    if "！" <= char <= "～":
        return char.isalnum()
    return (char.isascii() and char.isprintable() and char != " ") or _accented(char)


def _accented(char: str) -> bool:
    return char.isalpha() and ord(char) < 0x250


def _in_number(before: str, after: str) -> bool:
    """Tell 4億|1500万, 20|分の1, 一|二 from the edge of a number."""
    if before.isdigit() or before in _KANJI_NUMERALS:
        return after.isdigit() or after in _KANJI_NUMERALS or _counter(before, after)
    return False


def _counter(before: str, after: str) -> bool:
    return before.isdigit() and _kanji(after)


def _kanji(char: str) -> bool:
    return "一" <= char <= "鿿"


def _in_glyph(before: str, after: str) -> bool:
    return unicodedata.category(after) in ("Mn", "Me", "Mc") or bool({before, after} & _JOINERS)


# ── what is too wide ─────────────────────────────────────────────────────────────────────


def _narrow(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the ends of what text[start:end] must be cut into; the last one is `end`."""
    waiting = [(start, end)]
    while waiting:
        start, end = waiting.pop()
        if columns(text[start:end]) > WIDEST:
            cut = _best_cut(text, start, end)
            waiting += [(cut, end), (start, cut)]
        else:
            yield end


def _best_cut(text: str, start: int, end: int) -> int:
    """Give the place to cut: near the middle, for choice where the script changes."""
    allowed = [at for at in range(start + 1, end) if may_cut(text, at)]
    if not allowed:
        return next(at for at in range(end, start, -1) if columns(text[start:at]) <= WIDEST)
    middle = (start + end) / 2
    return min(
        allowed, key=lambda at: (_script(text[at - 1]) == _script(text[at]), abs(at - middle))
    )


def _script(char: str) -> str:
    return unicodedata.name(char, "").replace("-", " ").partition(" ")[0]
