"""Which model goes on which cards: sizes 8 to 80 GB, one, two and four of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest

from broadcaster.errors import Refused
from broadcaster.programme import WriterSettings
from broadcaster.writing.serving.catalogue import OFFERS, cache, suggested
from broadcaster.writing.serving.gpus import Gpu
from broadcaster.writing.serving.order import Order, order, room_on
from broadcaster.writing.serving.weights import weights_at

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
SMALL_32: Final = "mistralai/Mistral-Small-3.2-24B-Instruct-2506"
DESKTOP: Final = 0.4
"""GB that a screen takes."""


def _cards(memory: float, count: int = 1) -> list[Gpu]:
    return [Gpu(at, f"GPU-{at}", "a card", memory, memory - DESKTOP) for at in range(count)]


def _ordered(memory: float, count: int = 1, model: str = "", context: int = 0) -> Order:
    settings = WriterSettings(model=model, context=context)
    return order(settings, _cards(memory, count), on_cpu=False)


def _after(made: Order, flag: str) -> str:
    return made.arguments[made.arguments.index(flag) + 1]


# nvidia-smi's MiB of RTX 3070, 3060, T4, 4080, L4, 4090, 5090, A100, A6000 and H100, as GB.
CARDS: Final = (
    (8.0, "Ministral-3-3B-Instruct-2512", 0.75),
    (12.0, "Ministral-3-3B-Instruct-2512", 0.75),
    (15.0, "Ministral-3-3B-Instruct-2512", 0.75),
    (15.99, "Ministral-3-8B-Instruct-2512", 0.75),
    (22.49, "Ministral-3-14B-Instruct-2512", 0.75),
    (23.99, "Ministral-3-14B-Instruct-2512", 0.75),
    (31.84, "Ministral-3-14B-Instruct-2512", 0.81),
    (40.0, "Mistral-Small-3.2-24B-Instruct-2506", 0.85),
    (47.99, "Mistral-Small-3.2-24B-Instruct-2506", 0.87),
    (79.65, "Mistral-Small-3.2-24B-Instruct-2506", 0.92),
)


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize(("memory", "model", "share"), CARDS)
def test_what_fits_one_card_is_copied_to_all(
    memory: float, model: str, share: float, count: int
) -> None:
    made = _ordered(memory, count)
    assert made.name == f"mistralai/{model}"
    assert made.licence == "Apache-2.0"
    assert float(_after(made, "--gpu-memory-utilization")) == pytest.approx(share, abs=0.01)
    assert "--tensor-parallel-size" not in made.arguments
    assert ("--data-parallel-size" in made.arguments) == (count > 1)
    assert "--language-model-only" in made.arguments
    assert ("--quantization" in made.arguments) == (memory in (40.0, 47.99))
    assert not made.short


@pytest.mark.parametrize(
    ("memory", "count", "split", "short"),
    [
        (8.0, 1, "", 24.0),
        (8.0, 4, "--tensor-parallel-size", 6.0),
        (15.99, 2, "--tensor-parallel-size", 6.0),
        (15.99, 4, "--tensor-parallel-size", 0.0),
        (23.99, 1, "", 12.0),
        (23.99, 2, "--tensor-parallel-size", 0.0),
        (40.0, 2, "--data-parallel-size", 0.0),
        (79.65, 4, "--data-parallel-size", 0.0),
    ],
)
def test_a_larger_one_by_name_is_cut_and_what_lacks_is_said(
    memory: float, count: int, split: str, short: float
) -> None:
    made = _ordered(memory, count, SMALL_32)
    splits = {"--tensor-parallel-size", "--data-parallel-size"} & set(made.arguments)
    assert splits == ({split} if split else set())
    assert made.short == pytest.approx(short, abs=0.1)


def test_memory_grows_with_the_context() -> None:
    assert cache(160 * 1024, 16_384) == 2.5, "12B to 24B: 2.5 GB of cache"
    assert cache(136 * 1024, 16_384) == 2.125, "Ministral 3 8B"
    assert cache(128 * 1024, 16_384) == 2.0, "7B and Mixtral"
    assert _ordered(23.99, context=65_536).name.endswith("8B-Instruct-2512"), "14B would take 24.5"
    assert _ordered(23.99, context=8_192).name.endswith("14B-Instruct-2512")
    lean = order(WriterSettings(context=8_192, leave_gb=0.0), _cards(12.0), on_cpu=False)
    assert lean.name.endswith("8B-Instruct-2512"), "on 12 GB, as docs/gpu.md says"
    fourteen = suggested(18.0)
    assert fourteen is not None
    assert [fourteen.needs(context) for context in (8_192, 16_384, 32_768)] == [15.75, 17, 19.5]


@pytest.mark.parametrize(
    ("leave_gb", "room"), [(None, 18.0), (0.0, 23.3), (4.0, 20.0), (12.0, 12.0), (30.0, 0.0)]
)
def test_what_is_left_free_is_taken_from_each_card(leave_gb: float | None, room: float) -> None:
    (card,) = _cards(24.0)
    assert room_on(card, leave_gb) == pytest.approx(room)


# ── folders ──────────────────────────────────────────────────────────────────────────────


def _folder(path: Path, *, sizes: dict[str, int], **settings: object) -> Path:
    path.mkdir()
    for name, content in settings.items():
        (path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    for name, megabytes in sizes.items():
        with (path / f"{name}.safetensors").open("wb") as file:
            file.truncate(megabytes << 20)
    return path


EIGHT: Final = {"num_hidden_layers": 34, "num_key_value_heads": 8, "head_dim": 128}


def test_a_folder_with_both_formats_is_counted_once(tmp_path: Path) -> None:
    sizes = {"consolidated": 9_000, "model-00001-of-00002": 5_000, "model-00002-of-00002": 4_000}
    config = {"text_config": EIGHT | {"max_position_embeddings": 262_144}, "vision_config": {}}
    own = {"n_layers": 34, "vision_encoder": {}}
    folder = _folder(tmp_path / "mine", sizes=sizes, config=config, params=own, tekken={})
    weights = weights_at(str(folder))
    assert weights is not None
    assert weights.gigabytes == pytest.approx(9_000 / 1024)
    assert (weights.cache, weights.eyes, weights.context) == (136 * 1024, True, 262_144)
    made = _ordered(15.99, 2, str(folder))
    assert "--data-parallel-size" in made.arguments, "9 GB and its cache fit into 12"
    assert "--language-model-only" in made.arguments
    assert made.name == "mine"
    assert made.offline
    assert not made.short


def test_a_folder_too_large_for_the_card_says_so(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "large", sizes={"model": 16_384}, config=EIGHT)
    made = _ordered(15.99, 1, str(folder))
    assert made.short == pytest.approx(16 * 1.05 + 2.125 + 1 - 12, abs=0.1)
    assert "--language-model-only" not in made.arguments


def test_weights_quantised_by_others_are_plain_names() -> None:
    settings = WriterSettings(model="someone/Mistral-7B-AWQ")
    made = order(settings, _cards(8.0), on_cpu=False)
    assert made.arguments[0] == made.name == "someone/Mistral-7B-AWQ"
    assert made.licence == "see the model's page"
    assert "--quantization" not in made.arguments
    assert not made.short, "nothing is known of it"


# ── what stays off ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "option",
    [
        *("--trust_remote_code", "--trust-remote_code", "--trust-remote", "--trust", "--t"),
        *("--trust-remote-code=true", "--api_key=x", "--hos", "--served_model_name", "--"),
        *("--model", "--config=x.yaml", "--uds=/tmp/x"),
    ],
)
def test_no_spelling_opens_the_machine(option: str) -> None:
    settings = WriterSettings(options=("--seed", "1", option))
    with pytest.raises(Refused):
        order(settings, _cards(24.0), on_cpu=False)


def test_other_options_are_passed_on_as_they_are() -> None:
    options = ("--config-format=hf", "--model-impl", "transformers", "--seed", "-1", "-O1")
    made = order(WriterSettings(options=options), _cards(24.0), on_cpu=False)
    assert made.arguments[-len(options) :] == options


def test_nothing_we_order_trusts_remote_code() -> None:
    for offer in OFFERS:
        made = _ordered(79.65, 1, offer.model)
        assert not any("trust" in argument for argument in made.arguments)


# ── what the page says ───────────────────────────────────────────────────────────────────


def test_the_page_lists_every_offer_with_its_memory_and_licence() -> None:
    page = (DOCS / "gpu.md").read_text("utf-8")
    rows = re.findall(r"^\| (\S+)[^|]* \| (\d+) \[\w+\] \| ([^|]+) \|", page, re.MULTILINE)
    told = [(name.rpartition("/")[2], int(memory)) for name, memory, _ in rows if name != "the"]
    full = [int(memory) for name, memory, _ in rows if name == "the"]
    known = [(offer.model.rpartition("/")[2], int(offer.memory)) for offer in OFFERS]
    assert sorted([*told, (SMALL_32.rpartition("/")[2], full[0])]) == sorted(known)
    for name, _, licence in rows:
        offer = next((one for one in OFFERS if one.model.endswith(name)), None)
        assert offer is None or offer.licence.startswith(licence.strip())
