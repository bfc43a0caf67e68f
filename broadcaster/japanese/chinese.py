"""Chinese among Japanese: what the analyser would say in on'yomi as if it were ours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_HAN: Final = re.compile("[一-鿿]")
_RUN: Final = re.compile("[一-鿿，、]{6,}")
_GRAMMAR: Final = re.compile("[你您她它很呢吧啊]|没有|(?<![自無忘])我(?![々が等孫慢])")
"""Chinese grammar; in a run of kanji without kana nobody writes these in Japanese."""

_OLD_AS_WELL: Final = frozenset("价术么适仆")
"""Simplified characters that are rare characters of traditional Chinese, too."""


def is_chinese(text: str) -> bool:
    """Whether a text, or something quoted in it, is Chinese: 价格は三万元, 「我们希望明年进入」.

    Told by simplified characters, and by grammar in long runs of kanji; the names of people and
    places that have a character of their own (深圳, 陳婷) are none.
    """
    simplified = any(map(_is_simplified, _HAN.findall(text)))
    return simplified or any(map(_GRAMMAR.search, _RUN.findall(text)))


@lru_cache(maxsize=8192)
def _is_simplified(char: str) -> bool:
    """Whether only simplified Chinese has this character, neither Japanese nor traditional."""
    if char in _OLD_AS_WELL:
        return True
    return _is_in(char, "gb2312") and not (_is_in(char, "cp932") or _is_in(char, "big5"))


def _is_in(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
