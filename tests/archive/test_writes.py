"""Bytes on the disk: whole or not at all, one run at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from broadcaster.archive import atomic_path, make_folder, sole_run, write_atomically
from broadcaster.errors import FolderError, StorageFailed


def test_a_failed_write_leaves_the_old_bytes_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "feed.xml"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), atomic_path(target) as hidden:  # noqa: PT012
        hidden.write_bytes(b"half")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["feed.xml"]


def test_the_same_bytes_again_touch_nothing(tmp_path: Path) -> None:
    target = tmp_path / "script.json"
    write_atomically(target, b"same")
    os.utime(target, ns=(1, 1))
    write_atomically(target, b"same")
    assert target.stat().st_mtime_ns == 1
    write_atomically(target, b"other")
    assert target.read_bytes() == b"other"


def test_a_folder_that_is_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "episodes").write_text("a file")
    with pytest.raises(FolderError) as caught:
        make_folder(tmp_path / "episodes" / "2024-10-17")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_writing_into_a_folder_that_is_gone_names_the_path(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match=r"script\.json"):
        write_atomically(tmp_path / "gone" / "script.json", b"x")


def test_a_second_run_is_told_at_once(tmp_path: Path) -> None:
    probe = (
        "import sys, pathlib\n"
        "from broadcaster.archive import sole_run\n"
        "with sole_run(pathlib.Path(sys.argv[1])):\n"
        "    print('got it')\n"
    )

    def second_run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", probe, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )

    with sole_run(tmp_path):
        assert "another run is at work" in second_run().stderr
    assert second_run().stdout == "got it\n"
