"""A long sentence made short enough to say: parted where a clause closes, or a modifier cut.

Only where what is left stands by itself. What is reported (〜と述べた, 〜ことが示された) rules
over both halves, so such a sentence is never parted: a claim would turn into a fact.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.writing.conjugation import verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word

_JOINTS: Final = ("が", "けど", "けれど", "けれども")
_REPORTS: Final = re.compile(
    r"(?:と(?:言|い|述|語|話|書|説|発|見|み|さ|の|思|考|予|指|主|伝|報|強)|ことが|ことを|という|そうで|よう|"
    r"らし|見通|可能性)[^、]{0,30}\Z"
)
_PAST: Final = re.compile(r"(?:た|ました|でした|だった)[。！!]?\Z")
_RULES_OVER: Final = re.compile(
    r"によると|によれば|では、|場合|なら|れば|たら|とき|際|もし|かつて|ため|のに|ても|とみられ"
)
"""Words of a modifier that may mean the whole sentence, and must not be cut with it."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]*\Z|[ァ-ヴー・]{3,}(?:AI|社)?\Z")
_DATED: Final = re.compile(r"[^、。「]{0,14}(?:[日月年週]|曜日)、")
_LEAST: Final = 3


def halves(sentence: str) -> tuple[str, str] | None:
    """Two sentences that say together what this one says; None for one that stays whole.

    At 〜が、 and 〜けれど、 first; else where a past sentence tells two deeds of one doer
    (工場を建て、人を雇った → 工場を建てた。人を雇った。). The second leans on the first.
    """
    if _REPORTS.search(sentence):
        return None
    found = words(sentence)
    joints = [*_contrasts(sentence, found)] or [*_two_deeds(sentence, found)]
    middle = len(sentence) / 2
    return min(joints, key=lambda pair: abs(len(pair[0]) - middle), default=None)


def _contrasts(sentence: str, found: Sequence[Word]) -> Iterator[tuple[str, str]]:
    for word, after in pairwise(found):
        joint = word.surface in _JOINTS and word.pos1 == "接続助詞" and after.surface == "、"
        if joint and not _inside_quotes(sentence, word.start):
            yield sentence[: word.start] + "。", sentence[after.end :]


def _two_deeds(sentence: str, found: Sequence[Word]) -> Iterator[tuple[str, str]]:
    if not _PAST.search(sentence):
        return
    for at, (word, after) in enumerate(pairwise(found)):
        if after.surface != "、" or _inside_quotes(sentence, word.start):
            continue
        deed = verb(word) if word.pos == "動詞" and word.cform == "連用形" else None
        if deed and _has_topic(found[:at]) and _only_acts(found[at + 2 :]):
            yield f"{sentence[: word.start]}{deed.past}。", sentence[after.end :]


def _has_topic(found: Sequence[Word]) -> bool:
    return any(word.pos == "助詞" and word.surface in ("は", "が") for word in found)


def _only_acts(found: Sequence[Word]) -> bool:
    """No doer of its own, and no clause inside that describes a noun."""
    described = any(
        word.cform == "基本形" and after.pos == "名詞" for word, after in pairwise(found)
    )
    return len(found) > _LEAST and not described and not _has_topic(found)


def without_modifier(sentence: str) -> str | None:
    """The sentence without the clause that describes the name it is about; None if it has none.

    資金調達を終えたばかりのMistralが、 → Mistralが、. Only a name may lose it: of anything else
    (速い機械が) the modifier says which one is meant.
    """
    found = words(sentence)
    for at, word in enumerate(found):
        if (
            word.pos == "助詞"
            and word.surface in ("は", "が")
            and not _inside_quotes(sentence, word.start)
        ):
            return _cut(sentence, found[:at])
    return None


def _cut(sentence: str, before: Sequence[Word]) -> str | None:
    ends = [
        after.start
        for word, after in pairwise(before)
        if word.cform == "基本形"
        and word.pos in ("動詞", "助動詞")
        and after.pos in ("名詞", "フィラー", "記号")
    ]
    if not before or not ends:
        return None
    doer = sentence[ends[-1] : before[-1].end]
    clause = sentence[: ends[-1]]
    if not _NAME.search(doer) or "、" in doer or "。" in clause or _RULES_OVER.search(clause):
        return None
    date = _DATED.match(clause)
    return (date[0] if date else "") + sentence[ends[-1] :]


def _inside_quotes(sentence: str, at: int) -> bool:
    before = sentence[:at]
    return any(before.count(mark) > before.count(close) for mark, close in ("「」", "『』"))
