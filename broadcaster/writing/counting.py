"""How many tokens a prompt takes, by the server's own tokenizer and chat template."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Final

from broadcaster.writing.refusals import is_overflow
from broadcaster.writing.wire import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from broadcaster.writing.wire import Wire

    Messages = Sequence[Mapping[str, str]]

_CHARS_A_TOKEN: Final = 1.0
"""Old SentencePiece Mistrals need 0.96 tokens for a Japanese character; never fewer than this."""

_REMEMBERED: Final = 64


class Counter:
    """Counts by the server's own tokenizer and template, each prompt once.

    Where the template knows no system role (the first Mistrals), the system's words go before
    the user's first ones. Servers that cannot count are not asked again.
    """

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._known: dict[str, int] = {}
        self._lock = threading.Lock()
        self._can_count = True
        self._folds = False

    def shaped(self, messages: Messages) -> list[Mapping[str, str]]:
        """The messages in a shape that the template takes."""
        return folded(messages) if self._folds else list(messages)

    def count(self, model: str, messages: Messages) -> int:
        """Tokens of the prompt, exact where the server counts, else a bound from above."""
        asked = json.dumps(list(messages), ensure_ascii=False)
        with self._lock:
            if asked in self._known:
                return self._known[asked]
        counted = self._counted(model, messages)
        with self._lock:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[asked] = counted
        return counted

    def _counted(self, model: str, messages: Messages) -> int:
        if self._can_count:
            try:
                return self._by_the_server(model, messages)
            except Refusal:
                self._can_count = False
        return sum(8 + int(len(message["content"]) * _CHARS_A_TOKEN) for message in messages)

    def _by_the_server(self, model: str, messages: Messages) -> int:
        body = {"model": model, "messages": self.shaped(messages)}
        try:
            found = self._wire.post("/tokenize", body)
        except Refusal as refusal:
            if refusal.status != 400 or self._folds or len(messages) < 2 or is_overflow(refusal):
                raise
            self._folds = True
            try:
                return self._by_the_server(model, messages)
            except Refusal:
                self._folds = False
                raise
        count = found.get("count") if isinstance(found, dict) else None
        if not isinstance(count, int) or count < 1:
            raise Refusal(200, found if isinstance(found, dict) else {})
        return count


def folded(messages: Messages) -> list[Mapping[str, str]]:
    """The messages with the system's words before the user's first ones."""
    if len(messages) < 2 or messages[0].get("role") != "system":
        return list(messages)
    system, first, *rest = messages
    return [{**first, "content": f"{system['content']}\n\n{first['content']}"}, *rest]
