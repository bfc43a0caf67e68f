"""The writer that asks a model: one reply a segment, judged, and asked for once more if bad."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final, Protocol

from broadcaster.errors import EngineFailed
from broadcaster.nouns import Line, Source
from broadcaster.writing.answer import read_answer
from broadcaster.writing.prompt import SCHEMA, messages, system_prompt
from broadcaster.writing.recast import recast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from broadcaster.nouns import Plan
    from broadcaster.programme import Character, Show

ATTEMPTS: Final = 2
_KEPT_FOR_REPLY: Final = 1500
_TASK: Final = 300


class Model(Protocol):
    """Anything that answers: name, context in tokens, and a reply that streams."""

    name: str
    context: int

    def count(self, messages: Sequence[Mapping[str, str]]) -> int:
        """Tokens the messages take, or a bound from above."""
        ...

    def reply(
        self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any], seed: int
    ) -> Iterator[str]:
        """The reply in pieces; EngineError where it does not end whole."""
        ...


class Prompted:
    """Fills a story with what a model makes of the article."""

    def __init__(self, character: Character, model: Model, day: str) -> None:
        self._character = character
        self._model = model
        self._day = day
        self.name = model.name

    def write(self, plan: Plan, show: Show) -> Iterator[Line]:
        """The body of one story. EngineError where the model fails twice."""
        for text in self._answered(plan, show):
            spoken = recast(text, self._character)
            yield Line(spoken, self._character.name, source=Source(article=plan.article.id))

    def _answered(self, plan: Plan, show: Show) -> tuple[str, ...]:
        room = self._room(show)
        asked = messages(plan, show, self._character, room)
        for attempt in range(ATTEMPTS):
            seed = seed_of(show.id, self._day, plan.ordinal, attempt)
            try:
                return read_answer("".join(self._model.reply(asked, SCHEMA, seed)), self.name)
            except EngineFailed as error:
                failure = error
        raise failure

    def _room(self, show: Show) -> int:
        """Characters of article that fit beside rules and reply; a token is never less than one."""
        fixed = self._model.count([{"content": system_prompt(show, self._character)}])
        return max(200, self._model.context - fixed - _KEPT_FOR_REPLY - _TASK)


def seed_of(show_id: str, day: str, segment: int, attempt: int) -> int:
    """The same show, day, segment and attempt always ask with the same seed."""
    named = "\0".join((show_id, day, str(segment), str(attempt)))
    return int.from_bytes(hashlib.sha256(named.encode()).digest()[:4], "big") >> 1
