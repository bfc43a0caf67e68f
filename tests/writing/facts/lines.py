"""Articles of our own with honest lines and lines that hold one planted error each."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcaster import reading
from broadcaster.nouns import Article, Paragraph
from broadcaster.programme import Lexicon
from broadcaster.writing.facts import Doubt, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[2] / "cases"


@dataclass(frozen=True, slots=True)
class Told:
    """A line and what was said of it; planted: the kind of error in it, empty where honest."""

    line: str
    planted: str
    doubts: tuple[Doubt, ...]


def article(row: dict[str, Any]) -> Article:
    """The article of a file of cases: one paragraph a line."""
    rows = tuple(Paragraph(text) for text in row["text"].strip().splitlines())
    return Article("0" * 16, row["title"], rows, published=row["published"])


@cache
def pronounce() -> Callable[[str], str]:
    """The house's own readings."""
    return reading.pronouncer(Lexicon())


def evidence(row: dict[str, Any]) -> Evidence:
    """The article, taken apart with the house's own readings."""
    return Evidence.of(article(row), pronounce=pronounce())


def load(name: str) -> dict[str, Any]:
    """One file of cases."""
    return tomllib.loads((CASES / "facts" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def files() -> dict[str, tuple[str, ...]]:
    """The names of the files of each batch."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for path in sorted((CASES / "facts").glob("*.toml")):
        found[load(path.stem)["batch"]] += (path.stem,)
    return dict(found)


@cache
def judged(batch: str) -> tuple[Told, ...]:
    """Every line of a batch, held against its article."""
    found: list[Told] = []
    for name in files()[batch]:
        row = load(name)
        proof = evidence(row)
        lines = [(line, "") for line in row["honest"]]
        lines += [(line, kind) for kind, line in row["planted"]]
        found += [Told(line, kind, proof.doubts(line)) for line, kind in lines]
    return tuple(found)
