"""Units in Latin letters and how they are said after a figure."""

from __future__ import annotations

import re

from broadcaster.reading.words import UNITS

TOUCHING = frozenset(("m", "g", "t", "s", "h", "L", "V", "us", "min", "ha", "cal", "pt", "bp"))
"""Units that could be a word or a name unless they touch their figure: 5g, but not "5 g"."""

SPEEDS = {"km/h": "時速", "m/s": "秒速", "km/s": "秒速"}
_PER = {"s": "毎秒", "sec": "毎秒", "h": "毎時", "min": "毎分"}

_LONGEST_FIRST = sorted(UNITS, key=lambda unit: (-len(unit), unit))
_UNIT = re.compile(
    "(?P<gap> ?)(?P<unit>" + "|".join(map(re.escape, _LONGEST_FIRST)) + ")"
    "(?:/(?P<per>sec|min|s|h))?(?:(?<=%)|(?![A-Za-z0-9/^]))"
)


def unit_after(plain: str, at: int) -> tuple[str, str, int] | None:
    """What is said before and after the figure that ends at `at`, and where the unit ends.

    60km/h is 時速60キロメートル, 3.35TB/s is 毎秒3.35テラバイト; None where no unit follows.
    """
    match = _UNIT.match(plain, at)
    if not match or (match["gap"] and match["unit"] in TOUCHING):
        return None
    said = UNITS[match["unit"]]
    if not match["per"]:
        return "", said, match.end()
    speed = SPEEDS.get(match["unit"] + "/" + match["per"])
    return speed or _PER[match["per"]], said, match.end()
