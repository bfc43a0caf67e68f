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

MOST_TOLD: Final = 3
"""Acronyms that one story may introduce."""

_ACRONYM: Final = r"(?:[A-Z]{2,6}s?|[A-Z][a-z]?[A-Z][A-Za-z]?|[A-Z]a{2}S)"
_WORD: Final = r"[一-龠々ァ-ヴー][一-龠々ァ-ヴー・]{2,24}"
KNOWN_TO_ALL: Final = frozenset(
    (
        "AI", "IT", "PC", "OS", "TV", "CEO", "CM", "OK", "NG", "AM", "PM", "JR", "EU", "UN", "UK",
        "US", "USA", "USB", "CD", "DVD", "SNS", "GPS", "ATM", "PDF", "URL", "ID", "QR", "LED", "HP",
        "SF", "DJ", "BGM", "FAX", "FM", "NHK", "NTT", "NASA", "UFO", "VIP", "PR", "FAQ", "WEB",
        "GDP", "NPO", "DIY", "PTA", "OL", "CG", "EC", "ML", "DM", "SD", "IC", "SUV", "VS", "OB",
    )
)  # fmt: skip
"""What every listener knows, or what means one thing here and another there: never explained."""

_ASIDE: Final = re.compile(r"[（(]([^（()）]{0,120})[)）]")
_IS_ACRONYM: Final = re.compile(_ACRONYM + r"\Z")
_ENDS_IN_ACRONYM: Final = re.compile(rf"(?<![A-Za-z0-9-])({_ACRONYM})\Z")
_ENDS_IN_WORD: Final = re.compile(rf"(?:\A|(?<=[はがをのにでともへや、。「]))({_WORD})\Z")
_NOUN: Final = re.compile(r"[一-龠々ァ-ヴーぁ-ん・]{2,20}\Z")
_NO_NOUN: Final = re.compile(r"[はが]|です|ます|する|した|を.*[ぁ-ん]\Z")
_USED: Final = re.compile(rf"(?<![A-Za-z0-9.-])({_ACRONYM})(?![A-Za-z0-9.-]|[一-龠々ァ-ヴー])")
_PARTICLES: Final = tuple("はがをのにでともへや、")
_IN_A_LIST: Final = ("の", "や", "と", "、")
"""Beside these 「、つまり…」 would seem to explain the neighbour too: the meaning goes before."""

_TELLS: Final = re.compile(
    r"、つまり|、略して|とは|と(?:呼|よ)ば|という|といい|といった|の略|のこと"
)
_NAMED_SO: Final = re.compile(
    rf"(?:と呼ばれる|とよばれる|という|略して|略称は?|通称)「?({_ACRONYM})(?![A-Za-z0-9])|"
    rf"(?<![A-Za-z0-9.-])({_ACRONYM})」?(?:とは|と呼ば|とよば|という|"
    r"は[^。]{1,30}の(?:略|こと(?:だ|で|を指)))"
)
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
    if _IS_ACRONYM.match(inside) and inside not in KNOWN_TO_ALL:
        return f"、略して{inside}" if re.search(r"[一-龠々ァ-ヴー]{2}\Z", before) else ""
    acronym = _ENDS_IN_ACRONYM.search(before)
    if acronym and acronym[1] not in KNOWN_TO_ALL and _is_noun(inside):
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
    return {acronym: word for acronym, word in found.items() if acronym not in KNOWN_TO_ALL}


def explained_in(texts: Iterable[str]) -> frozenset[str]:
    """Acronyms that the texts explain in a sentence of their own: 「LLMとは、…」."""
    found = (match for text in texts for match in _NAMED_SO.finditer(text))
    return frozenset(match[1] or match[2] for match in found)


@dataclass(frozen=True, slots=True)
class Glossary:
    """Meanings at hand, the acronyms that were explained before, and how many more may be."""

    meanings: Mapping[str, str]
    known: frozenset[str] = field(default=frozenset())
    left: int = MOST_TOLD

    def explain(self, sentence: str, ruler: Ruler, most: int) -> tuple[str, Glossary]:
        """The sentence with what is new in it explained, and the glossary after it.

        most: morae the sentence may have; where an explanation would pass it, there is none.
        """
        known, new, at = self.known, 0, 0
        sentence = self._without_repeats(sentence)
        while match := _USED.search(sentence, at):
            at, acronym = match.end(), match[1]
            if acronym in known:
                continue
            said = self._explained(sentence, match)
            too_many = new == min(MOST_NEW, self.left) or ruler.morae(said) > most
            if said != sentence and too_many:
                continue
            new += said != sentence
            at += len(said) - len(sentence)
            sentence = said
            known |= {acronym}
        return sentence, Glossary(self.meanings, known, self.left - new)

    def _without_repeats(self, sentence: str) -> str:
        for acronym in sorted(self.known):
            sentence = sentence.replace(f"、略して{acronym}", "")
            sentence = sentence.replace(f"、つまり{self.meanings.get(acronym, acronym)}", "")
        return sentence

    def _explained(self, sentence: str, match: re.Match[str]) -> str:
        """With the meaning put in, where it is not told yet and the grammar has a place for it."""
        meaning = self.meanings.get(match[1], "")
        before, after = sentence[: match.end()], sentence[match.end() :]
        told = not meaning or meaning in sentence or _TELLS.match(after)
        placed = after.startswith(_PARTICLES) and not _inside_quotes(sentence, match.start())
        if told or not placed:
            return sentence
        ahead = sentence[: match.start()]
        if after.startswith(_IN_A_LIST) or ahead.endswith(_IN_A_LIST[1:]):
            return f"{ahead}{meaning}である{match[1]}{after}"
        return f"{before}、つまり{meaning}{after}"
