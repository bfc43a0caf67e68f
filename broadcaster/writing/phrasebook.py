"""What the host says around the news: the card's lines, drawn so that none wears out.

A key with one line never changes. Of several lines the draw starts at a place given by show,
date and key, and passes over what was said in the six shows before; what one show says several
times under one key (an outlet a story) takes the draw's first, second, third line. A card that
lacks a key gets the neutral line, recast to its register.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from broadcaster.errors import CardError
from broadcaster.nouns import Line, Source
from broadcaster.writing.neutral import FRAGMENTS, NEUTRAL
from broadcaster.writing.recast import recast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Script
    from broadcaster.programme import Character

MEMORY: Final = 6
"""How many earlier shows a line may not come from."""

_SLOT: Final = re.compile(r"\{([a-z_]+)\}")
_CLOSED: Final = ("。", "！", "？", "!", "?", "♪", "…")


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The lines of one character for one show of one day."""

    character: Character
    show_id: str
    day: str
    earlier: Sequence[Script] = field(default=())

    def line(
        self, key: str, *, nth: int = 0, pause: float = 0.55, weight: float = 1.0, **slots: str
    ) -> Line | None:
        """A line of that key with its slots filled; None where there is nothing to say.

        nth: 0 for the first line of this key in the show, 1 for the second.
        """
        text = closed(self.text(key, nth=nth, **slots))
        if not text:
            return None
        return Line(text, self.character.name, "talk", pause, 0.0, weight, Source(card=key))

    def text(self, key: str, *, nth: int = 0, **slots: str) -> str:
        """The drawn line, filled; CardError where it has a slot nobody fills."""
        variants = self.character.phrases(key)
        if variants:
            drawn = self.in_order(key, variants)
            return _filled(drawn[nth % len(drawn)], slots, key)
        neutral = NEUTRAL.get(key, "")
        template = neutral if key in FRAGMENTS else recast(neutral, self.character)
        return _filled(template, slots, key)

    def in_order(self, key: str, variants: Sequence[str]) -> tuple[str, ...]:
        """The variants in the order in which today would say them, the least worn first."""
        ring = self.shuffled(key, variants)
        worn = self._worn(key, variants)
        return tuple(sorted(ring, key=lambda variant: worn.get(variant, 0)))

    def fresh(self, key: str, variants: Sequence[str]) -> tuple[str, ...]:
        """The variants that were not heard in the six shows before, in today's order."""
        worn = self._worn(key, variants)
        return tuple(one for one in self.shuffled(key, variants) if one not in worn)

    def shuffled(self, key: str, variants: Sequence[str]) -> tuple[str, ...]:
        """The variants turned to the place where show, day and key begin."""
        seed = hashlib.sha256("\0".join((self.show_id, self.day, key)).encode()).digest()
        first = int.from_bytes(seed[:8], "big") % len(variants) if variants else 0
        return (*variants[first:], *variants[:first])

    def _worn(self, key: str, variants: Sequence[str]) -> dict[str, int]:
        """Which variants were heard lately; the more recent, the higher."""
        heard: dict[str, int] = {}
        for at, script in enumerate(list(self.earlier)[-MEMORY:], start=1):
            for segment in script.segments:
                for line in segment.lines:
                    if line.source.card == key:
                        heard[_template_of(line.text, variants)] = at
        return heard


def closed(text: str) -> str:
    """The text with the mark that ends a written sentence: 。 where the card has none."""
    return text if not text or text.endswith(_CLOSED) else text + "。"


def fixed_text(template: str) -> str:
    """What of a template is always the same, its slots left open: two alike are one line.

    Its mark and copula are not part of it, since either may be said or left out (体言止め).
    """
    return _SLOT.sub("□", _without_copula(template))


def _without_copula(text: str) -> str:
    return text.rstrip("。").removesuffix("なのだ").removesuffix("です")


def _filled(template: str, slots: dict[str, str], key: str) -> str:
    """One pass over the template: what is filled in is never looked at again."""

    def value(slot: re.Match[str]) -> str:
        if slot[1] not in slots:
            known = ", ".join(sorted(slots)) or "none"
            raise CardError(f"no value for {slot[0]}", f"lines.{key}", f"slots here: {known}")
        return slots[slot[1]]

    return _SLOT.sub(value, template)


def _template_of(text: str, variants: Sequence[str]) -> str:
    """The variant a spoken line was made from: of those that match, the one that says most."""
    matching = [variant for variant in variants if _came_from(text, variant)]
    return max(matching, key=lambda variant: len(fixed_text(variant)), default="")


def _came_from(text: str, template: str) -> bool:
    """Whether a spoken line is this template with something in its slots."""
    said, pieces = _without_copula(text), _SLOT.split(_without_copula(template))[::2]
    if not said.startswith(pieces[0]) or not said.endswith(pieces[-1]):
        return False
    at = 0
    for piece in pieces:
        at = said.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return at == len(said) or len(pieces) > 1
