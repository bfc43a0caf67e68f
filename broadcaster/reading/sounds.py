"""Katakana as the sounds it stands for: パーサー is p a: s a:.

A consonant, a vowel (`a`, long `a:`), ン `N` and ッ `Q` are a sound each; these line up with the
letters of an English word, which morae do not.
"""

from __future__ import annotations

import re

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サ・スセソ", "t": "タ・・テト", "n": "ナニヌネノ",
    "h": "ハヒ・ヘホ", "m": "マミムメモ", "y": "ヤ・ユ・ヨ", "r": "ラリルレロ", "w": "ワ・・・・",
    "g": "ガギグゲゴ", "z": "ザ・ズゼゾ", "d": "ダ・・デド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_ODD = {
    "シ": ("sh", "i"), "チ": ("ch", "i"), "ツ": ("ts", "u"), "フ": ("f", "u"), "ジ": ("j", "i"),
    "ン": ("N",), "ッ": ("Q",),
}  # fmt: skip
_BEFORE_SMALL = {
    "キ": "ky", "シ": "sh", "チ": "ch", "ニ": "ny", "ヒ": "hy", "ミ": "my", "リ": "ry", "ギ": "gy",
    "ジ": "j", "ビ": "by", "ピ": "py", "フ": "f", "テ": "t", "デ": "d", "ト": "t", "ド": "d",
    "ウ": "w", "ツ": "ts", "ク": "kw", "グ": "gw", "ス": "s", "ズ": "z", "イ": "y",
}  # fmt: skip
_SMALL = dict(zip("ァィゥェォャュョ", "aiueoauo", strict=True))
_VOWELS = frozenset("aiueo")
_MORA = re.compile("[ァ-ヺ][ァィゥェォャュョヮ]?|ー")


def _of_morae() -> dict[str, tuple[str, ...]]:
    said = {
        kana: (consonant, vowel) if consonant else (vowel,)
        for consonant, row in _ROWS.items()
        for vowel, kana in zip("aiueo", row, strict=True)
        if kana != "・"
    }
    for kana, consonant in _BEFORE_SMALL.items():
        for small, vowel in _SMALL.items():
            glide = "y" if small in "ャュョ" and kana in "フテデ" else ""
            said[kana + small] = (consonant + glide, vowel)
    return said | _ODD


_MORAE = _of_morae()


def sounds(katakana: str) -> tuple[str, ...]:
    """The sounds of katakana in order; a mora of no known sound stands as it is."""
    said: list[str] = []
    for mora in _MORA.findall(katakana):
        if mora == "ー" and said and said[-1] in _VOWELS:
            said[-1] += ":"
        else:
            said += _MORAE.get(mora, (mora,))
    return tuple(said)
