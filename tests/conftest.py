"""A station of its own for whoever needs one, and the command line as a user calls it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

# The gate must give the same answer twice: the same examples in every run.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parents[1]

Call = Callable[..., "subprocess.CompletedProcess[str]"]

DATE: Final = "2024-10-17"
HERE: Final = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
WORD: Final = "Brzeski"
"""Nobody knows for sure how it is read."""

ROBOT: Final = f"""---
title: えだまめ電機の小型ロボット
publisher: えだまめ新聞
url: https://example.com/robot
published: 2024-10-16
rights: own
---
えだまめ電機は10月16日、家庭用の小型ロボット「{WORD}」を発表した。
値段は3万円で、重さは2kgだ。
「PyTorch」で書かれたプログラムが、128kトークンの説明書を読んで動く。
新しい「{WORD}」は、家の中を歩いて、ものを運ぶ。
ただし、発売の時期はまだ決まっていない。
"""


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Readings learnt in a test stay out of the user's cache; no test wakes the user's vLLM."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("BROADCASTER_VLLM_PYTHON", "none")
        # A process of ours compiles the sources once, not each one anew; none beside the sources.
        patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("compiled")))
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A fresh copy of the shipped station: cards and sample news, nothing made yet."""
    return shipped(tmp_path / "station")


def shipped(folder: Path) -> Path:
    """The same in that folder."""
    shutil.copytree(ROOT / "episodes" / "inbox", station_in(folder) / "episodes" / "inbox")
    return folder


@dataclass(frozen=True)
class Made:
    """A station that made one short episode of ROBOT, on DATE. rundown: what was printed then."""

    station: Path
    rundown: str

    @property
    def folder(self) -> Path:
        """The episode's own folder."""
        return self.station / "episodes" / DATE

    def copied(self, home: Path) -> Path:
        """Another station like it, to work on, in that folder."""
        return Path(shutil.copytree(self.station, home / "station"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Made once; for tests that only look, or that go on from a copy."""
    folder = with_robot(tmp_path_factory.mktemp("made") / "station")
    done = call_in(folder, "episode", "--date", DATE, env=HERE)
    assert done.returncode == 0, done.stderr
    return Made(folder, done.stdout)


def with_robot(folder: Path) -> Path:
    """A station in that folder with one short article, and nothing else to tell."""
    inbox = station_in(folder) / "episodes" / "inbox"
    inbox.mkdir(parents=True)
    (inbox / "robot.md").write_text(ROBOT, encoding="utf-8")
    return folder


def station_in(folder: Path) -> Path:
    """The shipped cards in a folder, which is made if need be; no news."""
    folder.mkdir(exist_ok=True)
    shutil.copy(ROOT / "show.toml", folder)
    shutil.copytree(ROOT / "voices", folder / "voices")
    return folder


def call_in(folder: Path, *args: str | Path, env: dict[str, str] | None = None,
            stdin: str | None = None) -> subprocess.CompletedProcess[str]:  # fmt: skip
    """Run `broadcaster ARGS` in a folder, as a process of its own."""
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)} | (env or {})
    return subprocess.run(
        [sys.executable, "-m", "broadcaster", *map(str, args)],
        cwd=folder,
        env=surroundings,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def call_here(folder: Path, *args: str | Path, env: dict[str, str] | None = None,
              stdin: str = "") -> subprocess.CompletedProcess[str]:  # fmt: skip
    """The same in this process, for what is refused: the start of a process is most of its time.

    What main() adds to it (signals, the exit itself) is tried by whoever uses call_in.
    """
    from broadcaster.cli.entry import run

    said, told = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (env or {}).items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        patch.chdir(folder)
        with redirect_stdout(said), redirect_stderr(told):
            code = run([str(word) for word in args])
    texts = []
    for stream in (said, told):
        stream.flush()
        stream.seek(0)
        texts.append(stream.read())
    return subprocess.CompletedProcess(list(args), code, *texts)
