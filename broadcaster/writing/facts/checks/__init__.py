"""What can be wrong with a line: one check a kind of claim, each against what the line tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.writing.facts.checks.amounts import amount_doubts
from broadcaster.writing.facts.checks.attributions import attribution_doubts
from broadcaster.writing.facts.checks.bounds import bound_doubts, every_doubts, only_doubts
from broadcaster.writing.facts.checks.clauses import clause_doubts
from broadcaster.writing.facts.checks.directions import direction_doubts, growth_doubts
from broadcaster.writing.facts.checks.doers import doer_doubts
from broadcaster.writing.facts.checks.firsts import first_doubts
from broadcaster.writing.facts.checks.moments import moment_doubts
from broadcaster.writing.facts.checks.naming import name_doubts
from broadcaster.writing.facts.checks.orders import order_doubts
from broadcaster.writing.facts.checks.periods import decade_doubts
from broadcaster.writing.facts.checks.ranges import range_doubts
from broadcaster.writing.facts.checks.rates import rate_doubts
from broadcaster.writing.facts.checks.roles import role_doubts
from broadcaster.writing.facts.checks.scores import score_doubts
from broadcaster.writing.facts.checks.speakers import quotation_doubts
from broadcaster.writing.facts.checks.standings import standing_doubts
from broadcaster.writing.facts.checks.swapped_moments import swapped_moment_doubts
from broadcaster.writing.facts.checks.swaps import swap_doubts
from broadcaster.writing.facts.checks.versions import version_doubts
from broadcaster.writing.facts.checks.voices import voice_doubts
from broadcaster.writing.facts.checks.weekdays import weekday_doubts
from broadcaster.writing.facts.checks.words import word_doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.doubt import Doubt
    from broadcaster.writing.facts.sight import Sight


def doubts_of(sight: Sight, voices: Sequence[str] = ()) -> Iterator[Doubt]:
    """Every claim of a sentence of a line that its article does not license, check by check.

    voices: who speaks each sentence of the article, where that is known.
    """
    yield from amount_doubts(sight)
    yield from moment_doubts(sight)
    yield from decade_doubts(sight)
    yield from weekday_doubts(sight)
    yield from swapped_moment_doubts(sight)
    yield from name_doubts(sight)
    yield from role_doubts(sight)
    yield from quotation_doubts(sight, voices)
    yield from doer_doubts(sight)
    yield from attribution_doubts(sight)
    yield from word_doubts(sight)
    yield from clause_doubts(sight)
    yield from order_doubts(sight)
    yield from direction_doubts(sight)
    yield from growth_doubts(sight)
    yield from standing_doubts(sight)
    yield from first_doubts(sight)
    yield from version_doubts(sight)
    yield from swap_doubts(sight)
    yield from bound_doubts(sight)
    yield from range_doubts(sight)
    yield from score_doubts(sight)
    yield from only_doubts(sight)
    yield from every_doubts(sight)
    yield from rate_doubts(sight)
    yield from voice_doubts(sight, voices)
