"""What vLLM's log says when it did not start: the cause first, then its last lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES: Final = 200_000
_SHOWN: Final = 20
_FRONT: Final = re.compile(r"^(?:\([^()]{1,60}\) ?)?(?:[A-Z]{4,8} [0-9][^\]]{1,80}\] ?)?")
_RAISED: Final = re.compile(r"^[A-Za-z_][\w.]{0,80}(?:Error|Exception|Interrupt|Exit)\b: ?\S")
_FRAME: Final = re.compile(r'^ {2}File "|^ {4,}|^Traceback|^The above exception|^During handling')
_DETAIL: Final = re.compile(r"^ +[A-Z][a-z]+ error, ")
_CONSEQUENCE: Final = ("Engine core initialization failed", "Failed core proc", "died unexpectedly")
_FOLDERS: Final = re.compile(r"(?<![\w./])/(?:[\w.+-]+/)+")
_REFUSED: Final = re.compile(r"\berror: (?=\S)")


def read_tail(log: Path) -> tuple[str, ...]:
    """The last lines of a log without vLLM's prefixes; empty where there is none."""
    try:
        with log.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _MOST_BYTES))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ()
    lines = (_FRONT.sub("", line).rstrip() for line in text.splitlines())
    return tuple(line for line in lines if line.strip())


def cause(lines: tuple[str, ...]) -> str:
    """The error that began it: consequences come after it, as further errors."""
    detailed = [line for line in lines if _DETAIL.match(line)]
    raised = [line for line in lines if _RAISED.match(line.strip())]
    first = [line for line in raised if not any(said in line for said in _CONSEQUENCE)]
    refused = [line for line in lines if _REFUSED.search(line)]
    found = detailed[:1] or first[:1] or refused[-1:] or raised[-1:] or lines[-1:]
    return " ".join(found[0].split())[:400] if found else "it wrote nothing"


def last_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """What is worth showing: the cause, then the end of the log without frames of tracebacks."""
    told = [line[:300] for line in lines if not _FRAME.match(line)]
    return (cause(lines), *told[-_SHOWN:])


def without_paths(text: str) -> str:
    """The text with files by their bare names: a manifest names no folder of a machine."""
    return _FOLDERS.sub("", text)
