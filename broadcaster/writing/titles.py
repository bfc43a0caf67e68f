"""How a story's own title is told: read out, transformed for, or owned up to.

英語スキル is three steps long: a long announcement, a short one, then none; what really
happened is counted, and paid off in the closing. Without an English voice nobody transforms.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Line, Source
from broadcaster.writing.gravity import is_grave
from broadcaster.writing.languages import language_name, title_language
from broadcaster.writing.own_title import is_foreign, own_title

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
        and " " in own_title(plan.article)
        and not is_grave(plan.article, character)
    ]
    most = character.caps.english_skill
    return Skill({article: turn for turn, article in enumerate(able[:most], start=1)})


def title_key(article: Article, skill: Skill, character: Character, ruler: Ruler) -> str:
    """Under which key of the card a title is told; empty for one that needs no telling.

    A Japanese title is what the topic has told already; one too long to say is left to the notes;
    a sentence of the text that stands for a title is none.
    """
    if not own_title(article):
        return ""
    language, grave = title_language(article), is_grave(article, character)
    if language == "ja":
        return ""
    if language != "en":
        return "title.foreign" if grave else "english_skill.other"
    if article.id in skill.turns:
        return "english_skill.long" if skill.turns[article.id] == 1 else "english_skill.short"
    if ruler.morae(article.title) > MOST_MORAE:
        return ""
    several = len(article.title.split()) > 1
    return "title.plain" if several or grave else "title.one_word"


def title_lines(
    article: Article, key: str, topic: Topic, book: Phrasebook, *, nth: int = 0
) -> tuple[Line, ...]:
    """The lines that tell a title under that key.

    nth: how many titles of this show were told under it before.
    """
    if not key:
        return ()
    if key in ("english_skill.long", "english_skill.short"):
        return _transformed(article, topic, key, book)
    name = language_name(title_language(article))
    return _lines(book.line(key, nth=nth, title=article.title.strip(), language=name))


def _transformed(article: Article, topic: Topic, key: str, book: Phrasebook) -> tuple[Line, ...]:
    source = Source(article=article.id, card="title")
    spoken = Line(article.title.strip(), book.character.name, "english", _AFTER, source=source)
    again = int(key == "english_skill.short")
    gist = book.line("english_skill.gist", nth=again, topic=topic.label)
    told = None if topic.by_language or is_foreign(topic.label) else gist
    return _lines(book.line(key, pause=_BEFORE), spoken, told)


def _lines(*lines: Line | None) -> tuple[Line, ...]:
    return tuple(line for line in lines if line is not None)
