"""From what a station names as a source to the files that are there."""

from __future__ import annotations

import glob
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from broadcaster.errors import Refused, SourceMissing
from broadcaster.gathering.faults import (
    KINDS,
    MAX_BYTES,
    NOT_A_FILE,
    TOO_LARGE,
    UNKNOWN_KIND,
    NoTextError,
    refused_by_system,
)
from broadcaster.gathering.hygiene import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.programme import NewsSource

_WILD: Final = re.compile(r"[*?\[]")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read. origin: its path inside the station, else its name alone.

    named: it was asked for by its own name, not met in a folder or by a pattern.
    """

    path: Path
    origin: str
    named: bool


def find(source: NewsSource, station: Path) -> Iterator[Found]:
    """The files of a source, sorted by name.

    Raises SourceMissing for a name that is not there and Refused for an address; a pattern that
    matches nothing gives nothing.
    """
    origin = source.origin
    path = station / origin
    _refuse_address(origin, path)
    if not origin.strip():
        raise Refused("a source has no name", do="give a file, a folder or a pattern")
    if os.path.isdir(path):  # noqa: PTH112 (answers False where Path raises: too long, a NUL)
        yield from _among(path.iterdir(), station)
    elif os.path.lexists(path):
        yield Found(path, _origin(path, station), named=True)
    elif _WILD.search(origin):
        matched = glob.glob(origin, root_dir=station, recursive=True)  # noqa: PTH207 (root_dir)
        yield from _among((station / name for name in matched), station)
    else:
        raise SourceMissing("no such file or folder", _shown(origin), "check the name")


def _refuse_address(origin: str, path: Path) -> None:
    scheme = _SCHEME.match(origin)
    if not scheme or (os.path.lexists(path) and scheme[1].lower() not in ("http", "https")):
        return
    if scheme[1].lower() in ("http", "https"):
        raise Refused(
            "fetching pages is not built yet", _shown(origin), "save the page and give its file"
        )
    raise Refused(f"{scheme[1]}: is no source", _shown(origin), "give a file, folder or pattern")


def _among(paths: Iterable[Path], station: Path) -> Iterator[Found]:
    """Those that may hold an article; hidden files, folders and cards of articles do not."""
    for path in sorted(paths, key=os.fsencode):
        if path.name.startswith(".") or path.name.endswith("~") or path.is_dir() or is_card(path):
            continue
        yield Found(path, _origin(path, station), named=False)


def is_card(path: Path) -> bool:
    """Whether the file is the card NAME.toml of an article NAME.* beside it."""
    return path.suffix.lower() == ".toml" and any(
        os.path.lexists(path.with_suffix(kind)) for kind in KINDS
    )


def _origin(path: Path, station: Path) -> str:
    """Inside the station the way to it, else the name alone: never the machine's own path."""
    absolute, home = (os.path.normpath(os.path.abspath(place)) for place in (path, station))  # noqa: PTH100 (no link is followed)
    inside = absolute.startswith(home.rstrip(os.sep) + os.sep)
    return _shown(os.path.relpath(absolute, home) if inside else os.path.basename(absolute))  # noqa: PTH119


def _shown(name: str) -> str:
    """A name that can be printed, whatever bytes it has on the disk."""
    return one_line(os.fsencode(name).decode("utf-8", "replace"))[:300]


def read_bytes(path: Path) -> bytes:
    """What the file holds. Raises NoTextError where it is no file of ours to read."""
    if path.suffix.lower() not in KINDS:
        raise NoTextError(UNKNOWN_KIND)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NoTextError(NOT_A_FILE)
        if status.st_size > MAX_BYTES:
            raise NoTextError(TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise NoTextError(refused_by_system(error.strerror or "I/O error")) from error
