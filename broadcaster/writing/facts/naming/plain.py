"""Words of a line that look like names and are none: 運転士さん, 補助額 beside 補助金."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.writing.facts.claims.concepts import plain_words
from broadcaster.writing.facts.naming.loanwords import TRADE

if TYPE_CHECKING:
    from broadcaster.japanese import Word
    from broadcaster.writing.facts.claims.statements import Statement


def is_trade(line: Statement, start: int, end: int) -> bool:
    """Whether a word, or a plain noun and what makes somebody of it, stands there: 運転士(さん)."""
    inside = [word for word in line.words if start <= word.start and word.end <= end]
    if len(inside) == 1:
        return _plain(inside[0])
    if not inside or len(inside[0].surface) == 1:
        return False
    return _plain(inside[0]) and inside[-1].pos1 == "接尾"


def _plain(word: Word) -> bool:
    """Whether the dictionary has it as a noun that is nobody's name: 妊婦(さん)."""
    named = word.pos1 == "固有名詞" or word.surface in plain_words("surnames")
    return word.pos == "名詞" and not named and not word.unknown


def ordinary(run: str, near: str, words: list[Word]) -> bool:
    """Whether a run is a plain word that only looks like the article's: 補助金, 補助額."""
    if run in plain_words("ordinary"):
        return True
    if len(run) == 2:
        named = near in plain_words("surnames")
        return not named or len(words) < 2
    if any(word.pos1 == "固有名詞" or word.unknown for word in words):
        return False
    trade = TRADE.search(run)
    if trade and trade.end() == len(run) and near.endswith(trade[0]):
        return run[: trade.start()] in plain_words("bodies")
    last = run[:-1] == near[:-1]
    compound = all(_plain(word) and len(word.surface) > 1 for word in words)
    return last or compound or len(words) < 2


def named_together(name: str, text: str) -> bool:
    """高校生 where the article has 高校・大学生."""
    return len(name) > 2 and bool(re.search(f"{name[:-1]}[・、や/]", text))


def within(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other, in order."""
    rest = iter(long)
    return all(char in rest for char in short)


def folded(name: str) -> str:
    """A Latin name without case and marks."""
    return re.sub("[^a-z0-9.]", "", name.lower()).rstrip(".")
