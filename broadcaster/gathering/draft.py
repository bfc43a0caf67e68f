"""What a source becomes before it is an article: paragraphs, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadcaster.nouns import Paragraph

BROKEN = "\ufffd"
"""Stands where characters were lost; a sentence that holds it is never broadcast."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source says of itself; empty (or None) where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    rights: str = ""
    sample: bool | None = None

    def over(self, other: Facts) -> Facts:
        """These facts, and the other's where these are silent."""
        silent = [row.name for row in fields(self) if getattr(self, row.name) in ("", (), None)]
        return replace(self, **{name: getattr(other, name) for name in silent})


@dataclass(frozen=True, slots=True)
class Draft:
    """A source taken apart.

    marked_up: its headings and items were written as such, not guessed from plain lines.
    readings: (漢字, かな) that its markup gives. notes: what was dropped or repaired, in Japanese.
    """

    paragraphs: tuple[Paragraph, ...]
    facts: Facts = field(default_factory=Facts)
    marked_up: bool = False
    readings: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
