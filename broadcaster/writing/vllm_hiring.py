"""Where a model behind an address comes from: who answers already, or a server started for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineUnavailable
from broadcaster.writing.serving import (
    PORT,
    can_serve,
    has_vllm,
    is_claimed,
    is_recorded,
    key_for,
    served_name,
    start_server,
)
from broadcaster.writing.vllm_server import VllmServer
from broadcaster.writing.wire import Place, Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcaster.programme import Show, WriterSettings

_NEWS_EVERY: Final = 15.0
_BETWEEN_LOOKS: Final = 0.25
_OURS: Final = f"http://127.0.0.1:{PORT}/v1"
"""Where `broadcaster serve` answers, unless it was told another port."""


def hire(show: Show, say: Callable[[str], None]) -> VllmServer:
    """The model at the show's address or at our own server; where none answers, one of its own.

    say: takes a line for the operator. EngineUnavailable where none can be had.
    """
    found = _answering(show.writer, say)
    if found:
        return found
    if not has_vllm() or not Place.of(show.writer.address or _OURS).here:
        raise _nobody(show.writer)
    return _started(show.writer, say)


def hire_at_hand(show: Show, say: Callable[[str], None]) -> VllmServer | None:
    """Like `hire`, but only what needs no asking: what answers, or a card that is made for it.

    None where the show names no address and there is no card. EngineUnavailable where nobody
    answers at the address it names.
    """
    found = _answering(show.writer, say)
    if found:
        return found
    if can_serve() and Place.of(show.writer.address or _OURS).here:
        return _started(show.writer, say)
    if show.writer.address:
        raise _nobody(show.writer)
    return None


def listens(address: str) -> bool:
    """Whether anybody takes a call at an http address; nobody is started for it."""
    try:
        return Wire(Place.of(address)).listens()
    except EngineUnavailable:
        return False


def _answering(settings: WriterSettings, say: Callable[[str], None]) -> VllmServer | None:
    """The model that is served already; nobody is looked for where nothing says he is there."""
    if not settings.address and not is_recorded(PORT):
        return None
    address = settings.address or _OURS
    place = Place.of(address)
    if place.here and not _listens(place, say):
        return None
    return VllmServer(address, served_name(settings.model), key=key_for(place))


def _listens(place: Place, say: Callable[[str], None]) -> bool:
    """Whether anybody answers here; one of ours that is still on its way up is waited for."""
    wire, began, said = Wire(place), time.monotonic(), 0.0
    while not wire.listens():
        if not is_claimed(place.port):
            return False
        if not said or time.monotonic() - said >= _NEWS_EVERY:
            said = time.monotonic()
            say(f"broadcaster serve の起動を待っています: {said - began:.0f} 秒")
        time.sleep(_BETWEEN_LOOKS)
    return True


def _nobody(settings: WriterSettings) -> EngineUnavailable:
    if not settings.address:
        return EngineUnavailable("is not installed", "vLLM", "run make serve, it installs it")
    return EngineUnavailable("does not answer", Place.of(settings.address).shown, "start it")


def _started(settings: WriterSettings, say: Callable[[str], None]) -> VllmServer:
    """A server for this show alone; whatever happens on the way, it does not outlive it."""
    server = start_server(settings)
    said = 0.0
    say(f"vLLM を起動しています: {server.order.name} ({server.order.licence})  ログ: {server.log}")
    if server.order.short:
        say(f"メモリーが約{server.order.short:.0f} GB足りない見込みです")

    def tell(seconds: float, line: str) -> None:
        nonlocal said
        if seconds - said >= _NEWS_EVERY:
            said = seconds
            say(f"vLLM の起動を待っています: {seconds:.0f} 秒 {line[:80]}")

    try:
        server.wait_until_ready(tell)
        return VllmServer(server.address, server.order.name, key=server.key, ended=server.end)
    except BaseException:
        server.stop()
        raise
