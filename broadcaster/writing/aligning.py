"""Which row of an old text a row of the new one is, or replaces."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALIKE: Final = 0.4
"""Share of letters that a row keeps when somebody rewords it, at least."""

_MOST_COMPARED: Final = 10_000
"""Pairs of rows compared letter by letter; beyond that somebody brought a new text."""


def aligned(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each new row the place of the old one it is, was moved from or rewords; else None.

    Every old row is claimed once at most.
    """
    found: list[int | None] = [None] * len(new)
    changes = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found[b0:b1] = range(a0, a1)
        else:
            changes.append((range(a0, a1), range(b0, b1)))
    _claim_moved(old, new, found)
    claimed = {at for at in found if at is not None}
    for before, after in changes:
        left = [at for at in before if at not in claimed]
        open_ = [at for at in after if found[at] is None]
        for one, other in _reworded(old, left, new, open_):
            found[other] = one
    return found


def _claim_moved(old: Sequence[str], new: Sequence[str], found: list[int | None]) -> None:
    """A row that stands elsewhere now, letter for letter, is still itself."""
    taken = {at for at in found if at is not None}
    free: defaultdict[str, list[int]] = defaultdict(list)
    for at in reversed(range(len(old))):
        if at not in taken:
            free[old[at]].append(at)
    for at, row in enumerate(new):
        if found[at] is None and free.get(row):
            found[at] = free[row].pop()


def _reworded(
    old: Sequence[str], left: Sequence[int], new: Sequence[str], open_: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs (old place, new place) in order: the most alike, then whatever stands between them."""
    alike = _most_alike([old[at] for at in left], [new[at] for at in open_])
    pairs: list[tuple[int, int]] = []
    edges = [(-1, -1), *alike, (len(left), len(open_))]
    for (i0, j0), (i1, j1) in pairwise(edges):
        if i1 - i0 == j1 - j0:
            pairs += [(left[i0 + n], open_[j0 + n]) for n in range(1, i1 - i0)]
        if i1 < len(left):
            pairs.append((left[i1], open_[j1]))
    return pairs


def _most_alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, none crossing, whose likeness adds up to most (longest common subsequence)."""
    if not old or not new or len(old) * len(new) > _MOST_COMPARED:
        return []
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [
        [(0.0, [])] * (len(new) + 1) for _ in range(len(old) + 1)
    ]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            choice = max(best[i][j + 1], best[i + 1][j], key=lambda found: found[0])
            likeness = _likeness(one, other)
            score, pairs = best[i][j]
            if likeness >= _ALIKE and score + likeness > choice[0]:
                choice = (score + likeness, [*pairs, (i, j)])
            best[i + 1][j + 1] = choice
    return best[-1][-1][1]


def _likeness(one: str, other: str) -> float:
    """0 to 1; nearly nothing is computed for rows that cannot be alike."""
    matcher = SequenceMatcher(None, one[:200], other[:200], autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
