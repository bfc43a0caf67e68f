"""Words that mean the same, in Japanese and in English, and those that mean the opposite.

The tables are `concepts.toml` (what has an opposite or grammar of its own), `glossary.toml` (plain
words of both languages) and `equal_names.toml`; a word that honest lines are wrongly doubted for
belongs there.
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
_KANJI: Final = re.compile("[一-龠々]")
_GROWTH: Final = {"増": "rise", "減": "fall"}
_COUNTED: Final = frozenset("円%人社台件点割倍ルトロ本機校店")
"""5円増, 12%減: what growth stands after."""

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
    return _opposites().get(concept, frozenset())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Both ways round, whichever row says it."""
    found: dict[str, set[str]] = {}
    for concept, row in _table().items():
        for other in str(row.get("opposite", "")).split():
            found.setdefault(concept, set()).add(other)
            found.setdefault(other, set()).add(concept)
    return {concept: frozenset(others) for concept, others in found.items()}


def akin(concept: str) -> frozenset[str]:
    """The concepts that may tell the same deed: of 公開 that of 発表."""
    return frozenset(str(_table().get(concept, {}).get("akin", "")).split())


def in_their_words(concept: str) -> tuple[str, ...]:
    """The English words of a concept, as its row has them, but for phrases."""
    return tuple(_table().get(concept, {}).get("en", ()))


def in_japanese(text: str) -> tuple[Hit, ...]:
    """The concepts of a Japanese text, the longest stem first, apart from each other."""
    return tuple(_hits(text))


def _hits(text: str) -> Iterator[Hit]:
    stems, openings, at = _stems(), _openings(), 0
    while at < len(text):
        if text[at] in _GROWTH and text[at - 1 : at] in _COUNTED:
            yield Hit(at, at + 1, _GROWTH[text[at]])
            at += 1
            continue
        for length in openings.get(text[at], ()):
            concept = stems.get(text[at : at + length])
            if concept and not _inside(text, at, at + length):
                yield Hit(at, at + length, concept)
                at += length
                break
        else:
            at += 1


def _inside(text: str, start: int, end: int) -> bool:
    """スト is no strike in ベルファスト, and 山 no mountain in 山田."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    if text[start] == "月" and around[:1].isdigit():
        return True
    if text[start] in "上下" and text[start - 1 : start] == "以":
        return True
    if end - start == 1 and _KANJI.match(text, start):
        return bool(_KANJI.search(around))
    return bool(_KATAKANA.match(text, start) and _KATAKANA.search(around))


def in_english(text: str) -> tuple[Hit, ...]:
    """The concepts of an English text."""
    return tuple(_english_hits(text))


def concept_of(word: str) -> str:
    """The concept that a form of an English word is of; empty where it is of none."""
    return _forms().get(word, ("", False))[0]


def equals(name: str) -> frozenset[str]:
    """Other ways to write the name of a place, a body or a company."""
    return _equal_names().get(name.lower(), frozenset())


def places_in(name: str) -> tuple[str, ...]:
    """States and cities that lie in a country, in small letters: of アメリカ oregon."""
    return _places().get(name, ())


@cache
def _places() -> dict[str, tuple[str, ...]]:
    rows = _read("equal_names.toml")["lies_in"]
    return {name: tuple(row[1]) for row in rows for name in row[0]}


@cache
def kin() -> tuple[frozenset[str], ...]:
    """Words of which one never stands for another: 国 and 県, 男性 and 女性."""
    return tuple(frozenset(row) for row in _read("equal_names.toml")["kin"])


@cache
def rivals() -> tuple[tuple[tuple[str, str], ...], ...]:
    """Names of a kind in both languages (an English one may be empty): (牛肉, beef)."""
    rows = _read("equal_names.toml")["rivals"]
    pairs = ((one.partition("=") for one in row.split()) for row in rows)
    return tuple(tuple((ja, en.replace("_", " ")) for ja, _, en in row) for row in pairs)


@cache
def plain_words(name: str) -> frozenset[str]:
    """A list of `plain_words.toml`."""
    return frozenset(str(_read("plain_words.toml")[name]).split())


@cache
def _read(name: str) -> dict[str, Any]:
    text = (files("broadcaster.writing.facts.claims") / name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _table() -> dict[str, Any]:
    plain = {
        f"g_{concept}": {"ja": ja.split(), "en": [word.replace("_", " ") for word in en.split()]}
        for rows in _read("glossary.toml").values()
        for concept, (ja, en) in rows.items()
    }
    return plain | _read("concepts.toml")


@cache
def _stems() -> dict[str, str]:
    written = {stem: concept for concept, row in _table().items() for stem in row["ja"]}
    inflected = {
        form: concept for stem, concept in written.items() for form in _japanese_forms(stem)
    }
    return inflected | written


_ROWS: Final = {
    row[1]: row for row in (
        "わいうえっ", "かきくけい", "がぎぐげい", "さしすせ", "たちつてっ", "ばびぶべん",
        "まみむめん", "らりるれっ",
    )
}  # fmt: skip
"""The endings of a verb by the one of its い form: 雇い, 雇わ, 雇う, 雇え, 雇っ."""


def _japanese_forms(stem: str) -> Iterator[str]:
    row = _ROWS.get(stem[-1])
    if row and len(stem) > 1 and _KANJI.match(stem[-2]):
        yield from (stem[:-1] + ending for ending in row)


@cache
def _openings() -> dict[str, tuple[int, ...]]:
    """How long the stems are that open with a character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for stem in _stems():
        lengths.setdefault(stem[0], set()).add(len(stem))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Every form of every English word → its concept, and whether it is of the past."""
    found: dict[str, tuple[str, bool]] = {}
    for concept, row in reversed(_table().items()):
        for word in row["en"]:
            for form, past in inflected(word):
                found.setdefault(form, (concept, past))
    return found


_WORD: Final = re.compile(r"[A-Za-z][A-Za-z.]*[A-Za-z]|[A-Za-z]")


def _english_hits(text: str) -> Iterator[Hit]:
    """The longest form that opens at a word, of three words at most; none inside another."""
    forms = _forms()
    found = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    at = 0
    while at < len(found):
        for length in (3, 2, 1):
            if at + length > len(found):
                continue
            start, end = found[at][0], found[at + length - 1][1]
            written = text[start:end].lower()
            if known := forms.get(written) or forms.get(written.replace("-", " ")):
                yield Hit(start, end, *known)
                at += length
                break
        else:
            at += 1


def inflected(word: str) -> Iterator[tuple[str, bool]]:
    """Every form of an English word (base/past/participle), and whether it is of the past."""
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
