"""`broadcaster compare`: models and prompts on the same articles, gate by gate."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import call_in
from tests.writing.scripted_server import as_json, stage

ROBOT = """---
title: えだまめ電機の小型ロボット
publisher: えだまめ新聞
---
えだまめ電機は10月16日、家庭用の小型ロボットを発表した。
値段は3万円で、重さは2kgだ。
ただし、発売の時期はまだ決まっていない。
"""
RIGHT = as_json(
    (1, "えだまめ電機が、小型ロボットを発表したのだ。"),
    (2, "値段は3万円で、重さは2キログラムなのだ。"),
    (3, "ただし、発売の時期はまだ決まっていないのだ。"),
)
WRONG = as_json(
    (1, "えだまめ電機が、小型ロボットを発表しました。"),
    (2, "値段は30万円です。"),
    (3, "発売の時期は、まだ決まっていません。"),
)


def _robot(station: Path) -> Path:
    path = station / "robot.md"
    path.write_text(ROBOT, encoding="utf-8")
    return path


def test_scores_of_a_good_and_a_bad_model(station: Path) -> None:
    article = _robot(station)
    with stage(lambda _: RIGHT) as good, stage(lambda _: WRONG) as bad, stage("no_json") as mute:
        done = call_in(
            station, "compare", good.address, bad.address, mute.address, "--from", article,
            "--seeds", "2", "--date", "2024-10-17", "--json",
        )  # fmt: skip
        heard = [{one["seed"] for one in server.heard} for server in (good, bad, mute)]
    assert done.returncode == 0, done.stderr
    right, wrong, silent = json.loads(done.stdout)
    assert (right["schema"], right["japanese"], right["facts"]) == (1.0, 1.0, 1.0)
    assert right["character"] == 1.0
    assert right["stood_in"] == 0.0
    assert right["tokens_a_second"] > 0
    assert wrong["facts"] < 1.0
    assert wrong["character"] == 0.0
    assert (silent["schema"], silent["stood_in"], silent["retries"]) == (0.0, 1.0, 2.0)
    assert all("JSON" in trial["why"] for trial in silent["trials"])
    assert len(heard[2]) == 6, "two seeds, three attempts each, all different"
    assert not (station / "episodes" / "2024-10-17").exists()
    assert not (station / "public").exists()


def test_a_table_for_people_and_prompts_beside_each_other(station: Path) -> None:
    article = _robot(station)
    mine = station / "mine"
    mine.mkdir()
    (mine / "persona.md").write_text("---\nversion: 9\n---\n- しずかに話す。\n", encoding="utf-8")
    with stage(lambda _: RIGHT) as server:
        done = call_in(
            station, "compare", server.address, "--prompts", mine, "--from", article,
            "--seeds", "1", "--date", "2024-10-17",
        )  # fmt: skip
        systems = {one["messages"][0]["content"] for one in server.heard}
    assert done.returncode == 0, done.stderr
    assert "tiny" in done.stdout
    assert "100%" in done.stdout
    (system,) = systems
    assert "しずかに話す" in system


def test_a_model_nobody_serves_is_named_and_the_others_are_scored(station: Path) -> None:
    article, woken = _robot(station), station / "woken"
    vllm = station / "python-of-vllm"
    vllm.write_text(f"#!/bin/sh\ntouch {woken}\n", encoding="utf-8")
    vllm.chmod(0o755)
    with stage(lambda _: RIGHT) as server:
        done = call_in(
            station, "compare", "http://127.0.0.1:9/v1", server.address, "--from", article,
            "--seeds", "1", "--json", env={"BROADCASTER_VLLM_PYTHON": str(vllm)},
        )  # fmt: skip
    assert done.returncode == 1
    assert "broadcaster: http://127.0.0.1:9/v1: does not answer; start it" in done.stderr
    assert not woken.exists(), "no other model is served and scored in its place"
    assert len(json.loads(done.stdout)) == 1


def test_prompts_that_are_not_there_are_refused(station: Path) -> None:
    done = call_in(station, "compare", "http://127.0.0.1:9", "--prompts", station / "none")
    assert done.returncode == 2
    assert "no such folder of prompts" in done.stderr


def test_a_path_that_leads_nowhere_is_no_served_name(station: Path) -> None:
    done = call_in(station, "compare", "./nowhere", "--from", _robot(station))
    assert done.returncode == 2
    assert "./nowhere: no model there; name a folder with config.json" in done.stderr
