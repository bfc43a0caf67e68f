"""The particles that close a sentence behind its predicate: 高いですよね, 読みましたか."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

CONTRASTS: Final = ("が", "けど", "けれど", "けれども")
"""Particles that may close a sentence and soften it: 高いのだが。"""

ASKS: Final = ("か", "かい", "の")
"""Particles that ask, and go where のだ？ asks."""

HEARSAY: Final = "って"
"""The particle of んだって, a register of its own."""

KEPT: Final = ("ね", "ねえ", "よね", "よな", "なあ", "な", "っけ", HEARSAY)
"""Particles that a friend keeps, behind the plain form: 便利だね."""

FRIENDLY: Final = {"わね": "ね", "わよね": "よね", "かね": "かな"}
"""Particles that a friend says otherwise."""

PRESUMING: Final = ("かな", "かしら", "かなあ")

_INSISTING: Final = ("よ", "わ", "わよ", "ぞ", "ぜ", "さ", "のよ", "のね", "のよね")
_ALL: Final = frozenset((*KEPT, *FRIENDLY, *PRESUMING, *_INSISTING, *ASKS))
_LONGEST: Final = 3


def without_particle(words: Sequence[Word]) -> tuple[Sequence[Word], str]:
    """The words before the particle that closes the sentence, and that particle or ''."""
    last = words[-1]
    if last.pos == "助詞" and last.pos1 == "接続助詞" and last.surface in CONTRASTS:
        return words[:-1], last.surface
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        closing = words[len(words) - size :]
        particle = "".join(word.surface for word in closing)
        if particle in _ALL and all(_closes_a_sentence(word) for word in closing):
            return words[: len(words) - size], particle
    return words, ""


def _closes_a_sentence(word: Word) -> bool:
    return word.pos == "助詞" and ("終助詞" in word.pos1 or word.surface in (HEARSAY, "か"))
