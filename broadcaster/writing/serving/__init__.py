"""Serving a model here: which one fits, vLLM's command line, the process and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.writing.serving.catalogue import OFFERS, Offer
from broadcaster.writing.serving.child import PORT, Server, command_of, start
from broadcaster.writing.serving.claims import is_claimed
from broadcaster.writing.serving.gpus import gpus
from broadcaster.writing.serving.interpreter import place_of_vllm, vllm_python
from broadcaster.writing.serving.keys import key_file, key_for
from broadcaster.writing.serving.order import Order, order
from broadcaster.writing.serving.weights import served_name

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.programme import WriterSettings

__all__ = [
    "OFFERS",
    "PORT",
    "Offer",
    "Server",
    "can_serve",
    "has_vllm",
    "is_claimed",
    "is_recorded",
    "key_for",
    "served_name",
    "serving_command",
    "start_server",
]


def has_vllm() -> bool:
    """Whether an environment with vLLM is there; nothing is run."""
    return place_of_vllm() is not None


def can_serve() -> bool:
    """Whether there is an environment with vLLM, and a card for it."""
    return has_vllm() and bool(gpus())


def is_recorded(port: int) -> bool:
    """Whether a server of ours was started at that port and has not ended in order."""
    return key_file(port).is_file()


def start_server(settings: WriterSettings, port: int = 0) -> Server:
    """vLLM on its way up with the model of these settings. port: 0 takes a free one.

    EngineUnavailable where vLLM, a card or room for the model is missing; Refused where port,
    options or folder will not do.
    """
    ordered, python = _ordered(settings)
    return start(ordered, python, port)


def serving_command(settings: WriterSettings, port: int = PORT) -> list[str]:
    """What `start_server` would run."""
    ordered, python = _ordered(settings)
    return command_of(ordered, python, port)


def _ordered(settings: WriterSettings) -> tuple[Order, Path]:
    python = vllm_python()
    cards = () if python.on_cpu else gpus()
    return order(settings, cards, on_cpu=python.on_cpu), python.path
