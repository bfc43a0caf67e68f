"""The forms of Japanese verbs and adjectives, made from the one form that stands in a text.

Built on the surface and the conjugation class, never on the analyser's dictionary form, which
swaps できる and いただく for する. School grammar's names are kept where English has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

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
_TO_BE: Final = ("ある", "有る", "在る")
_GOOD: Final = ("いい", "かっこいい", "格好いい", "気持ちいい")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in the forms a predicate needs. root: the 連用形, what stands before ます."""

    dictionary: str
    root: str
    past: str
    negative: str

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


_SURU: Final = Verb("する", "し", "した", "しない")
_PLAINER: Final = {
    "おる": Verb("いる", "い", "いた", "いない"),
    "ござる": Verb("ある", "あり", "あった", "ない"),
    "致す": _SURU,
    "いたす": _SURU,
}
"""Humble and courtly verbs that a friend would never say, and what he says instead."""


def verb(word: Word) -> Verb | None:
    """The verb this word is a form of, or None where the class is unknown.

    The て of 見てます is the verb 〜てる, its い swallowed.
    """
    kind = word.ctype
    if word.pos1 == "接続助詞" and word.surface in ("て", "で"):
        return Verb(*(word.surface + end for end in ("る", "", "た", "ない")))
    if kind.startswith("五段") and kind[3:4] in _ROWS:
        made = _five_grade(word)
    elif kind.startswith("一段"):
        made = _one_grade(word)
    elif kind.startswith("サ変"):
        made = _suru(word)
    elif kind.startswith("カ変"):
        made = _kuru(word)
    else:
        return None
    return _PLAINER.get(made.dictionary, made)


def _five_grade(word: Word) -> Verb:
    row, stem = word.ctype[3], _without_u(word)[:-1]
    a, i, u = (_ROWS[row][at] for at in range(3))
    dictionary = stem + u
    past = stem + _PAST[row]
    if "促音便" in word.ctype:
        past = stem + "った"
    elif "ウ音便" in word.ctype:
        past = stem + "うた"
    root = stem + ("い" if "特殊" in word.ctype else i)
    return Verb(dictionary, root, past, "ない" if dictionary in _TO_BE else f"{stem}{a}ない")


def _one_grade(word: Word) -> Verb:
    bare = word.cform in ("連用形", "未然形", "連用タ接続") or word.cform == "命令ｅ"
    stem = word.surface if bare else _without_u(word)[:-1]
    return Verb(stem + "る", stem, stem + "た", stem + "ない")


def _without_u(word: Word) -> str:
    """The analyser counts the う of 始めよう and 行こう as part of the verb."""
    return word.surface.removesuffix("う") if word.cform == "未然ウ接続" else word.surface


def _suru(word: Word) -> Verb:
    if word.ctype == "サ変・スル":
        return _SURU
    root = word.base[:-2] + ("じ" if word.base.endswith("ずる") else "し")
    return Verb(word.base, root, root + "た", root + "ない")


def _kuru(word: Word) -> Verb:
    if "来" in word.surface:
        return Verb("来る", "来", "来た", "来ない")
    return Verb("くる", "き", "きた", "こない")


def adjective(word: Word) -> Adjective | None:
    """The adjective this word is a form of, or None where it is none."""
    if not (word.ctype.startswith("形容詞") or word.ctype in ("特殊・ナイ", "特殊・タイ")):
        return None
    drop = {"基本形": 1, "連用タ接続": 2, "連用テ接続": 1}.get(word.cform)
    if drop is None:
        return None
    stem = word.surface[:-drop]
    if word.surface in _GOOD:
        return Adjective(word.surface, word.surface[:-2] + "よかった")
    return Adjective(stem + "い", stem + "かった")
