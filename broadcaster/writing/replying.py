"""What every model gives the writers: a reply in pieces, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

MOST_TOKENS = 1500
"""What a segment's reply may take, unless its writer says otherwise."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a reply cost: tokens asked (of them from the cache) and written; seconds.

    first: seconds to the first piece. seconds: of the whole reply.
    """

    prompt: int = 0
    cached: int = 0
    written: int = 0
    first: float = 0.0
    seconds: float = 0.0


class Reply:
    """Pieces of a reply, to be taken once; `usage` is there when the last one came."""

    def __init__(self, pieces: Generator[str, None, Usage]) -> None:
        self._pieces = pieces
        self.usage: Usage | None = None

    def __iter__(self) -> Iterator[str]:
        self.usage = yield from self._pieces

    def text(self) -> str:
        """The whole reply. EngineError where it does not end whole."""
        return "".join(self)


class Model(Protocol):
    """Anything that answers; used from several threads at once.

    name: as served. context: tokens it can hold. fingerprint: which build answers, known once
    it has answered; empty where it does not say. alone: it runs for this show alone, and takes
    from the machine what the voices need: close it before anybody speaks.
    """

    name: str
    context: int
    fingerprint: str
    alone: bool

    def count(self, messages: Sequence[Mapping[str, str]]) -> int:
        """Tokens the messages take: exact where the model can tell, else a bound from above."""
        ...

    def reply(
        self,
        messages: Sequence[Mapping[str, str]],
        schema: Mapping[str, Any],
        seed: int,
        most_tokens: int = MOST_TOKENS,
        temperature: float = 0.5,
    ) -> Reply:
        """The reply, bound to the schema.

        While it is taken: EngineUnavailable where asking again is useless, PromptTooLong where
        nothing was sent, EngineFailed where another seed may help.
        """
        ...

    def close(self) -> None:
        """Stop what was started for this model, if anything was."""
        ...
