"""Which of the versions that an article names came before another of that name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.english import stem_of
from broadcaster.writing.facts.claims.order import WHICH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadcaster.writing.facts.claims.statements import Statement

_NUMBERED: Final = re.compile(
    r"(?P<name>[ァ-ヴー]{2,}|(?<![A-Za-z])[A-Z][A-Za-z]+)[ -]?"
    r"(?P<number>\d{1,4}(?:\.\d{1,3}){0,2})(?![\d,%]|\.\d)"
)


def is_an_older_one(keys: frozenset[str], statements: Iterable[Statement]) -> bool:
    """Whether keys name ハヤテ2.0 where some sentence has ハヤテ2.1, which came after it."""
    numbers = {key.removeprefix(WHICH) for key in keys if key.startswith(WHICH)}
    if not numbers:
        return False
    latest: dict[str, tuple[int, ...]] = {}
    for one in statements:
        for match in _NUMBERED.finditer(one.text):
            name = f"w:{stem_of(match['name'].lower())}"
            latest[name] = max(latest.get(name, ()), _parts(match["number"]))
    return any(_parts(one) < latest.get(key, ()) for key in sorted(keys) for one in sorted(numbers))


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
