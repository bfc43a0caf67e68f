"""Katakana that a model wrote for a name which its article has in Latin letters.

Language models write names by ear (ミニストラル as ミンストラル). Where the article holds the
name itself, the lexicon knows better: a near miss is reported with what it should be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster import japanese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_KATAKANA = re.compile("[ァ-ヶー・]{3,40}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9'+#-]{2,39}(?: [A-Z][A-Za-z0-9'+#-]{1,39}){0,2}")
NEAR = 0.34
"""Share of kana that may differ between a name and its misspelling."""


@dataclass(frozen=True, slots=True)
class Respelling:
    """text[start:end] is katakana for `name`, which is read `reading`."""

    start: int
    end: int
    name: str
    reading: str


def latin_names(text: str) -> tuple[str, ...]:
    """The Latin words of an article, alone and with the capitalised ones after them; each once."""
    names: list[str] = []
    for match in _NAME.finditer(text):
        names += [match[0], *match[0].split(" ")]
    return tuple(dict.fromkeys(name for name in names if len(name) > 2))


def respelled(
    text: str, names: Iterable[str], pronounce: Callable[[str], str]
) -> Iterator[Respelling]:
    """Each katakana word of `text` that nearly is the reading of one of `names`, but not quite.

    pronounce: what a name is read as (`pronouncer`). A word in Open JTalk's dictionary is a word
    of its own and never a misspelling. Cost: words times names.
    """
    readings = {pronounce(name).replace(" ", ""): name for name in names}
    for match in _KATAKANA.finditer(text):
        word = match[0].replace("・", "")
        if word in readings or japanese.dictionary_reading(match[0]):
            continue
        near = [(_distance(word, said) / len(said), said) for said in readings if len(said) > 3]
        share, said = min(near, default=(1.0, ""))
        if share <= NEAR:
            yield Respelling(match.start(), match.end(), readings[said], said)


def _distance(one: str, other: str) -> int:
    """Levenshtein distance in kana."""
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, start=1):
        above, row[0] = row[0], at
        for place, wanted in enumerate(other, start=1):
            cost = min(row[place] + 1, row[place - 1] + 1, above + (char != wanted))
            above, row[place] = row[place], cost
    return row[-1]
