"""The user's hand on readings: `at`, `doubts` and `lexicon`, as typed."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest
import soundfile as sf

from tests.conftest import DATE, WORD, Made, call_in


@pytest.fixture
def looked(made: Made) -> Path:
    """A station with a finished episode; for tests that only look."""
    return made.station


@pytest.fixture
def station(made: Made, tmp_path: Path) -> Path:
    """A copy of it, to work on."""
    return made.copied(tmp_path)


def said(folder: Path, *args: str | Path) -> str:
    done = call_in(folder, *args)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def refusal(folder: Path, *args: str | Path) -> str:
    done = call_in(folder, *args)
    assert done.returncode == 2, done.stdout
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def lexicon_of(station: Path) -> str:
    return (station / "voices" / "lexicon.toml").read_text(encoding="utf-8")


def first_time(station: Path) -> str:
    """When the first doubtful word is heard, as `doubts` tells it."""
    return said(station, "doubts", "--below", "0.99").split(" ")[0]


def test_doubts_name_each_word_once_with_a_command_that_works(station: Path) -> None:
    (row, command) = said(station, "doubts", DATE, "--below", "0.99").splitlines()
    assert WORD in row
    assert "回" in row
    arguments = shlex.split(command)
    assert arguments[:4] == ["broadcaster", "lexicon", "add", WORD]
    said(station, *arguments[1:])
    assert f'"{WORD}" = "{arguments[4]}"' in lexicon_of(station)


def test_at_shows_the_line_its_spans_source_and_remedy(looked: Path) -> None:
    told = said(looked, "at", first_time(looked)).splitlines()
    assert told[0].startswith(DATE)
    assert any(line.startswith("字幕") and WORD in line for line in told)
    assert any(line.split("\t")[0].strip() == WORD for line in told)
    assert any(line.startswith("音 ") and "'" in line for line in told)
    assert told[-1].startswith(f'直す broadcaster lexicon add "{WORD}" ')
    named = said(looked, "at", first_time(looked), DATE).splitlines()
    assert named == told


def test_at_names_article_and_source_sentence(looked: Path) -> None:
    cues = json.loads((looked / "episodes" / DATE / "episode.json").read_text(encoding="utf-8"))[
        "cues"
    ]
    cue = next(cue for cue in cues if "3万円" in "".join(cue["lines"]))
    told = said(looked, "at", f"{cue['start'] + 0.3:.2f}").splitlines()
    assert "出典 えだまめ電機の小型ロボット  えだまめ新聞  https://example.com/robot" in told
    assert "原文 値段は3万円で、重さは2kgだ。" in told
    assert told[-1].endswith(f"broadcaster episode --date {DATE} --start-at read")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("at", "0:00"), "nobody speaks yet"),
        (("at", "59:00"), "the show is over at"),
        (("at", "soon"), "write 2:13"),
        (("at", "1:75"), "end at 59"),
        (("at", "0:10", "2020-01-01"), "no such episode"),
        (("at", "0:10", "../x"), "is not a date"),
        (("at", "0:10", DATE, "--edition", "evening"), "no such episode"),
        (("doubts", "2020-01-01"), "no such episode"),
        (("lexicon", "add", "Zorblax", "zorblax"), "'Zorblax' is read 'zorblax'"),
        (("lexicon", "add", "Zorblax", "ゾー", "--accent", "3"), "Zorblax.accent is 3"),
        (("lexicon", "try", "Zorblax", "zorblax"), "'Zorblax' is read 'zorblax'"),
        (("lexicon", "import", "nowhere.json"), "nowhere.json: not found"),
        (("lexicon", "import", "show.toml"), "show.toml: line 1 has"),
        (("lexicon", "export", "a.txt"), "'.txt'"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    looked: Path, args: tuple[str, ...], says: str
) -> None:
    before = lexicon_of(looked)
    assert says in refusal(looked, *args)
    assert lexicon_of(looked) == before


def test_without_any_episode_there_is_nothing_to_look_at(tmp_path: Path, looked: Path) -> None:
    shutil.copy(looked / "show.toml", tmp_path)
    assert "no finished episode" in refusal(tmp_path, "at", "0:10")
    assert said(tmp_path, "lexicon", "add", WORD, "ゾーブ").startswith(f"{WORD} ゾーブ  追加")
    assert lexicon_of(tmp_path).splitlines()[-1] == f'"{WORD}" = "ゾーブ"'


def test_a_reading_edited_since_is_not_mistaken_for_what_was_heard(station: Path) -> None:
    file = station / "episodes" / DATE / "utterances.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("3万円", "4万円"), encoding="utf-8")
    assert "utterances.json is not what" in refusal(station, "at", "0:10")


def test_add_keeps_comments_order_and_what_is_not_said_anew(station: Path) -> None:
    before = lexicon_of(station)
    told = said(station, "lexicon", "add", WORD, "ぞーぶらっくす", "--accent", "3", "--gloss", "犬")
    assert told.splitlines()[0].startswith(f"{WORD} ゾーブラックス  追加")
    assert "本のうち" in told
    assert told.rstrip().endswith(f"broadcaster episode --date {DATE}")
    row = f'"{WORD}" = {{ reading = "ゾーブラックス", accent = 3, gloss = "犬" }}\n'
    assert lexicon_of(station) == before + row
    assert "そのまま" in said(station, "lexicon", "add", WORD, "ゾーブラックス")
    assert lexicon_of(station) == before + row
    said(station, "lexicon", "add", WORD, "ゾブラ")
    assert f'"{WORD}" = {{ reading = "ゾブラ", gloss = "犬" }}' in lexicon_of(station)
    assert "0本が変わる" in said(station, "lexicon", "add", "Quux", "クアックス")


def test_try_speaks_both_ways_into_a_file(station: Path) -> None:
    told = said(station, "lexicon", "try", WORD, "ゾーブラックス", "-o", "both.wav").splitlines()
    assert told[0].startswith("前 ツギ'ワ、")
    assert "ゾオブラ'ッ_クス" in told[1]
    assert told[2] == "both.wav"
    both, rate = sf.read(station / "both.wav")
    assert rate == 48_000
    assert "今 " in said(station, "lexicon", "try", "Python")
    once, _ = sf.read(station / "lexicon-try.wav")
    assert len(both) > 1.7 * len(once)
    assert WORD not in lexicon_of(station)


@pytest.mark.parametrize("name", ["user_dict.json", "user.csv"])
def test_what_is_exported_and_imported_changes_nothing(station: Path, name: str) -> None:
    said(station, "lexicon", "add", WORD, "ゾーブラックス", "--gloss", "犬")
    before = lexicon_of(station)
    assert said(station, "lexicon", "export", name).startswith("2語")
    assert "追加 0  変更 0  そのまま 2" in said(station, "lexicon", "import", name)
    assert lexicon_of(station) == before
    (station / "voices" / "lexicon.toml").unlink()
    assert "追加 2" in said(station, "lexicon", "import", name)
    assert "accent = 4" in lexicon_of(station)


def test_explain_shows_the_accent_of_names(looked: Path) -> None:
    done = call_in(looked, "read", "--explain", stdin="PyTorchを使う\n")
    assert done.stdout.splitlines()[1].split("\t")[-1] == "accent 3"
