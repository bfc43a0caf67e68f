"""The rundown counts the words that are read unsurely and names the command that lists them."""

from __future__ import annotations

import json
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
