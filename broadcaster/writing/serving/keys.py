"""The key of a server of ours: random, in a file that only its owner reads, gone with it."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from broadcaster.errors import StorageFailed
from broadcaster.writing.refusals import KEY_VARIABLE

if TYPE_CHECKING:
    from broadcaster.writing.wire import Place

_MOST_CHARACTERS: Final = 400


def state_folder() -> Path:
    """Where keys and logs lie: $XDG_CACHE_HOME/broadcaster/serving or under ~/.cache.

    Its owner's alone, also where it was there already.
    """
    given = os.environ.get("XDG_CACHE_HOME", "")
    try:
        home = Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
        folder = home / "broadcaster" / "serving"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except (OSError, RuntimeError) as error:
        raise StorageFailed("no place for a key", "$XDG_CACHE_HOME", "name a folder") from error
    return folder


def key_file(port: int) -> Path:
    """Where the key of the server at that port lies."""
    return state_folder() / f"key-{port}"


def log_file(port: int) -> Path:
    """Where the server at that port writes."""
    return state_folder() / f"vllm-{port}.log"


def new_key(port: int) -> str:
    """A random key, written to its file; what lay there is of a server that is no more."""
    key, path = secrets.token_urlsafe(32), key_file(port)
    try:
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key)
    except OSError as error:
        raise StorageFailed(error.strerror or "cannot be written", path) from error
    return key


def key_for(place: Place) -> str:
    """The key to send to that place: $BROADCASTER_API_KEY, else that of our own server there.

    A key from a file goes to this machine alone, and only if nobody else could read the file.
    """
    given = os.environ.get(KEY_VARIABLE, "")
    if given or not place.here or place.secure:
        return given
    try:
        path = key_file(place.port)
        about = path.lstat()
        private = not stat.S_IMODE(about.st_mode) & 0o077 and about.st_uid == os.getuid()
        if not private or not stat.S_ISREG(about.st_mode):
            return ""
        return path.read_text(encoding="ascii")[:_MOST_CHARACTERS].strip()
    except (OSError, ValueError, StorageFailed):
        return ""


def forget_key(port: int) -> None:
    """Remove the key of a server that has ended."""
    key_file(port).unlink(missing_ok=True)
