"""A station of its own for whoever needs one, and the command line as a user calls it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The gate must give the same answer twice: the same examples in every run.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parents[1]

Call = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Readings learnt in a test stay out of the user's cache; no test wakes the user's vLLM."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("BROADCASTER_VLLM_PYTHON", "none")
        yield


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A fresh copy of the shipped station: cards and sample news, nothing made yet."""
    folder = station_in(tmp_path / "station")
    shutil.copytree(ROOT / "episodes" / "inbox", folder / "episodes" / "inbox")
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
