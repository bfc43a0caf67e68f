"""Does the article know the names that a line says, and mean the same by them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.naming.bodies import misnamed
from broadcaster.writing.facts.naming.mixed import one_letter_off
from broadcaster.writing.facts.naming.stand_ins import mistaken_kin, stand_ins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight


def name_doubts(sight: Sight) -> Iterator[Doubt]:
    """Names and versions that the article lacks, and names of its own said of another thing."""
    for name, nearest in sight.names.unknown_in(sight.line):
        kind = "version" if any(map(str.isdigit, name)) else "name"
        yield Doubt(kind, name, nearest or sight.nearest, "記事にない名前")
    for name in misnamed(sight.line, sight.names):
        yield Doubt("name", name, sight.names.nearest(name) or sight.nearest, "記事にない名前")
    for name, nearest in one_letter_off(sight.line, sight.names.mixed, sight.names.text):
        yield Doubt("name", name, nearest, "記事にない名前")
    for name, nearest in mistaken_kin(sight.line, sight.near):
        yield Doubt("name", name, nearest, "記事では別のもの")
    for name, nearest in stand_ins(sight.line, sight.near, sight.names.text):
        yield Doubt("name", name, nearest, "記事では別のもの")
