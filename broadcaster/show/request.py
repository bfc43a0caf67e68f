"""What is asked of a run, and what it reports when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from broadcaster.manifest import Manifest, Skipped, StandIn
from broadcaster.nouns import ROOMS, Episode, Script
from broadcaster.programme import Character, Show


@dataclass(frozen=True, slots=True)
class Request:
    """One run over an episode folder.

    sources: empty means the show's own. date: ISO; empty means today in the show's zone (or the
    date a manuscript names). first, last: the rooms to walk through; earlier ones are taken as
    they lie in the folder. rewrite: discard a person's edits from `first` on. strict: fail rather
    than let another writer stand in.
    """

    sources: tuple[str, ...] = ()
    date: str = ""
    edition: str = ""
    host: str = ""
    writer: str = ""
    script: Path | None = None
    first: str = ROOMS[0]
    last: str = ROOMS[-1]
    rewrite: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did.

    recorded: takes made anew, of `takes`. edited: file names a person changed, kept.
    unchanged: everything was there already and nothing was touched.
    """

    folder: Path
    show: Show
    character: Character
    manifest: Manifest
    script: Script | None = None
    episode: Episode | None = None
    unchanged: bool = False
    takes: int = 0
    recorded: int = 0
    edited: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()

    @property
    def exit_code(self) -> int:
        """0, or 5 where a stand-in nobody asked for took part."""
        return 5 if any(not stand_in.asked for stand_in in self.stand_ins) else 0
