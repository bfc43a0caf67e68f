"""Every finished episode of a station, handed to publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster import cards, publishing
from broadcaster.archive import finished_episodes, sole_run

if TYPE_CHECKING:
    from broadcaster.archive import Station
    from broadcaster.publishing import Published


def publish(station: Station) -> Published:
    """Bring feed and media of all finished episodes into `public/`; locked while it runs."""
    show = cards.load_show(station.show_file)
    character = cards.load_character(station.voices, show.host)
    finished = [
        (folder.path, manifest, episode)
        for folder, manifest in finished_episodes(station.episodes)
        if (episode := folder.episode())
    ]
    with sole_run(station.root):
        return publishing.publish(show, station, finished, character=character)
