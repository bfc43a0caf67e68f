"""`broadcaster write`: the room alone says who stood in, and refuses him when told to."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import call_here, call_in

DATE = "2024-10-17"
NOBODY = {"BROADCASTER_VLLM_PYTHON": "/nowhere"}


def _written_by_vllm(station: Path) -> None:
    show = station / "show.toml"
    text = show.read_text("utf-8")
    show.write_text(text.replace('engine   = "auto"', 'engine   = "vllm"'), encoding="utf-8")
    assert call_here(station, "gather", "--date", DATE).returncode == 0


def test_a_stand_in_is_said_aloud(station: Path) -> None:
    _written_by_vllm(station)
    done = call_in(station, "write", DATE, env=NOBODY)
    assert done.returncode == 5
    assert "代役 原稿 vllm → extractive" in done.stderr
    assert (station / "episodes" / DATE / "script.json").is_file()


def test_strict_refuses_him(station: Path) -> None:
    _written_by_vllm(station)
    done = call_in(station, "write", DATE, "--strict", env=NOBODY)
    assert done.returncode == 1
    assert "nobody may stand in (--strict)" in done.stderr
    assert not (station / "episodes" / DATE / "script.json").exists()
