"""What to type next: ready commands, and spans in columns."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Utterance
    from broadcaster.reading import Doubt, Reading

    Read = Utterance | Reading

_LIVE = frozenset('"$`\\!')


def add_command(word: Doubt) -> str:
    """`broadcaster lexicon add "Qwen3" クウェンスリー`, safe to paste into a shell."""
    surface = word.surface
    odd = not surface.isprintable() or _LIVE & set(surface) or surface.startswith("-")
    dashes = "-- " if surface.startswith("-") else ""
    quoted = shlex.quote(surface) if odd else f'"{surface}"'
    return f"broadcaster lexicon add {dashes}{quoted} {word.kana}"


def edit_command(date: str, edition: str) -> str:
    """How to go on after script.json was edited."""
    named = f" --edition {edition}" if edition else ""
    return f"broadcaster episode --date {date}{named} --start-at read"


def span_rows(read: Read) -> Iterator[str]:
    """A row a span: written, said, rule, confidence, and its accent where one is known."""
    nuclei = {end: (start, nucleus) for start, end, nucleus in read.accent}
    for span in read.spans:
        written = read.display[span.start : span.end]
        said = read.reading[span.reading_start : span.reading_end]
        start, nucleus = nuclei.get(span.reading_end, (-1, 0))
        accent = f"\taccent {nucleus}" if start >= span.reading_start else ""
        yield f"  {written}\t{said}\t{span.rule}\t{span.confidence:.2f}{accent}"


def clock(seconds: float) -> str:
    """133.4 → 2:13, 3725 → 1:02:05."""
    whole = int(seconds)
    minutes = f"{whole // 60 % 60}:{whole % 60:02}"
    return minutes if whole < 3600 else f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
