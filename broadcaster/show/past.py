"""What was on air before: stories not to tell again, frame lines not to say again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.archive import Station, episodes_before
from broadcaster.errors import NounError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from broadcaster.nouns import Article, Script

    Noun = TypeVar("Noun")

MEMORY: Final = 6
"""Episodes within which no frame line is said twice and no story told by another's account."""


@dataclass(frozen=True, slots=True)
class Past:
    """aired: ids and URLs of stories told before. scripts, articles: the latest, oldest first."""

    aired: frozenset[str] = frozenset()
    scripts: tuple[Script, ...] = ()
    articles: tuple[Article, ...] = ()
    episodes: int = 0


def past_of(station: Station, date: str, edition: str) -> Past:
    """Everything that was on air before this date and edition; a later show changes nothing."""
    folders = episodes_before(station.episodes, date, edition)
    manifests = [manifest for folder in folders if (manifest := folder.manifest())]
    aired = {key for manifest in manifests for key in (*manifest.stories, *manifest.urls) if key}
    lately = folders[-MEMORY:]
    scripts = tuple(script for folder in lately if (script := _unbroken(folder.script)))
    articles = tuple(row for folder in lately for row in _unbroken(folder.articles) or ())
    return Past(frozenset(aired), scripts, articles, len(folders))


def _unbroken(noun: Callable[[], Noun | None]) -> Noun | None:
    """An earlier noun; one that a person left broken costs variety, not today's show."""
    try:
        return noun()
    except NounError:
        return None
