"""Gathering: sources in, articles out, each with a note of everything that was done to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from broadcaster.errors import SourceUnreadable
from broadcaster.gathering.articles import read_article
from broadcaster.gathering.faults import NoTextError
from broadcaster.gathering.files import Found, find, is_card
from broadcaster.gathering.selecting import choose
from broadcaster.manifest import Skipped
from broadcaster.nouns import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from broadcaster.programme import NewsSource

__all__ = ["choose", "gather"]


def gather(sources: Iterable[NewsSource], station: Path) -> Iterator[Article | Skipped]:
    """The articles of all sources in order, each file once, and what gave none.

    station: the folder that relative names start from. Raises SourceMissing and SourceUnreadable
    for a file named outright (one met in a folder or by a pattern is Skipped), Refused for an
    address, CardError for front matter or a card that says something we do not understand.
    """
    seen: set[str] = set()
    for source in sources:
        for found in find(source, station):
            place = os.path.realpath(found.path)
            if place not in seen:
                seen.add(place)
                yield _gathered(found, source)


def _gathered(found: Found, source: NewsSource) -> Article | Skipped:
    try:
        return read_article(found, source)
    except NoTextError as error:
        if not found.named:
            return Skipped(found.origin, error.fault.reason)
        do = "name the article beside it" if is_card(found.path) else error.fault.do
        raise SourceUnreadable(error.fault.what, found.origin, do) from error
