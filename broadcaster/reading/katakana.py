"""Latin words in katakana: known by heart, in Open JTalk's dictionary, spelled, or converted.

kanalizer turns an unknown word into katakana; where it is not installed or gives up, the word is
spelled. Nothing here raises; the confidence says how the reading was found.
"""

from __future__ import annotations

import logging
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from broadcaster import japanese
from broadcaster.reading.letters import plural, spelled
from broadcaster.reading.words import ACRONYMS_AS_WORDS, DIGITS_IN_NAMES, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcaster.reading.lexicon import Matcher

log = logging.getLogger(__name__)

LONGEST = 24
"""Letters a converter is given at once; no word is longer, and its cost grows with the square."""

_HUMPS = re.compile("[A-Z]{2,5}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_VOWEL = re.compile("[aeiouy]")
_KATAKANA = re.compile("[ァ-ヺー]+")
_DISTRUSTED = frozenset(("PHP", "RAM", "VRAM", "VS"))

Said = tuple[str, str, float]
"""Reading, rule, confidence."""


def say_word(word: str, lexicon: Matcher) -> Said:
    """A run of ASCII letters (apostrophes inside) in katakana, with rule and confidence."""
    stem, apostrophe, tail = word.partition("'")
    if apostrophe:
        reading, rule, sure = say_word(stem, lexicon)
        return _with_tail(reading, tail.replace("'", "").lower()), rule, sure
    if len(word) > LONGEST:
        parts = [word[at : at + LONGEST] for at in range(0, len(word), LONGEST)]
        return "".join(_whole(part)[0] for part in parts), "long word", 0.3
    row = lexicon.word(word)
    if row:
        return row.reading, "lexicon", 1.0
    known = _by_heart(word) or _in_dictionary(word)
    if known:
        return known
    humps = _HUMPS.findall(word)
    return _whole(word) if len(humps) == 1 else _joined(humps, lexicon)


def say_digits(digits: str) -> str:
    """Figures inside a name: one is said in English (GPT-4 フォー), more stay as they are."""
    return DIGITS_IN_NAMES.get(digits, digits)


def _with_tail(reading: str, tail: str) -> str:
    tails = {"s": plural(reading), "t": reading + "ト", "re": reading + "ア", "ll": reading + "ル"}
    return tails.get(tail, reading + spelled(tail))


def _by_heart(word: str) -> Said | None:
    if word.isupper() and word in ACRONYMS_AS_WORDS:
        return ACRONYMS_AS_WORDS[word], "acronym said as a word", 0.95
    if word.lower() in WORDS and not (word.isupper() and len(word) > 1):
        return WORDS[word.lower()], "common word", 0.95
    return None


@lru_cache(maxsize=16384)
def _in_dictionary(word: str) -> Said | None:
    """Open JTalk's own reading of a whole word, unless it spells it or is known to be wrong."""
    found = japanese.words(word)
    if len(word) < 3 or len(found) != 1 or word in _DISTRUSTED:
        return None
    (only,) = found
    if only.unknown or only.pos == "フィラー" or not _KATAKANA.fullmatch(only.pronunciation):
        return None
    return only.pronunciation, "Open JTalk's dictionary", 0.95


def _whole(word: str) -> Said:
    """One hump: an acronym is spelled, a word is converted."""
    if word.isupper() and (len(word) <= 5 or not _VOWEL.search(word.lower())):
        return spelled(word), "spelled", 0.9
    if word[-1] == "s" and word[:-1].isupper() and 2 <= len(word) - 1 <= 5:
        return plural(spelled(word[:-1])), "spelled", 0.9
    if len(word) <= 2 or not _VOWEL.search(word.lower()):
        return spelled(word), "spelled", 0.8
    made = convert(word.lower())
    if not made:
        return spelled(word), "spelled", 0.4
    return made, "kanalizer", 0.8 if len(word) > 3 else 0.6


def _joined(humps: list[str], lexicon: Matcher) -> Said:
    """camelCase: each hump on its own, as sure as the least sure of them."""
    said = [say_word(hump, lexicon) for hump in humps]
    return "".join(reading for reading, _, _ in said), "camel case", min(sure for *_, sure in said)


@lru_cache(maxsize=65536)
def convert(word: str) -> str:
    """kanalizer's katakana of a lower-case word; empty where it cannot."""
    converter = _converter()
    if converter is None:
        return ""
    try:
        made = converter(word)
    except ValueError:
        return ""
    return made if _KATAKANA.fullmatch(made) and made[0] != "ー" else ""


@cache
def _converter() -> Callable[[str], str] | None:
    try:
        import kanalizer
    except ImportError as error:
        log.warning("kanalizer cannot be loaded (%s): unknown English words are spelled", error)
        return None
    return lambda word: str(kanalizer.convert(word, on_incomplete="ignore"))
