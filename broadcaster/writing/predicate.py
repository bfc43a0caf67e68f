"""The predicate at the end of a clause, found and taken apart.

What is taken apart is only the tail: everything before `start` stays as it was written. The
parts are those a register needs: what conjugates, negation, tense, mood, and whether the
clause is explained (のだ, のです, んです).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from broadcaster.writing.conjugation import Adjective, Verb, adjective, guessed, verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

Mood = Literal["plain", "presume", "invite", "order"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """text[start:end] is the tail that may be replaced.

    head: what conjugates; None for a noun, whose copula is the tail (empty in 体言止め).
    polite: whether です or ます stands there now. explained: の or ん stands before the copula.
    """

    start: int
    end: int
    head: Verb | Adjective | None = None
    negative: bool = False
    past: bool = False
    mood: Mood = "plain"
    polite: bool = False
    explained: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Ending:
    """A row of words that closes a predicate, and what it says about it."""

    words: tuple[str, ...]
    after: Literal["verb", "copula"]
    negative: bool = False
    past: bool = False
    mood: Mood = "plain"
    polite: bool = True


_ENDINGS: Final = (
    _Ending(("ませ", "ん", "でしょう"), "verb", negative=True, mood="presume"),
    _Ending(("ます", "でしょう"), "verb", mood="presume"),
    _Ending(("ませ", "ん", "でし", "た"), "verb", negative=True, past=True),
    _Ending(("ませ", "ん", "でし", "た", "でしょう"), "verb", True, True, "presume"),
    _Ending(("まし", "た", "でしょう"), "verb", past=True, mood="presume"),
    _Ending(("で", "ござい", "まし", "た"), "copula", past=True),
    _Ending(("で", "ござい", "ましょう"), "copula", mood="presume"),
    _Ending(("で", "あり", "まし", "た"), "copula", past=True),
    _Ending(("で", "ござい", "ます"), "copula"),
    _Ending(("で", "あり", "ます"), "copula"),
    _Ending(("で", "あっ", "た"), "copula", past=True, polite=False),
    _Ending(("で", "あろう"), "copula", mood="presume", polite=False),
    _Ending(("で", "ある"), "copula", polite=False),
    _Ending(("ませ", "ん"), "verb", negative=True),
    _Ending(("ましょう",), "verb", mood="invite"),
    _Ending(("まし", "た"), "verb", past=True),
    _Ending(("でし", "た"), "copula", past=True),
    _Ending(("でしょう",), "copula", mood="presume"),
    _Ending(("だっ", "た"), "copula", past=True, polite=False),
    _Ending(("だろう",), "copula", mood="presume", polite=False),
    _Ending(("でしょ",), "copula", mood="presume"),
    _Ending(("だろ",), "copula", mood="presume", polite=False),
    _Ending(("じゃん",), "copula", polite=False),
    _Ending(("ます",), "verb"),
    _Ending(("です",), "copula"),
    _Ending(("なさい",), "verb", mood="order"),
    _Ending(("だ",), "copula", polite=False),
    _Ending(("な",), "copula", polite=False),
)
_AS_NOUNS: Final = (
    "から", "まで", "だけ", "のみ", "ほど", "くらい", "ぐらい", "ばかり", "など", "ごと", "ずつ",
)  # fmt: skip
"""Particles that may stand before だ as a noun does: 9時からだ."""
_GREETING: Final = 4
"""Morae from which an interjection is a greeting (おはよう) and no はい or ああ."""
_CLOSING_CLASSES: Final = ("助動詞", "動詞", "助詞", "形容詞")


def predicate(words: Sequence[Word]) -> Predicate | None:
    """The predicate these words end in; None where they end in nothing that predicates."""
    if not words:
        return None
    ending = next((row for row in _ENDINGS if _closes(words, row)), None)
    if ending is None:
        return _finite(words) or _nominal(words)
    before, end = words[: -len(ending.words)], words[-1].end
    found = _of_verb(before) if ending.after == "verb" else _of_copula(before, words)
    if found is None:
        return None
    return replace(
        found,
        end=end,
        negative=found.negative or ending.negative,
        past=found.past or ending.past,
        mood=ending.mood if ending.mood != "plain" else found.mood,
        polite=ending.polite,
        bare=False,
    )


def _closes(words: Sequence[Word], ending: _Ending) -> bool:
    tail = words[-len(ending.words) :]
    return (
        tuple(word.surface for word in tail) == ending.words
        and all(word.pos in _CLOSING_CLASSES for word in tail)
        and (ending.words[0] not in ("だ", "な") or tail[0].ctype == "特殊・ダ")
    )


def _of_verb(before: Sequence[Word]) -> Predicate | None:
    head = (verb(before[-1]) or guessed(before[-1])) if before else None
    return Predicate(before[-1].start, before[-1].end, head) if head else None


def _of_copula(before: Sequence[Word], words: Sequence[Word]) -> Predicate:
    """What です or だ leans on: a finite word (高いです), の (高いのです) or a noun.

    A verb that だ or でした follows is a noun misread: からすだ is no form of 枯らす.
    """
    copula = words[len(before)]
    at = copula.start
    if not before:
        return Predicate(at, at)
    if _explains(before):
        return Predicate(before[-1].start, at, explained=True)
    if before[-1].pos == "動詞" and copula.surface in ("でし", "だ", "だっ", "で"):
        return Predicate(at, at)
    return _finite(before) or Predicate(at, at)


def _explains(words: Sequence[Word]) -> bool:
    """Whether the last の or ん turns the clause into an explanation, and is no pronoun."""
    last = words[-1]
    if last.surface not in ("の", "ん") or len(words) == 1:
        return False
    if last.pos != "名詞" and last.pos1 != "終助詞":
        return False
    return words[-2].ctype != "*" or words[-2].surface == "な"


def _finite(words: Sequence[Word]) -> Predicate | None:
    """A clause that is closed by a verb, an adjective or た as it stands in the dictionary."""
    last = words[-1]
    if last.ctype == "特殊・タ" and last.cform == "基本形":
        return _past(words)
    if last.pos == "動詞" and last.cform.startswith(("命令", "未然ウ")):
        mood: Mood = "order" if last.cform.startswith("命令") else "invite"
        return Predicate(last.start, last.end, verb(last), mood=mood)
    if last.cform != "基本形":
        return None
    if len(words) > 1 and _negates(last) and _is_negated(words[-2]):
        head = verb(words[-2])
        return Predicate(words[-2].start, last.end, head, negative=True) if head else None
    known = verb(last) or adjective(last)
    return Predicate(last.start, last.end, known) if known else None


def _negates(word: Word) -> bool:
    return word.surface == "ない" or (word.pos == "助動詞" and word.surface in ("ん", "ぬ"))


def _is_negated(word: Word) -> bool:
    """Whether ない behind this word negates it; 一段 has one stem for both its forms."""
    return word.cform.startswith("未然") or (word.ctype == "一段" and word.cform == "連用形")


def _past(words: Sequence[Word]) -> Predicate | None:
    """読んだ, 高かった, 読まなかった; だった is a copula and handled there."""
    if len(words) == 1:
        return None
    last, stem = words[-1], words[-2]
    if stem.surface == "なかっ" and len(words) > 2 and _is_negated(words[-3]):
        head = verb(words[-3])
        if head:
            return Predicate(words[-3].start, last.end, head, negative=True, past=True)
    known = verb(stem) or (guessed(stem) if stem.cform == "基本形" else adjective(stem))
    return Predicate(stem.start, last.end, known, past=True) if known else None


def _nominal(words: Sequence[Word]) -> Predicate | None:
    """体言止め: the clause ends in a noun, and nothing is said about it."""
    last = words[-1]
    if _explains(words):
        return Predicate(last.start, last.end, explained=True)
    return Predicate(last.end, last.end, bare=True) if _may_carry_da(last) else None


def _may_carry_da(last: Word) -> bool:
    """Whether だ may follow: a noun, an adverb, a quotation, まで; never に, ので or しかし."""
    if last.pos == "助詞":
        return last.surface in _AS_NOUNS
    if last.pos == "感動詞":
        return last.morae >= _GREETING
    if last.pos == "記号":
        return last.pos1 == "アルファベット" or last.surface[-1] in "」』”）)%％℃°+#"
    if last.pos == "助動詞":
        return last.surface == "べき"
    if last.pos == "形容詞":
        return last.surface == "なし"
    return last.pos in ("名詞", "副詞") or (last.pos == "動詞" and last.cform == "連用形")
