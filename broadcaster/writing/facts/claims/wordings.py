"""Which English words a piece of a Japanese quotation may stand for (`wordings.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import inflected

if TYPE_CHECKING:
    from collections.abc import Iterator

_KANJI: Final = re.compile(r"[一-龠々\d]")
_KATAKANA: Final = re.compile("[ァ-ヴー]")

_ROOT: Final = 4
_ENDING: Final = 4


@dataclass(frozen=True, slots=True)
class Wording:
    """text[start:end] may be said for any of these English words, in all their forms."""

    start: int
    end: int
    words: frozenset[str]


def wordings(text: str, start: int, end: int) -> Iterator[Wording]:
    """The pieces of text[start:end] that the table knows, the longest first, none in another."""
    stems, at = _stems(), start
    while at < end:
        for stop in range(min(at + _longest(), end), at, -1):
            known = stems.get(text[at:stop])
            if known and not _inside(text, at, stop):
                yield Wording(at, stop, known)
                at = stop
                break
        else:
            at += 1


def _inside(text: str, start: int, end: int) -> bool:
    """学 is no learning in 大学, and バス no bus in バスケット."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    if _KANJI.match(text, start) and not _KANJI.match(text, end - 1):
        return bool(_KANJI.match(text, start - 1)) if start else False
    if end - start == 1 and _KANJI.match(text, start):
        return bool(_KANJI.search(around))
    return bool(_KATAKANA.match(text, start) and _KATAKANA.search(around))


def akin_in_form(one: str, other: str) -> bool:
    """Whether two English words are of one family by their letters: rent, renters."""
    short, long = sorted((one, other), key=len)
    root = short.removesuffix("e").removesuffix("y")
    return len(root) >= _ROOT and long.startswith(root) and len(long) - len(short) <= _ENDING


@cache
def _stems() -> dict[str, frozenset[str]]:
    """Every Japanese stem and all forms of the English words that any of its rows has."""
    place = files("broadcaster.writing.facts.claims") / "wordings.toml"
    found: dict[str, set[str]] = {}
    for rows in tomllib.loads(place.read_text(encoding="utf-8")).values():
        for stems, words in rows:
            forms = {form for word in words.lower().split() for form, _ in inflected(word)}
            for stem in stems.split():
                found.setdefault(stem, set()).update(forms)
    return {stem: frozenset(forms) for stem, forms in found.items()}


@cache
def _longest() -> int:
    return max(map(len, _stems()))
