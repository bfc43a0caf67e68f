"""2:13 on the train: a word is heard misread, taught, and only its takes are made anew."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from tests.conftest import DATE, WORD, Made, call_in


def captions(folder: Path) -> list[str]:
    """The text of every cue, without its times."""
    vtt = (folder / "episode.vtt").read_text(encoding="utf-8")
    return [line for line in vtt.splitlines() if line and "-->" not in line]


def readings(folder: Path) -> list[str]:
    rows = json.loads((folder / "utterances.json").read_text(encoding="utf-8"))
    return [row["reading"] for row in rows]


def test_scene_three(made: Made, tmp_path: Path) -> None:
    station = made.copied(tmp_path)
    folder = station / "episodes" / DATE
    before = {"captions": captions(folder), "readings": readings(folder)}
    script = (folder / "script.json").read_bytes()
    guid = json.loads((folder / "manifest.json").read_text())["guid"]

    chapter = json.loads((folder / "episode.json").read_text(encoding="utf-8"))["cues"]
    heard = next(cue for cue in chapter if WORD in "".join(cue["lines"]))
    told = call_in(station, "at", f"{heard['start'] + 0.5:.1f}").stdout
    remedy = shlex.split(told.splitlines()[-1].removeprefix("直す "))
    assert remedy[:4] == ["broadcaster", "lexicon", "add", WORD]

    added = call_in(station, *remedy[1:4], "ゾブラックス").stdout
    found = re.search(r"(\d+)本のうち(\d+)本が変わる  (broadcaster .*)", added)
    assert found, added
    touched = int(found[2])
    assert 1 <= touched <= 4
    again = call_in(station, *shlex.split(found[3])[1:])
    assert again.returncode == 0, again.stderr
    assert f"録音 {found[1]}本のうち{touched}本を新しく" in again.stdout

    assert captions(folder) == before["captions"]
    assert (folder / "script.json").read_bytes() == script
    assert json.loads((folder / "manifest.json").read_text())["guid"] == guid
    changed = [
        new for new, old in zip(readings(folder), before["readings"], strict=True) if new != old
    ]
    assert len(changed) == touched
    assert all("ゾブラックス" in reading for reading in changed)
    assert call_in(station, "episode", "--date", DATE).stdout.startswith("変わりなし")
