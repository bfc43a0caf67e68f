"""How much of each source a script carries over word for word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Article, Line

_SEED: Final = 8
"""Characters alike on end that count as copied; shorter stretches are ordinary Japanese."""

_LOOKED_AT: Final = 200_000


@dataclass(frozen=True, slots=True)
class Copied:
    """What the script took from one article.

    sentences: how many of its lines. longest: the longest stretch of characters alike, and its
    text. share: copied characters of the article, from 0 to 1; rights: the article's.
    """

    article: str
    title: str
    rights: str
    sentences: int
    longest: int
    stretch: str
    share: float


def copied(lines: Sequence[Line], articles: Sequence[Article]) -> tuple[Copied, ...]:
    """For each article what its lines took of it. Linear in the lengths of both."""
    return tuple(_of(article, lines) for article in articles)


def _of(article: Article, lines: Sequence[Line]) -> Copied:
    source = "\n".join(paragraph.text for paragraph in article.paragraphs)[:_LOOKED_AT]
    mine = [
        line.text for line in lines if line.source.article == article.id and not line.source.card
    ]
    places = _places(source)
    stretches = [stretch for text in mine for stretch in _stretches(text, source, places)]
    taken = bytearray(len(source))
    for start, end in stretches:
        taken[start:end] = b"\1" * (end - start)
    longest = max(stretches, key=lambda one: one[1] - one[0], default=(0, 0))
    return Copied(
        article=article.id,
        title=article.title,
        rights=article.rights,
        sentences=len(mine),
        longest=longest[1] - longest[0],
        stretch=source[longest[0] : longest[1]],
        share=taken.count(1) / max(1, len(source)),
    )


def _places(source: str) -> dict[str, int]:
    """Where each short stretch of the source first stands."""
    found: dict[str, int] = {}
    for at in range(len(source) - _SEED + 1):
        found.setdefault(source[at : at + _SEED], at)
    return found


def _stretches(text: str, source: str, places: dict[str, int]) -> Iterator[tuple[int, int]]:
    """(start, end) in the source of every stretch the text shares with it, left to right."""
    at = 0
    while at + _SEED <= len(text):
        start = places.get(text[at : at + _SEED])
        if start is None:
            at += 1
            continue
        length = _SEED
        while _same(text, at + length, source, start + length):
            length += 1
        yield start, start + length
        at += length


def _same(text: str, at: int, source: str, start: int) -> bool:
    return at < len(text) and start < len(source) and text[at] == source[start]
