"""Work done side by side, its results taken in order.

Daemon threads, so that Ctrl-C never waits for a server that does not answer.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def alongside(jobs: Sequence[Callable[[], T]], at_once: int) -> list[Future[T]]:
    """All jobs begun, at most `at_once` at a time; one future each, in the jobs' order."""
    waiting: SimpleQueue[tuple[Future[T], Callable[[], T]]] = SimpleQueue()
    futures: list[Future[T]] = []
    for job in jobs:
        futures.append(Future())
        waiting.put((futures[-1], job))
    for _ in range(min(at_once, len(jobs))):
        threading.Thread(target=_work_off, args=(waiting,), daemon=True).start()
    return futures


def _work_off(waiting: SimpleQueue[tuple[Future[T], Callable[[], T]]]) -> None:
    while True:
        try:
            future, job = waiting.get_nowait()
        except Empty:
            return
        try:
            future.set_result(job())
        except BaseException as error:  # noqa: BLE001 (whatever it is, the taker must see it)
            future.set_exception(error)
