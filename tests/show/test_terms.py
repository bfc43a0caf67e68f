"""The terms gate: no commercial show with a host who does not allow one."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from broadcaster.archive import EPISODE, MANIFEST
from broadcaster.errors import Refused
from broadcaster.manifest import Manifest, Output
from broadcaster.nouns import Episode, Timeline
from broadcaster.show import publish
from tests.conftest import call_here, call_in
from tests.show.scripts import DATE, written

EPISODE_OF_ZUNDAMON = Episode(
    "題", DATE, "", 1, "g", 1.0, Timeline(1, ()), (), (), (), (), ()
)  # fmt: skip

ANCHOR = """[character]
name = "アンカー"
reading = "アンカー"
register = "polite"
[styles]
talk = [{ engine = "openjtalk" }]
"""


def commercial(station: Path) -> Path:
    show = station / "show.toml"
    text = show.read_text("utf-8").replace("commercial = false", "commercial = true")
    show.write_text(text, "utf-8")
    for folder in (station / "voices").iterdir():
        if folder.is_dir() and folder.name != "zundamon":
            shutil.rmtree(folder)
    return station


def add(station: Path, name: str, card: str) -> None:
    (station / "voices" / name).mkdir()
    (station / "voices" / name / "card.toml").write_text(card, "utf-8")


def terms(commercial: str) -> str:
    return f'{ANCHOR}[terms]\ncommercial = "{commercial}"\n'


@pytest.mark.parametrize(
    "command",
    [("episode",), ("gather", "--date", "2024-10-17"), ("write", "2024-10-17"), ("publish",)],
)
def test_refused_at_the_start_before_anything_is_made(
    station: Path, command: tuple[str, ...]
) -> None:
    add(commercial(station), "anchor", ANCHOR)
    add(station, "aaa", ANCHOR)
    before = sorted(station.rglob("*"))
    began = time.monotonic()
    done = call_in(station, *command)
    assert time.monotonic() - began < 2 * 3  # two cores, shared by whoever tests beside us
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "ずんだもん(zundamon): does not allow a commercial show" in line
    assert 'set host = "anchor"' in line
    assert sorted(station.rglob("*")) == before


def test_nobody_is_named_where_nobody_may(station: Path) -> None:
    add(commercial(station), "other", terms("refuse"))
    add(station, "broken", "[character]\n")
    done = call_here(station, "episode")
    assert done.returncode == 2
    assert "set host" not in done.stderr
    assert "commercial = false" in done.stderr


def test_a_host_who_wants_to_be_asked_says_so(station: Path) -> None:
    add(commercial(station), "shy", terms("ask"))
    done = call_here(station, "episode", "--host", "shy")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "owner was asked" in line
    assert "voices/shy/card.toml" in line


def test_a_host_who_allows_it_begins(station: Path) -> None:
    add(commercial(station), "anchor", terms("ok"))
    date = ("--date", "2024-10-17")
    show = (station / "show.toml").read_text("utf-8")
    (station / "show.toml").write_text(show.replace('"zundamon"', '"anchor"'), "utf-8")
    assert call_here(station, "gather", *date).returncode == 0


def test_an_episode_keeps_the_host_it_was_made_with(station: Path) -> None:
    add(commercial(station), "anchor", terms("ok"))
    show = (station / "show.toml").read_text("utf-8")
    (station / "show.toml").write_text(show.replace('"zundamon"', '"anchor"'), "utf-8")
    home, folder = written(station)
    folder.leave(MANIFEST, Manifest(date=DATE, outputs=(Output("episode.mp3", 1, "0" * 64),)))
    folder.leave(EPISODE, EPISODE_OF_ZUNDAMON)
    with pytest.raises(Refused, match=r"zundamon\): does not allow a commercial show"):
        publish(home)
    assert not home.public.exists()


def test_without_commerce_nobody_asks(station: Path) -> None:
    assert call_here(station, "gather", "--date", "2024-10-17").returncode == 0
