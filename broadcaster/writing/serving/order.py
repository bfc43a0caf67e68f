"""What vLLM is asked to serve: the model for this machine, its command line, its surroundings."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineUnavailable, Refused
from broadcaster.writing.serving.catalogue import (
    CACHE_OF_A_LAYER,
    CONTEXT,
    OLD_TOKENIZER,
    TEXT_ONLY,
    Offer,
    cache,
    fits,
    offered,
    suggested,
)
from broadcaster.writing.serving.weights import Weights, weights_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.programme import WriterSettings
    from broadcaster.writing.serving.gpus import Gpu

AT_ONCE: Final = 8
_LICENCE_UNKNOWN: Final = "see the model's page"
_LARGEST_SHARE: Final = 0.95
_LEAST_LEFT: Final = 6.0
_QUARTER: Final = 4.0
_SPARE: Final = 0.3
_LAYERS: Final = 40
"""As 12B to 24B have, where a folder of weights does not say."""

_ACTIVATIONS: Final = 1.05
_CUDA: Final = 1.0
"""Beside weights and cache [estimated]: a twentieth of them for activations, 1 GB for CUDA."""

_OURS: Final = (
    *("--host", "--port", "--api-key", "--served-model-name", "--model", "--uds", "--config"),
)
_FORBIDDEN: Final = ("--trust-remote-code",)


@dataclass(frozen=True, slots=True)
class Order:
    """What is served: the model as vLLM finds it, its name for clients, and vLLM's arguments.

    short: GB that the cards probably lack for it.
    """

    model: str
    name: str
    licence: str
    arguments: tuple[str, ...]
    offline: bool
    short: float = 0.0


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
    offer = _offer(settings, room)
    if offer is None and not settings.model:
        raise EngineUnavailable(
            f"has {room:.0f} GB for a model, the smallest takes 6", cards[0].name,
            "close what uses the card or lower [writer] leave_gb",
        )  # fmt: skip
    needed = _needed(settings, weights, offer)
    split, pieces = _split(len(cards), needed, room)
    share = min(room / min(card.memory for card in cards), _LARGEST_SHARE)
    placed = ("--gpu-memory-utilization", f"{share:.2f}", *split)
    made = _ordered(settings, weights, offer, placed)
    known = needed is not None and not settings.quantization
    if known and needed and not fits(needed, room * pieces):
        made = replace(made, short=needed - room * pieces)
    return made


def _offer(settings: WriterSettings, room: float) -> Offer | None:
    context = settings.context or CONTEXT
    if settings.model:
        return offered(settings.model, room, context)
    return suggested(room, context)


def _needed(settings: WriterSettings, weights: Weights | None, offer: Offer | None) -> float | None:
    """GB that the model takes with its context; None where nothing is known of it."""
    if weights:
        a_token = weights.cache or _LAYERS * CACHE_OF_A_LAYER
        held = cache(a_token, _context(settings, weights))
        return weights.gigabytes * _ACTIVATIONS + held + _CUDA
    return offer.needs(settings.context or CONTEXT) if offer else None


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
    if weights:
        flags = (
            *(OLD_TOKENIZER if weights.old_tokenizer else ()),
            *(TEXT_ONLY if weights.eyes else ()),
        )
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


def _split(cards: int, needed: float | None, room: float) -> tuple[tuple[str, ...], int]:
    """Over several cards: copies of a model that fits into one, else one model cut in pieces.

    Gives vLLM's arguments, and into how many pieces.
    """
    if cards < 2:
        return (), 1
    if needed is not None and fits(needed, room):
        return ("--data-parallel-size", str(cards)), 1
    pieces = 1 << (cards.bit_length() - 1)  # heads divide by powers of two alone
    return ("--tensor-parallel-size", str(pieces)), pieces


def _check(options: Sequence[str]) -> None:
    """Refuse what is not for the options to say, also in vLLM's other spellings of it.

    vLLM takes _ for -, and the beginning of an option for the whole (0.32, tried).
    """
    for option in options:
        name = re.split("[=.]", option, maxsplit=1)[0].replace("_", "-")
        if not name.startswith("--"):
            continue
        if any(flag.startswith(name) for flag in _OURS):
            raise Refused("is set by broadcaster", name, "leave it out")
        if any(flag.startswith(name) for flag in _FORBIDDEN):
            raise Refused("runs a model's own code; it stays off", name)


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
