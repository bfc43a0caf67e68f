"""The episode folder: each room's noun under its own name, and the episodes of a station."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final, TypeVar

from broadcaster.archive.notation import from_json, to_json
from broadcaster.archive.writes import file_sha256, write_atomically
from broadcaster.errors import FolderError, NounError
from broadcaster.manifest import Manifest
from broadcaster.nouns import Article, Episode, Script, Utterance

ARTICLES: Final = "articles.json"
SCRIPT: Final = "script.json"
UTTERANCES: Final = "utterances.json"
EPISODE: Final = "episode.json"
MANIFEST: Final = "manifest.json"

MAX_NOUN_BYTES: Final = 64 * 1024 * 1024
MAX_KEPT: Final = 100

Noun = TypeVar("Noun")


def folder_name(date: str, edition: str = "") -> str:
    """The name of an episode's folder: `2024-10-17` or `2024-10-17-evening`."""
    return f"{date}-{edition}" if edition else date


def air_order(manifest: Manifest) -> tuple[str, str]:
    """What sorts episodes in the order they went on air."""
    return (manifest.date, manifest.edition)


class Folder:
    """An episode's folder: each room's noun under its own name.

    Reading a noun that is not there gives None; a damaged one raises NounError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def articles(self) -> tuple[Article, ...] | None:
        """What gathering left."""
        return self._read(ARTICLES, tuple[Article, ...])

    def script(self) -> Script | None:
        """What writing left."""
        return self._read(SCRIPT, Script)

    def utterances(self) -> tuple[Utterance, ...] | None:
        """What reading left."""
        return self._read(UTTERANCES, tuple[Utterance, ...])

    def episode(self) -> Episode | None:
        """What mixing left."""
        return self._read(EPISODE, Episode)

    def manifest(self) -> Manifest | None:
        """How the episode came to be."""
        try:
            return self._read(MANIFEST, Manifest)
        except NounError as error:
            again = (
                f"make that episode again: broadcaster episode --date {self.path.name} --rewrite"
            )
            raise NounError(error.what, error.thing, again) from error

    def leave(self, name: str, noun: object) -> str:
        """Write a noun under its file name; gives the hash of what now lies there."""
        data = to_json(noun)
        write_atomically(self.path / name, data)
        return hashlib.sha256(data).hexdigest()

    def keep_text(self, name: str, text: str) -> Path:
        """Put a person's text under a name that is free: `name`, else one with a number in it."""
        stem, dot, kind = name.partition(".")
        paths = (self.path / f"{stem}{n or ''}{dot}{kind}" for n in range(MAX_KEPT))
        path = next((path for path in paths if not path.exists()), None)
        if path is None:
            raise FolderError(f"holds {MAX_KEPT} texts like {name}", self.path, "remove some")
        write_atomically(path, text.encode("utf-8", "surrogatepass"))
        return path

    def hash_of(self, name: str) -> str:
        """SHA-256 of the file as it lies there now; empty if it is not there."""
        path = self.path / name
        return file_sha256(path) if path.is_file() else ""

    def _read(self, name: str, kind: type[Noun]) -> Noun | None:
        path = self.path / name
        if not path.is_file():
            return None
        if path.stat().st_size > MAX_NOUN_BYTES:
            raise NounError("larger than 64 MiB", path, "is this really ours?")
        return from_json(path.read_bytes(), kind, path)


def episodes_before(episodes: Path, date: str, edition: str = "") -> tuple[Folder, ...]:
    """Folders of finished episodes that went on air before this one, oldest first.

    Only folders whose name comes before this one's are opened: what is wrong with this episode
    or a later one is no reason not to make it.
    """
    earlier = _finished(episodes, before=folder_name(date, edition))
    return tuple(folder for folder, _ in earlier)


def finished_episodes(episodes: Path) -> tuple[tuple[Folder, Manifest], ...]:
    """Every episode whose manifest names its outputs, in air order."""
    return _finished(episodes)


def _finished(episodes: Path, before: str = "") -> tuple[tuple[Folder, Manifest], ...]:
    if not episodes.is_dir():
        return ()
    folders = (Folder(path.parent) for path in sorted(episodes.glob(f"*/{MANIFEST}")))
    wanted = (folder for folder in folders if not before or folder.path.name < before)
    pairs = ((folder, folder.manifest()) for folder in wanted)
    finished = [(folder, manifest) for folder, manifest in pairs if manifest and manifest.outputs]
    return tuple(sorted(finished, key=lambda pair: air_order(pair[1])))


def all_episodes(episodes: Path) -> tuple[Folder, ...]:
    """Every folder that holds a script, in air order, finished or not."""
    found = sorted(episodes.glob(f"*/{SCRIPT}")) if episodes.is_dir() else []
    return tuple(Folder(path.parent) for path in found if not path.parent.name.startswith("."))
