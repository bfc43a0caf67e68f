"""How a Latin name is said in the tongues that news names come from, as katakana would write it.

A reading by English rules makes ダイエッター of Dieter. Here each tongue spells a name by its own
rules (`tongues.toml`), in the sounds that katakana has: one letter a consonant, one a vowel, no
length.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_FOLDED: Final = str.maketrans({"ø": "o", "æ": "e", "œ": "e", "ß": "ss", "ł": "w", "đ": "d",
                                "ð": "d", "þ": "t", "ı": "i"})  # fmt: skip
_SOUNDS: Final = (("sh", "sy"), ("j", "zy"), ("f", "h"), ("v", "b"), ("l", "r"), ("q", "k"),
                  ("x", "kus"), ("ts", "tu"), ("c", "k"))  # fmt: skip
_CODA: Final = re.compile("([bdghkmprstyzw])(?![aiueoy])")
_LIPS: Final = re.compile("m(?=[pb])")
"""Tampere is タンペレ."""

_EPENTHETIC: Final = {"t": "o", "d": "o", "y": "i", "h": "u"}
_TWICE: Final = re.compile(r"(.)\1+")

_KANA_ROWS: Final = {
    "アァカガサザタダナハバパマヤャラワヮ": "a", "イィキギシジチヂニヒビピミリ": "i",
    "ウゥヴクグスズツヅヌフブプムユュル": "u", "エェケゲセゼテデネヘベペメレ": "e",
    "オォコゴソゾトドノホボポモヨョロヲ": "o",
}  # fmt: skip
_KANA_STARTS: Final = {
    "カキクケコ": "k", "ガギグゲゴ": "g", "サシスセソ": "s", "ザジズゼゾ": "z",
    "タチツテト": "t", "ダヂヅデド": "d", "ナニヌネノ": "n", "ハヒフヘホ": "h", "バビブベボヴ": "b",
    "パピプペポ": "p", "マミムメモ": "m", "ヤユヨャュョ": "y", "ラリルレロ": "r", "ワヲ": "w",
}  # fmt: skip
_VOWEL_OF: Final = {kana: vowel for row, vowel in _KANA_ROWS.items() for kana in row}
_START_OF: Final = {kana: start for row, start in _KANA_STARTS.items() for kana in row}
_LEANING: Final = "ァィゥェォャュョヮ"


@lru_cache(maxsize=8192)
def sounds_of(katakana: str) -> str:
    """The sounds of katakana in small letters: ヴェルナー is beruna."""
    found: list[str] = []
    for kana in katakana:
        if kana in _LEANING and found:
            found[-1] = found[-1][:-1]
        vowel = _VOWEL_OF.get(kana, "n" if kana == "ン" else "")
        found.append(_START_OF.get(kana, "") + vowel)
    return _level("".join(found))


@lru_cache(maxsize=8192)
def sounds_in_tongues(name: str) -> tuple[str, ...]:
    """The sounds of a Latin name by the rules of each tongue, each once."""
    small = unicodedata.normalize("NFC", name.lower()).replace("'", "")
    return tuple(dict.fromkeys(_said(small, rules) for rules in _tongues()))


@cache
def _tongues() -> tuple[tuple[tuple[re.Pattern[str], str], ...], ...]:
    text = (files("broadcaster.writing.facts.naming") / "tongues.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text).values()
    return tuple(tuple((re.compile(letters), sound) for letters, sound in row) for row in rows)


def _said(name: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for letters, sound in rules:
        name = letters.sub(sound, name)
    plain = unicodedata.normalize("NFD", name.translate(_FOLDED))
    plain = "".join(char for char in plain if "a" <= char <= "z")
    plain = _TWICE.sub(r"\1", plain)
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    plain = _LIPS.sub("n", plain)
    plain = _CODA.sub(lambda match: match[1] + _EPENTHETIC.get(match[1], "u"), plain)
    return _level(plain)


def _level(sounds: str) -> str:
    """What katakana of one name waver between: ジ and ヂ, doubled vowels, トゥ and ツ."""
    plain = sounds.replace("sy", "s").replace("zy", "z").replace("ty", "t").replace("y", "i")
    return _TWICE.sub(r"\1", plain)
