"""Readings for and from other programs: VOICEVOX's user_dict.json, Open JTalk's CSV.

Which of the two a file is, its content says: JSON begins with a brace.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.errors import CardError
from broadcaster.reading.openjtalk_csv import csv_rows, csv_text
from broadcaster.reading.userdict import nucleus
from broadcaster.reading.voicevox_dict import json_rows, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.programme import Lexicon, LexiconRow

MAX_BYTES: Final = 16 * 1024 * 1024
KINDS: Final = (".json", ".csv")


def rows_in(data: bytes, name: object) -> tuple[LexiconRow, ...]:
    """The rows of another program's dictionary; of a surface given twice, the last.

    Raises CardError naming the file and the line that is bad, in JSON the entry too.
    """
    if len(data) > MAX_BYTES:
        raise CardError("larger than 16 MiB", name, "is this really a dictionary?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CardError(f"line {line} is not UTF-8", name, "save the file as UTF-8") from error
    rows = json_rows if text.lstrip().startswith("{") else csv_rows
    return tuple({row.surface: row for row in rows(text, name)}.values())


def merged(rows: Sequence[LexiconRow], known: Lexicon) -> tuple[LexiconRow, ...]:
    """Rows from outside beside those the station has: a gloss is kept, since none comes along.

    A row that says what the known one does stays as that one is written, so that what was
    exported and taken back changes nothing.
    """
    ours = {row.surface: row for row in known.rows}
    return tuple(_beside(row, ours[row.surface]) if row.surface in ours else row for row in rows)


def _beside(row: LexiconRow, known: LexiconRow) -> LexiconRow:
    same = row.reading == known.reading and row.accent in (None, nucleus(known))
    return known if same else replace(row, gloss=row.gloss or known.gloss)


def written(rows: Sequence[LexiconRow], suffix: str) -> bytes:
    """The rows as `.json` for VOICEVOX or `.csv` for Open JTalk; CardError for another suffix."""
    if suffix not in KINDS:
        raise CardError(f"{suffix!r} is no dictionary we write", "", "name a .json or .csv file")
    return (json_text if suffix == ".json" else csv_text)(rows).encode()
