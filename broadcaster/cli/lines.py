"""Lines on stdin, whatever the locale says: always UTF-8, damaged bytes replaced."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def stdin_lines() -> Iterator[str]:
    """Each line of stdin without its line break."""
    stream = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    for line in stream:
        yield line.rstrip("\r\n")
