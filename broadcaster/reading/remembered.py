"""What the converters answered before on this machine: known words cost nothing.

A file of lines `word<TAB>answers…<TAB>check` in the user's cache folder, named for the versions
of the converters. It can only save time: a line whose check sum is wrong is no line, and where
nothing can be read or written, the converters are simply asked again.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

MOST_BYTES = 16 * 2**20
"""A larger file is neither read nor added to."""


class Remembered:
    """Answers by word, read once from `path` and added to as they come."""

    def __init__(self, path: Path, answers: int) -> None:
        """answers: how many belong to each word."""
        self._path = path
        self._known = _lines(path, answers)
        self._fresh: list[str] = []

    def get(self, word: str) -> tuple[str, ...] | None:
        """The answers for a word, or None."""
        return self._known.get(word)

    def put(self, word: str, answers: tuple[str, ...]) -> None:
        """Keep a word's answers, on disk too where that works."""
        self._known[word] = answers
        line = "\t".join((word, *answers))
        self._fresh.append(f"{line}\t{_check(line)}\n")
        if len(self._fresh) >= 64:
            self.save()

    def save(self) -> None:
        """Append what is new in one write, so that two programs never mix their lines."""
        if not self._fresh:
            return
        data = "".join(self._fresh).encode()
        self._fresh.clear()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab", buffering=0) as file:
                if file.tell() + len(data) <= MOST_BYTES:
                    file.write(data)
        except OSError:
            return


def cache_folder() -> Path | None:
    """$XDG_CACHE_HOME/broadcaster or ~/.cache/broadcaster; None without a home."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if given and Path(given).is_absolute():
        return Path(given) / "broadcaster"
    try:
        return Path.home() / ".cache" / "broadcaster"
    except RuntimeError:
        return None


def _lines(path: Path, answers: int) -> dict[str, tuple[str, ...]]:
    try:
        if path.stat().st_size > MOST_BYTES:
            return {}
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return {}
    known: dict[str, tuple[str, ...]] = {}
    for line in text.split("\n"):
        said, _, check = line.rpartition("\t")
        cells = said.split("\t")
        if len(cells) == answers + 1 and check == _check(said):
            known[cells[0]] = tuple(cells[1:])
    return known


def _check(line: str) -> str:
    return f"{zlib.crc32(line.encode('utf-8', 'replace')):08x}"
