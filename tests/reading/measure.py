"""How far a reading is from what an announcer says: morae wrong, hard spots missed.

A sentence of the list gives what is said in katakana; a hard spot stands in braces, with every
accepted reading of it: {ジュップン|ジップン}. Long vowels count alike however they are written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, product

from broadcaster import japanese

_MORA = re.compile("[ァ-ヺー][ァィゥェォャュョヮ]?")
_SPOT = re.compile("{([^}]*)}")
_SAME = str.maketrans("ヲヂヅ", "オジズ")
_VOWELS = {
    vowel: set(kana)
    for vowel, kana in {
        "ア": "アカサタナハマヤラワガザダバパャァヮ", "イ": "イキシチニヒミリギジビピィ",
        "ウ": "ウクスツヌフムユルグズブプュゥヴ", "エ": "エケセテネヘメレゲゼデベペェ",
        "オ": "オコソトノホモヨロゴゾドボポョォ",
    }.items()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """Of one sentence: morae to be said, morae wrong, hard spots, those missed."""

    morae: int
    wrong: int
    spots: int
    missed: tuple[str, ...]


def score(reading: str, said: str) -> Score:
    """The reading held against the nearest accepted way to say the sentence."""
    heard = morae(japanese.pronunciation(reading))
    return min((_against(heard, way) for way in _ways(said)), key=lambda one: one.wrong)


def morae(kana: str) -> list[str]:
    """キョー → キョ, オ: one vowel for each length, エイ as エー, オウ as オー."""
    found: list[str] = []
    for mora in _MORA.findall(kana.translate(_SAME)):
        before = _vowel(found[-1]) if found else ""
        lengthens = mora == "ー" or (before, mora) in (("エ", "イ"), ("オ", "ウ"))
        found.append(before if lengthens and before else mora)
    return found


def _vowel(mora: str) -> str:
    return next((vowel for vowel, kana in _VOWELS.items() if mora[-1] in kana), "")


def _ways(said: str) -> list[list[tuple[str, bool]]]:
    """Every accepted way: stretches of katakana, and whether each is a hard spot."""
    parts = _SPOT.split(said)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return [[(part, at % 2 == 1) for at, part in enumerate(way)] for way in product(*choices)]


def _against(heard: list[str], way: list[tuple[str, bool]]) -> Score:
    wanted = morae("".join(part for part, _ in way))
    table = _distances(heard, wanted)
    right = _matched(table, heard, wanted)
    missed = tuple(part for part, start, end in _spots(way) if not all(right[start : end + 1]))
    return Score(len(wanted), table[-1][-1], sum(hard for _, hard in way), missed)


def _spots(way: list[tuple[str, bool]]) -> list[tuple[str, int, int]]:
    """Each hard spot with the morae it runs over, the join to the next one at its end."""
    said = [part for part, _ in way]
    ends = [len(morae("".join(said[:at]))) for at in range(len(said) + 1)]
    return [
        (part, start, end - 1)
        for (part, hard), (start, end) in zip(way, pairwise(ends), strict=True)
        if hard
    ]


def _distances(heard: list[str], wanted: list[str]) -> list[list[int]]:
    table = [list(range(len(wanted) + 1))]
    for at, mora in enumerate(heard, start=1):
        row = [at]
        for place, want in enumerate(wanted, start=1):
            changed = table[-1][place - 1] + (mora != want)
            row.append(min(table[-1][place] + 1, row[-1] + 1, changed))
        table.append(row)
    return table


def _matched(table: list[list[int]], heard: list[str], wanted: list[str]) -> list[bool]:
    """For each mora wanted, whether it was heard, with nothing said in between before it."""
    right = [False] * len(wanted)
    at, place = len(heard), len(wanted)
    while at and place:
        if heard[at - 1] == wanted[place - 1] and table[at][place] == table[at - 1][place - 1]:
            right[place - 1] = True
            at, place = at - 1, place - 1
        elif table[at][place] == table[at - 1][place] + 1:
            at -= 1
            if place < len(wanted):
                right[place] = False
        elif table[at][place] == table[at][place - 1] + 1:
            place -= 1
        else:
            at, place = at - 1, place - 1
    return right
