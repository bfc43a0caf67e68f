"""TOML from outside, read within bounds.

The parser of the standard library takes quadratic time on dotted keys and recurses on nested
brackets, so size, dots and brackets are counted before it sees a byte.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from broadcaster.errors import CardError

MAX_BYTES: Final = 64 * 1024
MAX_LEXICON_BYTES: Final = 4 * 1024 * 1024
MAX_DOTS_IN_LINE: Final = 200
MAX_BRACKETS_IN_LINE: Final = 32


def read_toml(path: Path, *, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """The tables of a TOML file; CardError naming file and line where it cannot be read."""
    return parse_toml(read_bytes(path, max_bytes=max_bytes), path, max_bytes=max_bytes)


def read_bytes(path: Path, *, max_bytes: int) -> bytes:
    """What a card's file holds; CardError where it is missing, too large or cannot be read."""
    try:
        if path.stat().st_size > max_bytes:
            raise CardError(f"larger than {max_bytes // 1024} KiB", path, "shorten it")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CardError("not found", path, "check the name or make the file") from error
    except OSError as error:
        raise CardError(error.strerror or "cannot be read", path, "check the file") from error


def parse_toml(data: bytes, name: object, *, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """The tables that `data` holds; `name` is what an error calls it."""
    if len(data) > max_bytes:
        raise CardError(f"larger than {max_bytes // 1024} KiB", name, "shorten it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CardError(f"line {line} is not UTF-8", name, "save the file as UTF-8") from error
    _refuse_nesting(text, name)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        where = str(error).replace("at end of document", f"at line {text.count(chr(10)) + 1}")
        raise CardError(f"not valid TOML: {where}", name, "mend that line") from error


def _refuse_nesting(text: str, name: object) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.count(".") > MAX_DOTS_IN_LINE:
            raise CardError(f"line {number} has too many dots", name, "shorten it")
        if line.count("[") + line.count("{") > MAX_BRACKETS_IN_LINE:
            raise CardError(f"line {number} has too many brackets", name, "spread it over lines")
