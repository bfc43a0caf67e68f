"""Noun phrases of a headline: where one begins and ends, and how it may be shortened.

A name in 「」 is one word. What is cut from a phrase is only what describes it from the front.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

CASES: Final = {
    "が": "の", "は": "の", "も": "の", "を": "の", "に": "への", "へ": "への", "で": "での",
    "と": "との", "から": "からの", "まで": "までの",
}  # fmt: skip
"""A particle before a verb, and what joins the same noun to the verb's noun."""

_PARTS: Final = ("名詞", "接頭詞", "フィラー", "連体詞")


def is_noun_phrase(text: str) -> bool:
    """Whether the text is nouns and what describes them, and may end where it ends."""
    found = whole_words(text)
    return (
        bool(found)
        and text.count("「") == text.count("」")
        and all(continues(found[:at], found, at) for at in range(len(found)))
        and found[-1].pos in ("名詞", "フィラー", "記号")
    )


def shorter(text: str) -> str:
    """A noun phrase without what describes it first: 速い画像生成モデル → 画像生成モデル."""
    found = words(text)
    cuts = [word.end for word in found if word.surface in ("の", "な") or word.pos == "形容詞"]
    left = text[cuts[0] :].strip() if cuts else ""
    return left if left and is_noun_phrase(left) else ""


def whole_words(text: str) -> tuple[Word, ...]:
    """The words of a text, a name in 「」 being one of them."""
    found: list[Word] = []
    for word in words(text):
        opened = found and found[-1].surface[0] == "「" and found[-1].surface[-1] != "」"
        if opened:
            text_so_far = text[found[-1].start : word.end]
            found[-1] = replace(found[-1], surface=text_so_far, end=word.end)
        elif word.surface[0] == "「":
            found.append(replace(word, pos="名詞", pos1="固有名詞", pos2="*", base=word.surface))
        else:
            found.append(word)
    return tuple(found)


def continues(run: Sequence[Word], found: Sequence[Word], at: int) -> bool:
    """Whether the word belongs to the noun phrase before it, or begins one."""
    word = found[at]
    if run and is_case(word) and at + 1 < len(found) and found[at + 1].surface == "の":
        return True  # 海外工場からの撤退
    if word.surface == "と" and run:
        return _lists(found, at)
    if run and compounds(found, at):
        return True
    verbal = word.pos1 == "サ変接続" and _describes(found, at + 1)
    return belongs(word) and not verbal and bool(run or word.surface not in ("の", "な"))


def compounds(found: Sequence[Word], at: int) -> bool:
    """ロケット打ち上げ失敗: a verb's stem between two nouns, with nothing between."""
    verb, beside = found[at], (found[at - 1], *found[at + 1 : at + 2])
    stem = verb.pos == "動詞" and verb.cform == "連用形" and verb.base != "する"
    return stem and len(beside) > 1 and all(word.pos == "名詞" for word in beside)


def _lists(found: Sequence[Word], at: int) -> bool:
    """Whether this と joins two nouns, and not a noun to what is done: AとBの電池."""
    ahead = next((n for n in range(at + 1, len(found)) if not belongs(found[n])), len(found))
    if ahead == len(found):
        return ahead > at + 1 and found[-1].pos1 != "サ変接続"
    return ahead > at + 1 and found[ahead].pos != "動詞"


def _describes(found: Sequence[Word], at: int) -> bool:
    """Whether a verb stands here that a noun follows: できる of 充電できる電池."""
    verbs = at
    while verbs < len(found) and found[verbs].pos in ("動詞", "助動詞"):
        verbs += 1
    return at < verbs < len(found) and belongs(found[verbs]) and found[verbs].pos == "名詞"


def belongs(word: Word) -> bool:
    """Whether a word may be part of a noun phrase."""
    return (
        word.pos in _PARTS
        or word.pos1 == "並立助詞"
        or (word.pos == "形容詞" and word.cform == "基本形")
        or (word.surface in ("の", "な") and word.pos in ("助詞", "助動詞"))
        or (word.pos == "記号" and word.pos1 == "アルファベット")
        or word.surface in ("-", "・")
    )


def is_case(word: Word) -> bool:
    """Whether it is a particle that says what the noun before it does."""
    return word.pos == "助詞" and word.surface in CASES


def is_count(text: str) -> bool:
    """300人, 2つ, 1割, 3万円未満: how many, and of nothing."""
    found = words(text)
    return text[:1].isdigit() and all(
        word.pos1 in ("数", "接尾", "副詞可能", "形容動詞語幹", "非自立") for word in found
    )


def is_act(text: str) -> bool:
    """発表, 2つ発表, 発売中止: what is done."""
    found = words(text)
    return bool(found) and (found[-1].pos1 == "サ変接続" or found[-1].pos2 == "サ変接続")
