"""Names of a kind of which one never stands for another: 窒化ガリウム for 炭化ケイ素."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.writing.facts.claims.concepts import rivals

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
