"""What a recast leaves alone: text between quotation marks or brackets, and addresses.

From that follows where a line may be cut into sentences: never inside a quotation, however
long, and never at the ? of an address.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_QUOTES: Final = {"「": "」", "『": "』", "“": "”", "〝": "〟", "｢": "｣"}
_ASIDES: Final = {"（": "）", "(": ")", "【": "】", "［": "］", "[": "]", "〔": "〕"}
_CLOSERS: Final = {close: opener for opener, close in (_QUOTES | _ASIDES).items()}
_ASIDE_CAP: Final = 200
_IN_ADDRESS: Final = "/.=&#%_-"


def inside(text: str) -> list[bool]:
    """For each place after a character, whether it lies between quotation marks or brackets.

    A quotation that is not closed runs to the end of its line, one that was not opened starts
    where its line does; a bracket without its other half is no bracket.
    """
    change = [0] * (len(text) + 1)
    for start, end in _pairs(text):
        change[start] += 1
        change[end] -= 1
    return [depth > 0 for depth in accumulate(change[: len(text)])]


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """(place of the opener, place of the closer) of every quotation and bracket."""
    open_at: dict[str, list[int]] = {}
    line = 0
    for at, char in enumerate(text):
        if char == "\n":
            yield from ((opened, at) for quote in _QUOTES for opened in open_at.get(quote, ()))
            open_at, line = {}, at + 1
        elif char == '"' and open_at.get(char):
            yield open_at[char].pop(), at
        elif char == '"' or char in _QUOTES or char in _ASIDES:
            open_at.setdefault(char, []).append(at)
        elif open_at.get(_CLOSERS.get(char, "")):
            yield open_at[_CLOSERS[char]].pop(), at
        elif char in _QUOTES.values():
            yield line, at
    yield from ((opened, len(text)) for quote in _QUOTES for opened in open_at.get(quote, ()))


def parts(text: str) -> tuple[str, ...]:
    """The text's sentences, none of them cut inside what is left alone; lossless."""
    kept = inside(text)
    found: list[list[str]] = []
    at = 0
    for sentence in sentences(text):
        if found and (kept[at - 1] or _after_quotation(text, at) or _in_address(text, at)):
            found[-1].append(sentence)
        else:
            found.append([sentence])
        at += len(sentence)
    return tuple("".join(pieces) for pieces in found)


def _after_quotation(text: str, at: int) -> bool:
    """「…です。」と言った is one sentence also where the quotation is a long one."""
    return text[at - 1] in _QUOTES.values() and text[at] not in _QUOTES


def _in_address(text: str, at: int) -> bool:
    """Whether text[:at] ends in the ? or ! of an address or a name that goes on at `at`."""
    if text[at - 1] not in "?!" or not text[at].isascii():
        return False
    before = text[at - 2 : at - 1]
    return _narrow(before) and (text[at].isalnum() or text[at] in _IN_ADDRESS)


def _narrow(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in tuple(_IN_ADDRESS))


def aside(text: str) -> int:
    """Where the brackets that close the text open; its length where none do, or where the
    whole text stands in them.
    """
    depth = 0
    for at in range(len(text) - 1, max(len(text) - _ASIDE_CAP, 0) - 1, -1):
        char = text[at]
        depth += (char in _ASIDES.values()) - (char in _ASIDES)
        if depth <= 0:
            return at if char in _ASIDES else len(text)
    return len(text)


def all_quoted(body: str, kept: Sequence[bool]) -> bool:
    """Whether nothing stands outside the quotation marks and brackets of this sentence."""
    return all(
        deep or char in _CLOSERS or char.isspace() or char in "。、！？"
        for char, deep in zip(body, kept, strict=False)
    )
