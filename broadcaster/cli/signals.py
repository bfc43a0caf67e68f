"""SIGINT and SIGTERM as one exception of our own that unwinds whatever is at work.

Not KeyboardInterrupt: where that passes through `exec` of a text (dataclasses do it), CPython
remembers it and ends the process by the signal although it was handled. And an exception raised
by a handler can be lost where Python ignores exceptions (a finaliser, a callback from C); the run
asks at every step whether that happened.
"""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

_received: list[int] = []


class Stopped(BaseException):
    """A signal asked the program to stop. exit_code: 128 and the signal's number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number
        self.line = (
            f"{'interrupted' if number == signal.SIGINT else 'terminated'}; what stood before "
            "still stands, run the same command to go on"
        )


def listen() -> None:
    """From now on SIGINT and SIGTERM raise Stopped."""
    _received.clear()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)


def stop_if_asked() -> None:
    """Raise Stopped where a signal came and its exception was lost."""
    if _received:
        raise Stopped(_received[0])


def _stop(number: int, _frame: FrameType | None) -> None:
    _received.append(number)
    raise Stopped(number)
