"""A card's keys and slots are checked when it is read, not on the day that draws the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadcaster.cards import load_character
from broadcaster.cards.slots import SLOTS
from broadcaster.errors import CardError
from broadcaster.writing.neutral import NEUTRAL
from tests.cards.test_character import LEAST, voices


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            '[lines]\nname = "{titel}、{date}"\n',
            "lines.name has {titel} in '{titel}、{date}'; did you mean {title}?",
        ),
        (
            '[lines]\nturn = ["{n}本目", "{qqq}の話"]\n',
            "lines.turn has {qqq} in '{qqq}の話'; slots here: {n}, {topic}",
        ),
        ('[lines]\nhello = "{name}なのだ"\n', "lines.hello has {name}"),
        ('[lines]\nhello = "{name}なのだ"\n', "this line has no slots"),
        ('[lines]\nbye = "{title"\n', "lines.bye has { in '{title'"),
        ('[lines]\nbye = "{Title}"\n', "lines.bye has {Title}"),
        ('[lines]\nrundwon = "x"\n', "lines.rundwon is not a key we know; did you mean rundown?"),
        (
            '[lines.english_skill]\nlnog = "x"\n',
            "lines.english_skill.lnog is not a key we know; did you mean english_skill.long?",
        ),
        ("[reactions]\na = { cue = [], sey = [] }\n", "reactions.a.sey is not a key we know"),
    ],
)
def test_a_wrong_slot_or_key_is_told_with_file_and_key(
    tmp_path: Path, lines: str, says: str
) -> None:
    with pytest.raises(CardError) as caught:
        load_character(voices(tmp_path, LEAST + lines), "desk")
    assert says in str(caught.value)
    assert str(tmp_path / "desk" / "card.toml") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_neutral_line_has_a_key_and_only_its_slots() -> None:
    for key, line in NEUTRAL.items():
        assert key in SLOTS
        assert set(re.findall(r"\{(.*?)\}", line)) <= set(SLOTS[key]), key


@pytest.mark.parametrize("name", ["zundamon", "anchor"])
def test_a_story_without_a_fact_has_a_line_in_both_languages(name: str) -> None:
    character = load_character(Path(__file__).resolve().parents[2] / "voices", name)
    for key in ("untold", "untold_japanese"):
        assert len(character.phrases(key)) >= 8
        assert NEUTRAL[key]
    assert not any("外国語" in line for line in character.phrases("untold_japanese"))
