"""What a check has to say of a line, under an id that a person can answer by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.archive import digest

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from broadcaster.nouns import Script

GONE: Final = "断り"
"""Kind of finding whose line must not be missing."""

QUOTED, DROPPED = "差し替え", "削除"
"""What became of a model's line that its article does not license: it is not in the script."""

FRAMED: Final = "枠の外"
"""A model's greeting, transition or closing, which the programme says itself: left out."""

_OF_THE_MODEL: Final = (QUOTED, DROPPED, FRAMED)
_MISSING: Final = (GONE, *_OF_THE_MODEL)
"""Kinds about a line that is not there; the others are about a line that stands."""

_DIGITS: Final = 6
_APART: Final = "\t"


@dataclass(frozen=True, slots=True)
class Finding:
    """kind: what is wrong (出典, 長さ …). text: the line. claim: what of it, or by how much.

    nearest: what the source says instead, where that is known.
    """

    kind: str
    text: str
    claim: str = ""
    nearest: str = ""

    @property
    def id(self) -> str:
        """The same for the same kind, line and claim, in every show."""
        return "f" + digest(*map(_one_line, (self.kind, self.text, self.claim)))[:_DIGITS]

    def row(self) -> str:
        """As the manifest keeps it: id, kind, line, claim, perhaps the source, parted by tabs."""
        parts = (self.id, self.kind, self.text, self.claim, *filter(None, (self.nearest,)))
        return _APART.join(map(_one_line, parts))


def read_finding(row: str) -> Finding | None:
    """The finding a row of the manifest holds; None where it is none of ours."""
    parts = row.split(_APART)
    return Finding(*parts[1:]) if len(parts) in (4, 5) else None


def standing(rows: Sequence[str], script: Script, settled: Collection[str]) -> tuple[str, ...]:
    """The rows that still hold for the script and that nobody has settled."""
    said = {_one_line(line.text) for segment in script.segments for line in segment.lines}
    found = ((row, read_finding(row)) for row in dict.fromkeys(rows))
    return tuple(
        row
        for row, one in found
        if one and one.id not in settled and (one.text in said) != (one.kind in _MISSING)
    )


def written_anew(rows: Sequence[str], findings: Sequence[Finding]) -> tuple[str, ...]:
    """The rows of a manifest whose script was written anew, with what the new one left out."""
    kept = (row for row in rows if (one := read_finding(row)) and one.kind not in _OF_THE_MODEL)
    return (*kept, *dict.fromkeys(one.row() for one in findings))


def _one_line(text: str) -> str:
    return " ".join(text.split())
