"""Letters that are the unit of a number, and name nothing: 5nm, 130kW, 5000mAh."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from broadcaster.writing.facts.claims.statements import Statement


def is_symbol(found: re.Match[str], line: Statement) -> bool:
    """Whether letters found in a line belong to a number that is read with its unit."""
    return any(
        one.unit and one.start < found.start() and found.end() <= one.end for one in line.amounts
    )
