"""What a writer has to say of a story besides its lines."""

from __future__ import annotations

from dataclasses import dataclass

from broadcaster.manifest import Asked, StandIn, ToldOut
from broadcaster.writing.findings import Finding

Aside = StandIn | Asked | Finding | ToldOut
"""What is said of a segment before it comes, or of the whole show."""


@dataclass(frozen=True, slots=True)
class Account:
    """How a model was asked, and which of its lines the source does not license.

    Empty for a writer who asks nobody.
    """

    asked: Asked | None = None
    findings: tuple[Finding, ...] = ()
