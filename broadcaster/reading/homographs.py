"""Words in kanji that sound otherwise in other company: 実験を行った, 東京に行った, 米Meta.

Open JTalk reads most of them right and is left alone. `homographs.tsv` holds the others, one a
line: what stands before (a pattern that ends there), the word, what follows, the kana to say;
`-` leaves the word as written. The first line that fits wins. Names whose kanji no dictionary
reads (孫正義) stand there as well. All contexts are bounded, so that the cost stays linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

RULE: Final = "homograph"

_BEFORE: Final = 20
"""Characters before a word that may decide how it is read."""

_AS_IT_STANDS: Final = "-"


@dataclass(frozen=True, slots=True)
class Homograph:
    """`word` is said as `reading` where both its neighbours fit."""

    before: re.Pattern[str]
    word: str
    after: re.Pattern[str]
    reading: str

    def fits(self, text: str, at: int) -> bool:
        """Whether the word stands at `at` in such company."""
        end = at + len(self.word)
        return (
            text.startswith(self.word, at)
            and bool(self.after.match(text, end))
            and bool(self.before.search(text[max(0, at - _BEFORE) : at]))
        )


def homograph_at(text: str, at: int) -> tuple[int, str] | None:
    """End and reading of the word at `at` whose company decides how it is said, if one is there."""
    for row in _rows().get(text[at], ()):
        if row.fits(text, at):
            return None if row.reading == _AS_IT_STANDS else (at + len(row.word), row.reading)
    return None


def next_homograph(text: str, start: int, end: int) -> int:
    """Where the next such word of text[start:end] stands; `end` where there is none."""
    for head in _heads().finditer(text, start, end):
        if homograph_at(text, head.start()):
            return head.start()
    return end


@cache
def _heads() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted(_rows())) + "]")


@cache
def _rows() -> dict[str, tuple[Homograph, ...]]:
    """First character of a word → its rows, in the order of the file."""
    text = (files("broadcaster.reading") / "homographs.tsv").read_text(encoding="utf-8")
    rows: dict[str, list[Homograph]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            before, word, after, reading = line.split("\t")
            row = Homograph(re.compile(before), word, re.compile(after), reading)
            rows.setdefault(word[0], []).append(row)
    return {first: tuple(found) for first, found in rows.items()}
