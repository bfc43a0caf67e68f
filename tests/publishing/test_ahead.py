"""Blocks made ahead: the same blocks, the same errors, no thread left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest

from broadcaster.publishing.ahead import AHEAD, made_ahead

if TYPE_CHECKING:
    from broadcaster.nouns import Samples


def counted(n: int, made: list[int]) -> Iterator[Samples]:
    for number in range(n):
        made.append(number)
        yield np.full(3, number, np.float32)


def test_the_same_blocks_in_the_same_order() -> None:
    with made_ahead(counted(100, [])) as blocks:
        assert [int(block[0]) for block in blocks] == list(range(100))


def test_no_more_is_made_than_may_wait() -> None:
    made: list[int] = []
    with made_ahead(counted(1000, made)) as blocks:
        next(blocks)
    assert len(made) <= AHEAD + 3
    assert not [t for t in threading.enumerate() if t.name == "mixing ahead"]


def test_an_error_arrives_where_its_block_would_have() -> None:
    def broken() -> Iterator[Samples]:
        yield np.zeros(3, np.float32)
        raise OSError("the take is gone")

    with made_ahead(broken()) as blocks:
        assert len(next(blocks)) == 3
        with pytest.raises(OSError, match="the take is gone"):
            next(blocks)


def test_an_error_of_the_taker_stops_the_maker() -> None:
    with pytest.raises(KeyboardInterrupt), made_ahead(counted(1000, [])):
        raise KeyboardInterrupt
    assert not [t for t in threading.enumerate() if t.name == "mixing ahead"]
