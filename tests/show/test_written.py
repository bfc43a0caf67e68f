"""What a show that a model wrote says of itself, from the run to the manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from broadcaster.archive import station_at
from broadcaster.errors import Failed
from broadcaster.show import Report, Request, broadcast, settle
from tests.writing.scripted_server import Part, as_json, stage

DATE = "2024-10-17"
ROBOT = """---
title: えだまめ電機の小型ロボット
publisher: えだまめ新聞
---
えだまめ電機は10月16日、家庭用の小型ロボットを発表した。
値段は3万円で、重さは2kgだ。
本体には、小さな車輪が4つ付いている。
ただし、発売の時期はまだ決まっていない。
"""
TENFOLD = "値段は、30万円なのだ。"
REPLY = as_json(
    (1, "えだまめ電機が、小型ロボットを発表したのだ。"),
    (2, TENFOLD),
    (3, "本体には、小さな車輪が4つ付いているのだ。"),
    (4, "ただし、発売の時期はまだ決まっていないのだ。"),
)


def _station(folder: Path, address: str) -> None:
    for sample in (folder / "episodes" / "inbox").iterdir():
        sample.unlink()
    (folder / "episodes" / "inbox" / "robot.md").write_text(ROBOT, encoding="utf-8")
    text = (folder / "show.toml").read_text("utf-8")
    head, _, rest = text.partition("[writer]")
    rest = rest.partition("\n[")[2]
    made = f'{head}[writer]\nengine = "vllm"\naddress = "{address}"\n\n[{rest}'
    (folder / "show.toml").write_text(made, encoding="utf-8")


def run_with(folder: Path, *parts: Part, **asked: Any) -> tuple[Report, int]:
    with stage(*parts) as server:
        _station(folder, server.address)
        request = Request(date=DATE, last="write", **asked)
        report = broadcast(station_at(folder / "show.toml"), request, lambda _room, _count: None)
        return report, len(server.heard)


def test_model_seeds_prompts_and_findings_are_in_the_manifest(station: Path) -> None:
    report, _ = run_with(station, lambda _: REPLY)
    kept = json.loads((station / "episodes" / DATE / "manifest.json").read_text("utf-8"))
    (asked,) = kept["asked"]
    assert (asked["story"], asked["model"]) == (1, "tiny")
    assert asked["fingerprint"].startswith("vllm-")
    assert asked["seeds"]
    assert {"system", "persona", "examples"} <= {row["name"] for row in kept["prompts"]}
    assert all(len(row["sha256"]) == 64 and row["version"] for row in kept["prompts"])
    (row,) = kept["findings"]
    assert row.split("\t")[1:4] == ["差し替え", TENFOLD, "30万円"]
    assert "3万円" in row.split("\t")[4]
    assert report.script is not None
    assert TENFOLD not in [line.text for part in report.script.segments for line in part.lines]


def test_a_settled_finding_is_said_no_more(station: Path) -> None:
    report, _ = run_with(station, lambda _: REPLY)
    name = report.manifest.findings[0].split("\t")[0]
    (settled,) = settle(station_at(station / "show.toml"), [name])
    assert settled.claim == "30万円"
    report, _ = run_with(station, lambda _: REPLY, first="write", rewrite=True)
    assert report.manifest.findings == ()
    assert report.script is not None
    assert any("30万円" in line.text for part in report.script.segments for line in part.lines)


def test_another_prompt_writes_the_script_anew(station: Path) -> None:
    with stage(lambda _: REPLY) as server:
        _station(station, server.address)
        request = Request(date=DATE, last="write")
        here = station_at(station / "show.toml")

        def asked() -> int:
            broadcast(here, request, lambda _room, _count: None)
            return len(server.heard)

        first = asked()
        assert asked() == first, "nothing changed, nobody is asked"
        path = station / "voices" / "zundamon" / "prompts" / "persona.md"
        path.write_text("---\nversion: 2\n---\n- 早口で話す。\n", encoding="utf-8")
        assert asked() > first
        assert "早口で話す" in server.heard[-1]["messages"][0]["content"]


def test_a_stand_in_is_kept_with_the_script(station: Path) -> None:
    report, _ = run_with(station, "no_json")
    assert report.exit_code == 5
    assert [row.where for row in report.manifest.stand_ins] == ["1本目の原稿"]
    assert len(report.manifest.asked[0].faults) == 3


def test_strict_leaves_no_script(station: Path) -> None:
    with pytest.raises(Failed, match="1本目の原稿"):
        run_with(station, "no_json", strict=True)
    folder = station / "episodes" / DATE
    assert not (folder / "script.json").exists()
