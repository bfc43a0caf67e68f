"""How a story's own title is told: read out, transformed for, or owned up to.

英語スキル is three steps long: a long announcement, a short one, then none; what really
happened is counted, and paid off in the closing. Without an English voice nobody transforms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Line, Source
from broadcaster.writing.gravity import is_grave
from broadcaster.writing.headline import is_foreign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadcaster.nouns import Article, Plan
    from broadcaster.programme import Character
    from broadcaster.writing.headline import Topic
    from broadcaster.writing.measure import Ruler
    from broadcaster.writing.phrasebook import Phrasebook

MOST_MORAE: Final = 45
"""A title that takes longer than this to say is left to the show notes."""

_BEFORE, _AFTER = 0.4, 0.6
_LANGUAGES: Final = {
    "fr": "フランス語", "de": "ドイツ語", "es": "スペイン語", "it": "イタリア語",
    "pt": "ポルトガル語", "nl": "オランダ語",
}  # fmt: skip
_GIVEAWAYS: Final = {
    "fr": ("le", "la", "les", "des", "du", "un", "une", "et", "pour", "avec", "dans", "sur"),
    "de": ("der", "die", "das", "und", "für", "mit", "ein", "eine", "auf"),
    "es": ("el", "los", "las", "y", "para", "una", "con", "del"),
    "it": ("il", "gli", "della", "di", "per", "una", "che"),
    "pt": ("o", "os", "da", "do", "para", "uma", "com"),
    "nl": ("het", "een", "van", "voor", "en"),
}


@dataclass(frozen=True, slots=True)
class Skill:
    """Which stories are transformed for: article id → 1 for the first time, 2 for the second."""

    turns: Mapping[str, int] = field(default_factory=dict)

    @property
    def times(self) -> int:
        """How often the host transforms in this show."""
        return len(self.turns)


def plan_skill(plans: Sequence[Plan], character: Character, *, english: bool) -> Skill:
    """Deals the show's transformations out to the first stories that may have one."""
    if not english or not character.phrases("english_skill.long"):
        return Skill()
    able = [
        plan.article.id
        for plan in plans
        if title_language(plan.article) == "en"
        and " " in plan.article.title.strip()
        and not is_grave(plan.article, character)
    ]
    most = character.caps.english_skill
    return Skill({article: turn for turn, article in enumerate(able[:most], start=1)})


def title_language(article: Article) -> str:
    """ja for a title with anything Japanese in it; else its language as far as it shows."""
    if not is_foreign(article.title):
        return "ja"
    if not article.title.isascii() and article.language in _LANGUAGES:
        return article.language
    found = re.findall(r"[^\W\d_]+", article.title.lower())
    hits = {code: sum(word in some for word in found) for code, some in _GIVEAWAYS.items()}
    best = max(sorted(hits), key=lambda code: hits[code])
    if hits[best] >= 1 and best != "en" and "the" not in found and "of" not in found:
        return best
    return article.language if article.language in _LANGUAGES else "en"


def title_lines(
    article: Article, topic: Topic, skill: Skill, book: Phrasebook, ruler: Ruler
) -> tuple[Line, ...]:
    """The lines that tell a foreign title; none for a Japanese one, which the topic has told."""
    language = title_language(article)
    if language == "ja":
        return ()
    if language != "en":
        return _lines(book.line("english_skill.other", language=_LANGUAGES.get(language, "外国語")))
    if article.id in skill.turns:
        return _transformed(article, topic, skill.turns[article.id], book)
    if ruler.morae(article.title) > MOST_MORAE:
        return ()
    key = "title.plain" if " " in article.title.strip() else "title.one_word"
    return _lines(book.line(key, title=article.title.strip()))


def _transformed(article: Article, topic: Topic, turn: int, book: Phrasebook) -> tuple[Line, ...]:
    key = "english_skill.long" if turn == 1 else "english_skill.short"
    source = Source(article=article.id, card="title")
    spoken = Line(article.title.strip(), book.character.name, "english", _AFTER, source=source)
    gist = None if is_foreign(topic.label) else book.line("english_skill.gist", topic=topic.label)
    return _lines(book.line(key, pause=_BEFORE), spoken, gist)


def _lines(*lines: Line | None) -> tuple[Line, ...]:
    return tuple(line for line in lines if line is not None)
