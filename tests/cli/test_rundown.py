"""The rundown: unsure words with their command, why a show is short, the notes' own times."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from broadcaster.cli.rundown import rundown, summary
from tests.conftest import DATE, Made, call_in
from tests.show.test_written import REPLY, run_with
from tests.writing.scripted_server import as_json


def test_unsure_words_are_counted_with_their_command(made: Made) -> None:
    (line,) = [line for line in made.rundown.splitlines() if line.startswith("読み ")]
    listed = call_in(made.station, "doubts", DATE).stdout.splitlines()
    assert listed
    assert line.startswith(f"読み あやしい語{len(listed) // 2}  ")
    assert line.endswith(f"broadcaster doubts {DATE}")


def test_a_models_greetings_are_counted_after_what_matters_more(station: Path) -> None:
    said = [(one["from"], one["say"]) for one in json.loads(REPLY)["lines"]]
    greetings = ("みなさん、こんにちはなのだ。", "それでは、次のニュースなのだ。")
    report, _ = run_with(station, lambda _: as_json(greetings[0], *said, greetings[1]))
    assert len(report.manifest.findings) == 3
    report = replace(report, manifest=replace(report.manifest, date=DATE))
    told = [row for row in rundown(report, 1.0).splitlines() if row.startswith("確認 ")]
    claim, framed = told
    assert "差し替え 30万円" in claim
    assert framed.startswith("確認 枠の外の2行を外しました 「みなさん、こんにちはなのだ。」")
    assert "確認3" in summary(report)


def test_a_short_show_says_why_and_its_times_are_those_of_the_notes(
    made: Made, tmp_path: Path
) -> None:
    verdict, why, *rows = made.rundown.splitlines()
    assert why == "短い理由 記事1本の話せる文を使い切りました"
    notes = (made.folder / "shownotes.md").read_text("utf-8")
    length = verdict.split("(目標5:00)")[0].split()[-1]
    assert f"{DATE}（木）\u3000{length}\n" in notes
    assert re.search(rf"(?m)\b{rows[1].split()[0]}\b", notes), "the story begins when they say"
    kept = json.loads((made.folder / "manifest.json").read_text("utf-8"))
    assert kept["told_out"] == {"stories": 1, "quoted": 0, "untold": 0}
    station = made.copied(tmp_path)
    again = call_in(station, "episode", "--date", DATE, "--start-at", "mix")
    assert why in again.stdout.splitlines() or again.stdout.startswith("変わりなし")


def test_a_show_that_was_cut_by_hand_says_so(made: Made, tmp_path: Path) -> None:
    station = made.copied(tmp_path)
    script = station / "episodes" / DATE / "script.json"
    script.write_text(script.read_text("utf-8").replace("3万円", "3万円ほど"), "utf-8")
    done = call_in(station, "episode", "--date", DATE)
    assert "短い理由 台本に書かれた分だけです" in done.stdout.splitlines()
