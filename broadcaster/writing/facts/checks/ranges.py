"""Does a range run from and to what it does in its article?"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.quantities.bounds import HIGH, LOW
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

    Range = tuple[Amount, Amount]


def range_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each 25から50時間 of which the article has one end only: 25〜30時間."""
    for said in _ranges(sight.line):
        told = [one for place in sight.statements for one in _ranges(place)]
        if any(_as_far(said, one) for one in told):
            continue
        half = [one for one in told if any(_ends_alike(said, one))]
        if half:
            at = _ends_alike(said, half[0]).index(False)
            yield Doubt("range", said[at].text, half[0][at].text, "記事では範囲の端がちがう")
    yield from _version_doubts(sight)


_VERSIONS: Final = re.compile(
    r"(?<![\d.])(?P<low>\d+(?:\.\d+)+)\s?(?:から|[〜~–-]|to|through|up to)\s?"
    r"(?:version |バージョン)?(?P<high>\d+(?:\.\d+)+)(?![\d.]*\d)"
)
_MOST: Final = 24
"""Ranges of versions in an article; an honest one has fewer."""


def _version_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 7.0から7.4.2まで, where the article has 7.0から7.4.1まで."""
    found = (mark for one in sight.statements for mark in _VERSIONS.finditer(one.text))
    told = [mark.group("low", "high") for mark in islice(found, _MOST)]
    for said in _VERSIONS.finditer(sight.line.text):
        low, high = said.group("low", "high")
        half = [one for one in told if (one[0] == low) != (one[1] == high)]
        is_version = (low + high).count(".") > len((low, high))
        if is_version and half and (low, high) not in told:
            yield Doubt("range", said[0], "〜".join(half[0]), "記事では範囲の端がちがう")


def _ranges(place: Statement) -> Iterator[Range]:
    for one, other in pairwise(place.amounts):
        if (one.side, other.side) == (LOW, HIGH):
            yield one, other


def _ends_alike(said: Range, told: Range) -> tuple[bool, bool]:
    return same(said[0], told[0]), same(said[1], told[1])


def _as_far(said: Range, told: Range) -> bool:
    return all(_ends_alike(said, told))
