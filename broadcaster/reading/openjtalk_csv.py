"""Open JTalk's user dictionary as CSV, one word a line, before it is compiled.

Fifteen columns: surface, left and right id, cost, four of part of speech, two of inflection,
base form, reading, pronunciation, nucleus/morae, chain rule (NAIST Japanese Dictionary).
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from broadcaster.cards import kana_morae
from broadcaster.errors import CardError
from broadcaster.reading.userdict import CONTEXT, nucleus, pronounced, row_of, widened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.programme import LexiconRow

COST: Final = 1
"""Low, so that the whole name is taken rather than its parts."""

_COLUMNS: Final = 15
_ACCENT: Final = re.compile("([0-9]{1,3})/[0-9]{1,3}")
_NO_ACCENT: Final = re.compile(r"\*(?:/\*)?|")
_CHAIN: Final = "C1"


def csv_rows(text: str, name: object) -> Iterator[LexiconRow]:
    """The rows of a CSV file; CardError naming the line that is bad. Blank lines are none.

    A word of several accent phrases (`ア:イ`, `1/1:1/1`) becomes one without an accent.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield _row(line, partial(_refused, name, number))


def csv_text(rows: Sequence[LexiconRow]) -> str:
    """The rows as CSV; a row without an accent gets the one we would say."""
    return "".join(_line(row) for row in rows)


def _refused(name: object, number: int, what: str, do: str) -> CardError:
    return CardError(f"line {number} {what}", name, do)


def _row(line: str, refuse: partial[CardError]) -> LexiconRow:
    cells = [cell.strip().strip('"') for cell in line.split(",")]
    if len(cells) != _COLUMNS:
        raise refuse(f"has {len(cells)} columns", f"give the {_COLUMNS} of Open JTalk's CSV")
    phrases, accent = cells[12].split(":"), cells[13]
    if len(phrases) > 1:
        return row_of(cells[0], "".join(phrases), None, refuse)
    if _NO_ACCENT.fullmatch(accent):
        return row_of(cells[0], cells[12], None, refuse)
    found = _ACCENT.fullmatch(accent)
    if not found:
        raise refuse(f"has the accent {accent[:20]!r}", "write nucleus/morae, such as 3/5")
    return row_of(cells[0], cells[12], int(found[1]), refuse)


def _line(row: LexiconRow) -> str:
    said = pronounced(row)
    cells = (
        widened(row.surface), CONTEXT, CONTEXT, COST, "名詞", "固有名詞", "一般", "*", "*", "*",
        widened(row.surface), said, said, f"{nucleus(row)}/{kana_morae(said)}", _CHAIN,
    )  # fmt: skip
    return ",".join(map(str, cells)) + "\n"
