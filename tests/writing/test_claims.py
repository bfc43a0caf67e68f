"""One server of ours a port, from before it loads; who wants to write waits for it."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from broadcaster.errors import EngineUnavailable, Refused
from broadcaster.writing.serving import is_claimed
from broadcaster.writing.serving.claims import claim
from broadcaster.writing.vllm_hiring import hire
from broadcaster.writing.wire import Place
from tests.conftest import ROOT
from tests.writing.news import show
from tests.writing.scripted_server import MODELS, Stage, silence

HOLDER = """
import sys, time
from broadcaster.writing.serving.claims import claim
held = claim(int(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_a_port_is_one_servers_alone() -> None:
    assert not is_claimed(9)
    with claim(9):
        assert is_claimed(9)
        assert not is_claimed(10)
        with pytest.raises(Refused, match="port 9: a server of ours is there already; use it"):
            claim(9)
    assert not is_claimed(9)


def test_who_is_killed_holds_nothing() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, "9"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert is_claimed(9)
        holder.kill()
        holder.wait()
        assert not is_claimed(9)


def test_a_server_that_is_still_loading_is_waited_for() -> None:
    address = silence()
    port = Place.of(address).port
    said: list[str] = []
    found: list[str] = []
    with claim(port):
        waiting = threading.Thread(
            target=lambda: found.append(hire(show(address), said.append).name), daemon=True
        )
        waiting.start()
        waiting.join(0.6)
        assert waiting.is_alive()
        assert said == ["broadcaster serve の起動を待っています: 0 秒"]
        with _opened(port) as server:
            threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
            waiting.join(10)
            server.shutdown()
    assert found == ["tiny"]


def test_one_that_ends_while_loading_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADCASTER_VLLM_PYTHON", "/nowhere")
    address = silence()
    held = claim(Place.of(address).port)
    threading.Timer(0.5, held.close).start()
    with pytest.raises(EngineUnavailable, match="does not answer"):
        hire(show(address), lambda _line: None)


def _opened(port: int) -> Stage:
    """The scripted server at that very port."""
    return Stage(("good",), MODELS, port=port)
