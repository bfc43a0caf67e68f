"""Times as people and players write them. Milliseconds are rounded once, here."""

from __future__ import annotations

import math
from datetime import date

_WEEKDAYS = "月火水木金土日"


def milliseconds(seconds: float) -> int:
    """Whole milliseconds, halves rounded up."""
    return math.floor(seconds * 1000 + 0.5)


def _parts(ms: int) -> tuple[int, int, int, int]:
    seconds, thousandths = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds, thousandths


def exact(ms: int, point: str = ".") -> str:
    """`00:01:02.345` (WebVTT), or with point "," as SubRip writes it."""
    hours, minutes, seconds, thousandths = _parts(ms)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{point}{thousandths:03d}"


def stamp(seconds: float) -> str:
    """`00:01:02`, the form podcast apps look for in a description. The second it lies in."""
    hours, minutes, whole, _ = _parts(milliseconds(seconds))
    return f"{hours:02d}:{minutes:02d}:{whole:02d}"


def clock(seconds: float) -> str:
    """`1:02` or `1:00:00`, as the rundown and the notes show it. The second it lies in."""
    hours, minutes, whole, _ = _parts(milliseconds(seconds))
    return f"{hours}:{minutes:02d}:{whole:02d}" if hours else f"{minutes}:{whole:02d}"


def day(iso: str) -> str:
    """`2024-10-17（木）`; whatever is no ISO date comes back as it is."""
    try:
        weekday = date.fromisoformat(iso[:10]).weekday()
    except ValueError:
        return iso
    return f"{iso[:10]}（{_WEEKDAYS[weekday]}）"
