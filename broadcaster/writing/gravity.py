"""Which stories are told without a joke: death, disaster, crime, leaks, lawsuits, layoffs.

A story is grave by its title, by its lead, or by what it says twice: a word in passing is not
enough, and 「事故を防ぐ」 is about prevention.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences

if TYPE_CHECKING:
    from broadcaster.nouns import Article
    from broadcaster.programme import Character

_ALWAYS: Final = (
    "死亡", "死者", "死傷", "亡くな", "遺体", "遺族", "重体", "重傷", "負傷", "けが人", "自殺",
    "殺害", "殺人", "虐待", "逮捕", "起訴", "提訴", "容疑者", "強盗", "誘拐", "テロ攻撃", "墜落",
    "地震", "津波", "洪水", "土砂崩れ", "山火事", "火災", "火事", "避難所", "空爆", "爆撃", "戦死",
    "漏えい", "漏洩", "人員削減", "レイオフ", "リストラ", "事故", "災害", "訴訟", "解雇",
)  # fmt: skip
"""Said of a story by itself. Words that journalism uses as figures (犠牲, 爆発的) are left out."""

_FOREIGN: Final = re.compile(
    r"\b(?:dead|dies|died|deaths?|killed|murder(?:ed)?|suicide|layoffs?|laid off|lawsuits?|sue[sd]|"
    r"arrested|earthquake|tsunami|data breach|morts?|licenciements?|séisme)\b",
    re.IGNORECASE,
)
_PREVENTED: Final = (
    r"(?:や[一-龠ァ-ヶー]{1,8})?(?:など)?(?:への|の|を|が|に|は|から)?"
    r"(?:未然に|[一-龠]{0,4}を?)?"
    r"(?:防|予防|防止|減ら|なく[しす]|抑え|避け|備え|対策|予測|予知|予報|検知|想定|訓練|保険|"
    r"起こさな|起きな|ゼロ|リスク)|時(?!間)|用|発生時"
)
_LEAD_SENTENCES: Final = 2
_LOOKED_AT: Final = 20_000
_MENTIONS: Final = 2


def is_grave(article: Article, character: Character) -> bool:
    """Whether a grave word of the card, or of journalism itself, is what the story is about."""
    if _FOREIGN.search(article.title):
        return True
    cues = (*character.grave_topics, *_ALWAYS)
    text = "\n".join(one.text for one in article.paragraphs if one.kind != "comment")[:_LOOKED_AT]
    lead = "".join(islice(_told(text), _LEAD_SENTENCES))
    if _mentions(article.title, cues) or _mentions(lead, cues):
        return True
    return _mentions(text, cues) >= _MENTIONS


def _told(text: str) -> list[str]:
    """The first sentences of a text; a thousand characters hold any lead."""
    return [sentence for sentence in sentences(text[:1000]) if sentence.strip()]


def _mentions(text: str, cues: tuple[str, ...]) -> int:
    """How often the text speaks of something grave that was not prevented."""
    grave, prevented = _patterns(cues)
    return len(grave.findall(prevented.sub("", text)))


@lru_cache(maxsize=8)
def _patterns(cues: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    any_cue = "|".join(
        re.escape(cue) for cue in sorted(set(cues), key=lambda cue: (-len(cue), cue))
    )
    return re.compile(any_cue), re.compile(f"(?:{any_cue})(?:{_PREVENTED})")
