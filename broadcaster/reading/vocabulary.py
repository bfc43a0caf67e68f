"""English words whose katakana is settled: what an announcer says for them.

`words.tsv` holds one word and its reading a line, in lower case and in order; a word that
converters get wrong, or that they would be asked for every day, belongs there.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def vocabulary() -> dict[str, str]:
    """Word in lower case → katakana, in the order of the file."""
    text = (files("broadcaster.reading") / "words.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines())
