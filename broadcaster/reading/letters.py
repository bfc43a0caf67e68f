"""Latin letters one by one: folding to ASCII, spelling."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from broadcaster.reading.hanzi import japanese_form
from broadcaster.reading.words import LETTERS

# Not decomposed by Unicode, or decomposed into something else.
_LETTERS = dict(zip("øØłŁđĐħĦŧŦıðÐþÞßæÆœŒŋŊ“”‘’", "oOlLdDhHtTidDtTsaAoOnN\"\"''", strict=True))
_MARKS = dict(zip("−－‐‑　\u00a0￥～〜∼·･×", "---- " + " ¥~~~・・×", strict=True))
_MARKS |= dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))


@lru_cache(maxsize=4096)
def latin_letter(char: str) -> str:
    """The ASCII letter behind é, Ａ, 𝐀 or Ⓐ; empty for what is no Latin letter."""
    if char.isascii():
        return char if char.isalpha() else ""
    if char in _LETTERS:
        return _LETTERS[char] if _LETTERS[char].isalpha() else ""
    name = unicodedata.name(char, "")
    plain = unicodedata.normalize("NFKD", char)
    if plain[0].isascii() and plain[0].isalpha() and "ROMAN NUMERAL" not in name:
        return plain[0] if len(unicodedata.normalize("NFKC", char)) == 1 else ""
    if name.startswith("LATIN ") and " LETTER " in name:
        letter = name.split(" LETTER ")[1].split(" ")[0][:1]
        return letter if " CAPITAL " in name else letter.lower()
    return ""


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    if char in _MARKS:
        return _MARKS[char]
    if "！" <= char <= "～":
        return chr(ord(char) - 0xFEE0)
    if char in "“”‘’":
        return _LETTERS[char]
    return latin_letter(char) or japanese_form(char)


def folded(text: str) -> str:
    """The text, wide and accented letters as ASCII, simplified kanji as Japanese, one for one."""
    return text if text.isascii() else "".join(map(_folded, text))


def spelled(word: str) -> str:
    """ABC → エービーシー; digits and what is no letter are left out."""
    return "".join(LETTERS.get(letter, "") for letter in word.lower())
