"""How long a voice is silent at a mark of punctuation inside an utterance.

Open JTalk makes one and the same pause (about 0.39 s) of every symbol, brackets included;
listeners complain of exactly that. Lengths: the editorial table (、 0.25 s, 。 0.55 s).
"""

from __future__ import annotations

_COMMA = 0.25
_FULL_STOP = 0.55

PAUSES: dict[str, float] = {
    **dict.fromkeys("、，,､；;：:", _COMMA),
    **dict.fromkeys("。．｡！!？?", _FULL_STOP),
    **dict.fromkeys("…‥—―─－", 0.35),
    **dict.fromkeys("（）()", 0.15),
}
"""Seconds by symbol. What is not here (quotes, ・, emoji) is passed over without a break."""

_OPENERS = "「『【〈《“‘［"
_CLOSERS = "」』】〉》”’］"
_ENDERS = "。．｡！!？?"


def breathes(symbol: str, before: str) -> bool:
    """Whether a voice pauses at this symbol; `before` is the text just in front of it.

    Quotes are silent, save between two quotations: 「A」「B」 is a list.
    """
    if symbol[:1] in _OPENERS:
        return before[-1:] in _CLOSERS
    return any(char in PAUSES for char in symbol)


def pause_length(symbols: str) -> float:
    """Seconds of silence for the symbols between two words."""
    longest = max((PAUSES.get(char, 0.0) for char in symbols), default=0.0)
    return _COMMA if _quote_goes_on(symbols) or not longest else longest


def _quote_goes_on(symbols: str) -> bool:
    """「速い。」と… : the sentence goes on behind the quotation."""
    return symbols[-1:] in _CLOSERS and any(char in _ENDERS for char in symbols)
