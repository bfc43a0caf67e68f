"""A long sentence parted where one of its clauses closes: 〜だが、 and 〜けれど、.

Only where both halves stand by themselves. What is reported (〜と述べた, 〜ことが示された) rules
over both halves, so such a sentence is never parted: a claim would turn into a fact.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words

if TYPE_CHECKING:
    from broadcaster.japanese import Word

_JOINTS: Final = ("が", "けど", "けれど", "けれども")
_REPORTS: Final = re.compile(
    r"(?:と(?:言|い|述|語|話|書|説|発|見|み|さ|の|思|考|予|指|主)|ことが|ことを|という|そうで|よう|らし|見通|可能性)"
    r"[^、]{0,30}\Z"
)


def halves(sentence: str) -> tuple[int, int] | None:
    """Where the first clause ends and where the second begins, or None for one that stays whole."""
    if _REPORTS.search(sentence):
        return None
    found = words(sentence)
    joints = [
        (word.start, after.end)
        for word, after in pairwise(found)
        if _parts(word, after) and not _inside_quotes(sentence, word.start)
    ]
    middle = len(sentence) / 2
    return min(joints, key=lambda joint: abs(joint[1] - middle), default=None)


def _parts(word: Word, after: Word) -> bool:
    joint = word.surface in _JOINTS and word.pos1 == "接続助詞"
    return joint and after.surface == "、"


def _inside_quotes(sentence: str, at: int) -> bool:
    before = sentence[:at]
    return any(before.count(mark) > before.count(close) for mark, close in ("「」", "『』"))
