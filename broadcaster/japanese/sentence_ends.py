"""Sentences: where a reader of Japanese ends them. Every cut is lossless."""

from __future__ import annotations

import re
from itertools import accumulate

_ENDERS = "。！？!?｡"
_CLOSERS = "」』）)】〕〉》］]”’｣"
_BRACKETS = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "“": "”", "｢": "｣"}
_QUOTE_CAP = 200
_NAMES_WITH_ENDER = ("モーニング娘。", "Yahoo!", "Yahoo！")
_JOINS_NAME = "がのはをにともやで、・’'ニ"
_ADDRESS_GOES_ON = re.compile("[A-Za-z0-9=&/%_~#-]")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with its closing marks and the spaces after it.

    Joined they give the text back. 。！？!? and a line break end a sentence, except inside
    brackets; a bracket that is not closed within 200 characters is no bracket.
    """
    inside = _inside_brackets(text)
    parts: list[str] = []
    start = at = 0
    while at < len(text):
        if inside[at] or not _ends_sentence(text, at):
            at += 1
            continue
        at = _after_ending(text, at)
        parts.append(text[start:at])
        start = at
    if start < len(text):
        parts.append(text[start:])
    return tuple(parts)


def _inside_brackets(text: str) -> list[bool]:
    """For each character, whether a closed pair of brackets is around it."""
    change = [0] * (len(text) + 1)
    open_at: dict[str, list[int]] = {closer: [] for closer in _BRACKETS.values()}
    for at, char in enumerate(text):
        if char in _BRACKETS:
            open_at[_BRACKETS[char]].append(at)
        elif open_at.get(char):
            opened = open_at[char].pop()
            if at - opened <= _QUOTE_CAP:
                change[opened] += 1
                change[at] -= 1
    return [depth > 0 for depth in accumulate(change[:-1])]


def _ends_sentence(text: str, at: int) -> bool:
    char = text[at]
    if char == "\n":
        return True
    if char in _BRACKETS.values():
        return _between_quotes(text, at)
    return char in _ENDERS and not _in_a_name(text, at) and not _in_an_address(text, at)


def _between_quotes(text: str, at: int) -> bool:
    """「はい。」「いいえ。」 are two sentences; 「はい。」と言った is one."""
    return at > 0 and text[at - 1] in _ENDERS and text[at + 1 : at + 2] in ("「", "『")


def _in_a_name(text: str, at: int) -> bool:
    if not any(text.endswith(name, 0, at + 1) for name in _NAMES_WITH_ENDER):
        return False
    after = text[at + 1 : at + 2]
    return after in tuple(_JOINS_NAME) or text.startswith(" JAPAN", at + 1)


def _in_an_address(text: str, at: int) -> bool:
    """The ? of https://example.com/a?b=1 asks nothing; that of 行くの?1人で does."""
    begun = text[at - 1 : at].isascii()
    return text[at] in "!?" and begun and bool(_ADDRESS_GOES_ON.match(text, at + 1))


def _after_ending(text: str, at: int) -> int:
    """Where the next sentence starts: after repeated marks, closing brackets and spaces."""
    if text[at] != "\n":
        while at < len(text) and text[at] in _ENDERS + _CLOSERS:
            at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at
