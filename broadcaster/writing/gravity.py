"""Which stories are told without a joke: death, disaster, crime, leaks, lawsuits, layoffs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from broadcaster.nouns import Article
    from broadcaster.programme import Character

_ALWAYS: Final = (
    "死亡", "死者", "死傷", "亡くな", "遺体", "遺族", "重体", "負傷", "けが人", "自殺", "殺害",
    "殺人", "虐待", "逮捕", "起訴", "提訴", "墜落", "地震", "津波", "洪水", "土砂崩れ", "山火事",
    "避難所", "空爆", "爆撃", "戦死", "漏えい", "漏洩", "人員削減", "事故", "災害",
)  # fmt: skip
"""Said of a story by itself. Words that journalism uses as figures (犠牲, 爆発的) are left out."""


def is_grave(article: Article, character: Character) -> bool:
    """Whether a grave word of the card, or of journalism itself, stands in title or text."""
    cues = (*character.grave_topics, *_ALWAYS)
    texts = (article.title, *(paragraph.text for paragraph in article.paragraphs))
    return any(cue in text for text in texts for cue in cues)
