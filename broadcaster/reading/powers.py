"""Powers: 10^6, x², 1e9, 2^n.

Each rule looks at one place of the folded text and gives the end of what it reads with its
reading, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.reading.figures import NUMBER, plainly
from broadcaster.reading.words import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

Match = re.Match[str]

_POWER = re.compile(r"([0-9]{1,20}(?:\.[0-9]{1,9})?)\^(-?)([0-9]{1,9})")
_RAISED_TO = re.compile(r"\^(-?)([0-9]{1,9})(?![0-9])")
_TO_A_LETTER = re.compile(r"\^([A-Za-z])(?![A-Za-z0-9])")
_SCIENTIFIC = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)[eE]([+-]?)([0-9]{1,9})(?![A-Za-z0-9])")
_FIGURE = re.compile(NUMBER)
_RAISED = {"²": "の2乗", "³": "の3乗", "⁴": "の4乗", "⁵": "の5乗", "⁶": "の6乗", "⁹": "の9乗"}


def _power(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}の{'マイナス' if match[2] else ''}{plainly(match[3])}乗"


def _raised_to(match: Match) -> tuple[int, str]:
    return match.end(), f"の{'マイナス' if match[1] else ''}{plainly(match[2])}乗"


def _to_a_letter(match: Match) -> tuple[int, str]:
    return match.end(), f"の{LETTERS[match[1].lower()]}乗"


def _scientific(match: Match) -> tuple[int, str]:
    sign = "マイナス" if match[2] == "-" else ""
    return match.end(), f"{match[1]}かける10の{sign}{plainly(match[3])}乗"


def _raised(match: Match) -> tuple[int, str] | None:
    after = match.string[match.end() : match.end() + 1]
    return (match.end() + 1, match[0] + _RAISED[after]) if after in _RAISED else None


POWERS: tuple[tuple[str, re.Pattern[str], Callable[[Match], tuple[int, str] | None]], ...] = (
    ("power", _POWER, _power),
    ("power", _RAISED_TO, _raised_to),
    ("power", _TO_A_LETTER, _to_a_letter),
    ("power of ten", _SCIENTIFIC, _scientific),
)
"""Name, pattern and reader of each rule, in the order they are tried."""

RAISED = ("power", _FIGURE, _raised)
"""A figure with its power above the line; tried after units, for m² is one."""
