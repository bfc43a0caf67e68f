"""Stretches of English inside Japanese: a voice that speaks English may say them.

The mark is on the display; the reading beside it is connected katakana, for voices that do not.
"""

from __future__ import annotations

import re

_WORD = "[A-Za-z][A-Za-z'’]{0,23}"
_PHRASE = re.compile(
    rf"(?<![A-Za-z0-9'-]){_WORD}(?:[,:]? (?:{_WORD}|[0-9]{{1,4}})(?![A-Za-z0-9'-])){{1,40}}[?!]?"
)
_LATIN_WORD = re.compile("[A-Za-z]+")
_TITLE = (("「", "」"), ("『", "』"), ("“", "”"), ('"', '"'))

LEAST_WORDS = 3


def english_stretches(plain: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each run of three Latin words or more, or of two that are a title in 「」.

    plain: the text with its letters folded to ASCII. Linear in its length.
    """
    found = []
    for match in _PHRASE.finditer(plain):
        around = (
            plain[max(0, match.start() - 1) : match.start()],
            plain[match.end() : match.end() + 1],
        )
        least = 2 if around in _TITLE else LEAST_WORDS
        if len(_LATIN_WORD.findall(match[0])) >= least:
            found.append(match.span())
    return tuple(found)
