"""The polite predicates inside a sentence, made plain: 安いですが → 安いが.

Only where a friend who ends on のだ would be heard switching manners; what stands between
quotation marks or in brackets stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.writing.conjugation import verb
from broadcaster.writing.particles import without_particle
from broadcaster.writing.predicate import predicate
from broadcaster.writing.registers import noda, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word

Edit = tuple[int, int, str]
"""text[start:end], and what is said instead."""

_JOINING: Final = {
    "が": "だが", "けど": "だけど", "けれど": "だけれど", "けれども": "だけれども",
    "から": "だから", "し": "だし", "と": "だと", "ので": "なので", "のに": "なのに",
}  # fmt: skip
"""Particles that join clauses, and how each follows a noun."""
_STOPS: Final = ("、", "，", "–", "—", "―", "：", ":")
"""Marks behind which a sentence goes on after it has been said: 便利です、たぶん。"""
_BEFORE_JOINTS: Final = ("助動詞", "助詞", "感動詞")
_HUMBLE: Final = ("いたし", "致し")
"""した humbly: 調査いたしております, お受けいたしかねます."""
_REACH: Final = 12
"""Words that the longest predicate takes, with room."""
_GLADLY: Final = ("幸い", "嬉しい", "うれしい", "助かり", "助かる", "ありがたい")


def inner_edits(words: Sequence[Word], kept: Sequence[bool]) -> Iterator[Edit]:
    """The edits that make a sentence's inner clauses plain, from left to right.

    kept: for each place in the sentence, whether it is left alone.
    """
    for at, word in enumerate(words):
        after = words[at + 1].surface if at + 1 < len(words) else ""
        if word.surface in _HUMBLE and after in ("て", "かね") and not kept[word.start]:
            yield word.start, word.end, "し"
        if not at or kept[word.start] or words[at - 1].pos not in _BEFORE_JOINTS:
            continue
        edit = _made_plain(words[max(0, at - _REACH) : at], word, after)
        if edit is not None:
            yield edit


def _made_plain(before: Sequence[Word], word: Word, after: str) -> Edit | None:
    if word.surface in _STOPS:
        return _said_before_a_stop(before) if after not in ("と", "って") else None
    if word.surface in ("て", "たら") and before[-1].surface in ("まし", "でし"):
        return _te_or_tara(before, word)
    if word.pos == "名詞" and before[-1].surface in ("ます", "ん", "た"):
        return _before_noun(before)
    if not _joins(word, after):
        return None
    clause = predicate(before)
    if clause is None or not clause.polite:
        return None
    nominal = clause.head is None and not clause.past and clause.mood == "plain"
    if nominal and not clause.explained:
        return clause.start, word.end, _JOINING[word.surface]
    return clause.start, word.end, plain(clause) + word.surface


def _said_before_a_stop(before: Sequence[Word]) -> Edit | None:
    if before[-1].surface == "そうですね":
        return before[-1].start, before[-1].end, "そうだね"
    core, particle = without_particle(before)
    clause = predicate(core)
    if clause is None or not clause.polite:
        return None
    asked = particle == "か" and clause.head is not None
    return clause.start, before[-1].end, plain(clause) + "か" if asked else noda(clause, particle)


def is_told(text: str, edits: Sequence[Edit]) -> bool:
    """Whether the sentence has had its のだ before its last words: 便利なのだ、たぶん。"""
    return "のだ、" in text or any(said.endswith(("のだ", "だろう", "ね")) for _, _, said in edits)


def _joins(word: Word, after: str) -> bool:
    if word.surface == "と":
        return word.pos1 == "接続助詞" or after in _GLADLY
    return word.pos1 == "接続助詞" and word.surface in _JOINING


def _before_noun(before: Sequence[Word]) -> Edit | None:
    """ご利用になります方 → なる方, 発表しましたところ → 発表したところ."""
    clause = predicate(before)
    if clause is None or not clause.polite or clause.head is None or clause.mood != "plain":
        return None
    return clause.start, clause.end, plain(clause)


def _te_or_tara(before: Sequence[Word], word: Word) -> Edit | None:
    """発表しまして → 発表して, 翌日でして → 翌日で, 使いましたら → 使ったら."""
    if before[-1].surface == "でし":
        return before[-1].start, word.end, "で" if word.surface == "て" else "だったら"
    head = verb(before[-2]) if len(before) > 1 else None
    if head is None:
        return None
    return before[-2].start, word.end, head.te if word.surface == "て" else head.past + "ら"


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits made; one that overlaps an earlier one is dropped."""
    pieces: list[str] = []
    at = 0
    for start, end, said in edits:
        if start >= at:
            pieces += [text[at:start], said]
            at = end
    return "".join((*pieces, text[at:]))
