"""What a broadcast is made of, in the order it comes to exist: written, spoken, mixed.

Frozen dataclasses with tuples; no engine types, no behaviour.
Times are seconds; anything counted in samples says so in its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.nouns.mixed import (
    Chapter,
    Cue,
    Episode,
    Placement,
    Timeline,
)
from broadcaster.nouns.spoken import (
    SAMPLE_RATE,
    Clip,
    Credit,
    Mark,
    Place,
    Precision,
    Span,
    Take,
    Utterance,
)
from broadcaster.nouns.written import (
    Article,
    Kind,
    Line,
    Paragraph,
    Plan,
    Reference,
    Script,
    Segment,
    Source,
)

if TYPE_CHECKING:
    from broadcaster.nouns.spoken import Samples

__all__ = [
    "ROOMS",
    "SAMPLE_RATE",
    "Article",
    "Chapter",
    "Clip",
    "Credit",
    "Cue",
    "Episode",
    "Kind",
    "Line",
    "Mark",
    "Paragraph",
    "Place",
    "Placement",
    "Plan",
    "Precision",
    "Reference",
    "Samples",
    "Script",
    "Segment",
    "Source",
    "Span",
    "Take",
    "Timeline",
    "Utterance",
]

ROOMS = ("gather", "write", "read", "record", "mix", "package")
"""The rooms a show walks through, as verbs, in order."""
