"""What vLLM is asked to serve on which machine; its key, its log, its guard."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from broadcaster.errors import DidNotStart, EngineUnavailable, Refused, SourceMissing
from broadcaster.programme import Show, WriterSettings
from broadcaster.writing.serving import can_serve, start_server
from broadcaster.writing.serving.catalogue import OFFERS, offered, suggested
from broadcaster.writing.serving.gpus import Gpu, gpus, read_gpus, visible
from broadcaster.writing.serving.keys import forget_key, key_file, key_for, new_key
from broadcaster.writing.serving.order import order, room_on, surroundings
from broadcaster.writing.serving.tail import cause, read_tail, without_paths
from broadcaster.writing.serving.weights import served_name, weights_at
from broadcaster.writing.vllm_hiring import hire_at_hand
from broadcaster.writing.wire import Place
from tests.servers.processes import runs

TABLE: Final = """\
0, GPU-aa11, NVIDIA GeForce RTX 4090, 24564, 23010
1, GPU-bb22, NVIDIA GeForce RTX 4090, 24564, 24100
"""


def _card(memory: float, free: float | None = None) -> Gpu:
    return Gpu(0, "GPU-x", "a card", memory, memory if free is None else free)


def _arguments(settings: WriterSettings, *cards: Gpu) -> tuple[str, ...]:
    return order(settings, cards, on_cpu=False).arguments


def _after(arguments: tuple[str, ...], flag: str) -> str:
    return arguments[arguments.index(flag) + 1]


# ── which model ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("memory", "model"),
    [
        (8.0, "mistralai/Ministral-3-3B-Instruct-2512"),
        (12.0, "mistralai/Ministral-3-3B-Instruct-2512"),
        (15.99, "mistralai/Ministral-3-8B-Instruct-2512"),
        (23.99, "mistralai/Ministral-3-14B-Instruct-2512"),
        (47.5, "mistralai/Mistral-Small-3.2-24B-Instruct-2506"),
        (79.6, "mistralai/Mistral-Small-3.2-24B-Instruct-2506"),
    ],
)
def test_each_card_gets_what_fits(memory: float, model: str) -> None:
    arguments = _arguments(WriterSettings(), _card(memory))
    assert arguments[0] == model
    assert "--language-model-only" in arguments
    assert ("--quantization" in arguments) == (memory == 47.5), "at 80 GB in full precision"


def test_a_card_too_small_says_so() -> None:
    with pytest.raises(EngineUnavailable, match="has 3 GB for a model, the smallest takes 6"):
        _arguments(WriterSettings(), _card(4.0))
    with pytest.raises(EngineUnavailable, match="sees no NVIDIA card"):
        _arguments(WriterSettings())


def test_no_suggestion_is_without_a_free_licence() -> None:
    assert all(offer.licence == "Apache-2.0" for offer in OFFERS if offer.suggested)
    assert suggested(5.0) is None
    research = offered("mistralai/ministral-8b-instruct-2410", 80.0)
    assert research is not None
    assert "not for commercial use" in research.licence


def test_memory_is_kept_for_voices_and_screen() -> None:
    assert room_on(_card(24.0), None) == 18.0
    assert room_on(_card(8.0), None) == 6.0
    assert room_on(_card(80.0), None) == 74.0
    assert room_on(_card(24.0), 0.0) == 23.7, "never more than is free"
    assert room_on(_card(24.0, free=20.3), 0.0) == 20.0
    share = _after(_arguments(WriterSettings(), _card(24.0)), "--gpu-memory-utilization")
    assert float(share) == 0.75


def test_several_cards_hold_copies_or_pieces() -> None:
    cards = [_card(24.0)] * 3
    assert _after(_arguments(WriterSettings(), *cards), "--data-parallel-size") == "3"
    large = WriterSettings(model="mistralai/Mixtral-8x7B-Instruct-v0.1")
    assert _after(_arguments(large, *cards), "--tensor-parallel-size") == "2"
    assert not {"--data-parallel-size", "--tensor-parallel-size"} & set(
        _arguments(large, _card(80.0))
    )


def test_flags_follow_the_model() -> None:
    old = _arguments(WriterSettings(model="mistralai/Mistral-7B-Instruct-v0.3"), _card(24.0))
    assert _after(old, "--tokenizer-mode") == "hf", "guidance refuses SentencePiece of Mistral's"
    settings = WriterSettings(
        model="someone/else-awq", context=9000, quantization="awq_marlin", options=("--seed=1",)
    )
    told = _arguments(settings, _card(24.0))
    assert told[0] == "someone/else-awq"
    assert _after(told, "--max-model-len") == "9000"
    assert _after(told, "--quantization") == "awq_marlin"
    assert told[-1] == "--seed=1"
    bound = json.loads(_after(told, "--structured-outputs-config"))
    assert bound == {"backend": "guidance", "disable_any_whitespace": True}


@pytest.mark.parametrize("name", ["Mixtral-8x7B-Instruct-v0.1", "Mistral-7B-Instruct-v0.3"])
def test_old_models_are_opened_in_their_hugging_face_form(name: str) -> None:
    told = _arguments(WriterSettings(model=f"mistralai/{name}"), _card(80.0))
    for flag in ("--tokenizer-mode", "--config-format", "--load-format"):
        assert _after(told, flag) == "hf"
    assert ("--quantization" in told) == name.startswith("Mixtral"), "made FP8 while loading"


@pytest.mark.parametrize(
    "model",
    [
        "mistralai/Mistral-Nemo-Instruct-2407",
        "cyberagent/Mistral-Nemo-Japanese-Instruct-2408",
        "shisa-ai/shisa-v2-mistral-nemo-12b",
    ],
)
def test_nemo_and_its_finetunes_keep_their_own_format(model: str) -> None:
    told = _arguments(WriterSettings(model=model), _card(24.0))
    assert told[0] == _after(told, "--served-model-name") == model
    assert _after(told, "--quantization") == "fp8"
    assert not {"--tokenizer-mode", "--config-format", "--language-model-only"} & set(told)


def test_a_folder_of_mistrals_own_with_sentencepiece_is_opened_as_hf(tmp_path: Path) -> None:
    files = {"params__json": {"max_seq_len": 32768}, "consolidated__safetensors": ""}
    old = _folder(tmp_path / "old", **files)
    new = _folder(tmp_path / "new", **files, tekken__json={})
    told = _arguments(WriterSettings(model=str(old)), _card(24.0))
    assert _after(told, "--tokenizer-mode") == _after(told, "--load-format") == "hf"
    assert "--tokenizer-mode" not in _arguments(WriterSettings(model=str(new)), _card(24.0))


def test_a_processor_reads_prompts_whole() -> None:
    settings = WriterSettings(model="someone/small", context=8000)
    told = order(settings, (), on_cpu=True).arguments
    assert "--no-enable-chunked-prefill" in told
    assert _after(told, "--max-num-batched-tokens") == _after(told, "--max-model-len") == "8000"
    with pytest.raises(EngineUnavailable, match="needs a model by name"):
        order(WriterSettings(), (), on_cpu=True)


@pytest.mark.parametrize(
    "option", ["--trust-remote-code", "--host", "--api-key=x", "--host=0.0.0.0", "--uds"]
)
def test_what_would_open_the_machine_is_refused(option: str) -> None:
    with pytest.raises(Refused):
        _arguments(WriterSettings(options=(option,)), _card(24.0))


# ── a folder of weights ──────────────────────────────────────────────────────────────────


def _folder(path: Path, **files: object) -> Path:
    path.mkdir()
    for name, content in files.items():
        (path / name.replace("__", ".")).write_text(json.dumps(content), encoding="utf-8")
    return path


def test_a_folder_is_served_under_its_own_name_and_offline(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "mine", config__json={"max_position_embeddings": 4096})
    made = order(WriterSettings(model=str(folder)), [_card(24.0)], on_cpu=False)
    assert made.arguments[0] == str(folder)
    assert _after(made.arguments, "--served-model-name") == "mine"
    assert _after(made.arguments, "--max-model-len") == "4096"
    assert made.offline
    assert served_name(str(folder)) == "mine"
    assert served_name("someone/mine") == "someone/mine"


def test_mistrals_own_format_is_told_by_its_tokenizer(tmp_path: Path) -> None:
    files = {"params__json": {"max_seq_len": 32768}, "consolidated__safetensors": ""}
    old = weights_at(str(_folder(tmp_path / "old", **files)))
    new = weights_at(str(_folder(tmp_path / "new", **files, tekken__json={})))
    assert old is not None
    assert new is not None
    assert (old.old_tokenizer, new.old_tokenizer) == (True, False)
    assert old.context == 32768


def test_a_path_that_leads_nowhere_is_no_repository(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        weights_at("./nowhere")
    with pytest.raises(Refused, match="no model there"):
        weights_at(str(_folder(tmp_path / "empty")))
    assert weights_at("someone/model") is None


# ── cards ────────────────────────────────────────────────────────────────────────────────


def test_cards_are_read_from_nvidia_smi() -> None:
    found = read_gpus(TABLE + "2, GPU-cc33, Broken, [N/A], 3\nno table at all\n")
    assert [(card.index, round(card.memory), round(card.free, 1)) for card in found] == [
        (0, 24, 22.5),
        (1, 24, 23.5),
    ]
    assert visible(found, None) == found
    assert visible(found, "1") == found[1:]
    assert visible(found, "GPU-aa") == found[:1]
    assert visible(found, "") == ()
    assert visible(found, "-1") == ()


def _program(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_driver_that_fails_is_no_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    _program(tmp_path, "nvidia-smi", f"cat <<'END'\n{TABLE}END")
    assert len(gpus()) == 2
    _program(tmp_path, "nvidia-smi", "echo NVIDIA-SMI has failed; exit 9")
    assert gpus() == ()


# ── key and log ──────────────────────────────────────────────────────────────────────────


def test_a_key_is_its_owners_alone() -> None:
    key, here = new_key(7), Place.of("127.0.0.1:7")
    try:
        assert stat.S_IMODE(key_file(7).stat().st_mode) == 0o600
        assert new_key(7) != key
        assert key_for(here) == key_file(7).read_text(encoding="ascii")
        assert key_for(Place.of("example.com:7")) == "", "never sent to another machine"
        key_file(7).chmod(0o644)
        assert key_for(here) == "", "somebody else could have written it"
    finally:
        forget_key(7)
    assert key_for(here) == ""


def test_folder_and_log_are_their_owners_alone(
    pretending: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRETEND", "60")
    monkeypatch.setattr("broadcaster.writing.serving.child._GRACE", 0.2)
    open_folder = pretending / "cache" / "broadcaster" / "serving"
    open_folder.mkdir(parents=True)
    open_folder.chmod(0o755)
    (open_folder / "vllm-8799.log").write_text("of yesterday", encoding="utf-8")
    server = start_server(WriterSettings(), 8799)
    try:
        assert stat.S_IMODE(open_folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(server.log.stat().st_mode) == 0o600
        assert stat.S_IMODE(server.key_file.stat().st_mode) == 0o600
        commands = [path for path in Path("/proc").glob("[0-9]*/cmdline") if path.is_file()]
        assert not any(server.key in _read(path) for path in commands)
    finally:
        server.stop()
    assert server.key not in server.log.read_text("utf-8")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def test_the_environment_of_vllm_is_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    told = surroundings("secret", offline=True)
    assert told["VLLM_API_KEY"] == "secret"
    assert told["HF_HUB_OFFLINE"] == "1"
    assert told["VLLM_NO_USAGE_STATS"] == "1"
    assert not {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"} & set(told)
    assert "HF_HUB_OFFLINE" not in surroundings("secret", offline=False)


LOG: Final = """\
(APIServer pid=1) INFO 11-22 01:33:43 [model.py:501] Resolved architecture: MistralForCausalLM
(EngineCore pid=2) ERROR 11-22 01:33:43 [core.py:12] Traceback (most recent call last):
(EngineCore pid=2) ERROR 11-22 01:33:43 [core.py:12]   File "/opt/a/b.py", line 3, in load
(EngineCore pid=2) ERROR 11-22 01:33:43 [core.py:12] torch.OutOfMemoryError: CUDA out of memory.
(APIServer pid=1) Traceback (most recent call last):
(APIServer pid=1) RuntimeError: Engine core initialization failed. See root cause above.
"""


def test_the_cause_is_found_among_its_consequences(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(LOG, encoding="utf-8")
    assert cause(read_tail(log)) == "torch.OutOfMemoryError: CUDA out of memory."
    assert cause(()) == "it wrote nothing"
    assert cause(("usage: x", "x: error: unrecognized arguments: --y")).endswith("--y")
    assert read_tail(tmp_path / "none") == ()
    assert (
        without_paths("OSError: /home/a/models/x.json is no file") == "OSError: x.json is no file"
    )


# ── the process ──────────────────────────────────────────────────────────────────────────

PRETENDING: Final = f"""\
case "$*" in
  *importlib*) echo vllm 9.9;;
  *) exec {sys.executable} -c "import os, time
print('ValueError: no such card', flush=True)
open(os.environ['XDG_CACHE_HOME'] + '/told', 'w').write(os.environ['VLLM_API_KEY'])
time.sleep(float(os.environ.get('PRETEND', '0')))";;
esac"""


@pytest.fixture
def pretending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Python with a vLLM that only says why it does not start, and a card."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    _program(tmp_path, "nvidia-smi", f"cat <<'END'\n{TABLE}END")
    python = _program(tmp_path, "python-of-vllm", PRETENDING)
    monkeypatch.setenv("BROADCASTER_VLLM_PYTHON", str(python))
    return tmp_path


def test_a_server_that_ends_at_once_says_why(pretending: Path) -> None:
    server = start_server(WriterSettings())
    with pytest.raises(DidNotStart) as caught:
        server.wait_until_ready(lambda _seconds, _line: None)
    server.stop()
    assert "did not start: ValueError: no such card" in str(caught.value)
    assert str(pretending) not in str(caught.value)
    assert caught.value.tail[0] == "ValueError: no such card"
    assert (pretending / "cache" / "told").read_text() == server.key
    assert not server.key_file.exists()


def test_auto_starts_one_where_a_card_is_and_says_what_became_of_it(pretending: Path) -> None:
    said: list[str] = []
    assert can_serve()
    with pytest.raises(DidNotStart):
        hire_at_hand(Show("a", "b", "c"), said.append)
    model = "mistralai/Ministral-3-14B-Instruct-2512"
    (line,) = said
    assert line.startswith(f"vLLM を起動しています: {model} (Apache-2.0)  ログ: ")
    assert Path(line.partition("ログ: ")[2]).read_text("utf-8").startswith("ValueError: no such")


def test_auto_without_a_card_is_content(pretending: Path) -> None:
    (pretending / "nvidia-smi").unlink()
    assert not can_serve()
    assert hire_at_hand(Show("a", "b", "c"), print) is None


def test_a_stubborn_guard_is_ended(pretending: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRETEND", "60")
    monkeypatch.setattr("broadcaster.writing.serving.child._GRACE", 0.2)
    server = start_server(WriterSettings())
    time.sleep(0.3)
    assert runs(server.guard.pid)
    server.stop()
    assert not runs(server.guard.pid)


def test_a_second_server_does_not_take_the_port_of_one_that_loads(
    pretending: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRETEND", "60")
    monkeypatch.setattr("broadcaster.writing.serving.child._GRACE", 0.2)
    first = start_server(WriterSettings())
    try:
        with pytest.raises(Refused, match="a server of ours is there already"):
            start_server(WriterSettings(), first.port)
        assert first.key_file.read_text(encoding="ascii") == first.key
    finally:
        first.stop()
    start_server(WriterSettings(), first.port).stop()


def test_a_taken_port_is_refused(pretending: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(Refused, match="is taken; name another --port"):
            start_server(WriterSettings(), taken.getsockname()[1])


def test_serve_says_what_it_would_run(pretending: Path) -> None:
    command = [sys.executable, "-m", "broadcaster", "serve", "--dry-run", "--port", "9000"]
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        command,
        cwd=pretending,
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "--host 127.0.0.1 --port 9000" in done.stdout
    assert "trust" not in done.stdout
