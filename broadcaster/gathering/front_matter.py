"""What an article's author says of it: a block at the head, or a card NAME.toml beside it.

`---` holds simple `key: value` lines (quotes, [a, b], `- a` lists), `+++` holds TOML. Both are
read before anything of the text is dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from broadcaster.cards import parse_toml
from broadcaster.errors import CardError
from broadcaster.gathering.draft import Facts
from broadcaster.gathering.facts import KEYS, facts_of

if TYPE_CHECKING:
    from pathlib import Path

MAX_CARD: Final = 64 * 1024
MAX_LINES: Final = 200
MAX_LINE: Final = 2000
MAX_DOTS_IN_LINE: Final = 500
"""The TOML parser takes quadratic time on dotted keys, wherever in a line they stand."""

_PAIR: Final = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?$")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)$")
_COMMENT: Final = re.compile(r"[ \t]+#[ \t].*$")


def split_front_matter(text: str, origin: str) -> tuple[Facts, str]:
    """What the block at the head says, and the text below it.

    origin: what an error calls the file. Raises CardError naming file and key.
    """
    body = text.lstrip("\n")
    fence = body.split("\n", 1)[0].rstrip()
    if fence not in ("---", "+++"):
        return Facts(), text
    lines = body.split("\n")[1:]
    end = _end_of_block(lines, fence)
    if end < 0 or (fence == "---" and not _looks_like_pairs(lines[:end])):
        return Facts(), text
    block = lines[:end]
    table = (
        _pairs(block, origin) if fence == "---" else parse_card("\n".join(block).encode(), origin)
    )
    return facts_of(table, origin), "\n".join(lines[end + 1 :])


def read_card(path: Path, origin: str) -> Facts:
    """What the card beside an article says; nothing if there is none."""
    if not path.is_file():
        return Facts()
    try:
        with path.open("rb") as file:
            data = file.read(MAX_CARD + 1)
    except OSError as error:
        raise CardError(error.strerror or "cannot be read", origin, "check the file") from error
    return facts_of(parse_card(data, origin), origin)


def parse_card(data: bytes, origin: str) -> dict[str, Any]:
    """The TOML of a card, its size and dots counted before it is parsed."""
    if any(line.count(b".") > MAX_DOTS_IN_LINE for line in data[: MAX_CARD + 1].split(b"\n")):
        raise CardError("a line has too many dots", origin, "shorten it")
    return parse_toml(data, origin, max_bytes=MAX_CARD)


def _end_of_block(lines: list[str], fence: str) -> int:
    closing = ("---", "...") if fence == "---" else ("+++",)
    return next((at for at, row in enumerate(lines[:MAX_LINES]) if row.rstrip() in closing), -1)


def _looks_like_pairs(lines: list[str]) -> bool:
    """A rule of dashes over prose is no front matter, whatever another rule follows."""
    pairs = [found[1] for row in lines if (found := _PAIR.match(row))]
    rest = [row for row in lines if row.strip() and not _PAIR.match(row) and row[:1] != "#"]
    return any(key in KEYS for key in pairs) or (bool(pairs) and not rest)


# ── key: value ───────────────────────────────────────────────────────────────────────────


def _pairs(lines: list[str], origin: str) -> dict[str, Any]:
    table: dict[str, Any] = {}
    key = ""
    for line in lines:
        if len(line) > MAX_LINE:
            raise CardError("a line of the front matter is too long", origin, "shorten it")
        pair, item = _PAIR.match(line), _ITEM.match(line)
        if pair:
            key = pair[1]
            if key in table:
                raise CardError(f"{key} is given twice", origin, "keep one")
            table[key] = _value(pair[2] or "", key, origin)
        elif item and key and (table[key] == "" or isinstance(table[key], list)):
            table[key] = [*table[key], _scalar(item[1], key, origin)]
        elif line.strip() and not line.lstrip().startswith("#"):
            what = f"the front matter line {line.strip()[:40]!r} is not `key: value`"
            raise CardError(what, origin, "write `key: value` on one line")
    return table


def _value(text: str, key: str, origin: str) -> Any:
    bare = _COMMENT.sub("", text).strip()
    if bare.startswith("[") and bare.endswith("]"):
        inside = bare[1:-1].strip()
        return [_scalar(piece, key, origin) for piece in _split_list(inside)] if inside else []
    if bare in ("true", "false"):
        return bare == "true"
    return _scalar(text, key, origin)


def _scalar(text: str, key: str, origin: str) -> str:
    stripped = text.strip()
    if stripped[:1] in ("'", '"'):
        return _unquoted(stripped, key, origin)
    plain = _COMMENT.sub("", stripped).strip()
    if re.fullmatch(r"[|>][-+]?", plain):
        raise CardError(f"{key} spans several lines", origin, "write it on one line")
    return plain


def _unquoted(text: str, key: str, origin: str) -> str:
    quote = text[0]
    end = text.find(quote, 1)
    while quote == "'" and text[end : end + 2] == "''":
        end = text.find(quote, end + 2)
    while quote == '"' and end > 0 and text[end - 1] == "\\":
        end = text.find(quote, end + 1)
    if end < 0 or _COMMENT.sub("", " " + text[end + 1 :]).strip():
        raise CardError(f"{key} has a quote that does not close", origin, "close it at the end")
    inside = text[1:end]
    return inside.replace("''", "'") if quote == "'" else inside.replace('\\"', '"')


def _split_list(text: str) -> list[str]:
    """The pieces between commas that are not inside quotes."""
    pieces = re.findall(r"\"[^\"]*\"|'[^']*'|[^,\"']+|,|[\"']", text)
    rows = [""]
    for piece in pieces:
        if piece == ",":
            rows.append("")
        else:
            rows[-1] += piece
    return [row for row in rows if row.strip()]
