"""`broadcaster lint` as an operator calls it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import call_here, call_in, shipped

DAY = "2024-10-17"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped station with the script of the sample show; for tests that only look."""
    folder = shipped(tmp_path_factory.mktemp("lint") / "station")
    assert call_in(folder, "gather", "--date", DAY, "-q").returncode == 0
    assert call_in(folder, "write", DAY, "-q").returncode == 0
    return folder


@pytest.fixture
def written(sample: Path, tmp_path: Path) -> Path:
    """A copy of it, to work on."""
    return Path(shutil.copytree(sample, tmp_path / "station"))


def test_the_sample_show_breaks_no_rule(sample: Path) -> None:
    done = call_in(sample, "lint", DAY)
    assert done.returncode == 0, done.stdout
    for word in ("決まりどおり", "文の長さ", "語尾", "同じ語尾", "すごい", "使い回し", "引き写し"):
        assert word in done.stdout
    report = json.loads(call_here(sample, "lint", DAY, "--json").stdout)
    assert report["broken"] == []
    assert report["longest"] <= 60
    assert {row["name"] for row in report["endings"]} >= {"のだ", "んだって", "ね", "体言止め"}
    assert len(report["copied"]) == 3


def test_a_number_nobody_wrote_is_found(written: Path) -> None:
    path = written / "episodes" / DAY / "script.json"
    text = path.read_text(encoding="utf-8")
    assert "4セント" in text
    path.write_text(text.replace("4セント", "40セント"), encoding="utf-8")
    done = call_in(written, "lint", DAY)
    assert done.returncode == 1
    assert "40セント" in done.stdout
    assert "出典で裏づけられない行が1つ" in done.stdout


def test_nothing_to_measure(station: Path) -> None:
    done = call_here(station, "lint", DAY)
    assert done.returncode == 2
    assert "no script.json" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_finding_somebody_settled_is_never_said_again(written: Path) -> None:
    path = written / "episodes" / DAY / "script.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("4セント", "40セント"), encoding="utf-8")
    told = call_here(written, "lint", DAY).stdout
    (name,) = {word for word in told.split() if word.startswith("f") and len(word) > 3}
    assert call_here(written, "ok", name).returncode == 0
    done = call_in(written, "lint", DAY)
    assert done.returncode == 0, done.stdout
    assert "裏づけなし 0行" in done.stdout
