"""HTTP to a model's server: one connection a request, every wait bounded, nothing followed.

Only the standard library speaks HTTP here. What sockets raise comes out as our errors.
"""

from __future__ import annotations

import http.client
import json
import socket
import threading
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from broadcaster.errors import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    Kind = type[EngineFailed | EngineUnavailable]

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
        return self._whole(EngineUnavailable, "GET", path, None)

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """The JSON that comes back. EngineUnavailable where nobody is; EngineFailed; Refusal."""
        return self._whole(EngineFailed, "POST", path, body)

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
        with (
            self._translated(EngineFailed),
            closing(self._connected()) as connection,
            _cut_off_after(self.deadlines.total, connection.sock) as late,
        ):
            try:
                yield from self._blocks(connection, path, body)
            except (OSError, http.client.HTTPException, EngineFailed) as error:
                if late():
                    raise self._too_late() from error
                raise
            if late():
                raise self._too_late()

    def _blocks(
        self, connection: http.client.HTTPConnection, path: str, body: Mapping[str, Any]
    ) -> Iterator[bytes]:
        wire, first, between = connection.sock, self.deadlines.first, self.deadlines.between
        wire.settimeout(first)
        said = f"sends nothing within {first:g} s"
        with self._in_time(said):
            response = self._asked(connection, "POST", path, body)
        with closing(response):
            _check_streams(response)
            while block := self._next(response, said):
                yield block
                wire.settimeout(between)
                said = f"falls silent for {between:g} s"

    def _next(self, response: http.client.HTTPResponse, said: str) -> bytes:
        with self._in_time(said):
            return response.read1(65_536)

    def _too_late(self) -> EngineFailed:
        return EngineFailed(f"took longer than {self.deadlines.total:g} s", self.place.shown)

    @contextmanager
    def _in_time(self, said: str) -> Iterator[None]:
        """A deadline of ours, by its name."""
        try:
            yield
        except TimeoutError as error:
            raise EngineFailed(said, self.place.shown) from error

    def _whole(self, kind: Kind, method: str, path: str, body: Mapping[str, Any] | None) -> Any:
        seconds = self.deadlines.connect if body is None else self.deadlines.first
        with (
            self._translated(kind),
            closing(self._connected()) as connection,
            _cut_off_after(seconds, connection.sock) as late,
        ):
            connection.sock.settimeout(seconds)
            try:
                with closing(self._asked(connection, method, path, body)) as response:
                    return _parsed(response.read(MOST_BYTES))
            except (OSError, http.client.HTTPException) as error:
                if late() or isinstance(error, TimeoutError):
                    slow = f"does not answer within {seconds:g} s"
                    raise kind(slow, self.place.shown) from error
                raise

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
            after = seconds_until(response.getheader("Retry-After", ""), datetime.now(UTC))
            raise Refusal(response.status, _as_json(response.read(10_000)), after)
        return response

    @contextmanager
    def _translated(self, kind: Kind) -> Iterator[None]:
        """What sockets and HTTP raise, as our errors."""
        where = self.place.shown
        try:
            yield
        except TimeoutError as error:
            raise kind(f"takes no call within {self.deadlines.connect:g} s", where) from error
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


def seconds_until(text: str, now: datetime) -> float | None:
    """Seconds a Retry-After asks for, as a number or as a date; None where it says nothing.

    RFC 9110, section 10.2.3.
    """
    if text.isascii() and text.isdigit() and len(text) < 7:
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - now).total_seconds())


def _check_streams(response: http.client.HTTPResponse) -> None:
    """Refusal where a page comes instead of events: no server of models lives there."""
    kind = response.getheader("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in ("", "text/event-stream"):
        raise Refusal(200, {"error": f"{kind[:40]}, not a stream of events"})


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
