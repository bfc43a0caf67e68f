"""Has what a line calls done already only been planned in its article, whatever the verb?

もう済んだ and 移し終えた say it of an object (更新は4月に行う), もう始まった of a deed
(来年10月に導入).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.telling import holding, names
from broadcaster.writing.facts.checks.tenses import is_ahead
from broadcaster.writing.facts.claims.likeness import ALREADY
from broadcaster.writing.facts.claims.moods import certainty_of
from broadcaster.writing.facts.claims.predications import WEIGHED, denied
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.sight import Sight

_FINISHED: Final = re.compile(
    "済ん[でだ]|済ませ|済み|終え[たて]|終わっ[たて](?!から|ら|後|あと)|完了し[たて]"
)
_FINISHING: Final = frozenset(("w:済む", "w:済ませる", "c:stop", "c:g_ready", "w:済み"))
"""What says of its object that it is done, and nothing else."""


def already_doubts(mine: Clause, sight: Sight) -> Iterator[Doubt]:
    """A doubt where all that the article says of it has yet to come, or is denied."""
    done = ALREADY.search(mine.text) or _FINISHED.search(mine.text)
    if not done or denied(mine.text) or mine.to_come:
        return
    for found in _told_of_it(mine, sight):
        if found and all(_is_open(one, sight) for one in found):
            yield Doubt("tense", mine.text, found[0].statement.text, "記事ではまだこれから")
            return


def _told_of_it(mine: Clause, sight: Sight) -> Iterator[Sequence[Clause]]:
    """The clauses of its object and its deed; else those of the object, and of the deed."""
    thing = mine.closest if mine.closest not in names(mine) else ""
    deed = "" if mine.said in _FINISHING or mine.said == thing else mine.said
    of_thing = _not_of_titles(holding(thing, sight), sight)
    of_deed = _not_of_titles(holding(deed, sight), sight)
    both = [one for one in of_thing if deed in one.keys]
    if both:
        yield both
        return
    yield [one for one in of_thing if thing in one.about] or of_thing
    yield of_deed


def _not_of_titles(found: Sequence[Clause], sight: Sight) -> list[Clause]:
    """Without the clauses of titles, but for those that tell of what is to come."""
    return [one for one in found if not one.statement.weak or is_ahead(one, sight.today)]


_PUT_OFF: Final = re.compile(
    r"延期|先送|見送|延び|持ち越|\b(?:postponed?|delayed|shelved|put off)\b"
)


def _is_open(told: Clause, sight: Sight) -> bool:
    weighed = WEIGHED in certainty_of(told.text) and not told.done
    return (
        bool(_PUT_OFF.search(told.text))
        or weighed
        or told.plain
        or told.denied
        or is_ahead(told, sight.today)
    )
