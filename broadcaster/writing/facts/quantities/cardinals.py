"""English numbers spelled out: "seven hundred and fifty", "one point two", "forty-two"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

COUNTS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "dozen": 12, "one": 1, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_DIGITS: Final = {"zero": 0, "oh": 0, "nought": 0, "a": 1, "an": 1}
_SCALES: Final = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_TENS: Final = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_NTHS: Final = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_ONES: Final = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS: Final = (
    "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_SMALL: Final = rf"(?:{_TENS}(?:[ -]{_ONES})?|{_TEENS}|{_ONES})\b"
_HUNDREDS: Final = rf"(?:an?|{_SMALL})[ -]hundred\b(?:(?: and)? {_SMALL})?"
_BELOW: Final = rf"(?:{_HUNDREDS}|{_SMALL})"
_POINTED: Final = (
    rf"(?:{_SMALL}|zero|nought) point (?:{_ONES}|zero|oh)\b(?: (?:{_ONES}|zero|oh)\b){{0,3}}"
)
CARDINAL: Final = (
    rf"{_POINTED}|{_BELOW} thousand,?(?: and)? {_BELOW}|{_HUNDREDS}"
    rf"|{_TENS}[ -](?:{_ONES}|{_NTHS})\b"
)
"""What more than one word says, for a pattern without case."""

SCALE: Final = "|".join(_SCALES)
_WORD: Final = re.compile("[a-z]+")


def value_of(text: str) -> Decimal:
    """What words that `CARDINAL`, `COUNTS` or `SCALE` match say together."""
    words = _WORD.findall(text.lower())
    if "point" in words:
        at = words.index("point")
        tenths = "".join(str(_digit(word)) for word in words[at + 1 :])
        return value_of(" ".join(words[:at])) + Decimal(f"0.{tenths}")
    whole = part = 0
    for word in words:
        if word in _SCALES:
            whole, part = whole + (part or 1) * _SCALES[word], 0
        elif word == "hundred":
            part = (part or 1) * COUNTS[word]
        elif word != "and":
            part += _digit(word)
    return Decimal(whole + part)


def _digit(word: str) -> int:
    return _DIGITS[word] if word in _DIGITS else COUNTS[word]
