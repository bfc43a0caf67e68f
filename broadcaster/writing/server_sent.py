"""Server-sent events as chat completions stream them: `data: {json}`, at last `data: [DONE]`.

WHATWG HTML, section 9.2, as far as such servers use it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class ReplyTooLarge(Exception):
    """More bytes than any reply should have."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One event of a reply.

    finish: why the reply ends, where it does. error: the server's words where it broke off.
    usage: prompt, cached and written tokens, in the one event that has them. fingerprint: of
    the build that answers.
    """

    text: str = ""
    finish: str = ""
    error: Mapping[str, Any] | None = None
    usage: tuple[int, int, int] | None = None
    fingerprint: str = ""


def chunks(blocks: Iterable[bytes], most_bytes: int) -> Iterator[Chunk]:
    """The events of a streamed chat completion. ReplyTooLarge; ValueError where one is no JSON."""
    for event in events(blocks, most_bytes):
        if "error" in event:
            yield Chunk(error=event)
            continue
        text, finish = _delta(event)
        yield Chunk(
            text, finish, None, _usage(event), str(event.get("system_fingerprint") or "")[:80]
        )


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


def _delta(event: Mapping[str, Any]) -> tuple[str, str]:
    """The text and the finish_reason of a chunk; the last one may have no choices at all."""
    choices = event.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else {}
    if not isinstance(first, dict):
        return "", ""
    delta = first.get("delta")
    text = delta.get("content") if isinstance(delta, dict) else ""
    return text if isinstance(text, str) else "", str(first.get("finish_reason") or "")


def _usage(event: Mapping[str, Any]) -> tuple[int, int, int] | None:
    usage = event.get("usage")
    if not isinstance(usage, dict):
        return None
    details = usage.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, dict) else 0
    found = (usage.get("prompt_tokens"), cached, usage.get("completion_tokens"))
    prompt, of_these, written = (value if isinstance(value, int) else 0 for value in found)
    return prompt, of_these, written
