"""Latin words in katakana: what knows the word best is asked first.

Lexicon, settled vocabulary, Open JTalk's dictionary, acronyms; then the word's own parts
(camelCase, endings, prefixes, compounds), and the converters' vote for the rest. Nothing here
raises; the confidence says how the reading was found.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from broadcaster import japanese
from broadcaster.reading.derived import derived
from broadcaster.reading.endings import plural
from broadcaster.reading.katakana import convert
from broadcaster.reading.letters import spelled
from broadcaster.reading.vocabulary import vocabulary
from broadcaster.reading.words import ACRONYMS_AS_WORDS, DIGITS_IN_NAMES

if TYPE_CHECKING:
    from broadcaster.reading.lexicon import Matcher

LONGEST = 24
"""Letters a converter is given at once; no word is longer, and its cost grows with the square."""

_HUMPS = re.compile("[A-Z]{2,5}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_VOWEL = re.compile("[aeiouy]")
_UNSAYABLE = re.compile("[bcdfghjklmnpqrstvwxz]{6}|^(?!sch|chr|thr|shr|phr)[bcdfghjkmnpqrtvwxz]{4}")
_SPOKEN = re.compile(
    "(?:[BCDFGHJ-NPR-TVWZ][AEIOUY]){2}[BDGKLMNRSTZ]?|[AEIOU](?:[BDFGHJ-NPR-TVWZ][AEIO]){2}"
)
"""Capitals of four or five letters that take turns as in a word: NATO, ELIZA."""
_KATAKANA = re.compile("[ァ-ヶー]+")
_DISTRUSTED = frozenset(("PHP", "RAM", "VRAM", "VS"))

Said = tuple[str, str, float]
"""Reading, rule, confidence."""


def say_word(word: str, lexicon: Matcher) -> Said:
    """A run of ASCII letters (apostrophes inside) in katakana, with rule and confidence."""
    stem, apostrophe, tail = word.partition("'")
    if apostrophe:
        return _with_tail(stem, tail.replace("'", "").lower(), lexicon)
    if len(word) > LONGEST:
        parts = [word[at : at + LONGEST] for at in range(0, len(word), LONGEST)]
        return "".join(_made(part)[0] for part in parts), "long word", 0.3
    row = lexicon.word(word)
    if row:
        return row.reading, "lexicon", 1.0
    said = _known(word)
    if said:
        return said
    humps = _HUMPS.findall(word)
    return _joined(humps, lexicon) if len(humps) > 1 else _hump(word, lexicon)


def say_digits(digits: str) -> str:
    """Figures inside a name: one is said in English (GPT-4 フォー), more stay as they are."""
    return DIGITS_IN_NAMES.get(digits, digits)


def several(said: str) -> str:
    """The figure of a name in the plural: A100s エー100ス, GPT-4s フォーズ."""
    if said.isdigit():
        return said + plural(japanese.pronunciation(said))[-1]
    return plural(said)


def _with_tail(stem: str, tail: str, lexicon: Matcher) -> Said:
    whole = vocabulary().get(f"{stem}'{tail}".lower())
    if whole:
        return whole, "common word", 0.95
    reading, rule, sure = say_word(stem, lexicon)
    tails = {"s": plural(reading, stem.lower()), "t": reading + "ト", "re": reading + "ア"}
    tails |= {"ll": reading + "ル", "ve": reading + "ブ", "d": reading + "ド", "m": reading + "ム"}
    return tails.get(tail, reading + spelled(tail)), rule, sure


@lru_cache(maxsize=65536)
def _known(word: str) -> Said | None:
    """A word known as it stands: an acronym said as a word, a settled word, Open JTalk's own."""
    if word.isupper() and word in ACRONYMS_AS_WORDS:
        return ACRONYMS_AS_WORDS[word], "acronym said as a word", 0.95
    settled = vocabulary().get(word.lower())
    if settled and (not word.isupper() or len(word) == 1 or len(word) > 3):
        return settled, "common word", 0.95
    found = _in_dictionary(word)
    return (found, "Open JTalk's dictionary", 0.95) if found else None


def _in_dictionary(word: str) -> str:
    """Open JTalk's own reading of a whole word, unless it spells it or is known to be wrong."""
    if len(word) < 3 or word in _DISTRUSTED:
        return ""
    found = japanese.dictionary_reading(word).replace("エッチ", "エイチ")
    spells = found == spelled(word) and not word.isupper()
    return found if _KATAKANA.fullmatch(found) and not spells else ""


def _stem(word: str) -> str:
    """The reading of a known word in lower case; empty for what is not known."""
    known = _known(word)
    return known[0] if known else ""


def _hump(word: str, lexicon: Matcher) -> Said:
    """A word without capitals inside: an acronym is spelled, a word is derived or converted."""
    if word.isupper() and len(word) > 1 and _by_letters(word):
        return spelled(word), "spelled", 0.9
    if word[-1] == "s" and word[:-1].isupper() and 2 <= len(word) - 1 <= 5:
        single, _, sure = say_word(word[:-1], lexicon)
        return plural(single), "acronym in the plural", min(sure, 0.9)
    if len(word) <= 2 or _unsayable(word):
        return spelled(word), "spelled", 0.8
    parts = derived(word.lower(), lambda stem: _row_or_stem(stem, lexicon))
    return (parts, "made of known words", 0.9) if parts else _made(word)


def _row_or_stem(stem: str, lexicon: Matcher) -> str:
    row = lexicon.word(stem) if len(stem) > 3 else None
    return row.reading if row else _stem(stem)


def _by_letters(capitals: str) -> bool:
    return _unsayable(capitals) if len(capitals) > 5 else not _SPOKEN.fullmatch(capitals)


def _unsayable(word: str) -> bool:
    return not _VOWEL.search(word.lower()) or bool(_UNSAYABLE.search(word.lower()))


def _made(word: str) -> Said:
    """Nobody knows the word: the converters' vote, or letter by letter."""
    return convert(word.lower()) or (spelled(word), "spelled", 0.4)


def _joined(humps: list[str], lexicon: Matcher) -> Said:
    """camelCase: each hump on its own, as sure as the least sure of them."""
    said = [say_word(hump, lexicon) for hump in humps]
    return "".join(reading for reading, _, _ in said), "camel case", min(sure for *_, sure in said)
