"""How many planted errors are caught, and how many honest lines are doubted."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.writing.facts.lines import CASES, files, judged, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.writing.facts.lines import Told

FLOORS = tomllib.loads((CASES / "facts_floors.toml").read_text(encoding="utf-8"))
KINDS = {
    "number", "unit", "money", "date", "name", "speaker", "version", "quotation", "negation",
    "certainty", "comparison", "tense", "range",
}  # fmt: skip


def rates(told: Sequence[Told]) -> tuple[float, float]:
    """Share of planted errors caught, share of honest lines doubted."""
    planted = [bool(one.doubts) for one in told if one.planted]
    honest = [bool(one.doubts) for one in told if not one.planted]
    return sum(planted) / len(planted), sum(honest) / len(honest)


def test_every_batch_has_its_floor() -> None:
    assert set(files()) == set(FLOORS)


@pytest.mark.parametrize("batch", FLOORS)
def test_rates_of_a_batch(batch: str) -> None:
    caught, doubted = rates(judged(batch))
    assert caught >= FLOORS[batch]["least_caught"]
    assert doubted <= FLOORS[batch]["most_doubted"]
    doubts = [doubt for one in judged(batch) for doubt in one.doubts]
    assert {doubt.kind for doubt in doubts} <= KINDS
    assert all(doubt.claim and doubt.why for doubt in doubts)


def test_floors_of_all_lines_together() -> None:
    planted = {
        name: sum(len(load(one)["planted"]) for one in rows) for name, rows in files().items()
    }
    honest = {name: sum(len(load(one)["honest"]) for one in rows) for name, rows in files().items()}
    caught = sum(FLOORS[name]["least_caught"] * count for name, count in planted.items())
    doubted = sum(FLOORS[name]["most_doubted"] * count for name, count in honest.items())
    assert sum(planted.values()) >= 500
    assert sum(honest.values()) >= 500
    assert caught >= 0.95 * sum(planted.values())
    assert doubted <= 0.05 * sum(honest.values())


def test_every_kind_is_planted() -> None:
    planted = {
        kind for rows in files().values() for one in rows for kind, _ in load(one)["planted"]
    }
    assert planted == KINDS
