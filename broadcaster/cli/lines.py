"""Lines on stdin, whatever the locale says: UTF-8, or one clear line that they are not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from broadcaster.errors import SourceUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator


def stdin_lines() -> Iterator[str]:
    """Each line of stdin without its line break.

    Raises SourceUnreadable where stdin is closed, or a line is not UTF-8.
    """
    if sys.stdin is None:
        raise SourceUnreadable("it is closed", "stdin", "pipe the lines in, or use < lines.txt")
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise SourceUnreadable(
                f"line {number} is not UTF-8", "stdin", "convert it to UTF-8 first"
            ) from error
        yield text.rstrip("\r\n")
