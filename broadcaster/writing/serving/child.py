"""A vLLM of ours: started under guard, watched until it answers, ended with everything it began."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from broadcaster.errors import DidNotStart, EngineUnavailable, Refused, StorageFailed
from broadcaster.writing.serving.claims import claim
from broadcaster.writing.serving.keys import forget_key, key_file, log_file, new_key
from broadcaster.writing.serving.order import Order, surroundings
from broadcaster.writing.serving.tail import cause, last_lines, read_tail, without_paths
from broadcaster.writing.wire import Deadlines, Place, Wire

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import FileIO

HOST: Final = "127.0.0.1"
PORT: Final = 8711
_LAUNCHER: Final = Path(__file__).with_name("launcher.py")
_BETWEEN_LOOKS: Final = 0.25
_SILENCE: Final = 900.0
"""Seconds without a word in the log: a download writes more often than that."""

_GRACE: Final = 12.0
"""Seconds for the guard, which itself waits 8 for the server."""


@dataclass(frozen=True, slots=True)
class Server:
    """A vLLM that was started here. address: where it answers; log: what it writes.

    held: by which its port is ours, until closed.
    """

    order: Order
    port: int
    key: str
    log: Path
    guard: subprocess.Popen[bytes]
    held: FileIO

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}/v1"

    @property
    def key_file(self) -> Path:
        """Where its key lies."""
        return key_file(self.port)

    def wait_until_ready(self, tell: Callable[[float, str], None]) -> None:
        """Return when it answers. tell: called with the seconds so far and the log's last line.

        DidNotStart with the log's tail where it ends instead, or says nothing for long.
        """
        wire = Wire(Place.of(self.address), deadlines=Deadlines(connect=2.0, first=5.0))
        began = heard = time.monotonic()
        size = 0
        while not wire.answers("/health"):
            now, grown = time.monotonic(), self.log.stat().st_size
            if grown != size:
                size, heard = grown, now
            if self.guard.poll() is not None or now - heard > _SILENCE:
                raise self.failure("did not start")
            tell(now - began, (read_tail(self.log) or ("",))[-1])
            time.sleep(_BETWEEN_LOOKS)

    def wait(self) -> None:
        """Return never while it serves; DidNotStart when it ends by itself."""
        self.guard.wait()
        raise self.failure("ended by itself")

    def failure(self, what: str) -> DidNotStart:
        """What the log says about it, as an error."""
        lines = read_tail(self.log)
        why = f"{what}: {without_paths(cause(lines))}"
        return DidNotStart(why, f"vLLM with {self.order.name}", self.log, last_lines(lines))

    def stop(self) -> None:
        """End it and all it began, and forget its key; once is enough, twice does no harm."""
        if self.guard.stdin and not self.guard.stdin.closed:
            self.guard.stdin.close()
        try:
            self.guard.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self.guard.kill()
            self.guard.wait()
        with contextlib.suppress(StorageFailed, OSError):
            forget_key(self.port)
        self.held.close()

    def end(self) -> None:
        """Stop it; what it wrote is of no more use."""
        self.stop()
        with contextlib.suppress(OSError):
            self.log.unlink(missing_ok=True)


def start(order: Order, python: Path, port: int = 0) -> Server:
    """A vLLM on its way up. port: 0 takes a free one. Refused where the port is taken."""
    port = _free(port)
    held = claim(port)
    key, log = new_key(port), log_file(port)
    log.unlink(missing_ok=True)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    command = command_of(order, python, port)
    try:
        # Its own session: Ctrl-C is for us to hear, and we end it in order.
        guard = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=handle,
            stderr=subprocess.STDOUT,
            env=surroundings(key, offline=order.offline),
            start_new_session=True,
        )
    except OSError as error:
        forget_key(port)
        held.close()
        raise EngineUnavailable(
            "does not run", "the Python for vLLM", "run make serve again"
        ) from error
    finally:
        os.close(handle)
    return Server(order, port, key, log, guard, held)


def command_of(order: Order, python: Path, port: int) -> list[str]:
    """The command line, which holds no secret: the key goes by the environment."""
    listening = ("--host", HOST, "--port", str(port))
    return [str(python), str(_LAUNCHER), "serve", *order.arguments, *listening]


def _free(port: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Refused("is taken", f"{HOST}:{port}", "name another --port") from error
        found: int = probe.getsockname()[1]
    return found
