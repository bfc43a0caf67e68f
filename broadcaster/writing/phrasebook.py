"""What the host says around the news: the card's lines, drawn so that none wears out.

A key with one line never changes. Of several lines the draw starts at a place given by show,
date and key, and passes over what was said in the six shows before. A card that lacks a key
gets the neutral line below, recast to its register.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from broadcaster.errors import CardError
from broadcaster.nouns import Line, Source
from broadcaster.writing.recast import recast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Script
    from broadcaster.programme import Character

MEMORY: Final = 6
"""How many earlier shows a line may not come from."""

_SLOT: Final = re.compile(r"\{([a-z_]+)\}")
_NEUTRAL: Final = {
    "name": "{title}、{date}、{weekday}です。",
    "me": "",
    "rundown": "今日は{count}本。{headlines}です。",
    "older": "少し前の記事も入っていますので、日付に気をつけて聞いてください。",
    "disclosure.extractive": "原稿はプログラムがまとめて、声は合成音声です。",
    "disclosure.model": "原稿はAIが下書きして、声は合成音声です。",
    "hello": "",
    "borrowed": "",
    "first": "まず1本目、{topic}の話です。",
    "turn": "{n}本目は、{topic}の話です。",
    "same": "同じ{name}の話題を、もう1本続けます。",
    "second": "もう1本あります。{topic}の話です。",
    "last": "最後の{n}本目は、{topic}の話です。",
    "only": "今日の話題は、{topic}です。",
    "grave": "ここからは、落ち着いて伝えます。",
    "grave_turn": "{n}本目、{topic}についてです。",
    "grave_only": "今日の話題、{topic}についてです。",
    "outlet": "出典は、{publisher}です。",
    "dated": "これは、{date}の記事です。",
    "untold": "本文が日本語ではないので、今日は題名と出典だけ伝えます。",
    "title.plain": "題名は、「{title}」です。",
    "title.one_word": "題名は、「{title}」です。",
    "english_skill.long": "",
    "english_skill.short": "",
    "english_skill.payoff": "",
    "english_skill.payoff_once": "",
    "english_skill.other": "題名は、{language}です。",
    "english_skill.gist": "中身は、{topic}の話です。",
    "recap_item": "{n}本目は、{topic}",
    "recap": "{items}でした。",
    "recap_one": "今日は、{topic}の話でした。",
    "notes": "くわしい数字とリンクは、番組ノートにあります。",
    "next": "次の放送は、{next}です。",
    "again": "またお会いしましょう。",
    "sample": "これは見本の放送です。あなたの記事を入れると、本番になります。",
    "bye": "{title}、今日はここまでです。",
}


_FRAGMENTS: Final = ("recap_item",)
"""Keys whose line is part of another."""


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The lines of one character for one show of one day."""

    character: Character
    show_id: str
    day: str
    earlier: Sequence[Script] = field(default=())

    def line(
        self, key: str, *, pause: float = 0.55, weight: float = 1.0, **slots: str
    ) -> Line | None:
        """A line of that key with its slots filled; None where there is nothing to say."""
        text = self.text(key, **slots)
        if not text:
            return None
        return Line(text, self.character.name, "talk", pause, 0.0, weight, Source(card=key))

    def text(self, key: str, **slots: str) -> str:
        """The drawn line, filled; CardError where it has a slot nobody fills."""
        variants = self.character.phrases(key)
        if variants:
            return _filled(self._drawn(key, variants), slots, key)
        neutral = _NEUTRAL.get(key, "")
        template = neutral if key in _FRAGMENTS else recast(neutral, self.character)
        return _filled(template, slots, key)

    def _drawn(self, key: str, variants: Sequence[str]) -> str:
        seed = hashlib.sha256("\0".join((self.show_id, self.day, key)).encode()).digest()
        first = int.from_bytes(seed[:8], "big") % len(variants)
        ring = [*variants[first:], *variants[:first]]
        return min(ring, key=lambda variant: self._worn(key, variant))

    def _worn(self, key: str, variant: str) -> int:
        """0 for a line not heard lately; the more recent, the higher."""
        recent = list(self.earlier)[-MEMORY:]
        heard = [
            at
            for at, script in enumerate(recent, start=1)
            for segment in script.segments
            for line in segment.lines
            if line.source.card == key and _came_from(line.text, variant)
        ]
        return max(heard, default=0)


def _filled(template: str, slots: dict[str, str], key: str) -> str:
    """One pass over the template: what is filled in is never looked at again."""

    def value(slot: re.Match[str]) -> str:
        if slot[1] not in slots:
            known = ", ".join(sorted(slots)) or "none"
            raise CardError(f"no value for {slot[0]}", f"lines.{key}", f"slots here: {known}")
        return slots[slot[1]]

    return _SLOT.sub(value, template)


def _came_from(text: str, template: str) -> bool:
    """Whether a spoken line is this template with something in its slots."""
    pieces = _SLOT.split(template)[::2]
    if not text.startswith(pieces[0]) or not text.endswith(pieces[-1]):
        return False
    at = 0
    for piece in pieces:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True
