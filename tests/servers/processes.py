"""Who descends from a process, and who of them still runs."""

from __future__ import annotations

import time
from pathlib import Path


def _stat(pid: int) -> tuple[str, int] | None:
    """State and parent; the name before them may hold spaces and brackets."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return fields[0], int(fields[1])


def runs(pid: int) -> bool:
    """Whether the process is there and not merely unburied."""
    found = _stat(pid)
    return found is not None and found[0] != "Z"


def descendants(pid: int) -> dict[int, str]:
    """Every process below that one, with its command line."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").iterdir():
        found = _stat(int(path.name)) if path.name.isdigit() else None
        if found:
            parents.setdefault(found[1], []).append(int(path.name))
    told: dict[int, str] = {}
    waiting = list(parents.get(pid, ()))
    while waiting:
        child = waiting.pop()
        told[child] = command_line(child)
        waiting += parents.get(child, ())
    return told


def command_line(pid: int) -> str:
    """As `ps` shows it; empty where the process is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def wait_until_gone(pids: dict[int, str], seconds: float = 20.0) -> list[str]:
    """The command lines of those that still run when time is up; empty as soon as none does."""
    ends = time.monotonic() + seconds
    while (left := [name for pid, name in pids.items() if runs(pid)]) and time.monotonic() < ends:
        time.sleep(0.1)
    return left
