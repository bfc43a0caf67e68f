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
    "漏えい", "漏洩", "人員削減", "レイオフ", "リストラ", "事故", "災害", "訴訟", "解雇", "死去",
    "訃報", "死因", "行方不明", "遭難", "噴火", "氾濫", "脱線", "転覆", "沈没", "銃撃", "発砲",
    "詐欺", "横領", "窃盗", "脅迫", "不正アクセス", "サイバー攻撃", "ランサムウェア", "損害賠償",
    "敗訴", "勝訴", "人がけが", "人けが", "大けが", "けがをした", "けがを負",
    "やけど", "希望退職", "早期退職", "退職勧奨", "人を削減", "人削減", "人員整理", "雇い止め",
    "逝去", "書類送検", "不審者", "感電",
)  # fmt: skip
"""Said of a story by itself. Words that journalism uses as figures (犠牲, 爆発的) are left out."""

_FOREIGN: Final = re.compile(
    r"\b(?:dead|dies|died|deaths?|killed|kills|murder(?:ed)?|suicide|layoffs?|laid off|lawsuits?|"
    r"sue[sd]?|arrested|earthquake|tsunami|wildfires?|explosion|shooting|injured|"
    r"data (?:breach|leak)|morts?|mortel(?:le)?|tués?|décès|blessés?|incendie|licenciements?|"
    r"licencie|séisme|fuite de données|tote|getötet|entlassungen|muertos?|terremoto)\b",
    re.IGNORECASE,
)
_PREVENTED: Final = (
    r"(?:や[一-龠ァ-ヶー]{1,8})?(?:など)?(?:への|の|を|が|に|は|から)?"
    r"(?:未然に|[一-龠]{0,4}を?)?"
    r"(?:防|予防|防止|見破|見抜|見分け|阻|減ら|なく[しす]|抑え|避け|備え|対策|予測|予知|予報|検知|想定|訓練|保険|"
    r"起こさな|起きな|ゼロ|リスク|なし|無し|いな|出な|なかった|心配)|時(?!間)|用|発生時"
)
_KANA: Final = re.compile("[ぁ-んァ-ヶ]")
_LEAD_SENTENCES: Final = 2
_LOOKED_AT: Final = 20_000
_MENTIONS: Final = 2


def is_grave(article: Article, character: Character) -> bool:
    """Whether a grave word of the card, or of journalism itself, is what the story is about."""
    cues = grave_cues(character)
    text = "\n".join(one.text for one in article.paragraphs if one.kind != "comment")[:_LOOKED_AT]
    lead = "".join(islice(_told(text), _LEAD_SENTENCES))
    if _FOREIGN.search(article.title) or (not _KANA.search(text) and _FOREIGN.search(lead)):
        return True
    if _mentions(article.title, cues) or _mentions(lead, cues):
        return True
    return _mentions(text, cues) >= _MENTIONS


def grave_cues(character: Character) -> tuple[str, ...]:
    """The words that make a story grave: the card's, and those of journalism itself."""
    return (*character.grave_topics, *_ALWAYS)


def grave_words_in(text: str, cues: tuple[str, ...]) -> tuple[str, ...]:
    """What the text says of something grave that was not prevented, in its words."""
    grave, prevented = _patterns(cues)
    return tuple(grave.findall(prevented.sub("", text)))


def _told(text: str) -> list[str]:
    """The first sentences of a text; a thousand characters hold any lead."""
    return [sentence for sentence in sentences(text[:1000]) if sentence.strip()]


def _mentions(text: str, cues: tuple[str, ...]) -> int:
    """How often the text speaks of something grave that was not prevented."""
    return len(grave_words_in(text, cues))


@lru_cache(maxsize=8)
def _patterns(cues: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    any_cue = "|".join(
        re.escape(cue) for cue in sorted(set(cues), key=lambda cue: (-len(cue), cue))
    )
    return re.compile(any_cue), re.compile(f"(?:{any_cue})(?:{_PREVENTED})")
