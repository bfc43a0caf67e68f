"""Readings that a text itself gives: 漢字（かんじ）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAIR: Final = re.compile(
    "(?<![㐀-鿿々〆ヶ])([㐀-鿿々〆ヶ]{1,12})（([ぁ-ゖー]{1,40}|[ァ-ヺー]{1,40})）"
)


def readings_in(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each kanji run and the kana in full-width parentheses right after it, as they come."""
    for text in texts:
        for found in _PAIR.finditer(text):
            surface, kana = found[1], found[2]
            if _can_be_read(surface, kana):
                yield surface, kana


def _can_be_read(surface: str, kana: str) -> bool:
    """首相安倍晋三（あべしんぞう） reads the name only, 社長（のち） reads nothing."""
    least = 1.5 if len(surface) > 3 else 1.0
    return least * len(surface) <= len(kana) <= 5 * len(surface)
