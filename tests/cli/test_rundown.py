"""The rundown counts the words that are read unsurely and names the command that lists them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import call_in, station_in

from .robot import article_about


def test_unsure_words_are_counted_with_their_command(tmp_path: Path) -> None:
    (station_in(tmp_path) / "robot.md").write_text(article_about("Brzeski"), encoding="utf-8")
    done = call_in(tmp_path, "episode", "robot.md", "--date", "2024-10-17")
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("読み ")]
    listed = call_in(tmp_path, "doubts", "2024-10-17").stdout.splitlines()
    assert line.startswith(f"読み あやしい語{len(listed) // 2}  ")
    assert line.endswith("broadcaster doubts 2024-10-17")
