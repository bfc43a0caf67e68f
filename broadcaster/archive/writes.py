"""Bytes on the disk: whole or not at all, and one run at a time in a folder.

Nothing is ever half-written under its own name: bytes go to a hidden file in the same folder
and are renamed. The lock is the kernel's (flock on the folder itself), so a killed run leaves
nothing to unlock.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from broadcaster.errors import FolderError, StorageFailed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def file_sha256(path: Path) -> str:
    """SHA-256 (hex) of a file, read in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what the disk says about `path` into an error of ours."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST}:
            raise FolderError(
                "cannot be written", path, "choose another folder or mend its permissions"
            ) from error
        reason = os.strerror(error.errno) if error.errno else "the write failed"
        raise StorageFailed(reason, path, "make room or mend the disk and run again") from error


@contextlib.contextmanager
def renamed_path(path: Path) -> Iterator[Path]:
    """Like `atomic_path`, but not flushed: for what can be made again after a power cut."""
    hidden = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with storage_errors(path):
        try:
            yield hidden
            hidden.replace(path)
        finally:
            hidden.unlink(missing_ok=True)


@contextlib.contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """A hidden path beside `path`; what is written there takes the name when the block ends.

    The hidden file is flushed before the rename and the folder after it, so that a reader,
    even after a power cut, finds the old bytes or the new ones. Removed if the block fails.
    """
    with renamed_path(path) as hidden:
        yield hidden
        _flush(hidden)
    _flush(path.parent)


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` under `path`, whole or not at all; the same bytes again are left alone."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    with atomic_path(path) as hidden:
        hidden.write_bytes(data)


def _flush(path: Path) -> None:
    """fsync a file or a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(path: Path) -> Path:
    """The folder, made if need be; FolderError where it cannot be made or written."""
    with storage_errors(path):
        path.mkdir(parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return path


@contextlib.contextmanager
def sole_run(folder: Path) -> Iterator[None]:
    """Hold the kernel's lock on a folder; FolderError at once where another run holds it."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderError(
                "another run is at work here", folder, "wait until it has ended"
            ) from error
        yield
    finally:
        os.close(handle)


def discard(paths: Iterable[Path]) -> None:
    """Remove files that may or may not be there."""
    for path in paths:
        with storage_errors(path):
            path.unlink(missing_ok=True)
