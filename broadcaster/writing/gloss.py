"""What an acronym means, said where a show first uses it: 「LLM、つまり大規模言語モデル」.

The meaning comes from the article's own brackets or from the lexicon, never from us.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from broadcaster.writing.measure import Ruler

MOST_MORAE: Final = 20
MOST_NEW: Final = 2
"""Acronyms that one sentence may introduce."""

_ACRONYM: Final = r"(?:[A-Z]{2,6}s?|[A-Z][a-z]?[A-Z][A-Za-z]?)"
_WORD: Final = r"[一-龠々ァ-ヴー][一-龠々ァ-ヴー・]{2,24}"
_KNOWN_TO_ALL: Final = ("AI", "IT", "PC", "TV", "CEO", "CM", "OK", "AM", "PM", "JR", "EU", "UN")
_ASIDE: Final = re.compile(r"[（(]([^（()）]{0,120})[)）]")
_IS_ACRONYM: Final = re.compile(_ACRONYM + r"\Z")
_ENDS_IN_ACRONYM: Final = re.compile(rf"(?<![A-Za-z0-9-])({_ACRONYM})\Z")
_ENDS_IN_WORD: Final = re.compile(rf"(?:\A|(?<=[はがをのにでともへや、。「]))({_WORD})\Z")
_NOUN: Final = re.compile(r"[一-龠々ァ-ヴーぁ-ん・]{2,20}\Z")
_NO_NOUN: Final = re.compile(r"[はがを]|です|ます|する|した")
_USED: Final = re.compile(rf"(?<![A-Za-z0-9.-])({_ACRONYM})(?![A-Za-z0-9.-]|[一-龠々ァ-ヴー])")
_PARTICLES: Final = tuple("はがをのにでともへや、")
_QUOTED: Final = re.compile(r"「[^「」]*」|『[^『』]*』")
_REACH: Final = 30


def opened(sentence: str) -> str:
    """The sentence without brackets: an acronym's meaning is said, any other aside left out.

    「大規模言語モデル（LLM）」 → 「大規模言語モデル、略してLLM」, and the other way round.
    """
    parts: list[str] = []
    at = opens = 0
    for aside in _ASIDE.finditer(sentence):
        parts.append(sentence[at : aside.start()])
        at = aside.end()
        said = _said(
            sentence[max(0, aside.start() - _REACH) : aside.start()].rstrip(), aside[1].strip()
        )
        if said and opens < MOST_NEW and not _inside_quotes(sentence, aside.start()):
            opens += 1
            parts[-1] = parts[-1].rstrip()
            parts.append(said)
    return "".join((*parts, sentence[at:]))


def bare(sentence: str) -> str:
    """The sentence without its brackets and all that stands in them."""
    return _ASIDE.sub("", sentence)


def _said(before: str, inside: str) -> str:
    if _IS_ACRONYM.match(inside) and inside not in _KNOWN_TO_ALL:
        return f"、略して{inside}" if re.search(r"[一-龠々ァ-ヴー]{2}\Z", before) else ""
    acronym = _ENDS_IN_ACRONYM.search(before)
    if acronym and acronym[1] not in _KNOWN_TO_ALL and _is_noun(inside):
        return f"、つまり{inside}"
    return ""


def _is_noun(text: str) -> bool:
    return bool(_NOUN.match(text)) and not _NO_NOUN.search(text)


def _inside_quotes(text: str, at: int) -> bool:
    return any(match.start() < at < match.end() for match in _QUOTED.finditer(text))


def meanings(texts: Iterable[str]) -> dict[str, str]:
    """Acronym → what it stands for, from the brackets of the texts themselves."""
    found: dict[str, str] = {}
    for text in texts:
        for aside in _ASIDE.finditer(text):
            before = text[max(0, aside.start() - _REACH) : aside.start()].rstrip()
            inside = aside[1].strip()
            acronym, word = _ENDS_IN_ACRONYM.search(before), _ENDS_IN_WORD.search(before)
            if _IS_ACRONYM.match(inside) and word:
                found.setdefault(inside, word[1])
            elif acronym and _is_noun(inside):
                found.setdefault(acronym[1], inside)
    return {acronym: word for acronym, word in found.items() if acronym not in _KNOWN_TO_ALL}


@dataclass(frozen=True, slots=True)
class Glossary:
    """Meanings at hand, and the acronyms that were explained before."""

    meanings: Mapping[str, str]
    known: frozenset[str] = field(default=frozenset())

    def explain(self, sentence: str, ruler: Ruler, most: int) -> tuple[str, Glossary]:
        """The sentence with what is new in it explained, and the glossary after it.

        most: morae the sentence may have; where an explanation would pass it, there is none.
        """
        known, new = self.known, 0
        sentence = self._without_repeats(sentence)
        at = 0
        while match := _USED.search(sentence, at):
            at, acronym = match.end(), match[1]
            if acronym in known:
                continue
            said = self._explained(sentence, match)
            if said != sentence and (new == MOST_NEW or ruler.morae(said) > most):
                continue
            new += said != sentence
            at += len(said) - len(sentence)
            sentence = said
            known |= {acronym}
        return sentence, Glossary(self.meanings, known)

    def _without_repeats(self, sentence: str) -> str:
        for acronym in sorted(self.known):
            sentence = sentence.replace(f"、略して{acronym}", "")
            sentence = sentence.replace(f"、つまり{self.meanings.get(acronym, acronym)}", "")
        return sentence

    def _explained(self, sentence: str, match: re.Match[str]) -> str:
        """With the meaning put in, where it is not told yet and the grammar has a place for it."""
        meaning = self.meanings.get(match[1], "")
        before, after = sentence[: match.end()], sentence[match.end() :]
        told = not meaning or meaning in sentence or after.startswith("、つまり")
        placed = after.startswith(_PARTICLES) and not _inside_quotes(sentence, match.start())
        if told or not placed:
            return sentence
        if after.startswith("の"):
            return f"{sentence[: match.start()]}{meaning}である{match[1]}{after}"
        return f"{before}、つまり{meaning}{after}"
