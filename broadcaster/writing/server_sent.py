"""Server-sent events as chat completions stream them: `data: {json}`, at last `data: [DONE]`.

WHATWG HTML, section 9.2, as far as such servers use it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class ReplyTooLarge(Exception):
    """More bytes than any reply should have."""


def events(blocks: Iterable[bytes], most_bytes: int) -> Iterator[dict[str, Any]]:
    """The JSON objects of the stream, until [DONE] or its end.

    blocks: bytes as they arrive, cut anywhere. ReplyTooLarge past `most_bytes`; ValueError
    where an event is no JSON.
    """
    for line in _lines(blocks, most_bytes):
        if not line.startswith(b"data:"):
            continue
        data = line[5:].strip()
        if data == b"[DONE]":
            return
        event = json.loads(data)
        if isinstance(event, dict):
            yield event


def _lines(blocks: Iterable[bytes], most_bytes: int) -> Iterator[bytes]:
    """Lines without their ends; an unfinished last line is no line."""
    taken, held = 0, bytearray()
    for block in blocks:
        taken += len(block)
        if taken > most_bytes:
            raise ReplyTooLarge
        whole, newline, rest = block.rpartition(b"\n")
        if newline:
            yield from (bytes(held) + whole).splitlines()
            held.clear()
        held += rest
