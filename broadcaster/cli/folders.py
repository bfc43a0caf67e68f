"""The episode a command looks at: the one of a date, or the newest that is finished."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from broadcaster.cli.options import checked_edition
from broadcaster.errors import Refused, SourceMissing

if TYPE_CHECKING:
    from broadcaster.archive import Folder, Station


def newest_or(station: Station, date: str, edition: str) -> Folder:
    """The folder of a date and edition; without a date the newest finished episode's.

    Raises SourceMissing where there is none, Refused where the date is no date.
    """
    if date:
        return folder_of(station, date, edition)
    newest = newest_folder(station, edition)
    if newest is None:
        raise SourceMissing("no finished episode", station.episodes, "run `broadcaster episode`")
    return newest


def newest_folder(station: Station, edition: str = "") -> Folder | None:
    """The finished episode that went on air last (of an edition, if one is named), or None."""
    from broadcaster.archive import finished_episodes

    found = [
        folder
        for folder, manifest in finished_episodes(station.episodes)
        if edition in ("", manifest.edition)
    ]
    return found[-1] if found else None


def folder_of(station: Station, date: str, edition: str) -> Folder:
    """The folder of one episode, which must be there."""
    try:
        day = dt.date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise Refused(f"{date!r} is not a date", "date", "write it as 2024-10-17") from error
    folder = station.folder(day, checked_edition(edition))
    if not folder.path.is_dir():
        hint = f"run `broadcaster episode --date {day}`"
        raise SourceMissing("no such episode", folder.path, hint)
    return folder
