"""Which port a server of ours holds: from before it loads until its starter ends, however he ends.

A port that is bound says nothing of that: vLLM lets several servers share one (SO_REUSEPORT), and
takes no call while it loads. The kernel's lock on a file is let go even by kill -9.
"""

from __future__ import annotations

import fcntl
import os
import time
from typing import TYPE_CHECKING, Final

from broadcaster.errors import Refused, StorageFailed
from broadcaster.writing.serving.keys import state_folder

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path

_LOOKS: Final = 5
_BETWEEN: Final = 0.05
"""Somebody who only asks holds the lock for a moment."""


def claim(port: int) -> FileIO:
    """The port for us alone, until the file given is closed. Refused where somebody holds it."""
    file = _opened(port)
    for _ in range(_LOOKS):
        if _locked(file, fcntl.LOCK_EX):
            return file
        time.sleep(_BETWEEN)
    file.close()
    raise Refused("a server of ours is there already", f"port {port}", "use it or name a --port")


def is_claimed(port: int) -> bool:
    """Whether somebody holds the port: his server answers, or is still on its way up."""
    if not _file(port).is_file():
        return False
    with _opened(port) as file:
        return not _locked(file, fcntl.LOCK_SH)


def _file(port: int) -> Path:
    return state_folder() / f"held-{port}"


def _opened(port: int) -> FileIO:
    try:
        handle = os.open(_file(port), os.O_RDWR | os.O_CREAT, 0o600)
        return os.fdopen(handle, "r+b", buffering=0)
    except OSError as error:
        raise StorageFailed(error.strerror or "cannot be written", _file(port)) from error


def _locked(file: FileIO, kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
