"""Whether katakana says a Latin name: by its reading, or by its consonants alone."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from broadcaster.writing.facts.naming.tongues import sounds_in_tongues, sounds_of

_ROWS: Final = {
    "カキクケコ": "k", "ガギグゲゴ": "g", "サシスセソ": "s", "ザジズゼゾヂヅ": "z",
    "タチツテト": "t", "ダデド": "d", "ナニヌネノン": "n", "ハヒフヘホ": "h",
    "バビブベボヴ": "b", "パピプペポ": "p",
    "マミムメモ": "m", "ラリルレロ": "r",
}  # fmt: skip
_KANA: Final = {kana: sound for row, sound in _ROWS.items() for kana in row}
_LETTERS: Final = (
    ("sch", "s"), ("tch", "t"), ("sh", "s"), ("ch", "t"), ("ph", "h"), ("th", "s"), ("gh", "g"),
    ("ck", "k"), ("qu", "k"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("ge", "z"), ("gi", "z"),
    ("tz", "t"), ("c", "k"), ("q", "k"), ("x", "ks"), ("l", "r"), ("v", "b"), ("f", "h"),
    ("j", "z"),
)  # fmt: skip
_SILENT: Final = re.compile(r"(?<=[aeiou])r(?![aeiouyr])")
"""Corvane is コーヴェイン."""

_VOWELS: Final = re.compile("[^bdghkmnprstz]")
_TWICE: Final = re.compile(r"(.)\1+")
_UNVOICED: Final = str.maketrans("bdgz", "ptks")
_SMALL: Final = str.maketrans("ァィゥェォャュョヮ", "アイウエオヤユヨワ", "ーッ・")
_NEAR: Final = 0.76
_HEARD: Final = 0.5
_NEAR_BONES: Final = 0.82
_NEAR_SOUNDS: Final = 0.85
_SHORT: Final = 2


@lru_cache(maxsize=4096)
def bones(name: str) -> str:
    """The consonants of a name in katakana or Latin letters, in one spelling."""
    if name.isascii():
        plain = name.lower()
        for letters, sound in _LETTERS:
            plain = plain.replace(letters, sound)
    else:
        plain = "".join(_KANA.get(char, "") for char in name)
    return _TWICE.sub(r"\1", _VOWELS.sub("", plain)).translate(_UNVOICED)


def heard_as(katakana: str, word: str, reading: str) -> bool:
    """Whether katakana is an English word as it is read: レビュアー, reviewers."""
    heard = katakana.translate(_SMALL)
    said = [reading, *(reading.removesuffix(end) for end in "ズス" if word[-1:] == "s")]
    return any(_alike(heard, one.translate(_SMALL)) >= _NEAR for one in said if one)


def sounds_like(katakana: str, latin: str, reading: str) -> bool:
    """Whether katakana can stand for a Latin name. reading: how the name is read, if known."""
    heard = _alike(katakana.translate(_SMALL), reading.translate(_SMALL)) if reading else 1.0
    if reading and heard >= _NEAR:
        return True
    if _in_a_tongue(katakana, latin):
        return True
    one, other = bones(katakana), bones(latin)
    if len(one) > _SHORT and one == bones(_SILENT.sub("", latin.lower())):
        return True
    if heard < _HEARD:
        return False
    if reading and one and one == other:
        return True
    if min(len(one), len(other)) < 2 or one[0] != other[0]:
        return False
    return one == other or (len(one) > 2 and _alike(one, other) >= _NEAR_BONES)


def _in_a_tongue(katakana: str, latin: str) -> bool:
    """Whether some tongue says the name so: ディーター is Dieter by German rules."""
    mine = sounds_of(katakana)
    return len(mine) > _SHORT and any(
        mine[0] == theirs[:1] and abs(len(mine) - len(theirs)) <= _SHORT
        and _alike(mine, theirs) >= _NEAR_SOUNDS
        for theirs in sounds_in_tongues(latin)
    )  # fmt: skip


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
