"""A model in this process, where torch is; without it, one clear line."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from broadcaster.errors import EngineUnavailable
from broadcaster.writing.transformers_local import PACKAGES, hire
from tests.conftest import ROOT
from tests.writing.news import show

PYTHON: Final = os.environ.get("BROADCASTER_VLLM_PYTHON", str(ROOT / ".venv-vllm/bin/python"))
"""The interpreter of an environment with torch, transformers and llguidance."""

PROBE: Final = """
import json, sys, threading, time
from pathlib import Path
from broadcaster.errors import BroadcasterError
from broadcaster.writing.schema import SCHEMA
from broadcaster.writing.transformers_local import TransformersLocal

model = TransformersLocal(Path(sys.argv[1]))
asked = [{"role": "system", "content": "放送作家です。"}, {"role": "user", "content": "書いて。"}]


def told(messages, seed, most=1500, slowly=0):
    reply = model.reply(messages, SCHEMA, seed, most, 1.0)
    try:
        pieces = [(piece, time.sleep(slowly))[0] for piece in reply]
    except BroadcasterError as error:
        return {"fault": f"{type(error).__name__}: {error}"}
    return {"text": "".join(pieces), "pieces": len(pieces), "written": reply.usage.written}


def closed():
    cut = {}
    at_work = threading.Thread(target=lambda: cut.update(told(asked, 1, slowly=0.1)), daemon=True)
    at_work.start()
    time.sleep(0.5)
    model.close()
    at_work.join(5)
    return cut


print(json.dumps({
    "name": model.name, "context": model.context, "fingerprint": model.fingerprint,
    "count": model.count(asked), "replies": [told(asked, seed) for seed in (1, 1, 2)],
    "short": told(asked, 1, 5), "long": told([{"role": "user", "content": "あ" * 60_000}], 1),
    "closed": closed(),
}))
"""


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    settings = replace(show().writer, model=str(tmp_path))
    with pytest.raises(EngineUnavailable) as caught:
        hire(replace(show(), writer=settings), lambda _line: None)
    installed = all(importlib.util.find_spec(name) for name in PACKAGES)
    assert ("config.json" if installed else "make local") in str(caught.value)


@pytest.mark.server
@pytest.mark.skipif(not Path(PYTHON).is_file(), reason="no environment with torch here")
def test_a_tiny_mistral_keeps_the_schema(tmp_path: Path) -> None:
    made = _run("tests/servers/tiny.py", "hf", str(tmp_path / "tiny"))
    assert made.returncode == 0, made.stderr
    done = _run("-c", PROBE, str(tmp_path / "tiny"))
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["name"] == "tiny"
    assert found["fingerprint"].startswith("transformers-")
    assert 0 < found["count"] < found["context"] <= 16_384
    first, again, *others = found["replies"]
    assert first == again, "the same seed, the same bytes"
    assert any(one.get("text") != first.get("text") for one in others)
    for reply in found["replies"]:
        assert reply["pieces"] > 3, "it comes in pieces"
        lines = json.loads(reply["text"])["lines"]
        assert len(lines) >= 2
        assert all(set(line) == {"from", "say"} for line in lines)
        assert all(4 <= len(line["say"]) <= 90 for line in lines)
    assert "EngineFailed" in found["short"]["fault"]
    assert "length" in found["short"]["fault"]
    assert "PromptTooLong" in found["long"]["fault"]
    assert found["closed"]["fault"] == "EngineUnavailable: tiny: is closed", "and it is waited for"
    assert "Loading weights" not in done.stderr


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "PYTHONPATH": str(ROOT)}
    # Threads that wait for each other cost more than so small a model; no compiler is needed.
    offline |= {"OMP_NUM_THREADS": "1", "CXX": "/bin/false"}
    return subprocess.run(
        [PYTHON, *args],
        cwd=ROOT,
        env=os.environ | offline,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
