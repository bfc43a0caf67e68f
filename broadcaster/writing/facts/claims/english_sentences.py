"""The sentences of an English text, each with the marks of the quotation that it is part of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP: Final = re.compile(
    r"(?<=[a-zA-Z0-9)%\"”])(?<![\s.(][A-Z])(?<!^[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bU\.S)(?<!\bInc)(?<!\bSt)"
    r"[.!?](?P<close>[\"”]?)\s+(?=[A-Z\"“])"
)
_OPENS: Final = "“"
GOES_ON: Final = "…"
"""What stands at the end of a sentence whose speaker goes on in the next."""


_VOICE: Final = re.compile(
    r"(?P<who>[A-Za-z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})(?:, [^:()]{2,40})?(?: \([^()]{2,20}\))?: "
)


def opening_voice(paragraph: str) -> str:
    """Whose turn a paragraph of a transcript or a forum is: of SESAY: Because… SESAY."""
    found = _VOICE.match(paragraph)
    return found["who"] if found else ""


def english_sentences(text: str) -> Iterator[str]:
    """Each sentence, without its stop.

    "A late chip is late once. A bad chip is bad forever," she said is two of hers: the first ends
    in GOES_ON, the second opens with a mark of its own.
    """
    paired = text.count('"') % 2 == 0
    at, inside = 0, False
    for stop in _STOP.finditer(text):
        sentence = text[at : stop.start()]
        goes_on = paired and _is_open(sentence + stop["close"], inside=inside)
        yield (_OPENS if inside else "") + sentence + (GOES_ON if goes_on else "")
        at, inside = stop.end(), goes_on
    yield (_OPENS if inside else "") + text[at:]


def _is_open(sentence: str, *, inside: bool) -> bool:
    """Whether a quotation that is open before it, or opens in it, is still open at its end."""
    for char in sentence:
        if char == '"':
            inside = not inside
        elif char in "“”":
            inside = char == "“"
    return inside
