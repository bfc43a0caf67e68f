"""`broadcaster write`: the room alone says who stood in, and refuses him when told to."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from broadcaster.archive import station_at
from broadcaster.cli.rundown import rundown
from broadcaster.show import Request, broadcast
from tests.conftest import call_here
from tests.writing.scripted_server import silence, stage

DATE = "2024-10-17"
NOBODY = {"BROADCASTER_VLLM_PYTHON": "/nowhere"}
SECRET = "sk-edamame-0123456789"


def _gathered(station: Path, engine: str, address: str = "") -> None:
    show = station / "show.toml"
    text = show.read_text("utf-8").replace('engine   = "auto"', f'engine = "{engine}"')
    text = re.sub('(?m)^address  = ""', f'address = "{address}"', text)
    show.write_text(text, encoding="utf-8")
    assert call_here(station, "gather", "--date", DATE).returncode == 0


def _stand_ins(station: Path) -> list[dict[str, Any]]:
    manifest = station / "episodes" / DATE / "manifest.json"
    found: list[dict[str, Any]] = json.loads(manifest.read_text("utf-8"))["stand_ins"]
    return found


def _card_without_luck(folder: Path) -> dict[str, str]:
    """A card, and a vLLM that ends at once."""
    table = "0, GPU-a, NVIDIA GeForce RTX 4090, 24564, 24100"
    for name, says in (("nvidia-smi", table), ("python-of-vllm", "vllm 0.32.0")):
        (folder / name).write_text(f"#!/bin/sh\necho '{says}'\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return {
        "PATH": f"{folder}:/usr/bin:/bin",
        "BROADCASTER_VLLM_PYTHON": str(folder / "python-of-vllm"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "CUDA_VISIBLE_DEVICES": "0",
    }


WITHOUT = {
    "vllm": "vLLM: is not installed; run make serve, it installs it",
    "dead": "does not answer; start it",
    "auto dead": "does not answer; start it",
    "card": "did not start: vllm 0.32.0; its log says more",
}


def _arranged(station: Path, case: str, folder: Path) -> tuple[str, dict[str, str]]:
    """The engine asked for, in a station where it cannot be had; what is set around it."""
    engine = "auto" if case in ("auto dead", "card") else "vllm"
    _gathered(station, engine, f"{silence()}/v1" if "dead" in case else "")
    return engine, _card_without_luck(folder) if case == "card" else NOBODY


@pytest.mark.parametrize("case", WITHOUT)
def test_a_stand_in_is_said_aloud(case: str, station: Path, tmp_path: Path) -> None:
    engine, env = _arranged(station, case, tmp_path)
    done = call_here(station, "write", DATE, env=env)
    assert done.returncode == 5
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("代役")]
    assert line.startswith(f"代役 原稿 {engine} → extractive: つながらない (")
    assert WITHOUT[case] in line
    (row,) = _stand_ins(station)
    assert (row["wanted"], row["ran"], row["asked"]) == (engine, "extractive", False)
    assert WITHOUT[case] in row["reason"]
    assert (station / "episodes" / DATE / "script.json").is_file()


@pytest.mark.parametrize("case", ["dead", "card"])
def test_strict_refuses_him(case: str, station: Path, tmp_path: Path) -> None:
    engine, env = _arranged(station, case, tmp_path)
    done = call_here(station, "write", DATE, "--strict", env=env)
    assert done.returncode == 1
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("broadcaster: ")]
    assert f"{engine} cannot write it and nobody may stand in (--strict)" in line
    assert WITHOUT[case] in line
    assert "Traceback" not in done.stderr
    assert not (station / "episodes" / DATE / "script.json").exists()


def test_auto_is_content_where_nothing_is_there(station: Path) -> None:
    _gathered(station, "auto")
    done = call_here(station, "write", DATE, "--strict", env=NOBODY)
    assert (done.returncode, done.stderr.count("代役")) == (0, 0)
    assert _stand_ins(station) == []


def test_a_rundown_gives_the_whole_reason(station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADCASTER_VLLM_PYTHON", NOBODY["BROADCASTER_VLLM_PYTHON"])
    request = Request(date=DATE, writer="vllm", last="write")
    report = broadcast(station_at(station / "show.toml"), request, lambda _room, _count: None)
    dated = replace(report, manifest=replace(report.manifest, date=DATE))
    rows = rundown(dated, 0.0).splitlines()
    assert rows[0].endswith("できました: 代役あり")
    at = rows.index("代役 原稿 vllm → extractive: つながらない")
    assert rows[at + 1].strip() == "vLLM: is not installed; run make serve, it installs it"


def test_the_key_is_sent_and_written_nowhere(station: Path) -> None:
    with stage("good", "401") as server:
        _gathered(station, "vllm", f"{server.address}/v1")
        done = call_here(station, "write", DATE, env=NOBODY | {"BROADCASTER_API_KEY": SECRET})
        assert set(server.keys) == {f"Bearer {SECRET}"}
    assert "refuses our key" in done.stderr
    written = [path.read_bytes() for path in station.rglob("*") if path.is_file()]
    said = (done.stdout + done.stderr).encode()
    assert not any(SECRET.encode() in one for one in (*written, said))
