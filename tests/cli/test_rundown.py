"""The rundown: unsure words with their command, why a show is short, the notes' own times."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.conftest import call_in

ARTICLE = """---
title: えだまめの小型ロボット
publisher: えだまめ新聞
url: https://example.com/robot
published: 2024-10-16
rights: own
---
えだまめ電機は10月16日、家庭用の小型ロボット「Brzeski」を発表した。
値段は3万円で、重さは2kgだ。
新しい「Brzeski」は、家の中を歩いて、ものを運ぶ。
ただし、発売の時期はまだ決まっていない。
"""


def _station(folder: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    shutil.copy(root / "show.toml", folder)
    shutil.copytree(root / "voices", folder / "voices")
    (folder / "robot.md").write_text(ARTICLE, encoding="utf-8")


def test_unsure_words_are_counted_with_their_command(tmp_path: Path) -> None:
    _station(tmp_path)
    done = call_in(tmp_path, "episode", "robot.md", "--date", "2024-10-17")
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("読み ")]
    listed = call_in(tmp_path, "doubts", "2024-10-17").stdout.splitlines()
    assert line.startswith(f"読み あやしい語{len(listed) // 2}  ")
    assert line.endswith("broadcaster doubts 2024-10-17")


def test_a_short_show_says_why_and_its_times_are_those_of_the_notes(tmp_path: Path) -> None:
    _station(tmp_path)
    done = call_in(tmp_path, "episode", "robot.md", "--date", "2024-10-17")
    verdict, why, *rows = done.stdout.splitlines()
    assert why == "短い理由 記事1本の話せる文を使い切りました"
    folder = tmp_path / "episodes" / "2024-10-17"
    notes = (folder / "shownotes.md").read_text("utf-8")
    length = verdict.split("(目標5:00)")[0].split()[-1]
    assert f"2024-10-17（木）\u3000{length}\n" in notes
    assert re.search(rf"(?m)\b{rows[1].split()[0]}\b", notes), "the story begins when they say"
    kept = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert kept["told_out"] == {"stories": 1, "quoted": 0, "untold": 0}
    again = call_in(tmp_path, "episode", "--date", "2024-10-17", "--start-at", "mix")
    assert why in again.stdout.splitlines() or again.stdout.startswith("変わりなし")


def test_a_show_that_was_cut_by_hand_says_so(tmp_path: Path) -> None:
    _station(tmp_path)
    call_in(tmp_path, "episode", "robot.md", "--date", "2024-10-17")
    script = tmp_path / "episodes" / "2024-10-17" / "script.json"
    script.write_text(script.read_text("utf-8").replace("3万円", "3万円ほど"), "utf-8")
    done = call_in(tmp_path, "episode", "robot.md", "--date", "2024-10-17")
    assert "短い理由 台本に書かれた分だけです" in done.stdout.splitlines()
