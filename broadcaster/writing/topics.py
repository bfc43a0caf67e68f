"""Whether two stories are about the same: a proper name that is central to both.

Names are compared by how they are said, so that ミストラルAI and Mistral are one. A katakana word
that is not known to be a name counts only where the other story writes that name in Latin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.japanese import Word
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
_LEAD_SENTENCES: Final = 2
_LEAD: Final = 400
_LOOKED_AT: Final = 2000
_MOST_NAMES: Final = 40
_OFTEN: Final = 2
_PLACE: Final = "地域"


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as the story writes it. sure: nothing but a name is written so."""

    surface: str
    sure: bool
    leads: bool


def shared_name(before: Article, here: Article, ruler: Ruler) -> str:
    """The name both stories are about, as the later one writes it; empty where they share none.

    It stands in title or lead of both, or of one while two sentences of the other say it.
    """
    earlier, later = _central(before, ruler), _central(here, ruler)
    for sound, name in later.items():
        twin = earlier.get(sound)
        if twin and (twin.sure or name.sure) and (twin.leads or name.leads):
            return name.surface
    return ""


def _central(article: Article, ruler: Ruler) -> dict[str, _Name]:
    """How it is said → name, for every name that title and lead hold or two sentences say."""
    body = "\n".join(one.text for one in article.paragraphs if one.kind != "comment")[:_LOOKED_AT]
    lead = article.title + "\n" + "".join(islice(sentences(body[:_LEAD]), _LEAD_SENTENCES))
    told = sentences(body)
    found: dict[str, _Name] = {}
    for surface, sure in islice(dict.fromkeys(_names(lead + "\n" + body)), _MOST_NAMES):
        leads = surface in lead
        if not leads and sum(surface in sentence for sentence in told) < _OFTEN:
            continue
        sound = ruler.pronounce(surface).replace(" ", "").replace("・", "")
        found.setdefault(sound.removesuffix(_SOUND_OF_AI), _Name(surface, sure, leads))
    return found


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """Names in the text, Latin ones first, each with whether it is surely one."""
    for found in _LATIN.findall(text):
        name = _VERSION.sub("", found)
        if name not in _KINDS and len(name) > 2:
            yield name, True
    proper = {word.surface for word in words(text) if _is_proper(word)}
    for name in _KATAKANA.findall(text):
        yield name.strip("・"), name in proper


def _is_proper(word: Word) -> bool:
    return word.unknown or (word.pos1 == "固有名詞" and word.pos2 != _PLACE)
