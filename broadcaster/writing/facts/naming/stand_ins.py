"""Names of a kind of which one never stands for another: 窒化ガリウム for 炭化ケイ素."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.writing.facts.claims.concepts import kin, rivals
from broadcaster.writing.facts.naming.plain import named_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement


def stand_ins(
    line: Statement, near: tuple[Statement, ...], whole: str
) -> Iterator[tuple[str, str]]:
    """Each name of a kind that a line says and no sentence has, and what is near by instead."""
    for row in rivals():
        said = [(ja, en) for ja, en in row if ja in line.text]
        theirs = [
            ja for ja, en in row
            if said and ja not in line.text and any(_writes(one.text, ja, en) for one in near)
        ]  # fmt: skip
        for ja, en in said:
            longer = any(ja != other and ja in other for other, _ in said)
            if theirs and not longer and not _writes(whole, ja, en) and _alone(ja, line):
                yield ja, theirs[0]
                break


def _writes(text: str, ja: str, en: str) -> bool:
    """Whether a text has a name in either language, or by its other Japanese one."""
    if not en.isascii():
        return ja in text or en in text
    return ja in text or bool(en and re.search(rf"\b{re.escape(en)}", text, re.IGNORECASE))


def _alone(name: str, line: Statement) -> bool:
    """Whether a name is a word of the line, or some of its words together: no サル in サルサ."""
    at = line.text.find(name)
    starts = {word.start for word in line.words}
    return at in starts and at + len(name) in {word.end for word in line.words}


def mistaken_kin(line: Statement, near: tuple[Statement, ...]) -> Iterator[tuple[str, str]]:
    """国 in a line whose sentences speak of 県 only."""
    inside = [(one.start, one.end) for one in line.moments]
    said = {
        word.surface for word in line.words
        if not any(start <= word.start < end for start, end in inside)
    }  # fmt: skip
    told = {word.surface for one in near for word in one.words}
    for row in kin():
        for name in sorted((row & said) - told):
            theirs = sorted((row & told) - said)
            if any(named_together(name, one.text) for one in near):
                continue
            if theirs and not any(name in one.text for one in near):
                yield name, theirs[0]
