"""Lists of words, forms, terms and sentences: how many are read as an announcer would."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from broadcaster import japanese
from broadcaster.programme import Lexicon
from broadcaster.reading import pronouncer

CASES = Path(__file__).parents[1] / "cases"
FLOORS: dict[str, int] = tomllib.loads((CASES / "reading_floors.toml").read_text(encoding="utf-8"))

read = pronouncer(Lexicon())


def sounds(text: str) -> list[str]:
    return [sound.lower() for sound in japanese.phonemes(text)]


@pytest.mark.parametrize("name", FLOORS)
def test_as_many_are_right_as_ever_were(name: str) -> None:
    table: dict[str, list[str]] = tomllib.loads(
        (CASES / f"reading_{name}.toml").read_text(encoding="utf-8")
    )
    wrong = {
        text: read(text)
        for text, accepted in table.items()
        if sounds(read(text)) not in [sounds(reading) for reading in accepted]
    }
    assert len(table) - len(wrong) >= FLOORS[name], wrong
