"""What a check has to say of one claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """One claim of a line that its article does not license.

    kind: number, unit, money, date, name, speaker, version, quotation, negation, certainty,
    comparison, tense or range. claim: the piece of the line. nearest: the nearest thing the
    source says, empty if nothing. why: a clause for the operator, in Japanese.
    """

    kind: str
    claim: str
    nearest: str
    why: str
