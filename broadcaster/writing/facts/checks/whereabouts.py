"""Is what a line has in a place there in its English article, or in another place?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import equals
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_THERE: Final = re.compile(
    "(?:[一-龠]{1,3})?(?:に(?!よ|対|関|つい|とっ|は)|で(?!は?な|す|し|あ|も)|の(?=[一-龠ァ-ヴ]))"
)
_IN: Final = re.compile(
    r"\b(?:in|at|near|outside|from|to) (?:the |nearby )?(?P<name>[A-Z][a-zà-ÿ]{2,})"
)
_MONTHS: Final = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|North|South|East|West|United|High|New|The"
)
_HALF: Final = 0.5


def whereabouts_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each place of the article where what the line says is told of another.

    Countries are left out: what is in Leeds is in Britain too.
    """
    if not sight.names.foreign:
        return
    for term in sight.line.terms:
        own = sight.key(term.key)
        known = bool(equals(term.key[2:]))
        named = own != term.key and not known and _is_a_place(own[2:], sight)
        if not named or not _THERE.match(sight.line.text, term.end):
            continue
        told = _told_best(own, sight)
        if told and (rival := _another_place(told, own, sight)):
            yield Doubt("name", sight.line.text[term.start : term.end], rival, "記事では別のところ")


def _is_a_place(name: str, sight: Sight) -> bool:
    return any(name == place.lower() for one in sight.statements for place in _places(one))


def _places(one: Statement) -> list[str]:
    found = (match["name"] for match in _IN.finditer(one.text))
    return [name for name in found if not _MONTHS.fullmatch(name)]


def _told_best(own: str, sight: Sight) -> Statement | None:
    """The sentence that tells the rest of the line, where none with the name tells as much."""
    names = {sight.key(one.key) for one in sight.line.terms if one.name} | {own}
    rest = {key: sight.weights.get(key, 1.0) for key in sight.keys.values() if key not in names}
    whole = sum(rest.values())
    shared = {
        one.at: sum(weight for key, weight in rest.items() if key in one.keys)
        for one in sight.statements if not one.weak
    }  # fmt: skip
    best = max(shared.values(), default=0.0)
    first = next((at for at, share in shared.items() if share == best), None)
    if first is None or best < _HALF * whole:
        return None
    known = [shared.get(at, 0.0) for at in sight.holding.get(own, ())]
    near = any(abs(at - first) <= 1 for at in sight.holding.get(own, ()))
    return None if near or max(known, default=0.0) >= _HALF * best else sight.statements[first]


def _another_place(told: Statement, own: str, sight: Sight) -> str:
    line = {sight.key(one.key) for one in sight.line.terms}
    rivals = (name for name in _places(told) if f"w:{name.lower()}" not in {own, *line})
    return next(rivals, "")
