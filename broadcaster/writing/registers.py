"""How a predicate is said in each register: のだ for a character, です・ます for a newsreader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from broadcaster.writing.conjugation import Adjective, Verb
from broadcaster.writing.particles import CONTRASTS, FRIENDLY, HEARSAY, KEPT, PRESUMING

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcaster.writing.predicate import Predicate

_AFTER_PRESUMING: Final = ("か", "ね", "よね", "な", "なあ", *CONTRASTS)

DOUBT: Final = "ではないか"
"""The particle of いいではないか, which is said as it stands."""

_BEFORE_NODA: Final = tuple("なただいるうくぐすつぬぶむ")

_SET_PHRASES: Final = (
    ("ありがとうございました", "ありがとうなのだ"), ("ありがとうございます", "ありがとうなのだ"),
    ("おはようございます", "おはようなのだ"), ("おめでとうございます", "おめでとうなのだ"),
    ("お疲れさまでした", "お疲れさまなのだ"), ("お疲れ様でした", "お疲れ様なのだ"),
    ("ごちそうさまでした", "ごちそうさまなのだ"), ("おやすみなさい", "おやすみなのだ"),
    ("すみませんでした", "すまなかったのだ"), ("すみません", "すまないのだ"),
    ("おかえりなさい", "おかえりなのだ"), ("お帰りなさい", "お帰りなのだ"),
    ("お休みなさい", "お休みなのだ"), ("恐れ入ります", "恐れ入るのだ"),
    ("ごめんなさい", "ごめんなのだ"), ("よろしくお願いします", "よろしくお願いするのだ"),
    ("そうですね", "そうだね"), ("そうですよね", "そうだよね"),
)  # fmt: skip


class Say(Protocol):
    """Says a predicate with the particle that followed it; '' where there was none."""

    def __call__(self, found: Predicate, particle: str) -> str: ...


def in_register(text: str, register: str) -> bool:
    """Whether the text ends on のだ behind a form that only のだ explains: 高いのだ, not ものだ."""
    return register == "noda" and text.endswith("のだ") and text[-3:-2] in _BEFORE_NODA


def set_phrase(text: str, register: str) -> str | None:
    """The text with the greeting it closes on as the register says it, or None."""
    if register != "noda":
        return None
    return next((text[: -len(old)] + new for old, new in _SET_PHRASES if text.endswith(old)), None)


def plain(found: Predicate) -> str:
    """The predicate as a dictionary would give it: 読んだ, 高い, 静かだ, 始まるだろう."""
    if found.mood == "presume":
        return _before_kana(found) + "だろう"
    if found.head is None:
        return _nominal_stem(found, "だった", "だ")
    return _inflected(found)


def _nominal_stem(found: Predicate, past: str, present: str) -> str:
    return ("の" if found.explained else "") + (past if found.past else present)


def _before_kana(found: Predicate) -> str:
    return _nominal_stem(found, "だった", "") if found.head is None else _inflected(found)


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
    """As ずんだもん says it. His question is のだ？; だろう and かな stay without のだ."""
    particle = FRIENDLY.get(particle, particle)
    if particle in PRESUMING:
        return _before_kana(found) + particle
    if found.mood == "presume":
        return plain(found) + (particle if particle in _AFTER_PRESUMING else "")
    if particle == DOUBT:
        return plain(found) + "か"
    if particle == HEARSAY and found.explained:
        return "んだって"
    if found.mood == "invite" and particle == "か" and isinstance(found.head, Verb):
        return found.head.volitional + "か"
    if particle in KEPT and not found.explained and found.mood == "plain":
        return plain(found) + particle
    return _explained(found) + (particle if particle in CONTRASTS else "")


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
    if particle == "の":
        return _polite_asking(found)
    return _polite(found) + ("か" if particle == DOUBT else particle)


def _polite_asking(found: Predicate) -> str:
    """行くの？ → 行くのですか？"""
    stem = _nominal_stem(found, "だった", "な") if found.head is None else _inflected(found)
    return stem + "のですか"


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
