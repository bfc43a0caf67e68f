"""A model behind an OpenAI-compatible address, vLLM's above all.

One streamed request a reply. A reply is whole only when a chunk carried finish_reason "stop":
vLLM ends a stream that died with status 200, an error event and then a normal [DONE] (measured
on 0.32); and a request that is not streamed hangs for ever when the server is told to end.
"""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from broadcaster.errors import EngineError, EngineFailed, EngineUnavailable, PromptTooLong
from broadcaster.writing.counting import Counter
from broadcaster.writing.refusals import BUSY, meaning
from broadcaster.writing.replying import MOST_TOKENS, Reply, Usage
from broadcaster.writing.server_sent import Chunk, ReplyTooLarge, chunks
from broadcaster.writing.wire import Deadlines, Place, Refusal, Wire

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    Messages = Sequence[Mapping[str, str]]

DEFAULT_CONTEXT: Final = 4096
"""Assumed where the server does not say its max_model_len."""

_LEAST_REPLY: Final = 200
"""Tokens below which no reply of use fits."""

_BYTES_A_TOKEN: Final = 1000
"""A chunk carries about 250 bytes around a token; four times that is no reply of ours."""

_TRIES: Final = 4


class VllmServer:
    """A model that answers over HTTP, from any number of threads.

    model: the id asked for; empty takes the first one served. ended: called when nobody needs
    the server any more. EngineUnavailable where nobody answers, or serves no such model.
    """

    def __init__(
        self,
        address: str,
        model: str = "",
        deadlines: Deadlines | None = None,
        *,
        key: str = "",
        ended: Callable[[], None] | None = None,
    ) -> None:
        self._wire = Wire(Place.of(address), key, deadlines or Deadlines())
        self._where = self._wire.place.shown
        self._ended = ended
        self.alone = ended is not None
        self._counter = Counter(self._wire)
        row = self._served(model)
        self.name = str(row["id"])
        length = row.get("max_model_len")
        self.context = length if isinstance(length, int) and length > 0 else DEFAULT_CONTEXT
        self.fingerprint = ""

    def count(self, messages: Messages) -> int:
        """Tokens the messages take in the model's own template; a bound from above elsewhere."""
        return self._counter.count(self.name, messages)

    def reply(
        self,
        messages: Messages,
        schema: Mapping[str, Any],
        seed: int,
        most_tokens: int = MOST_TOKENS,
        temperature: float = 0.5,
    ) -> Reply:
        """The reply as it comes, bound to the schema; nothing is sent before it is taken.

        Taking it raises PromptTooLong where it would not fit; EngineUnavailable where asking
        again is useless; EngineFailed where it is not whole: an error event, a length limit,
        a deadline, a cut.
        """
        body = {
            "model": self.name,
            "stream": True,
            "stream_options": {"include_usage": True},
            "seed": seed,
            "temperature": temperature,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "segment", "schema": schema, "strict": True},
            },
        }
        return Reply(self._pieces(messages, body, most_tokens))

    def close(self) -> None:
        """Stop the server, where it was started for this model alone."""
        if self._ended:
            self._ended()

    def _pieces(
        self, messages: Messages, body: dict[str, Any], most_tokens: int
    ) -> Generator[str, None, Usage]:
        """Pieces of one reply, and at last what it cost."""
        count = self.count(messages)
        room = self.context - count
        if room < _LEAST_REPLY:
            raise PromptTooLong(count, max(0, self.context - _LEAST_REPLY), self._place_of_it())
        most = min(most_tokens, room)
        sent = body | {"messages": self._counter.shaped(messages), "max_tokens": most}
        began, first, finish, used = time.monotonic(), 0.0, "", (count, 0, 0)
        for chunk in self._chunks(sent, most, count):
            if chunk.error is not None:
                raise self._broke_off(chunk.error)
            self.fingerprint = chunk.fingerprint or self.fingerprint
            finish, used = chunk.finish or finish, chunk.usage or used
            if chunk.text:
                first = first or time.monotonic() - began
                yield chunk.text
        if finish != "stop":
            raise self._broken(f"stopped early ({finish or 'connection ended'})")
        return Usage(*used, first=first, seconds=time.monotonic() - began)

    def _chunks(self, body: Mapping[str, Any], most: int, count: int) -> Iterator[Chunk]:
        """The events of the reply, from the first server's word that is no plea for patience."""
        patience = self._wire.deadlines.busy
        for attempt in range(_TRIES):
            try:
                with closing(self._wire.stream("/v1/chat/completions", body)) as blocks:
                    yield from chunks(blocks, 100_000 + most * _BYTES_A_TOKEN)
            except Refusal as refusal:
                wait = refusal.after if refusal.after is not None else float(1 << attempt)
                patience -= wait
                if refusal.status not in BUSY or patience < 0 or attempt == _TRIES - 1:
                    raise meaning(refusal, self._where, count=count, room=self.context) from refusal
                time.sleep(wait)
            except ReplyTooLarge as error:
                raise self._broken("talks without end") from error
            except ValueError as error:
                raise self._broken("sends what is no JSON") from error
            else:
                return

    def _broke_off(self, event: Mapping[str, Any]) -> EngineError:
        """An error inside the stream; what vLLM finds wrong with a schema comes like this too."""
        error = event.get("error")
        code = error.get("code") if isinstance(error, dict) else None
        refusal = Refusal(code if isinstance(code, int) else 500, event)
        found = meaning(refusal, self._where, room=self.context)
        if isinstance(found, EngineUnavailable | PromptTooLong):
            return found
        return self._broken(f"broke off: {refusal.said}")

    def _broken(self, what: str) -> EngineFailed:
        return EngineFailed(what, self._place_of_it(), "try again")

    def _place_of_it(self) -> str:
        return f"{self.name} at {self._where}"

    def _served(self, model: str) -> dict[str, Any]:
        """The row of /v1/models for the model asked for, or for the first one."""
        try:
            listed = self._wire.get("/v1/models")
        except Refusal as refusal:
            raise meaning(refusal, self._where) from refusal
        data = listed.get("data") if isinstance(listed, dict) else None
        found = [row for row in data or () if isinstance(row, dict) and row.get("id")]
        if not found:
            raise EngineUnavailable("serves no model", self._where, "start a model there")
        named = next((row for row in found if model in _names(row)), None)
        if model and named is None:
            served = ", ".join(str(row["id"]) for row in found[:3])
            raise EngineUnavailable(f"does not serve {model}", self._where, f"it serves {served}")
        return named or found[0]


def _names(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What a served model may be called: its id, where it came from, the last part of that."""
    root = str(row.get("root") or "")
    return str(row["id"]), root, root.rpartition("/")[2]
