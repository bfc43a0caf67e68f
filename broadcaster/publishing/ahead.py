"""Blocks made ahead in a thread of their own, so that mixing and encoding share two cores."""

from __future__ import annotations

import contextlib
import queue
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Samples

AHEAD: Final = 16
"""Blocks that may wait: sixteen seconds of sound, 3 MB."""
_POLL: Final = 0.2


@contextlib.contextmanager
def made_ahead(blocks: Iterator[Samples]) -> Iterator[Iterator[Samples]]:
    """The same blocks in the same order, made up to AHEAD blocks before they are asked for.

    An error of the maker is raised where its block would have come. When the context ends,
    the maker is stopped, whether or not all blocks were taken.
    """
    waiting: queue.Queue[Samples | BaseException | None] = queue.Queue(AHEAD)
    enough = threading.Event()

    def offer(item: Samples | BaseException | None) -> bool:
        while not enough.is_set():
            with contextlib.suppress(queue.Full):
                waiting.put(item, timeout=_POLL)
                return True
        return False

    def make() -> None:
        try:
            for block in blocks:
                if not offer(block):
                    return
            offer(None)
        except BaseException as error:  # noqa: BLE001 (raised again in the taker's thread)
            offer(error)

    maker = threading.Thread(target=make, name="mixing ahead", daemon=True)
    maker.start()
    try:
        yield _taken(waiting)
    finally:
        enough.set()
        maker.join()


def _taken(waiting: queue.Queue[Samples | BaseException | None]) -> Iterator[Samples]:
    while (item := waiting.get()) is not None:
        if isinstance(item, BaseException):
            raise item
        yield item
