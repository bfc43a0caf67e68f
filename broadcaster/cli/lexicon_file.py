"""The station's lexicon file: read, and rows written into it under its lock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadcaster.errors import SourceMissing, SourceUnreadable
from broadcaster.programme import Lexicon, LexiconRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from broadcaster.archive import Station

_HEAD = "# 番組の読み方。\n"
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


def station_lexicon(station: Station) -> Lexicon:
    """The station's rows; none where there is no file yet."""
    from broadcaster import cards

    return cards.load_lexicon(station.lexicon) if station.lexicon.is_file() else Lexicon()


def row_for(
    station: Station, surface: str, reading: str, accent: int | None, gloss: str = ""
) -> LexiconRow:
    """A row as typed: hiragana becomes katakana; what is not said anew stays as it was.

    The old gloss is kept, and the old accent as long as the reading is the same.
    """
    row = LexiconRow(surface.strip(), reading.strip().translate(_TO_KATAKANA), accent, gloss)
    old = next((r for r in station_lexicon(station).rows if r.surface == row.surface), row)
    kept = old.accent if accent is None and old.reading == row.reading else accent
    return replace(row, accent=kept, gloss=gloss or old.gloss)


def store(station: Station, rows: Sequence[LexiconRow]) -> tuple[Lexicon, Lexicon]:
    """Write rows into `voices/lexicon.toml`; gives the lexicon before and after.

    Comments and order stay; the file is replaced whole, or not at all. Raises CardError naming
    the file and what is bad in a row.
    """
    from broadcaster import cards
    from broadcaster.archive import make_folder, sole_run, write_atomically

    path = station.lexicon.resolve()
    with sole_run(make_folder(path.parent)):
        data = path.read_bytes() if path.is_file() else _HEAD.encode()
        before = cards.parse_lexicon(data, station.lexicon)
        made = cards.with_rows(data, rows, station.lexicon)
        write_atomically(path, made)
    return before, cards.parse_lexicon(made, station.lexicon)


def rows_of_file(station: Station, path: Path) -> tuple[LexiconRow, ...]:
    """The rows of another program's dictionary, beside what the station has."""
    from broadcaster import reading

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceMissing("not found", path, "check the name") from error
    except OSError as error:
        raise SourceUnreadable(error.strerror or "cannot be read", path, "give a file") from error
    return reading.merged(reading.rows_in(data, path), station_lexicon(station))
