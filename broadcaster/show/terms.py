"""Whether the host may speak in this show at all: the terms of use of the character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster import cards
from broadcaster.errors import CardError, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.programme import Character, Show

FIRST_CHOICE: Final = "anchor"
"""The station's own newsreader, proposed before anybody else."""


def check_terms(show: Show, character: Character, voices: Path) -> None:
    """Refuse a commercial show whose host does not allow one, naming a host who does.

    A character that wants to be asked is refused too, until its card says that it was.
    """
    allowed = character.terms.commercial
    if not show.commercial or allowed == "ok":
        return
    who = f"{character.name}({character.id})"
    if allowed == "ask":
        raise Refused(
            "speaks in a commercial show only after its owner was asked",
            who,
            f'ask, then write commercial = "ok" under [terms] in voices/{character.id}/card.toml'
            f" (or {_way_out(voices)})",
        )
    raise Refused("does not allow a commercial show", who, _way_out(voices))


def _way_out(voices: Path) -> str:
    free = "set commercial = false in show.toml"
    found = _host_who_may(voices)
    return f'set host = "{found}" in show.toml (or --host {found}), or {free}' if found else free


def _host_who_may(voices: Path) -> str:
    """A character that allows commercial shows; empty where the station has none."""
    names = sorted(cards.list_characters(voices), key=lambda name: (name != FIRST_CHOICE, name))
    return next((name for name in names if _may(voices, name)), "")


def _may(voices: Path, name: str) -> bool:
    try:
        return cards.load_character(voices, name).terms.commercial == "ok"
    except CardError:
        return False
