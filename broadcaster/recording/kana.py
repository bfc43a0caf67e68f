"""An utterance in the kana notation of VOICEVOX: how it sounds, phrase by phrase.

ディイプラ'アニングワ/バンノオヤクデワアリマセ'ン — katakana with ー written out as vowels, `'`
after the mora before the pitch falls (after the last where it never does), `_` before an
unvoiced mora, `/` between accent phrases, `、` where there is a pause as well, `？` at the end
of a question (VOICEVOX ENGINE, "AquesTalk-style notation").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_MORA: Final = re.compile("([ァ-ヺー][ァィゥェォャュョヮ]?)(’?)")
_ROWS: Final = {
    "ア": "ァアカサタナハマヤラワガザダバパャヮ",
    "イ": "ィイキシチニヒミリギジヂビピ",
    "ウ": "ゥウクスツヌフムユルグズヅブプュヴ",
    "エ": "ェエケセテネヘメレゲゼデベペ",
    "オ": "ォオコソトノホモヨロヲゴゾドボポョ",
}
_VOWEL: Final = {kana: vowel for vowel, row in _ROWS.items() for kana in row} | {"ン": "ン"}
_OTHERWISE: Final = str.maketrans("ヲヂヅ", "オジズ")
_QUESTION: Final = "？"


@dataclass(frozen=True, slots=True)
class Phrase:
    """An accent phrase. nucleus: 1 to len(morae). before: "" first, `/` or `、` after others."""

    morae: tuple[str, ...]
    nucleus: int
    before: str = "/"

    def __str__(self) -> str:
        head, tail = self.morae[: self.nucleus], self.morae[self.nucleus :]
        return f"{self.before}{''.join(head)}'{''.join(tail)}"


def in_kana(features: Iterable[Mapping[str, Any]]) -> str:
    """The notation of Open JTalk's analysed words; empty where nothing has a sound."""
    heard = list(features)
    marks = takewhile(lambda feature: not feature["mora_size"], reversed(heard))
    asked = any(feature["pron"] == _QUESTION for feature in marks)
    phrases = "".join(map(str, _phrases(heard)))
    return phrases + _QUESTION if phrases and asked else phrases


def _phrases(features: Iterable[Mapping[str, Any]]) -> Iterator[Phrase]:
    held: list[Mapping[str, Any]] = []
    before = ""
    for feature in features:
        silent = not feature["mora_size"] or not _MORA.search(feature["pron"])
        if held and (silent or feature["chain_flag"] != 1):
            yield _phrase(held, before)
            held, before = [], "/"
        if silent:
            before = "、" if before else ""
        else:
            held.append(feature)
    if held:
        yield _phrase(held, before)


def _phrase(words: Sequence[Mapping[str, Any]], before: str) -> Phrase:
    morae = tuple(_morae("".join(word["pron"] for word in words)))
    nucleus = words[0]["acc"]
    return Phrase(morae, nucleus if 0 < nucleus <= len(morae) else len(morae), before)


def _morae(pronunciation: str) -> Iterator[str]:
    vowel = "ア"
    for kana, unvoiced in _MORA.findall(pronunciation):
        said = vowel if kana == "ー" else kana.translate(_OTHERWISE)
        vowel = _VOWEL.get(said[-1], vowel)
        yield f"_{said}" if unvoiced else said
