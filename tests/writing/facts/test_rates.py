"""How many planted errors are caught, and how many honest lines are doubted."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from tests.writing.facts.lines import CASES, Told, judged

FLOORS = tomllib.loads((CASES / "facts_floors.toml").read_text(encoding="utf-8"))
KINDS = {
    "number", "unit", "money", "date", "name", "speaker", "version", "quotation", "negation",
    "certainty", "comparison", "tense", "range",
}  # fmt: skip


def rates(told: list[Told]) -> tuple[float, float]:
    """Share of planted errors caught, share of honest lines doubted."""
    planted = [bool(one.doubts) for one in told if one.planted]
    honest = [bool(one.doubts) for one in told if not one.planted]
    return sum(planted) / len(planted), sum(honest) / len(honest)


@pytest.mark.parametrize("batch", FLOORS)
def test_rates_of_a_batch(batch: str) -> None:
    caught, doubted = rates(judged()[batch])
    assert caught >= FLOORS[batch]["least_caught"]
    assert doubted <= FLOORS[batch]["most_doubted"]


def test_rates_of_all_lines() -> None:
    told = [one for batch in judged().values() for one in batch]
    caught, doubted = rates(told)
    assert len(told) >= 500
    assert caught >= 0.95
    assert doubted <= 0.05


def test_every_kind_is_planted_and_mostly_caught() -> None:
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for one in (one for batch in judged().values() for one in batch if one.planted):
        planted[one.planted] += 1
        caught[one.planted] += bool(one.doubts)
    assert set(planted) == KINDS
    assert [kind for kind in sorted(KINDS) if caught[kind] < 0.75 * planted[kind]] == []


def test_a_doubt_names_claim_and_reason() -> None:
    doubts = [doubt for batch in judged().values() for one in batch for doubt in one.doubts]
    assert {doubt.kind for doubt in doubts} <= KINDS
    assert all(doubt.claim and doubt.why for doubt in doubts)
