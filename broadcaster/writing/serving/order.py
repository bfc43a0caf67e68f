"""What vLLM is asked to serve: the model for this machine, its command line, its surroundings."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineUnavailable, Refused
from broadcaster.writing.serving.catalogue import OLD_TOKENIZER, Offer, offered, suggested
from broadcaster.writing.serving.weights import Weights, weights_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.programme import WriterSettings
    from broadcaster.writing.serving.gpus import Gpu

CONTEXT: Final = 16_384
"""Tokens: three long articles and a segment; 2.5 GB of a 14B's cache."""

AT_ONCE: Final = 8
_LICENCE_UNKNOWN: Final = "see the model's page"
_LARGEST_SHARE: Final = 0.95
_LEAST_LEFT: Final = 6.0
_QUARTER: Final = 4.0
_SPARE: Final = 0.3
_WEIGHTS_AND_REST: Final = 1.25
"""Memory a model takes, as a multiple of its weights: cache, activations, CUDA's own."""

_OURS: Final = ("--host", "--port", "--api-key", "--served-model-name", "--uds", "--config")
_FORBIDDEN: Final = ("--trust-remote-code", "--trust_remote_code")


@dataclass(frozen=True, slots=True)
class Order:
    """What is served: the model as vLLM finds it, its name for clients, and vLLM's arguments."""

    model: str
    name: str
    licence: str
    arguments: tuple[str, ...]
    offline: bool


def order(settings: WriterSettings, cards: Sequence[Gpu], *, on_cpu: bool) -> Order:
    """What these settings ask for on these cards.

    EngineUnavailable where no card is there or nothing fits; Refused for options that would
    open the server to others or run a model's own code.
    """
    _check(settings.options)
    if on_cpu:
        return _on_cpu(settings)
    if not cards:
        raise EngineUnavailable("sees no NVIDIA card", "vLLM", "check that nvidia-smi works")
    room = min(room_on(card, settings.leave_gb) for card in cards)
    weights = weights_at(settings.model) if settings.model else None
    offer = offered(settings.model, room) if settings.model else suggested(room)
    if offer is None and not settings.model:
        raise EngineUnavailable(
            f"has {room:.0f} GB for a model, the smallest takes 6", cards[0].name,
            "close what uses the card or lower [writer] leave_gb",
        )  # fmt: skip
    needed = weights.gigabytes * _WEIGHTS_AND_REST if weights else offer.memory if offer else None
    share = room / min(card.memory for card in cards)
    return _ordered(
        settings,
        weights,
        offer,
        (
            *("--gpu-memory-utilization", f"{min(share, _LARGEST_SHARE):.2f}"),
            *_split(len(cards), needed, room),
        ),
    )


def room_on(card: Gpu, leave_gb: float | None) -> float:
    """GB of a card for a model. leave_gb: kept for others; None keeps a quarter, at most 6."""
    left = min(_LEAST_LEFT, card.memory / _QUARTER) if leave_gb is None else leave_gb
    return max(0.0, min(card.memory - left, card.free - _SPARE))


def _on_cpu(settings: WriterSettings) -> Order:
    if not settings.model:
        raise EngineUnavailable("needs a model by name", "vLLM on a CPU", "name one")
    weights = weights_at(settings.model)
    context = str(_context(settings, weights))
    # A prompt read in parts ends vLLM for processors: a seed cannot be wound back (0.32).
    whole_prompts = ("--no-enable-chunked-prefill", "--max-num-batched-tokens", context)
    placed = ("--enforce-eager", "--kv-cache-memory-bytes", "1G", *whole_prompts)
    return _ordered(settings, weights, offered(settings.model, 0.0), placed)


def _context(settings: WriterSettings, weights: Weights | None) -> int:
    """Tokens to hold: what was asked for, else the usual, or what the model can."""
    most = weights.context if weights and weights.context else CONTEXT
    return settings.context or min(CONTEXT, most)


def _ordered(
    settings: WriterSettings,
    weights: Weights | None,
    offer: Offer | None,
    placed: tuple[str, ...],
) -> Order:
    """The order for a place on this machine: `placed` says where and how large."""
    model = str(weights.path) if weights else offer.model if offer else settings.model
    name = weights.name if weights else model
    quantization = settings.quantization or (offer.quantization if offer else "")
    flags = offer.flags if offer else ()
    if weights and weights.old_tokenizer:
        flags = OLD_TOKENIZER
    arguments = (
        *(model, "--served-model-name", name),
        *("--max-model-len", str(_context(settings, weights))),
        *("--max-num-seqs", str(AT_ONCE)),
        *placed,
        *(("--quantization", quantization) if quantization else ()),
        *flags,
        "--enable-prompt-tokens-details",
        # xgrammar lets raw control characters and special tokens into bounded strings.
        *("--structured-outputs-config", _compact_json()),
        *settings.options,
    )
    licence = offer.licence if offer else _LICENCE_UNKNOWN
    return Order(model, name, licence, arguments, offline=weights is not None)


def _compact_json() -> str:
    return json.dumps({"backend": "guidance", "disable_any_whitespace": True})


def _split(cards: int, needed: float | None, room: float) -> tuple[str, ...]:
    """Over several cards: copies of a model that fits into one, else one model cut in pieces."""
    if cards < 2:
        return ()
    if needed is not None and needed <= room:
        return ("--data-parallel-size", str(cards))
    pieces = 1 << (cards.bit_length() - 1)  # heads divide by powers of two alone
    return ("--tensor-parallel-size", str(pieces))


def _check(options: Sequence[str]) -> None:
    for option in options:
        name = option.partition("=")[0]
        if name in _FORBIDDEN:
            raise Refused("runs a model's own code; it stays off", name)
        if name in _OURS:
            raise Refused("is set by broadcaster", name, "leave it out")


def surroundings(key: str, *, offline: bool) -> dict[str, str]:
    """The environment of vLLM: ours without what belongs to our Python; it phones nobody."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    quiet = {
        "VLLM_API_KEY": key,
        "VLLM_NO_USAGE_STATS": "1",
        "DO_NOT_TRACK": "1",
        "PYTHONUNBUFFERED": "1",
    }
    # On a processor vLLM would pin its threads to half of the cores.
    return {"VLLM_CPU_OMP_THREADS_BIND": "nobind", **kept, **quiet, **(_OFFLINE if offline else {})}


_OFFLINE: Final = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
