"""How the episode was made and whose work sounds in it: said alike in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.publishing.printable import address, one_line

if TYPE_CHECKING:
    from broadcaster.nouns import Credit, Episode

LABEL = "【AI・合成音声】"
SYNTHETIC = "この番組の声は合成音声です。"
SAMPLE = (
    "これは見本の放送です。"
    "episodes/inbox/ に記事を置いて make episode とすると、あなたの番組になります。"
)


def disclosure(episode: Episode) -> str:
    """Who wrote and who speaks, behind the label that podcast directories ask for."""
    return LABEL + (one_line(episode.disclosure) or SYNTHETIC)


def credit_line(row: Credit) -> str:
    """One credit on one line: text, licence in parentheses."""
    licence = f"（{one_line(row.licence)}）" if row.licence else ""
    return one_line(row.text) + licence


def imprint(episode: Episode) -> tuple[str, ...]:
    """Disclosure, sample notice and credits, a line each, addresses in full."""
    works = (f"{credit_line(row)} {address(row.url)}".strip() for row in episode.credits)
    sample = (SAMPLE,) if episode.sample else ()
    return (disclosure(episode), *sample, *(f"クレジット: {work}" for work in works if work))
