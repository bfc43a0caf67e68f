"""The forms of Japanese verbs and adjectives, made from the one form that stands in a text.

Built on the surface and the conjugation class, never on the analyser's dictionary form, which
swaps できる and いただく for する. School grammar's names are kept where English has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words as analyse

if TYPE_CHECKING:
    from broadcaster.japanese import Word

_ROWS: Final = {
    "カ": "かきくけこ", "ガ": "がぎぐげご", "サ": "さしすせそ", "タ": "たちつてと",
    "ナ": "なにぬねの",
    "バ": "ばびぶべぼ", "マ": "まみむめも", "ラ": "らりるれろ", "ワ": "わいうえお",
}  # fmt: skip
_PAST: Final = {
    "カ": "いた", "ガ": "いだ", "サ": "した", "タ": "った", "ナ": "んだ",
    "バ": "んだ", "マ": "んだ", "ラ": "った", "ワ": "った",
}  # fmt: skip
_ENDS_IN_E: Final = tuple(row[3] for row in _ROWS.values() if row[3] != "せ")
_TO_BE: Final = ("ある", "有る", "在る")
_U_SOUND: Final = ("問う", "請う", "乞う", "恋う")
_HONORIFIC: Final = ("おっしゃる", "いらっしゃる", "くださる", "下さる", "なさる", "ござる")
_GOOD: Final = ("いい", "かっこいい", "格好いい", "気持ちいい")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in the forms a predicate needs. root: the 連用形, what stands before ます."""

    dictionary: str
    root: str
    past: str
    negative: str
    volitional: str = ""

    @property
    def te(self) -> str:
        """The て form: 読んで, 見て."""
        return self.past[:-1] + ("で" if self.past.endswith("だ") else "て")

    @property
    def negative_past(self) -> str:
        """読まなかった."""
        return self.negative[:-1] + "かった"


@dataclass(frozen=True, slots=True)
class Adjective:
    """A word that conjugates like 高い; ない, たい and らしい among them."""

    dictionary: str
    past: str


_SURU: Final = Verb("する", "し", "した", "しない", "しよう")
_PLAINER: Final = {
    "おる": Verb("いる", "い", "いた", "いない", "いよう"),
    "ござる": Verb("ある", "あり", "あった", "ない", "あろう"),
}
"""Humble and courtly verbs that a friend would never say, and what he says instead."""


def verb(word: Word) -> Verb | None:
    """The verb this word is a form of, or None where the class is unknown.

    The て of 見てます is the verb 〜てる, its い swallowed.
    """
    kind = word.ctype
    if word.pos1 == "接続助詞" and word.surface in ("て", "で"):
        return Verb(*(word.surface + end for end in ("る", "", "た", "ない", "よう")))
    if kind.startswith("五段") and kind[3:4] in _ROWS:
        made = _of_one_sound(word) or _five_grade(word)
    elif kind.startswith("一段"):
        made = _one_grade(word)
    elif kind.startswith("サ変"):
        made = _suru(word)
    elif kind.startswith("カ変"):
        made = _kuru(word)
    else:
        return None
    return _plainer(made)


def _plainer(made: Verb) -> Verb:
    """おかけいたす is one word to the analyser, so it is told by its end."""
    for humble in ("いたす", "致す"):
        before = made.dictionary.removesuffix(humble)
        if before != made.dictionary:
            return Verb(*(before + form for form in ("する", "し", "した", "しない", "しよう")))
    return _PLAINER.get(made.dictionary, made)


def _five_grade(word: Word) -> Verb:
    row, stem = word.ctype[3], _without_u(word)[:-1]
    a, i, u, _, o = (stem + kana for kana in _ROWS[row])
    past = stem + _PAST[row]
    if u in _U_SOUND or "ウ音便" in word.ctype:
        past = u + "た"
    elif "促音便" in word.ctype:
        past = stem + "った"
    root = stem + "い" if u in _HONORIFIC else i
    return Verb(u, root, past, "ない" if u in _TO_BE else a + "ない", o + "う")


def _of_one_sound(word: Word) -> Verb | None:
    """達します as a form of 達する, where the analyser takes it for 達す.

    One character with a Chinese reading and する. The negative is 達しない after ッ, ン and a
    long vowel, and 訳さない after any other sound (NHK's usage).
    """
    stem, sound = word.surface[:-1], word.pronunciation[:-1]
    if len(stem) != 1 or word.ctype[3] != "サ" or _suru_verb(stem + "する") != sound + "スル":
        return None
    keeps = sound[-1:] in ("ッ", "ン", "ー")
    negative = stem + ("しない" if keeps else "さない")
    return Verb(stem + "する", stem + "し", stem + "した", negative, stem + "そう")


@lru_cache(maxsize=256)
def _suru_verb(dictionary: str) -> str:
    """How the analyser says this verb; empty where it knows no such verb."""
    first = analyse(dictionary)[0]
    known = first.surface == dictionary and first.ctype.startswith("サ変")
    return first.pronunciation if known else ""


def _one_grade(word: Word) -> Verb:
    bare = word.cform in ("連用形", "未然形", "連用タ接続") or word.cform == "命令ｅ"
    return _plain_stem(word.surface if bare else _without_u(word)[:-1])


def _plain_stem(stem: str) -> Verb:
    return Verb(stem + "る", stem, stem + "た", stem + "ない", stem + "よう")


def _without_u(word: Word) -> str:
    """The analyser counts the う of 始めよう and 行こう as part of the verb."""
    return word.surface.removesuffix("う") if word.cform == "未然ウ接続" else word.surface


def _suru(word: Word) -> Verb:
    if word.ctype == "サ変・スル":
        return _plain_stem(word.surface) if word.surface[-1] in _ENDS_IN_E else _SURU
    if word.base.endswith("ずる"):
        return _plain_stem(word.base[:-2] + "じ")
    stem = word.base[:-2]
    return Verb(word.base, stem + "し", stem + "した", stem + "しない", stem + "しよう")


def _kuru(word: Word) -> Verb:
    """来る and くる, with what is grown onto them: やって来る."""
    before, written, _ = word.surface.partition("来")
    if written:
        come = before + "来"
        return Verb(come + "る", come, come + "た", come + "ない", come + "よう")
    before = word.surface.removesuffix("る").removesuffix("い")[:-1]
    return Verb(*(before + form for form in ("くる", "き", "きた", "こない", "こよう")))


def guessed(word: Word) -> Verb | None:
    """The verb before ます that the analyser takes for another word (及び, 暮れ), or None."""
    last = word.surface[-1]
    row = next((name for name, kana in _ROWS.items() if kana[1] == last), "")
    for dictionary in (word.surface + "る", word.surface[:-1] + _ROWS[row][2] if row else ""):
        first = analyse(dictionary)[0] if dictionary else None
        if first and first.surface == dictionary and first.pos == "動詞":
            return verb(first)
    return None


def adjective(word: Word) -> Adjective | None:
    """The adjective this word is a form of, or None where it is none."""
    if word.pos != "形容詞" and word.ctype not in ("形容詞・イ段", "特殊・ナイ", "特殊・タイ"):
        return None
    drop = {"基本形": 1, "連用タ接続": 2, "連用テ接続": 1}.get(word.cform)
    if drop is None:
        return None
    stem = word.surface[:-drop]
    if word.surface in _GOOD:
        return Adjective(word.surface, word.surface[:-2] + "よかった")
    return Adjective(stem + "い", stem + "かった")
