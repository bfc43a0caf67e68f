"""Which language a document is in, told by its script."""

from __future__ import annotations

import re
from typing import Final

SAMPLE: Final = 20_000

_KANA: Final = re.compile("[ぁ-ゖァ-ヺー]")
_HAN: Final = re.compile("[㐀-鿿々]")
_HANGUL: Final = re.compile("[가-힣]")
_WORD: Final = re.compile(r"[^\W\d_]+")
# Words that are frequent in one of these languages and rare in the others.
_FREQUENT: Final = {
    name: frozenset(words.split())
    for name, words in (
        ("en", "the of and to in is that for with was are it as by this from"),
        ("fr", "le la les des une et dans pour que qui avec sur est du au par"),
        ("de", "der die das und ist nicht mit ein eine den von zu auf für dem sich"),
        ("es", "el los las una y en por con para del como se lo más su al"),
    )
}


def language_of(text: str) -> str:
    """ja, zh, ko, en, fr, de or es. Kana make it Japanese, han alone Chinese; en if unsure."""
    sample = text[:SAMPLE]
    kana, han, hangul = (len(kind.findall(sample)) for kind in (_KANA, _HAN, _HANGUL))
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words)) or 1
    if hangul > 0.3 * letters:
        return "ko"
    if kana > 0.05 * letters:
        return "ja"
    if han > 0.3 * letters:
        return "zh"
    counts = {name: sum(word in common for word in words) for name, common in _FREQUENT.items()}
    return max(counts, key=lambda name: counts[name])
