"""Which articles are plainly about something the host does not talk about.

The card names such topics in a phrase (政党や候補者の応援). A phrase we know is looked for by the
words of `topics.toml`; any other by the words it is made of. An article is refused where its title
speaks of the topic, or three of its sentences do; a word in passing refuses nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from broadcaster import cards
from broadcaster.japanese import sentences
from broadcaster.manifest import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.nouns import Article
    from broadcaster.programme import Character

PLAINLY: Final = 3
"""Sentences that speak of a topic before the article is about it."""

_LOOKED_AT: Final = 200
_LONGEST: Final = 20_000
_WORD: Final = re.compile(r"[ァ-ヴー]{2,}|[一-龠々]{2,}|[A-Za-z][\w.+-]+")
_LISTS: Final = Path(__file__).with_name("topics.toml")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and how to know it. cues: one is enough; all_of: every one of them is needed."""

    name: str
    cues: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    decoys: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    def stands_in(self, sentence: str) -> bool:
        """Whether the sentence speaks of the topic, and not of what is done against it."""
        for decoy in self.decoys:
            sentence = sentence.replace(decoy, "　")
        if any(word in sentence for word in self.against):
            return False
        if self.all_of:
            return all(word in sentence for word in self.all_of)
        return any(word in sentence for word in self.cues)


def permitted(
    articles: Iterable[Article | Skipped], character: Character
) -> Iterator[Article | Skipped]:
    """The articles the host may tell; the others skipped, with the topic's name."""
    topics = tuple(_topic(phrase) for phrase in character.refuse_topics)
    for article in articles:
        topic = None if isinstance(article, Skipped) else _refused(article, topics)
        if topic is None or isinstance(article, Skipped):
            yield article
        else:
            origin = article.origin or article.url or article.title
            yield Skipped(origin, f"禁止の話題({topic.name})")


def _refused(article: Article, topics: tuple[Topic, ...]) -> Topic | None:
    """The first topic the article is plainly about."""
    body = tuple(islice(_sentences(article), _LOOKED_AT))
    for topic in topics:
        if topic.stands_in(article.title):
            return topic
        if sum(map(topic.stands_in, body)) >= PLAINLY:
            return topic
    return None


def _sentences(article: Article) -> Iterator[str]:
    for paragraph in article.paragraphs:
        yield from sentences(paragraph.text[:_LONGEST])


def _topic(phrase: str) -> Topic:
    """How to know a topic by the phrase of a card."""
    for answers, topic in _known():
        if any(word in phrase for word in answers):
            return topic
    words = tuple(dict.fromkeys(_WORD.findall(phrase)))
    return Topic(phrase, all_of=words or (phrase,))


@cache
def _known() -> tuple[tuple[tuple[str, ...], Topic], ...]:
    """The topics of our lists, each with the words by which a phrase asks for it."""
    root = cards.Table(cards.read_toml(_LISTS), _LISTS.name)
    rows = []
    for name, _ in root.rest():
        table = root.table(name)
        topic = Topic(
            name,
            cues=table.texts("cues"),
            decoys=table.texts("decoys"),
            against=table.texts("against"),
        )
        rows.append((table.texts("answers"), topic))
        table.close()
    return tuple(rows)
