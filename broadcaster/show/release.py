"""Every finished episode of a station, handed to publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster import cards, publishing
from broadcaster.archive import EPISODE, finished_episodes, sole_run
from broadcaster.errors import Failed
from broadcaster.manifest import Room
from broadcaster.show.terms import check_terms

if TYPE_CHECKING:
    from broadcaster.archive import Folder, Station
    from broadcaster.manifest import Manifest
    from broadcaster.programme import Show
    from broadcaster.publishing import Published


def publish(station: Station) -> Published:
    """Bring feed and media of all finished episodes into `public/`; locked while it runs."""
    show = cards.load_show(station.show_file)
    character = cards.load_character(station.voices, show.host)
    check_terms(show, character, station.voices)
    finished = []
    for folder, manifest in finished_episodes(station.episodes):
        if episode := folder.episode():
            _check_host(show, folder, station)
            _check_whole(folder, manifest)
            finished.append((folder.path, manifest, episode))
    with sole_run(station.root):
        return publishing.publish(show, station, finished, character=character)


def _check_whole(folder: Folder, manifest: Manifest) -> None:
    """episode.json must speak of the very files that the manifest names."""
    rooms = dict(manifest.rooms)
    mixed, packaged = rooms.get("mix", Room()), rooms.get("package", Room())
    if folder.hash_of(EPISODE) != mixed.noun or mixed.made_from != packaged.made_from:
        edition = f" --edition {manifest.edition}" if manifest.edition else ""
        raise Failed(
            "was mixed anew but not finished",
            folder.path.name,
            f"run `broadcaster episode --date {manifest.date}{edition}`",
        )


def _check_host(show: Show, folder: Folder, station: Station) -> None:
    """An episode keeps the host it was made with, whoever hosts the show today."""
    script = folder.script() if show.commercial else None
    if script:
        host = cards.load_character(station.voices, script.host)
        check_terms(show, host, station.voices)
