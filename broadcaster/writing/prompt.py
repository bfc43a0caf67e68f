"""What the model is asked: a fixed beginning that every segment shares, then the article as data.

The fixed part comes first so that a server's prefix cache serves it; the article comes last. Every
sentence of ours stands in a file: the package's (`prompts/`) or, under the same name, the card's.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from broadcaster.cards import read_prompt
from broadcaster.errors import CardError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.programme import Character, Prompt, Show

    Message = dict[str, str]

SYSTEM, SEGMENT, AGAIN, MORE, DIGEST = "system", "segment", "again", "more", "digest"
PERSONA, STYLE, EXAMPLES = "persona", "style", "examples"
NAMES: Final = (SYSTEM, SEGMENT, AGAIN, MORE, DIGEST, PERSONA, STYLE, EXAMPLES)
"""Every prompt a card may bring itself."""

_BY_REGISTER: Final = (STYLE, EXAMPLES)
_SLOT: Final = re.compile(r"\{\{(\w{1,40})\}\}")


@dataclass(frozen=True)
class Prompts:
    """The prompts of one show and its host. CardError where a file of the card fits nowhere."""

    show: Show
    character: Character

    @cached_property
    def files(self) -> tuple[Prompt, ...]:
        """The files in use, in order of name: the card's own before the package's."""
        own = {prompt.name: prompt for prompt in self.character.prompts}
        for name in own:
            if name not in NAMES:
                near = difflib.get_close_matches(name, NAMES, n=1)
                hint = f"did you mean {near[0]}.md?" if near else f"known: {', '.join(NAMES)}"
                raise CardError("fits nowhere", f"prompts/{name}.md of {self.character.id}", hint)
        return tuple(own.get(name) or self._shipped(name) for name in sorted(NAMES))

    @cached_property
    def system(self) -> Message:
        """Persona, rules and examples: the same for every segment of a show."""
        host = self.character
        told = self._filled(
            SYSTEM,
            title=self.show.title,
            name=host.name,
            first_person=host.first_person or host.name,
            persona=self._filled(PERSONA, character=host.persona or "落ち着いていて、正確"),
            style=self._text(STYLE),
            endings=_endings(host),
            topics=_topics(host),
            examples=self._text(EXAMPLES),
        )
        return {"role": "system", "content": told}

    def asking(self, name: str, **slots: str) -> list[Message]:
        """The messages that ask for something about an article; `name` is segment or digest."""
        return [self.system, {"role": "user", "content": self._filled(name, **slots)}]

    def once_more(self, asked: Sequence[Message], name: str, **slots: str) -> list[Message]:
        """The same with a word more at its end, so that the cached prefix still serves."""
        *before, last = asked
        told = f"{last['content']}\n\n{self._filled(name, **slots)}"
        return [*before, {"role": "user", "content": told}]

    def _text(self, name: str) -> str:
        return next(prompt.text for prompt in self.files if prompt.name.split("-")[0] == name)

    def _filled(self, prompt: str, /, **slots: str) -> str:
        """One pass over the prompt: what is filled in is never looked at again."""

        def value(slot: re.Match[str]) -> str:
            if slot[1] not in slots:
                known = ", ".join(sorted(slots)) or "none"
                raise CardError(
                    f"no value for {slot[0]}", f"prompts/{prompt}.md", f"slots: {known}"
                )
            return slots[slot[1]]

        return re.sub(r"\n{3,}", "\n\n", _SLOT.sub(value, self._text(prompt)))

    def _shipped(self, name: str) -> Prompt:
        register = self.character.register
        return _shipped(f"{name}-{register}" if name in _BY_REGISTER else name)


@lru_cache(maxsize=32)
def _shipped(name: str) -> Prompt:
    place = resources.files("broadcaster.writing") / "prompts" / f"{name}.md"
    return read_prompt(place.read_bytes(), name, f"prompts/{name}.md")


def _endings(host: Character) -> str:
    """The card's mix of endings in words: 「のだ」63% …"""
    mix = "、".join(f"「{name}」{share:.0%}" for name, share in host.endings.mix if share)
    banned = "".join(f"「{tail}」" for tail in host.endings.banned)
    rows = [f"- 文の終わりの割合の目安: {mix}。"] if mix else []
    rows += [f"- 使わない終わり方: {banned}。"] if banned else []
    return "\n".join(rows)


def _topics(host: Character) -> str:
    refused = "、".join(host.refuse_topics)
    return f"13. 次のことには加わらない: {refused}。" if refused else ""
