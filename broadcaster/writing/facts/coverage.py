"""How much of an article's headline a script still tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.statements import normal, statement
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.evidence import Evidence

_HEADLINE: Final = 3
"""Title, and the two sentences that open the article."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numbers and names of title and lead that were told, and those that were not."""

    told: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where the headline holds no such fact."""
        whole = len(self.told) + len(self.missed)
        return len(self.told) / whole if whole else 1.0


def coverage(lines: Sequence[str], evidence: Evidence) -> Coverage:
    """Which numbers and names of title and lead the lines tell, in the order of the article."""
    said = [statement(at, normal(line), evidence.air) for at, line in enumerate(lines)]
    text = normal("\n".join(lines))
    told: dict[str, bool] = {}
    for one in evidence.statements[:_HEADLINE]:
        for fact, known in _facts(one, said, text, evidence):
            told[fact] = told.get(fact, False) or known
    return Coverage(
        told=tuple(fact for fact, known in told.items() if known),
        missed=tuple(fact for fact, known in told.items() if not known),
    )


def _facts(
    one: Statement, said: Sequence[Statement], text: str, evidence: Evidence
) -> Iterator[tuple[str, bool]]:
    for amount in one.amounts:
        yield amount.text, any(same(mine, amount) for line in said for mine in line.amounts)
    for term in one.terms:
        if term.name:
            name = one.text[term.start : term.end]
            yield name, name in text or _respelled(term.key, said, evidence)


def _respelled(key: str, said: Sequence[Statement], evidence: Evidence) -> bool:
    """Whether a line has the name in other letters."""
    return any(evidence.index.spelled(own) == key for line in said for own in sorted(line.keys))
