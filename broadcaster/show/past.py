"""What was on air before: stories not to tell again, frame lines not to say again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.archive import Station, episodes_before
from broadcaster.errors import NounError

if TYPE_CHECKING:
    from broadcaster.archive import Folder
    from broadcaster.nouns import Script

MEMORY: Final = 6
"""Episodes within which no frame line is said twice."""


@dataclass(frozen=True, slots=True)
class Past:
    """aired: ids and URLs of stories told before. scripts: the latest, oldest first."""

    aired: frozenset[str] = frozenset()
    scripts: tuple[Script, ...] = ()
    episodes: int = 0


def past_of(station: Station, date: str, edition: str) -> Past:
    """Everything that was on air before this date and edition; a later show changes nothing."""
    folders = episodes_before(station.episodes, date, edition)
    manifests = [manifest for folder in folders if (manifest := folder.manifest())]
    aired = {key for manifest in manifests for key in (*manifest.stories, *manifest.urls) if key}
    scripts = tuple(script for folder in folders[-MEMORY:] if (script := _script(folder)))
    return Past(frozenset(aired), scripts, len(folders))


def _script(folder: Folder) -> Script | None:
    """An earlier script; one that a person left broken costs variety, not today's show."""
    try:
        return folder.script()
    except NounError:
        return None
