"""How a sentence closes in a register: from where it changes, and what is said there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.particles import ASKS, HEARSAY, without_particle
from broadcaster.writing.predicate import predicate
from broadcaster.writing.registers import DOUBT, SAY, in_register, set_phrase
from broadcaster.writing.requests import request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word
    from broadcaster.writing.predicate import Predicate

_TRAILS_OFF: Final = ("…", "...", "・・・")
_WORDS_THAT_ASK: Final = (
    "何", "なに", "なん", "何人", "誰", "だれ", "どなた", "どこ", "いつ", "いくら", "いくつ",
    "どれ", "どちら", "どう", "どんな", "どの", "なぜ", "どうして", "なんで", "いかが",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closing:
    """text[start:] becomes said. asks: か went with it, so the sentence needs its ？."""

    start: int
    said: str
    asks: bool = False


def closing(words: Sequence[Word], text: str, tail: str, register: str) -> Closing | None:
    """How the register closes this sentence; None where it stays as it is.

    words: the text's words, mended. tail: the marks that follow the text.
    """
    phrase = set_phrase(text, register)
    if phrase is not None:
        return Closing(0, phrase)
    if not words or in_register(text, register):
        return None
    core, particle = without_particle(words)
    asked = request(core, particle, register)
    if asked is not None:
        return Closing(*asked)
    clause = predicate(core)
    if clause is None or _stays(clause, core, particle, tail):
        return None
    particle = _heard(particle, clause, core, tail, register)
    said = SAY[register](clause, particle)
    return Closing(clause.start, said, particle in ASKS and not said.endswith("か"))


def _stays(clause: Predicate, core: Sequence[Word], particle: str, tail: str) -> bool:
    """Whether the closing is left alone: んだって, まさか…, 安いからね, and a headline's か."""
    if particle == HEARSAY:
        return not clause.polite
    if not clause.bare:
        return False
    if particle == "か":
        return not _is_marked(tail) and not any(word.surface in _WORDS_THAT_ASK for word in core)
    return tail.startswith(_TRAILS_OFF) or (particle != "" and core[-1].pos1 == "接続助詞")


def _heard(particle: str, clause: Predicate, core: Sequence[Word], tail: str, register: str) -> str:
    """The particle as it is meant: か may ask nothing, and ？ may ask without it."""
    if particle == "か" and _is_rhetorical(clause, core, tail):
        return DOUBT
    if particle == "" and register == "polite" and _is_marked(tail):
        return "か"
    return particle


def _is_rhetorical(clause: Predicate, core: Sequence[Word], tail: str) -> bool:
    """いいではないか and 動くのではないか？ say that it is so, and ask nothing."""
    before = "".join(word.surface for word in core[-6:] if word.start < clause.start)
    if clause.mood != "plain":
        return False
    if _is_marked(tail):
        return before.endswith(("のでは", "んでは", "のじゃ", "んじゃ"))
    return before.endswith(("では", "じゃ"))


def _is_marked(tail: str) -> bool:
    return "？" in tail or "?" in tail
