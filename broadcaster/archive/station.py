"""A station: the folder that holds `show.toml`, `voices/`, `episodes/` and `public/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadcaster.archive.folder import Folder, folder_name


@dataclass(frozen=True, slots=True)
class Station:
    """Where a station keeps its things. show_file: its `show.toml`; the rest lies beside it."""

    show_file: Path

    @property
    def root(self) -> Path:
        """The station's own folder."""
        return self.show_file.parent

    @property
    def voices(self) -> Path:
        """One folder with a card a character."""
        return self.root / "voices"

    @property
    def lexicon(self) -> Path:
        """Station-wide readings; need not be there."""
        return self.voices / "lexicon.toml"

    @property
    def settled(self) -> Path:
        """Findings a person has settled; need not be there."""
        return self.voices / "ok.toml"

    @property
    def episodes(self) -> Path:
        """One folder an episode."""
        return self.root / "episodes"

    @property
    def takes(self) -> Path:
        """The shelf of recorded takes; safe to delete."""
        return self.episodes / ".takes"

    @property
    def public(self) -> Path:
        """What `publish` leaves for the web server."""
        return self.root / "public"

    def folder(self, date: str, edition: str = "") -> Folder:
        """The folder of one episode."""
        return Folder(self.episodes / folder_name(date, edition))


def station_at(show_file: Path) -> Station:
    """The station whose programme is that file."""
    return Station(show_file.expanduser().absolute())
