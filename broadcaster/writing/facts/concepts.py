"""Words that mean the same, in Japanese and in English, and those that mean the opposite.

The tables are `concepts.toml` and `equal_names.toml`; a word that honest lines are wrongly
doubted for belongs there.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_KATAKANA: Final = re.compile("[ァ-ヴー]")
_VOWELS: Final = "aeiou"


@dataclass(frozen=True, slots=True)
class Hit:
    """text[start:end] is a word of the concept. past: an English form of the past."""

    start: int
    end: int
    concept: str
    past: bool = False


def opposites(concept: str) -> frozenset[str]:
    """The concepts that say the contrary: of 増 those of 減 and of 据え置き."""
    return frozenset(str(_table().get(concept, {}).get("opposite", "")).split())


def in_japanese(text: str) -> tuple[Hit, ...]:
    """The concepts of a Japanese text, the longest stem first, apart from each other."""
    stems = _stems()
    return tuple(
        Hit(match.start(), match.end(), stems[match[0]])
        for match in _stem().finditer(text)
        if not _inside_katakana(text, match)
    )


def _inside_katakana(text: str, match: re.Match[str]) -> bool:
    """スト is no strike in ベルファスト."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return bool(_KATAKANA.match(match[0]) and _KATAKANA.search(around))


def in_english(text: str) -> tuple[Hit, ...]:
    """The concepts of an English text."""
    forms = _forms()
    found = ((match, forms.get(match[0].lower())) for match in _form().finditer(text))
    return tuple(Hit(m.start(), m.end(), known[0], known[1]) for m, known in found if known)


def equals(name: str) -> frozenset[str]:
    """Other ways to write the name of a place, a body or a company."""
    return _equal_names().get(name.lower(), frozenset())


@cache
def kin() -> tuple[frozenset[str], ...]:
    """Words of which one never stands for another: 国 and 県, 男性 and 女性."""
    return tuple(frozenset(row) for row in _read("equal_names.toml")["kin"])


@cache
def plain_words(name: str) -> frozenset[str]:
    """A list of `plain_words.toml`."""
    return frozenset(str(_read("plain_words.toml")[name]).split())


@cache
def _read(name: str) -> dict[str, Any]:
    text = (files("broadcaster.writing.facts") / name).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _table() -> dict[str, Any]:
    return _read("concepts.toml")


@cache
def _stems() -> dict[str, str]:
    return {stem: concept for concept, row in _table().items() for stem in row["ja"]}


@cache
def _stem() -> re.Pattern[str]:
    longest_first = sorted(_stems(), key=lambda stem: (-len(stem), stem))
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Every form of every English word → its concept, and whether it is of the past."""
    found: dict[str, tuple[str, bool]] = {}
    for concept, row in _table().items():
        for word in row["en"]:
            for form, past in _inflected(word):
                found.setdefault(form, (concept, past))
    return found


@cache
def _form() -> re.Pattern[str]:
    longest_first = sorted(_forms(), key=lambda form: (-len(form), form))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _inflected(word: str) -> Iterator[tuple[str, bool]]:
    base, *irregular = word.split("/")
    yield base, base.endswith("ed")
    yield from ((form, True) for form in irregular)
    if " " in base or "-" in base:
        return
    if base.endswith("e"):
        yield from ((base + "s", False), (base + "d", True), (base[:-1] + "ing", False))
    elif base.endswith("y") and base[-2] not in _VOWELS:
        yield from ((base[:-1] + "ies", False), (base[:-1] + "ied", True), (base + "ing", False))
    else:
        yield from ((base + "s", False), (base + "es", False), (base + "ed", True))
        yield base + "ing", False
        if base[-1] not in _VOWELS + "wxy" and base[-2:-1] in tuple(_VOWELS):
            yield from ((base + base[-1] + "ed", True), (base + base[-1] + "ing", False))


@cache
def _equal_names() -> dict[str, frozenset[str]]:
    rows: dict[str, set[str]] = {}
    for row in _read("equal_names.toml")["rows"]:
        for name in row:
            rows.setdefault(name.lower(), set()).update(one.lower() for one in row)
    return {name: frozenset(others) for name, others in rows.items()}
