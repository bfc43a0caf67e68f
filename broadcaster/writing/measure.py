"""How long words take on air, before anybody has spoken them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import morae

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMA: Final = 0.41
"""Seconds of a 、 inside a line; measured over 100 takes of the built-in voice."""

_COMMAS_A_MORA: Final = 0.04
"""A voice's pace was measured on news sentences, their commas included: one in 25 morae."""

_KEPT: Final = 4096
"""Lines whose morae are kept: each is counted to be judged, to be chosen and to be fitted."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Counts morae and seconds. pronounce: as it is said, Latin included; pace: morae a second."""

    pronounce: Callable[[str], str]
    pace: float = 7.0

    def morae(self, text: str) -> int:
        """Morae of the text as the host will say it."""
        return _morae(self.pronounce, text)

    def seconds(self, text: str, pause: float = 0.55) -> float:
        """Seconds of a line with its commas and the pause after it; errs by 3 % over a story."""
        spoken = self.morae(text) * (1 / self.pace - _COMMAS_A_MORA * _COMMA)
        return spoken + _COMMA * text.count("、") + pause


@lru_cache(maxsize=_KEPT)
def _morae(pronounce: Callable[[str], str], text: str) -> int:
    return morae(pronounce(text))
