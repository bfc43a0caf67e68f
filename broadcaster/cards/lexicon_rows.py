"""Rows written into a `lexicon.toml` that a person keeps: comments, order and the rest stay.

The text is changed line by line and then read again: unless every other row is what it was and
the new ones say what they should, nothing is given back.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from broadcaster.cards.lexicon import layered, lexicon_of, parse_lexicon
from broadcaster.errors import CardError
from broadcaster.programme import Lexicon, LexiconRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KEY: Final = re.compile(
    r"""[ \t]*("(?:[^"\\]|\\.){1,800}"|'[^']{1,200}'|[A-Za-z0-9_-]{1,200})(?=[ \t]*=)"""
)
_TABLE: Final = re.compile(r"[ \t]*\[")


def with_rows(data: bytes, rows: Sequence[LexiconRow], name: object) -> bytes:
    """The lexicon `data` with these rows: one that exists is replaced in its place.

    New rows go to the end, or before the first `[table]`. Raises CardError naming file and line
    where a row is written in a way that cannot be replaced (over several lines), or is bad.
    """
    rows = [replace(row, gloss=row.gloss.strip()) for row in rows]
    before = parse_lexicon(data, name)
    text = data.decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    places = _places(lines)
    known = {row.surface for row in before.rows}
    fresh = []
    for row in rows:
        if row.surface in places:
            lines[places[row.surface]] = _replaced(lines[places[row.surface]], row)
        elif row.surface in known:
            raise _by_hand(lines, row, name)
        else:
            fresh.append(_line(row) + newline.removesuffix("\n"))
    made = "\n".join(_with_new(lines, fresh, newline)).encode("utf-8", "surrogatepass")
    if _said(lexicon_of(made, name)) != _said(layered(Lexicon(tuple(rows)), before)):
        raise CardError("cannot be changed line by line", name, "write the rows by hand")
    return made


def _said(lexicon: Lexicon) -> dict[str, LexiconRow]:
    return {row.surface: row for row in lexicon.rows}


def _places(lines: Iterable[str]) -> dict[str, int]:
    """Where each row lies that is written on a line of its own, above any `[table]`."""
    places: dict[str, int] = {}
    for number, line in enumerate(lines):
        if _TABLE.match(line):
            break
        found = _KEY.match(line)
        alone = _parsed(line) if found else {}
        if len(alone) == 1 and _is_row(next(iter(alone.values()))):
            places.setdefault(next(iter(alone)), number)
    return places


def _is_row(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and "reading" in value)


def _parsed(line: str) -> dict[str, Any]:
    try:
        return tomllib.loads(line.strip("\r\ufeff"))
    except ValueError:
        return {}


def _replaced(line: str, row: LexiconRow) -> str:
    """The line with another value; its key, its comment and its ending stay."""
    key = _KEY.match(line)
    assert key is not None, "only lines with a key are replaced"
    return line[: key.end()] + " = " + _value(row) + _comment(line) + line[len(line.rstrip("\r")) :]


def _comment(line: str) -> str:
    """What stands behind the value: spaces, # and the rest."""
    whole = _parsed(line)
    for at, char in enumerate(line):
        if char == "#" and _parsed(line[:at]) == whole:
            return line[len(line[:at].rstrip()) :].rstrip("\r")
    return ""


def _line(row: LexiconRow) -> str:
    return f"{_quoted(row.surface)} = {_value(row)}"


def _value(row: LexiconRow) -> str:
    if row.accent is None and not row.gloss:
        return _quoted(row.reading)
    cells = [f"reading = {_quoted(row.reading)}"]
    cells += [f"accent = {row.accent}"] if row.accent is not None else []
    cells += [f"gloss = {_quoted(row.gloss)}"] if row.gloss else []
    return "{ " + ", ".join(cells) + " }"


def _quoted(text: str) -> str:
    """A TOML basic string: what JSON escapes, TOML escapes likewise, and DEL besides."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _with_new(lines: list[str], fresh: list[str], newline: str) -> list[str]:
    """New rows after the last line of the top table; the file goes on ending in a line break."""
    table = next((at for at, line in enumerate(lines) if _TABLE.match(line)), len(lines))
    if not fresh:
        return lines
    if table < len(lines):
        return [*lines[:table], *fresh, newline.removesuffix("\n"), *lines[table:]]
    if lines[-1].strip("\ufeff"):
        ended = [*lines[:-1], lines[-1] + newline.removesuffix("\n")]
        return [*ended, *fresh, ""]
    return [*lines[:-1], *([lines[-1] + fresh[0]] if lines[-1] else fresh[:1]), *fresh[1:], ""]


def _by_hand(lines: Iterable[str], row: LexiconRow, name: object) -> CardError:
    number = next((n for n, line in enumerate(lines, start=1) if row.surface in line), 0)
    return CardError(
        f"line {number}: {row.surface!r} is written over several lines",
        name,
        "write it as one line, or change it by hand",
    )
