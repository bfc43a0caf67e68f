"""HTTP to a model's server: one connection a request, every wait bounded, nothing followed.

Only the standard library speaks HTTP here. What sockets raise comes out as our errors.
"""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from broadcaster.errors import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

MOST_BYTES: Final = 4_000_000
_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds to wait: for a connection, the first byte, the next bytes, and the whole reply.

    busy: how long a server that asks for patience (429, 503) is waited for.
    """

    connect: float = 5.0
    first: float = 120.0
    between: float = 60.0
    total: float = 600.0
    busy: float = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """An address taken apart; `prefix` comes before /v1. shown: without what may be secret."""

    secure: bool
    host: str
    port: int
    prefix: str

    @classmethod
    def of(cls, address: str) -> Place:
        """The place of an http address, with or without /v1 at its end."""
        try:
            parts = urlsplit(address if "://" in address else f"http://{address}")
            port = parts.port
        except ValueError as error:
            raise EngineUnavailable("is no address", address) from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise EngineUnavailable("is no http address", address, "give http://host:port/v1")
        secure = parts.scheme == "https"
        prefix = parts.path.rstrip("/").removesuffix("/v1")
        return cls(secure, parts.hostname, port or (443 if secure else 80), prefix)

    @property
    def shown(self) -> str:
        """Host and port, for people."""
        return f"{self.host}:{self.port}"

    @property
    def here(self) -> bool:
        """Whether it lies on this machine."""
        return self.host in _LOOPBACK


class Refusal(Exception):
    """An answer other than the JSON asked for. after: seconds to wait, None: not said."""

    def __init__(self, status: int, body: Mapping[str, Any], after: float | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.after = after

    @property
    def said(self) -> str:
        """The server's words, in one short line."""
        return message_of(self.body)


@dataclass(frozen=True, slots=True)
class Wire:
    """Requests to one place. key: sent as a bearer token, where there is one."""

    place: Place
    key: str = ""
    deadlines: Deadlines = field(default_factory=Deadlines)

    def get(self, path: str) -> Any:
        """The JSON that lies there. EngineUnavailable where nobody answers; Refusal."""
        return self._whole("GET", path, None)

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """The JSON that comes back. EngineUnavailable where nobody answers; Refusal."""
        return self._whole("POST", path, body)

    def listens(self) -> bool:
        """Whether anybody takes the call."""
        try:
            self._connected().close()
        except OSError:
            return False
        return True

    def answers(self, path: str) -> bool:
        """Whether something says 200 there, soon."""
        try:
            with (
                closing(self._connected()) as connection,
                closing(self._asked(connection, "GET", path, None)),
            ):
                return True
        except (OSError, http.client.HTTPException, Refusal):
            return False

    def stream(self, path: str, body: Mapping[str, Any]) -> Generator[bytes, None, None]:
        """What comes back, in blocks as they arrive. EngineFailed past a deadline; Refusal."""
        ends = time.monotonic() + self.deadlines.total
        with self._translated(EngineFailed), closing(self._connected()) as connection:
            wire = connection.sock
            with _cut_off_after(self.deadlines.total, wire) as late:
                wire.settimeout(self.deadlines.first)
                try:
                    with closing(self._asked(connection, "POST", path, body)) as response:
                        yield from self._blocks(response, wire, ends)
                except (OSError, http.client.HTTPException) as error:
                    if late():
                        raise self._too_late() from error
                    raise
                if late():
                    raise self._too_late()

    def _blocks(
        self, response: http.client.HTTPResponse, wire: socket.socket, ends: float
    ) -> Iterator[bytes]:
        while block := response.read1(65_536):
            yield block
            left = ends - time.monotonic()
            if left <= 0:
                raise self._too_late()
            wire.settimeout(min(self.deadlines.between, left))

    def _too_late(self) -> EngineFailed:
        return EngineFailed(f"took longer than {self.deadlines.total:g} s", self.place.shown)

    def _whole(self, method: str, path: str, body: Mapping[str, Any] | None) -> Any:
        with (
            self._translated(EngineUnavailable),
            closing(self._connected()) as connection,
            _cut_off_after(self.deadlines.first, connection.sock),
            closing(self._asked(connection, method, path, body)) as response,
        ):
            return _parsed(response.read(MOST_BYTES))

    def _connected(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self.place.secure else http.client.HTTPConnection
        connection = kind(self.place.host, self.place.port, timeout=self.deadlines.connect)
        connection.connect()
        return connection

    def _asked(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
    ) -> http.client.HTTPResponse:
        """The answer to a request, if it is 200; a redirect is not followed."""
        data = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        connection.request(method, self.place.prefix + path, data, headers)
        response = connection.getresponse()
        if response.status != 200:
            after = _seconds(response.getheader("Retry-After", ""))
            raise Refusal(response.status, _as_json(response.read(10_000)), after)
        return response

    @contextmanager
    def _translated(self, kind: type[EngineFailed | EngineUnavailable]) -> Iterator[None]:
        """What sockets and HTTP raise, as our errors."""
        where = self.place.shown
        try:
            yield
        except TimeoutError as error:
            raise kind("does not answer in time", where) from error
        except (ConnectionRefusedError, socket.gaierror) as error:
            raise EngineUnavailable("does not answer", where) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise kind(f"breaks off ({type(error).__name__})", where) from error


@contextmanager
def _cut_off_after(seconds: float, wire: socket.socket) -> Iterator[Callable[[], bool]]:
    """Shut the socket when time is up; gives a question: was it?

    A socket's own timeout begins anew with every byte: a drip of headers would never end.
    """
    late = threading.Event()

    def cut() -> None:
        late.set()
        with suppress(OSError):
            wire.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield late.is_set
    finally:
        timer.cancel()


def _seconds(text: str) -> float | None:
    """Of a Retry-After in seconds; its other form, a date, is not waited for."""
    return float(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError as error:
        raise Refusal(200, {"error": "something that is no JSON"}) from error


def _as_json(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError:
        return {"error": data[:200].decode("utf-8", "replace")}
    return found if isinstance(found, dict) else {"error": str(found)[:200]}


def message_of(body: Mapping[str, Any]) -> str:
    """The message of an error body; vLLM's 401 carries a string where others carry an object."""
    error = body.get("error", "")
    said = error.get("message", "") if isinstance(error, dict) else error
    return " ".join(str(said).split())[:200] or "no reason given"
