"""Asking one model for many stories: side by side, with seeds that are the same every time."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from broadcaster.errors import EngineFailed, PromptTooLong
from broadcaster.writing.answer import read_answer
from broadcaster.writing.replying import Usage
from broadcaster.writing.schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from broadcaster.writing.answer import Said
    from broadcaster.writing.replying import Model, Reply

    Found = TypeVar("Found")

ATTEMPTS: Final = 3
AT_ONCE: Final = 8
_FREE: Final = Usage()
_WARMING: Final = 300.0
"""Seconds the others wait for the first piece of the first reply, at most."""


def seed_of(show_id: str, day: str, segment: int, attempt: int, *more: object) -> int:
    """The same show, day, segment and attempt always ask with the same seed."""
    named = "\0".join(map(str, (show_id, day, segment, attempt, *more)))
    return int.from_bytes(hashlib.sha256(named.encode()).digest()[:4], "big") >> 1


class Asker:
    """A model that several stories ask at once.

    The first reply is let ahead until it begins to come: by then the server holds the beginning
    that all prompts share, and the others find it in its prefix cache.
    """

    def __init__(self, model: Model, at_once: int = AT_ONCE) -> None:
        self.model = model
        self._turns = threading.BoundedSemaphore(at_once)
        self._first = threading.Lock()
        self._warm = threading.Event()

    def text(
        self, messages: Sequence[Mapping[str, str]], seed: int, most_tokens: int
    ) -> tuple[str, Usage]:
        """The whole reply and what it cost. EngineError where it does not end whole."""
        leads = self._first.acquire(blocking=False)
        if not leads:
            self._warm.wait(_WARMING)
        with self._turns:
            reply = self.model.reply(messages, SCHEMA, seed, most_tokens)
            try:
                whole = "".join(self._pieces(reply))
            finally:
                self._warm.set()
        return whole, reply.usage or Usage()

    def _pieces(self, reply: Reply) -> Iterator[str]:
        for piece in reply:
            self._warm.set()
            yield piece


@dataclass(frozen=True, slots=True)
class Asking:
    """One request as it went. text: what came; fault: why it was no good, or empty."""

    seed: int
    text: str = ""
    fault: str = ""
    usage: Usage = _FREE


class Interview:
    """The requests about one thing: a story, or a part of a long article.

    seeds: how the seed of the n-th request is made. asked: the requests so far.
    """

    def __init__(self, asker: Asker, seeds: Callable[[int], int]) -> None:
        self.asked: list[Asking] = []
        self._asker = asker
        self._seeds = seeds

    def answered(
        self,
        messages: Callable[[int], Sequence[Mapping[str, str]]],
        most_tokens: int,
        judge: Callable[[tuple[Said, ...]], Found],
        attempts: int = ATTEMPTS,
    ) -> Found:
        """What `judge` makes of the first answer it finds good (it raises EngineFailed otherwise).

        messages: for the n-th attempt, from 0. EngineUnavailable and PromptTooLong at once;
        EngineFailed when no attempt was good.
        """
        failure: EngineFailed | None = None
        for attempt in range(attempts):
            try:
                return self._once(messages(attempt), most_tokens, judge)
            except PromptTooLong:
                raise
            except EngineFailed as error:
                failure = error
        assert failure is not None, "at least one attempt"
        raise failure

    def _once(
        self,
        messages: Sequence[Mapping[str, str]],
        most_tokens: int,
        judge: Callable[[tuple[Said, ...]], Found],
    ) -> Found:
        seed, text, usage = self._seeds(len(self.asked)), "", _FREE
        try:
            text, usage = self._asker.text(messages, seed, most_tokens)
            found = judge(read_answer(text, self._asker.model.name))
        except EngineFailed as error:
            self.asked.append(Asking(seed, text, error.what, usage))
            raise
        self.asked.append(Asking(seed, text, usage=usage))
        return found
