"""Lines that were one text: no space between Japanese characters, one between Latin words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE: Final = "\u3000-\u303fぁ-ヿ\u31f0-\u31ff㐀-鿿豈-\ufaff！-｠￠-￦"
_WIDE_AT_END: Final = re.compile(f"[{_WIDE}]$")
_WIDE_AT_START: Final = re.compile(f"[{_WIDE}]")
_SPACE_AFTER_MARK: Final = re.compile("(?<=[、。，．！？：；」』）】])[ \u3000]+")
_SPACE_BEFORE_BRACKET: Final = re.compile("[ \u3000]+(?=[、。，．！？「『（【」』）】])")


def join_lines(lines: Iterable[str]) -> str:
    """The lines as one text."""
    joined: list[str] = []
    last = ""
    for line in lines:
        stripped = line.strip()
        if not stripped:
            continue
        if last and not _WIDE_AT_END.search(last) and not _WIDE_AT_START.match(stripped):
            joined.append(" ")
        joined.append(stripped)
        last = stripped[-1]
    return "".join(joined)


def close_up(text: str) -> str:
    """The text without the spaces that captions put beside Japanese punctuation."""
    return _SPACE_BEFORE_BRACKET.sub("", _SPACE_AFTER_MARK.sub("", text))
