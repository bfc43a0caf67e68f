"""Figures as Japanese writes and says them; what Open JTalk reads right stays in digits."""

from __future__ import annotations

from decimal import Decimal

from broadcaster.reading.words import DIGITS

NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,9})?|[0-9]{1,20}(?:\.[0-9]{1,9})?"
"""Pattern of a figure, with commas or without; bounded, so that a flood stays linear."""

_SCALES = ("", "万", "億", "兆", "京")


def in_japanese(value: Decimal) -> str:
    """415000000 → 4億1500万, 6600000000 → 66億, 0.04 → 0.04, 12500.5 → 1万2500.5."""
    if value >= 10**20:
        return "とても大きな数"
    whole, _, part = f"{value.normalize():f}".partition(".")
    groups = []
    for scale in _SCALES:
        whole, group = whole[:-4], whole[-4:]
        if group.strip("0"):
            groups.append(str(int(group)) + scale)
    number = "".join(reversed(groups)) or "0"
    return f"{number}.{part}" if part else number


def one_by_one(digits: str) -> str:
    """090 → ゼロキューゼロ, as telephone numbers are said."""
    return "".join(DIGITS[digit] for digit in digits if digit in DIGITS)


def dotted(version: str) -> str:
    """0.6.3 → 0テン6テン3: Open JTalk would pause before the last dot."""
    return "テン".join(str(int(part)) for part in version.split(".") if part)


def plainly(digits: str) -> str:
    """05 → 5, 00 → 0: the figure without leading zeros."""
    return digits.lstrip("0") or "0"
