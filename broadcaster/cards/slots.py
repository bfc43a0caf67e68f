"""The keys under `[lines]`, and the slots that each of their lines may fill: `{topic}`.

A slot nobody fills would only be found on the day that draws its line; so it is refused when
the card is read.
"""

from __future__ import annotations

import difflib
import re
from typing import Final

SLOTS: Final = {
    "name": ("title", "date", "weekday"),
    "name_titled": ("title", "date", "weekday"),
    "rundown": ("count", "headlines"),
    "rundown_rest": ("count", "headlines"),
    "rundown_grave": ("count", "headlines"),
    "older": (),
    "hello": (),
    "borrowed": (),
    "disclosure.extractive": (),
    "disclosure.model": (),
    "first": ("n", "topic"),
    "turn": ("n", "topic"),
    "same": ("n", "topic", "name"),
    "same_last": ("n", "topic", "name"),
    "second": ("n", "topic"),
    "last": ("n", "topic"),
    "only": ("n", "topic"),
    "grave": (),
    "grave_turn": ("n", "topic"),
    "grave_only": ("n", "topic"),
    "after_grave": ("n", "topic"),
    "outlet": ("publisher",),
    "dated": ("date",),
    "untold": (),
    "untold_japanese": (),
    "title.plain": ("title", "language"),
    "title.one_word": ("title", "language"),
    "title.foreign": ("title", "language"),
    "english_skill.long": (),
    "english_skill.short": (),
    "english_skill.gist": ("topic",),
    "english_skill.other": ("title", "language"),
    "english_skill.payoff": ("times",),
    "english_skill.payoff_once": ("times",),
    "recap_item": ("n", "topic"),
    "recap": ("items",),
    "recap_list": ("items",),
    "recap_one": ("topic",),
    "recap_grave": ("topic",),
    "notes": (),
    "next": ("next",),
    "again": (),
    "sample": (),
    "bye": ("title",),
}
"""Key of a line, and what its `{ }` may hold. A key that is not here is never spoken."""

_SLOT: Final = re.compile(r"\{([^{}]{0,40})\}")


def wrong_slot(key: str, line: str) -> str:
    """The first slot of the line that nothing fills, or a brace by itself; empty if all is well."""
    unknown = next((slot[0] for slot in _SLOT.finditer(line) if slot[1] not in SLOTS[key]), "")
    alone = next((brace for brace in _SLOT.sub("", line) if brace in "{}"), "")
    return unknown or alone


def remedy(slot: str, key: str) -> str:
    """What to write instead of that slot."""
    known = SLOTS[key]
    close = difflib.get_close_matches(slot.strip("{}"), known, n=1, cutoff=0.5)
    if close:
        return f"did you mean {{{close[0]}}}?"
    here = ", ".join(f"{{{one}}}" for one in known)
    return f"slots here: {here}" if known else "this line has no slots"
