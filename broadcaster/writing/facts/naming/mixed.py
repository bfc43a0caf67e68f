"""Names in kanji and katakana that are one letter off: ヒビノ音響, ヒビキ音響."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.naming.loanwords import one_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.japanese import Word
    from broadcaster.writing.facts.claims.statements import Statement

_RUN: Final = re.compile(r"(?<![\d.一-龠々ァ-ヴー])[一-龠々ァ-ヴー]{4,24}")
_KANJI: Final = re.compile("[一-龠々]")
_KATAKANA: Final = re.compile("[ァ-ヴー]")
_BORDER: Final = re.compile("(?<=[一-龠々])(?=[ァ-ヴー])|(?<=[ァ-ヴー])(?=[一-龠々])")
_SORTED: Final = frozenset(
    "新旧大小男女前後上下左右高低長短春夏秋冬今来昨全各両初再最第内外本主副一二三四五億兆万千百十"
)
"""新型モデル, 旧型モデル: letters that tell kinds apart, and no names."""


def mixed_names(text: str) -> tuple[str, ...]:
    """The runs of a text that have both kanji and katakana, each once."""
    runs = dict.fromkeys(match[0] for match in _RUN.finditer(text))
    return tuple(run for run in runs if _is_mixed(run))


def one_letter_off(line: Statement, known: tuple[str, ...], text: str) -> Iterator[tuple[str, str]]:
    """Each name of a line that differs in one letter from a known one, and which that is."""
    for match in _RUN.finditer(line.text):
        if match[0] in text or not _is_mixed(match[0]):
            continue
        for one in known:
            for start in _starts(match[0], len(one)):
                part = match[0][start : start + len(one)]
                if part not in text and _is_other_name(part, one, match.start() + start, line):
                    yield part, one


def _is_mixed(run: str) -> bool:
    return bool(_KANJI.search(run) and _KATAKANA.search(run))


def _starts(run: str, length: int) -> list[int]:
    """Where a name so long may begin: at the head, or where another script does."""
    borders = [0, *(match.start() for match in _BORDER.finditer(run)), len(run)]
    return [at for at in borders if at + length in borders]


def _is_other_name(part: str, one: str, start: int, line: Statement) -> bool:
    if not one_apart(one, part):
        return False
    at = next(at for at, (a, b) in enumerate(zip(one, part, strict=True)) if a != b)
    if {one[at], part[at]} & _SORTED:
        return False
    return not any(word.start <= start + at < word.end and _is_plain(word) for word in line.words)


def _is_plain(word: Word) -> bool:
    """Whether it is a word of its own, for which another may be used: 配達, 配送."""
    named = word.pos1 == "固有名詞" or word.unknown
    return len(word.surface) > 1 and word.pos == "名詞" and not named
