"""Does each of two moments of a line stand with what it stands with in its article?"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.times.moment import Moment


_MOST: Final = 6


def swapped_moment_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt where each of two days has the other's words: 平日は6時、土日は9時まで, swapped."""
    for place in sight.near[:1]:
        for said, other in permutations(sight.line.moments[:_MOST], 2):
            if said.grain == other.grain and _crossed(said, other, place, sight):
                yield Doubt("date", said.text, place.text, "記事では別のことの日時")
                return


def _crossed(said: Moment, other: Moment, place: Statement, sight: Sight) -> bool:
    """Whether each of two moments is led by what leads the other one in the sentence alone."""
    of_said, of_other = _told(said, place, sight), _told(other, place, sight)
    own, theirs = _led_by(said, sight.line, sight), _led_by(other, sight.line, sight)
    said_alone, other_alone = of_said - of_other, of_other - of_said
    crosses = own & other_alone and theirs & said_alone
    return bool(crosses) and not (own & said_alone or theirs & other_alone)


def _told(said: Moment, place: Statement, sight: Sight) -> frozenset[str]:
    """What a sentence tells of the one moment in it that the line means."""
    mine = [one for one in place.moments if agree(said, one, sight.today)]
    return _led_by(mine[0], place, sight) if len(mine) == 1 else frozenset()


def _led_by(moment: Moment, place: Statement, sight: Sight) -> frozenset[str]:
    """The terms between a moment and the one before it: what it tells of, in Japanese."""
    ended = [one.end for one in place.moments if one.end <= moment.start]
    start = max((end for end in ended if not place.text.startswith("から", end)), default=0)
    topic = max(place.text.rfind(mark, start, moment.start) for mark in "はがも")
    return frozenset(
        sight.key(term.key) for term in place.terms if start <= term.start and term.end <= topic
    )
