"""By which right an article is told, and whether a published show has one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.archive import SCRIPT, folder_name
from broadcaster.errors import Refused
from broadcaster.publishing.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.manifest import Manifest
    from broadcaster.nouns import Episode, Reference

NONE: Final = "権利の記載なし"
_SAID: Final = {
    "own": "自前の記事",
    "licensed": "許諾を得た記事",
    "cc-by": "CC BY",
    "quote": "引用",
}
_LONGEST: Final = 60


def basis(reference: Reference) -> str:
    """The right as the show notes say it."""
    return _SAID.get(reference.rights, one_line(reference.rights) or NONE)


def check_rights(episodes: Sequence[tuple[Manifest, Episode]]) -> None:
    """Raise Refused for the first story without a right to tell it, saying where to write one."""
    missing = [
        (manifest, episode, row)
        for manifest, episode in episodes
        for row in episode.sources
        if row.rights not in _SAID
    ]
    if not missing:
        return
    manifest, episode, reference = missing[0]
    others = f" ({len(missing) - 1} more like it)" if missing[1:] else ""
    raise Refused(
        f"{_named(reference)} has no rights basis{others}",
        folder_name(episode.date, episode.edition),
        _remedy(manifest, episode),
    )


def _named(reference: Reference) -> str:
    """The story and its source, as a person would look for them."""
    title = one_line(reference.title)[:_LONGEST]
    source = one_line(reference.publisher) or one_line(reference.url) or "媒体の記載なし"
    return f"「{title}」 from {source}"


def _remedy(manifest: Manifest, episode: Episode) -> str:
    edition = f" --edition {episode.edition}" if episode.edition else ""
    again = f"`broadcaster episode --date {episode.date}{edition}`"
    which = "own, licensed, cc-by or quote"
    if SCRIPT in manifest.edited:
        return f'write "rights" ({which}) under references in its {SCRIPT} and run {again}'
    return (
        f"write rights = {which} for its source in show.toml [news] sources, "
        f"or in the article's front matter, and run {again}"
    )
