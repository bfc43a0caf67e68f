"""`voices/ok.toml`: findings that a person has looked at and found right, once and for all.

A row is `f12ab34 = "出典: 値段は、4万円なのだ。 (4万円)"`: the finding's id and, for whoever reads
the file, what it said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from broadcaster.cards.table import Table
from broadcaster.cards.toml import MAX_LEXICON_BYTES, read_toml

FINDING: Final = re.compile(r"f[0-9a-f]{6}")
_HEAD: Final = (
    "# 確かめて、よしとした指摘。broadcaster ok ID が書き足す。行を消すと、また指摘する。\n"
)
_MOST: Final = 200


def load_settled(path: Path) -> dict[str, str]:
    """Id and wording of every settled finding; none where the file is not there.

    Raises CardError for a key that is no finding's id.
    """
    if not path.is_file():
        return {}
    root = Table(read_toml(path, max_bytes=MAX_LEXICON_BYTES), path)
    settled = {}
    for key, _ in root.rest():
        if not FINDING.fullmatch(key):
            raise root.error(repr(key), "is no finding's id", "write ids such as f12ab34")
        settled[key] = root.text(key)
    return settled


def with_settled(text: str, findings: Mapping[str, str]) -> str:
    """The text of an ok.toml with these findings (id → wording) written below it."""
    head = text or _HEAD
    rows = (f"{name} = {_quoted(says)}\n" for name, says in findings.items())
    return head + ("" if head.endswith("\n") else "\n") + "".join(rows)


def _quoted(text: str) -> str:
    """A basic string of TOML 1.0: quotes, backslashes and whatever is not printable escaped."""
    shown = " ".join(text.split())[:_MOST]
    return '"' + "".join(map(_escaped, shown)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"  # half of a pair: TOML knows no such character
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
