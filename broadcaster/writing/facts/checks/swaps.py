"""Is what a line says of a version said of that one in its article, and not of another?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.english import stem_of
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import clauses
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_VERSION: Final = re.compile(
    r"(?P<name>(?<![A-Za-z])(?:[Vv]ersion|v|[A-Z][A-Za-z]+)|[ァ-ヴー]{2,})」?[ \-]?v?"
    r"(?P<named>\d{1,3}(?:\.\d{1,3}){0,2})(?![\d%万億千円枚台個本基社人件回]|\.\d|\s?[A-Z])"
    r"|(?<![\d.$€£¥])(?P<bare>\d{1,2}\.\d{1,2}(?:\.\d{1,3})?)(?=[にではをがとのへもか、。」]|系|版)"
)
_COMPARED: Final = re.compile(r"より|比べ|から|\b(?:than|from|compared|against)\b")
_PLAIN: Final = ("バージョン", "アプリ", "ソフト", "version", "Version", "v")
"""Names that a version of anything may have."""

_MOMENT_WEIGHS: Final = 2.0
_PLAINLY: Final = 3.0
_TIMES: Final = 2.0


def swap_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for a version of which the line says what the article says of another alone.

    A line that tells of both keeps them apart by itself.
    """
    mine = list(dict.fromkeys(map(_version, _VERSION.finditer(sight.line.text))))
    if len(mine) != 1 or _COMPARED.search(sight.line.text) or _in_the_title(mine[0], sight):
        return
    (name, number), told = mine[0], _told(mine[0][0], sight)
    held = [share for (_, known), share in told.items() if known == number]
    rivals = [
        (share, known) for (other, known), share in told.items()
        if known != number and sight.names.spelled(name) in (other, sight.names.spelled(other))
    ]  # fmt: skip
    most, rival = max(rivals, default=(0.0, ""))
    if any(amount.text == rival for amount in sight.told):
        return
    if held and most >= max(_PLAINLY, _TIMES * max(held)):
        yield Doubt("version", number, rival, "記事では別の版のこと")


def _in_the_title(version: tuple[str, str], sight: Sight) -> bool:
    """What an article is all about is told of without its number."""
    return bool(version[0]) and any(
        one.weak
        and version[1] in (known for _, known in map(_version, _VERSION.finditer(one.text)))
        for one in sight.statements
    )


def _told(name: str, sight: Sight) -> dict[tuple[str, str], float]:
    """How much of the line, but for the name, the article says of each version."""
    own = (f"w:{name.lower()}", f"w:{stem_of(sight.names.spelled(name))}", "c:version")
    weights = {key: weight for key, weight in sight.weights.items() if key not in own}
    told: dict[tuple[str, str], float] = {}
    for place in sight.statements:
        for version, start, end in _parts(place):
            share = _share(place, start, end, weights, sight)
            told[version] = max(told.get(version, 0.0), share)
    return told


def _version(match: re.Match[str]) -> tuple[str, str]:
    name = match["name"] or ""
    return "" if name in _PLAIN else name, match["named"] or match["bare"]


def _parts(place: Statement) -> Iterator[tuple[tuple[str, str], int, int]]:
    """Each version of a sentence, and the clauses from its own up to the next one's."""
    opening = [start for start, _ in clauses(place.text)]
    found = [
        (_version(match), max(start for start in opening if start <= match.start()))
        for match in _VERSION.finditer(place.text)
    ]
    starts = [start if at else 0 for at, (_, start) in enumerate(found)]
    ends = [*starts[1:], len(place.text)]
    for (version, _), start, end in zip(found, starts, ends, strict=False):
        yield version, start, max(end, start)


def _share(
    place: Statement, start: int, end: int, weights: dict[str, float], sight: Sight
) -> float:
    keys = {term.key for term in place.terms if start <= term.start < end}
    words = sum(weight for key, weight in weights.items() if key in keys)
    days = sum(
        any(
            agree(said, other, sight.today) for other in place.moments if start <= other.start < end
        )
        for said in sight.line.moments
    )
    return words + _MOMENT_WEIGHS * days
