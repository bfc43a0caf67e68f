"""A model behind an OpenAI-compatible address, vLLM's above all.

One streamed request a reply; only the standard library speaks HTTP here. A reply is whole only
when a chunk carried finish_reason "stop": vLLM ends a stream that died with status 200, an
error event and then a normal [DONE] (measured on 0.32).
"""

from __future__ import annotations

import http.client
import json
import os
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from broadcaster.errors import EngineFailed, EngineUnavailable
from broadcaster.writing.server_sent import ReplyTooLarge, events

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Mapping, Sequence

KEY_VARIABLE: Final = "BROADCASTER_API_KEY"
MOST_BYTES: Final = 2_000_000
DEFAULT_CONTEXT: Final = 4096
"""Assumed where the server does not say its max_model_len."""

_CHARS_A_TOKEN: Final = 1.0
"""Old SentencePiece Mistrals need 0.96 tokens for a Japanese character; never fewer than this."""

_MOST_TOKENS: Final = 1500


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds to wait: for a connection, the first byte, the next bytes, and the whole reply."""

    connect: float = 5.0
    first: float = 120.0
    between: float = 60.0
    total: float = 600.0


class VllmServer:
    """A model that answers over HTTP. name: the model's; context: tokens it can hold.

    EngineUnavailable where nobody answers at the address, or no model is served there.
    """

    def __init__(self, address: str, model: str = "", deadlines: Deadlines | None = None) -> None:
        self._deadlines = deadlines or Deadlines()
        self._place = _Place.of(address)
        self._address = address
        row = self._served(model)
        self.name = str(row["id"])
        length = row.get("max_model_len")
        self.context = length if isinstance(length, int) and length > 0 else DEFAULT_CONTEXT

    def count(self, messages: Sequence[Mapping[str, str]]) -> int:
        """Tokens the messages take, from above: no Mistral needs more than one a character."""
        return sum(8 + int(len(message["content"]) * _CHARS_A_TOKEN) for message in messages)

    def reply(
        self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any], seed: int
    ) -> Iterator[str]:
        """The reply as it comes, bound to the schema.

        EngineFailed where it is not whole: an error event, a length limit, a deadline, a cut.
        """
        room = self.context - self.count(messages)
        if room < 200:
            raise EngineFailed("the article is too long for this model", self.name, "shorten it")
        body = {
            "model": self.name,
            "messages": list(messages),
            "stream": True,
            "seed": seed,
            "temperature": 0.5,
            "max_tokens": min(_MOST_TOKENS, room),
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "segment", "schema": schema, "strict": True},
            },
        }
        ends = time.monotonic() + self._deadlines.total
        with self._translated(), closing(self._connect()) as connection:
            wire = connection.sock
            wire.settimeout(self._deadlines.first)
            with closing(self._post(connection, body)) as response:
                self._check(response)
                yield from self._whole(self._blocks(response, wire, ends))

    # ── one reply ────────────────────────────────────────────────────────────────────────

    def _post(
        self, connection: http.client.HTTPConnection, body: Mapping[str, Any]
    ) -> http.client.HTTPResponse:
        data = json.dumps(body, ensure_ascii=False).encode()
        connection.request("POST", self._place.path("/chat/completions"), data, self._headers())
        return connection.getresponse()

    def _blocks(
        self, response: http.client.HTTPResponse, wire: socket.socket, ends: float
    ) -> Iterator[bytes]:
        """Bytes as they arrive; the socket is asked, since a drip never ends a line."""
        while block := response.read1(65_536):
            yield block
            left = ends - time.monotonic()
            if left <= 0:
                raise self._broken(f"took longer than {self._deadlines.total:g} s")
            wire.settimeout(min(self._deadlines.between, left))

    def _whole(self, blocks: Iterator[bytes]) -> Iterator[str]:
        finish = ""
        for event in events(blocks, MOST_BYTES):
            if "error" in event:
                raise self._broken(f"broke off: {_message_of(event)}")
            text, reason = _delta(event)
            finish = reason or finish
            if text:
                yield text
        if finish != "stop":
            raise self._broken(f"stopped early ({finish or 'connection ended'})")

    def _broken(self, what: str) -> EngineFailed:
        return EngineFailed(what, f"{self.name} at {self._place.shown}", "try again")

    # ── who is there ─────────────────────────────────────────────────────────────────────

    def _served(self, model: str) -> dict[str, Any]:
        """The row of /v1/models for the model asked for, or for the first one."""
        listed = self._get("/models")
        data = listed.get("data") if isinstance(listed, dict) else None
        found = [row for row in data or () if isinstance(row, dict) and row.get("id")]
        if not found:
            raise EngineUnavailable("serves no model", self._place.shown, "start a model there")
        named = next((row for row in found if row["id"] == model), None)
        if model and named is None:
            served = ", ".join(str(row["id"]) for row in found[:3])
            raise EngineUnavailable(
                f"does not serve {model}", self._place.shown, f"it serves {served}"
            )
        return named or found[0]

    def _get(self, path: str) -> Any:
        with self._translated(starting=True), closing(self._connect()) as connection:
            connection.request("GET", self._place.path(path), headers=self._headers())
            with closing(connection.getresponse()) as response:
                self._check(response)
                return json.loads(response.read(MOST_BYTES))

    # ── the wire ─────────────────────────────────────────────────────────────────────────

    def _connect(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._place.secure else http.client.HTTPConnection
        connection = kind(self._place.host, self._place.port, timeout=self._deadlines.connect)
        connection.connect()
        return connection

    def _headers(self) -> dict[str, str]:
        key = os.environ.get(KEY_VARIABLE, "")
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        return headers | ({"Authorization": f"Bearer {key}"} if key else {})

    def _check(self, response: http.client.HTTPResponse) -> None:
        """Anything but 200 is an error; a redirect is not followed."""
        if response.status == 200:
            return
        said = _message_of(_as_json(response.read(10_000)))
        where = self._place.shown
        if response.status == 401:
            raise EngineUnavailable("refuses our key", where, f"set {KEY_VARIABLE}")
        if response.status in (404, 405) or 300 <= response.status < 400:
            raise EngineUnavailable(
                f"answers {response.status}: {said}", where, "check [writer] address and model"
            )
        raise EngineFailed(f"answers {response.status}: {said}", where)

    @contextmanager
    def _translated(self, *, starting: bool = False) -> Iterator[None]:
        """What sockets and HTTP raise, as our errors."""
        kind = EngineUnavailable if starting else EngineFailed
        try:
            yield
        except TimeoutError as error:
            raise kind("does not answer in time", self._place.shown) from error
        except ConnectionRefusedError as error:
            raise EngineUnavailable("does not answer", self._place.shown) from error
        except ReplyTooLarge as error:
            raise kind("talks without end", self._place.shown) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise kind(f"breaks off ({type(error).__name__})", self._place.shown) from error


@dataclass(frozen=True, slots=True)
class _Place:
    """An address taken apart; `prefix` ends in /v1. shown: without what may be secret."""

    secure: bool
    host: str
    port: int
    prefix: str

    @classmethod
    def of(cls, address: str) -> _Place:
        try:
            parts = urlsplit(address if "://" in address else f"http://{address}")
            port = parts.port
        except ValueError as error:
            raise EngineUnavailable("is no address", address) from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise EngineUnavailable("is no http address", address, "give http://host:port/v1")
        secure = parts.scheme == "https"
        prefix = parts.path.rstrip("/")
        prefix = prefix if prefix.endswith("/v1") else f"{prefix}/v1"
        return cls(secure, parts.hostname, port or (443 if secure else 80), prefix)

    @property
    def shown(self) -> str:
        return f"{self.host}:{self.port}"

    def path(self, tail: str) -> str:
        return self.prefix + tail


def _delta(event: Mapping[str, Any]) -> tuple[str, str]:
    """The text and the finish_reason of a chunk; the last one may have no choices at all."""
    choices = event.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else {}
    if not isinstance(first, dict):
        return "", ""
    delta = first.get("delta")
    text = delta.get("content") if isinstance(delta, dict) else ""
    return text if isinstance(text, str) else "", str(first.get("finish_reason") or "")


def _as_json(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError:
        return {"error": data[:200].decode("utf-8", "replace")}
    return found if isinstance(found, dict) else {"error": str(found)[:200]}


def _message_of(body: Mapping[str, Any]) -> str:
    """The message of an error body; vLLM's 401 carries a string where others carry an object."""
    error = body.get("error", "")
    said = error.get("message", "") if isinstance(error, dict) else error
    return " ".join(str(said).split())[:200] or "no reason given"
