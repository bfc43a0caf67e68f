"""`voices/<id>/card.toml`: who speaks, in which words, with which voices."""

from __future__ import annotations

import difflib
import math
from pathlib import Path
from typing import Any, Final

from broadcaster.cards.prompts import load_prompts
from broadcaster.cards.show import ID
from broadcaster.cards.slots import SLOTS, remedy, wrong_slot
from broadcaster.cards.table import Table, nearest
from broadcaster.cards.toml import read_toml
from broadcaster.errors import UnknownName
from broadcaster.programme import (
    Caps,
    Character,
    Endings,
    Phrases,
    Reaction,
    Style,
    Terms,
    Voicing,
)

CARD: Final = "card.toml"
PROMPTS: Final = "prompts"
REGISTERS: Final = ("noda", "polite")


def list_characters(voices: Path) -> tuple[str, ...]:
    """Ids of the characters that have a card in the folder, sorted."""
    return tuple(sorted(card.parent.name for card in voices.glob(f"*/{CARD}")))


def load_character(voices: Path, name: str) -> Character:
    """The character of that id; UnknownName with the nearest one where there is none.

    The name is looked up in a listing, never joined to a path.
    """
    known = list_characters(voices)
    if name not in known or not ID.fullmatch(name):
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"known here: {', '.join(known) or 'none'}"
        raise UnknownName(f"no character {name!r}", voices, hint)
    return _character(name, voices / name / CARD)


def _character(name: str, path: Path) -> Character:
    root = Table(read_toml(path), path)
    who, topics, terms = root.table("character"), root.table("topics"), root.table("terms")
    made = Character(
        id=name,
        name=who.text("name", most=40),
        reading=who.text("reading", most=80),
        first_person=who.text("first_person", ""),
        color=who.text("color", "#6aa84f"),
        persona=who.text("persona", ""),
        register=who.choice("register", "noda", REGISTERS),
        endings=_endings(root.table("endings")),
        caps=_caps(root.table("caps")),
        lines=_phrases(root.table("lines")),
        reactions=_reactions(root.table("reactions")),
        refuse_topics=topics.texts("refuse"),
        grave_topics=topics.texts("grave"),
        styles=_styles(root.table("styles")),
        terms=Terms(
            terms.text("credit", ""), terms.choice("commercial", "ok", ("refuse", "ask", "ok"))
        ),
        prompts=load_prompts(path.parent / PROMPTS),
    )
    for table in (who, topics, terms, root):
        table.close()
    if made.style("talk") is None:
        raise root.error("styles.talk", "is missing", "give the character a voice to talk with")
    return made


def _endings(table: Table) -> Endings:
    mix = table.table("mix")
    shares = tuple((key, _share(mix, key, value)) for key, value in mix.rest())
    if shares and not math.isclose(sum(share for _, share in shares), 1.0, abs_tol=0.005):
        total = sum(share for _, share in shares)
        raise table.error("mix", f"adds up to {total:g}", "let the shares add up to 1")
    endings = Endings(
        mix=shares,
        max_run=int(table.number("max_run", 3, least=1, most=50)),
        banned=table.texts("banned"),
    )
    table.close()
    return endings


def _share(table: Table, key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise table.error(key, f"is {value!r}", "give a share from 0 to 1")
    return float(value)


def _caps(table: Table) -> Caps:
    words = table.table("words")
    caps = Caps(
        words=tuple((key, _count(words, key, value)) for key, value in words.rest()),
        english_skill=int(table.number("english_skill", 2, least=0, most=99)),
        exclaim=table.number("exclaim", 0.2, least=0, most=1),
    )
    table.close()
    return caps


def _count(table: Table, key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 999:
        raise table.error(key, f"is {value!r}", "give a whole number from 0 to 999")
    return value


def _phrases(table: Table, prefix: str = "") -> tuple[Phrases, ...]:
    """Every key with its lines; a table inside gives dotted keys."""
    rows: list[Phrases] = []
    for key, value in table.rest():
        if isinstance(value, dict):
            rows.extend(_phrases(table.table(key), f"{prefix}{key}."))
        else:
            rows.append(_checked(Phrases(f"{prefix}{key}", table.texts(key)), table, key))
    return tuple(rows)


def _checked(row: Phrases, table: Table, key: str) -> Phrases:
    """The row, if its key is ever spoken and every slot in its lines is filled."""
    if row.key not in SLOTS:
        raise table.unknown(key, nearest(row.key, SLOTS))
    for line in row.lines:
        if slot := wrong_slot(row.key, line):
            raise table.error(key, f"has {slot} in {line!r}", remedy(slot, row.key))
    return row


def _reactions(table: Table) -> tuple[Reaction, ...]:
    rows = [(key, table.table(key)) for key, _ in table.rest()]
    made = tuple(Reaction(key, row.texts("cue"), row.texts("say")) for key, row in rows)
    for _, row in rows:
        row.close()
    return made


def _styles(table: Table) -> tuple[Style, ...]:
    return tuple(
        Style(key, tuple(_voicing(row) for row in table.tables(key))) for key, _ in table.rest()
    )


def _voicing(row: Table) -> Voicing:
    engine = row.text("engine")
    gain_db = row.number("gain_db", 0.0, least=-40, most=40)
    pace = row.number("pace", 7.0, least=1, most=20)
    stand_in = row.flag("stand_in", default=False)
    settings = tuple(sorted((key, _scalar(row, key, value)) for key, value in row.rest()))
    return Voicing(engine, settings, gain_db, pace, stand_in)


def _scalar(row: Table, key: str, value: Any) -> str | int | float | bool:
    if not isinstance(value, str | int | float) or value != value:  # noqa: PLR0124 (NaN)
        raise row.error(key, f"is {value!r}", "give a text, a number, true or false")
    return value
