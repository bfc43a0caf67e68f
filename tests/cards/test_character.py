"""card.toml and lexicon.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadcaster.cards import layered, list_characters, load_character, load_lexicon
from broadcaster.errors import CardError, UnknownName

STATION = Path(__file__).resolve().parents[2]
LEAST = (
    '[character]\nname = "係"\nreading = "カカリ"\n[styles]\ntalk = [{ engine = "openjtalk" }]\n'
)


def voices(tmp_path: Path, card: str) -> Path:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "card.toml").write_text(card, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", list_characters(STATION / "voices"))
def test_every_shipped_card_loads(name: str) -> None:
    character = load_character(STATION / "voices", name)
    talk = character.style("talk")
    assert talk is not None
    assert talk.voicings[-1].engine == "openjtalk", "the built-in voice is always the last resort"


def test_lines_are_found_by_dotted_key_and_a_lone_line_is_a_list(tmp_path: Path) -> None:
    card = LEAST + '[lines]\nbye = "では"\n[lines.english_skill]\nlong = ["変身", "変わるよ"]\n'
    character = load_character(voices(tmp_path, card), "desk")
    assert character.phrases("bye") == ("では",)
    assert character.phrases("english_skill.long") == ("変身", "変わるよ")
    assert character.phrases("nothing") == ()


WRONG = {
    LEAST + '[endings]\nmix = { "のだ" = 0.6, "ね" = 0.1 }\n': "endings.mix adds up to 0.7",
    LEAST + '[caps]\nwords = { "すごい" = -1 }\n': "caps.words.すごい is -1",
    LEAST + "[lines]\nbye = [1]\n": "lines.bye is [1]",
    LEAST + '[terms]\ncommercial = "no"\n': "use refuse, ask or ok",
    LEAST.replace("engine", "engin"): "styles.talk[1].engine is missing",
    LEAST.replace('"openjtalk"', '"openjtalk", alpha = inf, x = []'): "styles.talk[1].x is []",
    LEAST.replace("talk", "tolk"): "styles.talk is missing",
    LEAST + "[endigns]\n": "did you mean endings?",
}


@pytest.mark.parametrize(("card", "says"), WRONG.items(), ids=list(WRONG.values()))
def test_what_is_wrong_in_a_card(tmp_path: Path, card: str, says: str) -> None:
    with pytest.raises(CardError) as caught:
        load_character(voices(tmp_path, card), "desk")
    assert says in str(caught.value)


@pytest.mark.parametrize("name", ["dsek", "../desk", "", "desk/../desk", "/"])
def test_an_unknown_character_names_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownName, match="desk") as caught:
        load_character(voices(tmp_path, LEAST), name)
    assert caught.value.exit_code == 2


def test_a_lexicon_row_is_a_reading_or_a_table(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text('"Mistral" = "ミストラル"\n"X" = { reading = "エックス", accent = 3 }\n')
    mistral, x = load_lexicon(path).rows
    assert (mistral.surface, mistral.reading, mistral.accent) == ("Mistral", "ミストラル", None)
    assert (x.reading, x.accent) == ("エックス", 3)


@pytest.mark.parametrize(
    "row", ['"Mistral" = "mistral"', '"M" = 1', '"M" = { accent = 1 }', '"" = "ア"',
            '"M" = { reading = "エム", acent = 1 }', '"M" = { reading = "エム", accent = -1 }']
)  # fmt: skip
def test_a_bad_row_is_refused(tmp_path: Path, row: str) -> None:
    (tmp_path / "lexicon.toml").write_text(row)
    with pytest.raises(CardError, match=r"lexicon\.toml"):
        load_lexicon(tmp_path / "lexicon.toml")


def test_the_first_layer_that_knows_a_word_decides(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('"M" = "エム"\n')
    (tmp_path / "b.toml").write_text('"M" = "ムム"\n"N" = "エヌ"\n')
    merged = layered(*(load_lexicon(tmp_path / f"{name}.toml") for name in "ab"))
    assert [(row.surface, row.reading) for row in merged.rows] == [("M", "エム"), ("N", "エヌ")]
