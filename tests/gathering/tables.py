"""Cases that are data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

CASES = Path(__file__).resolve().parents[1] / "cases"

NEWS = (
    "国立の研究所は二十日、新しい計算機を公開した。"
    "申し込めば誰でも使え、気象の計算がこれまでより十倍速くなるという。"
    "所長は「来月から受け付けます」と話した。"
)
"""A short article of our own writing."""


def table(name: str) -> dict[str, list[dict[str, Any]]]:
    """The tables of tests/cases/NAME.toml."""
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


def names(rows: list[dict[str, Any]]) -> list[str]:
    """What pytest calls each case."""
    return [str(row.get("name") or row.get("block", "")[:40]) for row in rows]
