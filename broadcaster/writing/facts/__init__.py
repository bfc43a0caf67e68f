"""Proof, before a word is spoken, that what a line claims comes from its article.

A line is laid beside the sentences it tells, and every number, name, date, quotation, denial and
hope in it must be licensed there. No model, no clock: the same answer every time.
"""

from __future__ import annotations

from broadcaster.writing.facts.coverage import Coverage, coverage
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.evidence import Evidence
from broadcaster.writing.facts.quantities.foreign_figures import in_our_figures

__all__ = ["Coverage", "Doubt", "Evidence", "coverage", "in_our_figures"]
