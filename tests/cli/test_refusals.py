"""Bad input: one clear line, the right exit code, no traceback, nothing made, nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, Call, call_here, call_in

DATE = "2024-10-17"


def made(station: Path) -> list[str]:
    return sorted(path.name for path in (station / "episodes").iterdir() if path.name != "inbox")


def refused(station: Path, *args: str, code: int = 2, call: Call = call_here) -> str:
    before = made(station)
    done = call(station, *args)
    assert done.returncode == code, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert made(station) == before
    return done.stderr


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.txt", None, "gone.txt"),
        ("empty.txt", b"", "empty.txt"),
        ("binary.txt", bytes(range(256)) * 40, "binary.txt"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 100, "photo.jpg"),
    ],
)
def test_a_source_that_is_no_article(
    station: Path, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (station / name).write_bytes(content)
    line = refused(station, "episode", name, "--date", DATE)
    assert says in line
    assert len(line.splitlines()) == 1


def test_a_folder_without_articles_is_nothing_new(station: Path) -> None:
    (station / "drafts").mkdir()
    words = ("episode", "drafts", "--date", DATE)
    assert "drafts" in refused(station, *words, code=3, call=call_in)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("episode", "https://example.com/news?a=1&b=2"), "https://example.com/news?a=1&b=2"),
        (("episode", "--date", "17.10.2024"), "17.10.2024"),
        (("episode", "--host", "zundamonn", "--date", DATE), "did you mean zundamon?"),
        (("episode", "--host", "../voices", "--date", DATE), "no character"),
        (("episode", "--edition", "../../etc", "--date", DATE), "edition"),
        (("episode", "--show", "nowhere.toml"), "nowhere.toml"),
        (("episode", "--script", "nowhere.txt"), "nowhere.txt"),
        (("episode", "--start-at", "read", "--date", DATE), "script.json"),
        (("read", DATE), "script.json"),
        (("package", DATE), "utterances.json"),
    ],
)
def test_a_request_that_is_wrong(station: Path, args: tuple[str, ...], says: str) -> None:
    line = refused(station, *args)
    assert says in line
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize(
    "args", [("episode", "--start-at", "sing"), ("epissode",), ("episode", "--writer", "me"),
             ("episode", "a.md", "--start-at", "read")]
)  # fmt: skip
def test_a_command_line_that_is_wrong_shows_its_usage(station: Path, args: tuple[str, ...]) -> None:
    assert "Usage" in refused(station, *args, call=call_in)


def test_broken_toml_is_named_with_its_line(station: Path) -> None:
    (station / "show.toml").write_text("[show]\nid = \n", encoding="utf-8")
    assert "line 2" in refused(station, "episode", "--date", DATE)


def test_a_file_in_the_way_of_the_folder(station: Path) -> None:
    (station / "episodes" / DATE).write_text("mine")
    assert DATE in refused(station, "episode", "--date", DATE)
    assert (station / "episodes" / DATE).read_text() == "mine"


def test_a_damaged_script_is_named_by_its_place_and_kept(station: Path) -> None:
    folder = station / "episodes" / DATE
    folder.mkdir()
    broken = '{"title": "番組", "date": "2024-10-17", "host": "zundamon", "segmets": []}'
    (folder / "script.json").write_text(broken, encoding="utf-8")
    line = refused(station, "episode", "--date", DATE, "--start-at", "read")
    assert "script.json" in line
    assert "segmets" in line
    assert (folder / "script.json").read_text(encoding="utf-8") == broken


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("after", [0.6, 2.5])
def test_a_signal_ends_it_in_one_line_and_the_next_run_goes_on(
    station: Path, sign: signal.Signals, code: int, after: float
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "broadcaster", "episode", "--date", DATE],
        cwd=station,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    time.sleep(after)
    process.send_signal(sign)
    _, said = process.communicate(timeout=30)
    assert process.returncode == code, said
    assert "Traceback" not in said
    folder = station / "episodes" / DATE
    assert not (folder / "episode.mp3").exists()
    assert not (folder / ".work").exists()
    assert not list(station.rglob("*.tmp"))
