"""How a predicate is said in each register: のだ for a character, です・ます for a newsreader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from broadcaster.writing.conjugation import Adjective, Verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcaster.writing.predicate import Predicate

CONTRASTS: Final = ("が", "けど", "けれど", "けれども")
"""Particles that may close a sentence and soften it: 高いのだが。"""

_KEPT: Final = ("ね", "よね", "なあ", "な")
_PRESUMING: Final = ("かな", "かしら")


class Say(Protocol):
    """Says a predicate with the particle that followed it; '' where there was none."""

    def __call__(self, found: Predicate, particle: str) -> str: ...


def plain(found: Predicate) -> str:
    """The predicate as a dictionary would give it: 読んだ, 高い, 静かだ, 始まるだろう."""
    if found.mood == "presume":
        stem = _nominal_stem(found, "だった", "") if found.head is None else _inflected(found)
        return stem + "だろう"
    if found.head is None:
        return _nominal_stem(found, "だった", "だ")
    return _inflected(found)


def _nominal_stem(found: Predicate, past: str, present: str) -> str:
    return ("の" if found.explained else "") + (past if found.past else present)


def _inflected(found: Predicate) -> str:
    head = found.head
    if isinstance(head, Adjective):
        return head.past if found.past else head.dictionary
    if not isinstance(head, Verb):
        return ""
    if found.negative:
        return head.negative_past if found.past else head.negative
    return head.past if found.past else head.dictionary


# ── のだ ─────────────────────────────────────────────────────────────────────────────────


def noda(found: Predicate, particle: str) -> str:
    """As ずんだもん says it. His question is のだ？; は-だろう and かな stay without のだ."""
    if particle in _PRESUMING:
        return _before_kana(found) + particle
    if found.mood == "presume":
        return plain(found) + (particle if particle in ("か", "ね", "よね", *CONTRASTS) else "")
    if particle in _KEPT and not found.explained and found.mood == "plain":
        return plain(found) + particle
    return _explained(found) + (particle if particle in CONTRASTS else "")


def _before_kana(found: Predicate) -> str:
    return _nominal_stem(found, "だった", "") if found.head is None else _inflected(found)


def _explained(found: Predicate) -> str:
    if found.explained:
        return plain(found)
    if found.head is None:
        return "だったのだ" if found.past else "なのだ"
    return _inflected(found) + "のだ"


# ── です・ます ───────────────────────────────────────────────────────────────────────────


def polite(found: Predicate, particle: str) -> str:
    """As a newsreader says it; 体言止め stays as it is."""
    if found.bare and not particle:
        return ""
    return _polite(found) + particle


def _polite(found: Predicate) -> str:
    head = found.head
    if isinstance(head, Verb):
        return _polite_verb(head, found)
    if isinstance(head, Adjective):
        return _polite_adjective(head, found)
    stem = "の" if found.explained else ""
    if found.mood == "presume":
        return stem + ("だったでしょう" if found.past else "でしょう")
    return stem + ("でした" if found.past else "です")


def _polite_verb(head: Verb, found: Predicate) -> str:
    if found.mood == "presume":
        return _inflected(found) + "でしょう"
    if found.mood == "invite":
        return head.root + "ましょう"
    if found.mood == "order":
        return head.te + "ください"
    if found.negative:
        return head.root + ("ませんでした" if found.past else "ません")
    return head.root + ("ました" if found.past else "ます")


def _polite_adjective(head: Adjective, found: Predicate) -> str:
    if found.mood == "presume":
        return _inflected(found) + "でしょう"
    if head.dictionary == "ない":
        return "ありませんでした" if found.past else "ありません"
    return _inflected(found) + "です"


SAY: Final[dict[str, Callable[[Predicate, str], str]]] = {"noda": noda, "polite": polite}
"""Name of a register on the card, and how it says a predicate."""
