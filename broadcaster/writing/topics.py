"""Whether two stories are about the same: a proper name that both of them are about.

Names are compared by how they are said, so that ミストラルAI and Mistral are one. A katakana word
that is not known to be a name counts only where the other story writes that name in Latin. A name
in the background of either story (who the rival is, what a part is called) joins nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.writing.own_title import own_title
from broadcaster.writing.subject import is_proper, standing, told_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Article
    from broadcaster.writing.measure import Ruler

_LATIN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(?:[.+-][A-Za-z0-9]+)*"
    r"(?: [A-Z][A-Za-z0-9]*)*|(?<![A-Za-z0-9])[A-Z]{3,}(?![A-Za-z0-9])"
)
_KATAKANA: Final = re.compile(r"[ァ-ヴー・]{3,20}")
_VERSION: Final = re.compile(r"(?:[ -](?:AI|[A-Za-z]*\d[A-Za-z0-9.]*))+\Z")
_KINDS: Final = frozenset((
    "API", "GPU", "CPU", "LLM", "URL", "RAM", "SSD", "USB", "PDF", "The", "This", "New", "How",
    "Why", "What", "And", "For", "With", "Apache", "MIT License",
))  # fmt: skip
"""Latin words that begin with a capital and yet are nobody's name."""

_SOUND_OF_AI: Final = "エーアイ"
_MOST_SENTENCES: Final = 60
_MOST_NAMES: Final = 40
_BRIEF: Final = 4
"""Sentences of a story so short that its lead is what it is about."""

_OFTEN: Final = 2
_EVERY: Final = 5
"""A name the text is about stands in two sentences, and in every fifth."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as the story writes it. sure: nothing but a name is written so."""

    surface: str
    sure: bool


def shared_name(before: Article, here: Article, ruler: Ruler) -> str:
    """The name both stories are about, as the later one writes it; empty where they share none."""
    earlier, later = _central(before, ruler), _central(here, ruler)
    for sound, name in later.items():
        twin = earlier.get(sound)
        if twin and (twin.sure or name.sure):
            return name.surface
    return ""


def _central(article: Article, ruler: Ruler) -> dict[str, _Name]:
    """How it is said → name, for every name that the article is about."""
    title, told = own_title(article), told_sentences(article)[:_MOST_SENTENCES]
    found: dict[str, _Name] = {}
    names = dict.fromkeys(_names("\n".join((title, *told))))
    for surface, sure in islice(names, _MOST_NAMES):
        if surface in title or _is_about(surface, told):
            sound = ruler.pronounce(surface).replace(" ", "").replace("・", "")
            found.setdefault(sound.removesuffix(_SOUND_OF_AI), _Name(surface, sure))
    return found


def _is_about(name: str, told: Sequence[str]) -> bool:
    """Whether the text comes back to the name, or is short and begins with it."""
    how = standing(name, told)
    if how.leads and (len(told) <= _BRIEF or how.sentences >= _OFTEN):
        return True
    return how.sentences >= max(_OFTEN, len(told) / _EVERY)


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """Names in the text, Latin ones first, each with whether it is surely one."""
    for found in _LATIN.findall(text):
        name = _VERSION.sub("", found)
        if name not in _KINDS and len(name) > 2:
            yield name, True
    proper = {word.surface for word in words(text) if is_proper(word)}
    for name in _KATAKANA.findall(text):
        yield name.strip("・"), name in proper
