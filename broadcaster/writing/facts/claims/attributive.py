"""Verbs that only say which one is meant (参加した人) or what is known (〜のは): no claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word


def only_says_which(text: str, words: Sequence[Word], end: int) -> bool:
    """Whether the verb or noun that ends at text[end] is taken for granted, not claimed."""
    return bool(_IS_WHAT.match(text, end)) or _modifies(words, end)


_IS_WHAT: Final = re.compile("[ぁ-ん]{0,8}[たるいう](?:の[はが]|こと[はを])")
"""穴になったのは: taken for granted."""


def _modifies(found: Sequence[Word], end: int) -> bool:
    """Whether the verb that ends at `end` modifies a noun, or is a topic by のは."""
    at = next((at for at, word in enumerate(found) if word.start >= end), len(found))
    start = at
    while at < len(found) and (
        found[at].pos == "助動詞"
        or (found[at].pos == "動詞" and (found[at].pos1 != "自立" or found[at].base == "する"))
        or (found[at].pos == "助詞" and found[at].surface in ("て", "で", "ちゃ", "じゃ"))
    ):
        at += 1
    verbal = at > start or (start and found[start - 1].pos in ("動詞", "形容詞"))
    if not verbal or at >= len(found):
        return False
    if found[at].surface in ("「", "『"):
        return found[at - 1].cform == "基本形"
    if found[at].pos != "名詞":
        return False
    if found[at - 1].cform not in ("基本形", "体言接続"):
        return False
    if found[at].surface == "の":
        return at + 1 < len(found) and found[at + 1].surface in ("は", "が")
    if found[at].surface in ("とき", "時", "際", "場合", "後", "あと", "前"):
        return True
    return found[at].pos1 not in ("非自立", "接尾") and found[at].surface not in plain_words(
        "formal"
    )
