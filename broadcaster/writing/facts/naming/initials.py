"""What a name is called by its first letters: ECB, and PS5 of PlayStation 5."""

from __future__ import annotations

import re
from typing import Final

_NAMED: Final = re.compile(
    r"[A-Z][A-Za-z'’-]{0,30}(?: (?:(?:of|and|for|the) )?[A-Z][A-Za-z'’-]{0,30}){0,6}"
    r"(?: \d{1,4}(?!\d))?"
)
_CAPITAL: Final = re.compile(r"[A-Z]|\d+\Z")
_LEAST: Final = 2


def initials(text: str) -> dict[str, str]:
    """Every name in capitals of a text by its first letters; its whole and its ends count."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(match[0] for match in _NAMED.finditer(text)):
        words = name.split()
        for start in range(len(words)):
            part = " ".join(words[start:])
            for short in ("".join(_CAPITAL.findall(part)), _of_words(words[start:])):
                if sum(map(str.isalpha, short)) >= _LEAST:
                    found.setdefault(short, part)
    return found


def _of_words(words: list[str]) -> str:
    return "".join(word if word.isdigit() else word[0] for word in words if not word.islower())
