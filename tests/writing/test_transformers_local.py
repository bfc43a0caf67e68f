"""A model in this process, where torch is; without it, one clear line."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from broadcaster.errors import EngineUnavailable
from broadcaster.writing.model_folder import check_room, free_memory, openable
from broadcaster.writing.transformers_local import PACKAGES, hire
from tests.conftest import ROOT
from tests.writing.news import show

PYTHON: Final = os.environ.get("BROADCASTER_VLLM_PYTHON", str(ROOT / ".venv-vllm/bin/python"))
"""The interpreter of an environment with torch, transformers and llguidance."""

PROBE: Final = """
import json, sys, threading, time
from pathlib import Path
from broadcaster.errors import BroadcasterError
from broadcaster.writing import transformers_local
from broadcaster.writing.schema import SCHEMA

asked = [{"role": "system", "content": "作家です。"}, {"role": "user", "content": "書く。" * 99}]


def told(model, messages, seed, most=1500, slowly=0):
    reply = model.reply(messages, SCHEMA, seed, most, 1.0)
    try:
        pieces = [(piece, time.sleep(slowly))[0] for piece in reply]
    except BroadcasterError as error:
        return {"fault": f"{type(error).__name__}: {error}"}
    return {"text": "".join(pieces), "pieces": len(pieces), "written": reply.usage.written}


def closed(model):
    cut = {}
    at_work = threading.Thread(
        target=lambda: cut.update(told(model, asked, 1, slowly=0.1)), daemon=True
    )
    at_work.start()
    time.sleep(0.5)
    model.close()
    at_work.join(5)
    return cut


def in_other_steps(model):
    transformers_local._AT_ONCE = 7
    return told(model, asked, 1)


def tried(folder):
    try:
        model = transformers_local.TransformersLocal(Path(folder))
    except BroadcasterError as error:
        return {"fault": f"{type(error).__name__}: {error}"}
    return {
        "name": model.name, "context": model.context, "fingerprint": model.fingerprint,
        "count": model.count(asked), "replies": [told(model, asked, seed) for seed in (1, 1)],
    } | (broken_off(model) if folder == sys.argv[1] else {})


def broken_off(model):
    return {
        "other": told(model, asked, 2), "short": told(model, asked, 1, 5),
        "long": told(model, [{"role": "user", "content": "あ" * 60_000}], 1),
        "steps": in_other_steps(model), "closed": closed(model),
    }


print(json.dumps([tried(folder) for folder in sys.argv[1:]]))
"""
KINDS: Final = ("hf", "pictures", "mixed")
NO_SYSTEM: Final = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no') }}{% endif %}"


# ── what is refused before anything is loaded ────────────────────────────────────────────


def _folder(path: Path, *names: str) -> str:
    path.mkdir()
    for name in names:
        (path / name).write_text("{}" * 500, encoding="utf-8")
    return str(path)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    settings = replace(show().writer, model=str(tmp_path))
    with pytest.raises(EngineUnavailable) as caught:
        hire(replace(show(), writer=settings), lambda _line: None)
    installed = all(importlib.util.find_spec(name) for name in PACKAGES)
    assert ("config.json" if installed else "make local") in str(caught.value)


def test_a_folder_that_transformers_cannot_open_is_refused_at_once(tmp_path: Path) -> None:
    own = _folder(tmp_path / "own", "params.json", "consolidated.safetensors", "tekken.json")
    bare = _folder(tmp_path / "bare", "config.json", "consolidated.safetensors")
    for named, said in (
        ("", "[writer] model: is no folder with a config.json"),
        (_folder(tmp_path / "empty"), "is no folder with a config.json"),
        (own, "is in Mistral's own format, which transformers cannot open; serve it with vLLM"),
        (bare, "holds no weights in the Hugging Face format"),
    ):
        with pytest.raises(EngineUnavailable) as caught:
            openable(named)
        assert said in str(caught.value)
        assert "\n" not in str(caught.value)
    whole = _folder(tmp_path / "whole", "config.json", "model-00001-of-00001.safetensors")
    assert openable(whole) == Path(whole)


def test_weights_larger_than_the_memory_are_refused_at_once(tmp_path: Path) -> None:
    named = ("model.safetensors", "model-2.safetensors", "consolidated.safetensors")
    folder = Path(_folder(tmp_path / "large", *named))
    check_room(folder, 2000, "memory")
    check_room(folder, 0, "memory")
    with pytest.raises(
        EngineUnavailable, match=r"large: takes 0\.0 GB, 0\.0 GB of memory are free"
    ):
        check_room(folder, 1999, "memory")


def test_free_memory_is_what_the_system_says(tmp_path: Path) -> None:
    table = tmp_path / "meminfo"
    assert free_memory(table) == 0
    table.write_text("MemTotal:  9 kB\nMemAvailable:    2048 kB\n", encoding="ascii")
    assert free_memory(table) == 2048 * 1024
    table.write_text("MemTotal:  9 kB\n", encoding="ascii")
    assert free_memory(table) == 0


# ── with torch ───────────────────────────────────────────────────────────────────────────


@pytest.mark.server
@pytest.mark.skipif(not Path(PYTHON).is_file(), reason="no environment with torch here")
def test_tiny_mistrals_of_every_kind_keep_the_schema(tmp_path: Path) -> None:
    folders = {kind: tmp_path / kind for kind in (*KINDS, "tekken")}
    asked = [str(word) for pair in folders.items() for word in pair]
    made = _run("tests/servers/tiny.py", *asked)
    assert made.returncode == 0, made.stderr
    others = _with_other_templates(folders["hf"], tmp_path)
    done = _run("-c", PROBE, *(str(folders[kind]) for kind in KINDS), *others)
    assert done.returncode == 0, done.stderr
    first, *kinds, folds, mute = json.loads(done.stdout)
    for kind, found in zip((*KINDS, "folds"), (first, *kinds, folds), strict=True):
        _check_replies(found, kind)
    _check_what_breaks_off(first)
    assert abs(folds["count"] - first["count"]) < 20, "the system's words are in the user's"
    assert "mute: has no chat template that takes our prompts" in mute["fault"]
    assert "Loading weights" not in done.stderr
    with pytest.raises(EngineUnavailable, match="tekken: is in Mistral's own format"):
        openable(str(folders["tekken"]))


def _with_other_templates(folder: Path, where: Path) -> list[str]:
    """Copies whose template knows no system role, and without any."""
    folds, mute = where / "folds", where / "mute"
    for copy in (folds, mute):
        shutil.copytree(folder, copy)
    template = folds / "chat_template.jinja"
    template.write_text(NO_SYSTEM + template.read_text(encoding="utf-8"), encoding="utf-8")
    (mute / "chat_template.jinja").unlink()
    return [str(folds), str(mute)]


def _check_replies(found: dict[str, Any], name: str) -> None:
    assert found["name"] == name
    assert found["fingerprint"].startswith("transformers-")
    assert 0 < found["count"] < found["context"] <= 16_384
    reply, again = found["replies"]
    assert reply == again, "the same seed, the same bytes"
    assert 3 < reply["pieces"] <= reply["written"], "it comes in pieces"
    assert "\ufffd" not in reply["text"]
    lines = json.loads(reply["text"])["lines"]
    assert len(lines) >= 2
    assert all(set(line) == {"from", "say"} for line in lines)
    assert all(4 <= len(line["say"]) <= 90 for line in lines)


def _check_what_breaks_off(found: dict[str, Any]) -> None:
    reply = found["replies"][0]
    assert reply["pieces"] < reply["written"], "a character in several tokens comes in one piece"
    assert found["steps"]["text"] == reply["text"], "however the prompt is cut"
    assert found["other"]["text"] != reply["text"], "another seed, other words"
    assert "EngineFailed" in found["short"]["fault"]
    assert "length" in found["short"]["fault"]
    assert "PromptTooLong" in found["long"]["fault"]
    assert found["closed"]["fault"] == "EngineUnavailable: hf: is closed", "and it is waited for"


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
