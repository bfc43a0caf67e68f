"""The rundown counts the words that are read unsurely and names the command that lists them."""

from __future__ import annotations

from tests.conftest import DATE, Made, call_in


def test_unsure_words_are_counted_with_their_command(made: Made) -> None:
    (line,) = [line for line in made.rundown.splitlines() if line.startswith("読み ")]
    listed = call_in(made.station, "doubts", DATE).stdout.splitlines()
    assert listed
    assert line.startswith(f"読み あやしい語{len(listed) // 2}  ")
    assert line.endswith(f"broadcaster doubts {DATE}")
