"""The analyser's words with its habits undone: いい as 言う, 雨が降り as 降りる, ちゃ-い as two.

Each habit was met in a line that came out wrong. A mended word keeps its place in the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words as analyse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

_RAINS: Final = {"雨", "雪", "大雨", "大雪", "初雪", "小雨", "ひょう", "あられ", "霧雨", "豪雨"}
_ON_KATAKANA: Final = {"る": "基本形", "っ": "連用タ接続", "り": "連用形"}
_IN_POLITE_FORMS: Final = ("ます", "まし", "ましょう", "ませ")


def legible(text: str, name: str) -> str:
    """The text as long as before, the host's name in katakana where it stands in hiragana.

    The analyser hears はずんだ in ぼくはずんだもん.
    """
    spelled = "".join(chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char for char in name)
    return text.replace(name, spelled) if name else text


def mended(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, with those that the analyser habitually takes for others put right."""
    found: list[Word] = []
    rained = False
    for at, word in enumerate(words):
        before = found[-1] if found else None
        after = words[at + 1] if at + 1 < len(words) else None
        rained = rained or word.surface in _RAINS
        grown = _grown(before, word, after)
        if before is not None and grown is not None:
            found[-1] = grown
        elif word.surface == "降り":
            found.append(replace(word, ctype="五段・ラ行" if rained else "一段", cform="連用形"))
        else:
            found.extend(_cut(word) or [_put_right(before, word, after)])
    return tuple(found)


# ── two words that are one ───────────────────────────────────────────────────────────────


def _grown(before: Word | None, word: Word, after: Word | None) -> Word | None:
    """バズ-る, おっしゃ-い, ちゃ-い before ます, 夢み-たい (likeness, not a wish), ためらえ-る."""
    if before is None:
        return None
    if word.surface == "い" and before.surface == "おっしゃ":
        return _joined(before, word, "五段・ラ行特殊", "連用形")
    if word.surface == "い" and before.surface in ("ちゃ", "じゃ") and _said_politely(after):
        return _joined(before, word, "五段・ワ行促音便", "連用形")
    if word.surface == "たい" and before.surface == "夢み":
        return replace(before, surface="夢みたい", end=word.end, pos="名詞", ctype="*", cform="*")
    if before.pos == "名詞" and _is_katakana(before.surface) and word.surface in _ON_KATAKANA:
        return _on_katakana(before, word, after)
    if word.ctype == "文語・リ" and before.cform == "命令ｅ":
        return _joined(before, word, "一段", "基本形")
    return None


def _on_katakana(before: Word, word: Word, after: Word | None) -> Word | None:
    """バズ-る, バズ-っ-た, バズ-り-ます: slang makes a verb of a foreign word with る."""
    if word.surface == "っ" and not (after and after.surface in ("た", "て")):
        return None
    if word.surface == "り" and not _said_politely(after):
        return None
    return _joined(before, word, "五段・ラ行", _ON_KATAKANA[word.surface])


def _is_katakana(text: str) -> bool:
    return all("ァ" <= char <= "ー" for char in text)


def _said_politely(after: Word | None) -> bool:
    """Not in ません: 使っちゃいません may be 使ってはいません."""
    return after is not None and after.surface in _IN_POLITE_FORMS[:3]


def _joined(before: Word, word: Word, ctype: str, cform: str) -> Word:
    surface = before.surface + word.surface
    return replace(
        before, surface=surface, end=word.end, pos="動詞", pos1="自立", ctype=ctype, cform=cform
    )


# ── one word that is two ─────────────────────────────────────────────────────────────────


def _cut(word: Word) -> list[Word]:
    """だ-よ, そう-だ, (まあ)まあ-だ and 待っ-た; empty where the word is one."""
    if word.surface == "だよ" and word.ctype == "特殊・ダ":
        yo = replace(word, pos="助詞", pos1="終助詞", ctype="*", cform="*")
        return _halves(replace(word, base="だ"), yo)
    if word.surface in ("そうだ", "まあだ") and word.pos in ("名詞", "副詞"):
        da = replace(word, pos="助動詞", ctype="特殊・ダ", cform="基本形", base="だ")
        return _halves(word, da)
    if word.surface == "待った":
        wait = replace(word, pos="動詞", ctype="五段・タ行", cform="連用タ接続", base="待つ")
        return _halves(wait, replace(word, pos="助動詞", ctype="特殊・タ", cform="基本形"))
    return []


def _halves(first: Word, last: Word) -> list[Word]:
    """The word's last character cut off it."""
    cut = first.end - 1
    return [
        replace(first, surface=first.surface[:-1], end=cut),
        replace(last, surface=last.surface[-1], start=cut),
    ]


# ── a word taken for another ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Habit:
    """A surface that is taken for something (a pos, ctype or cform) which it is not.

    before, after: the surfaces it must stand between, "" for the edge of the sentence; any
    where empty. right: pos, ctype and cform as they should be.
    """

    surface: str
    taken: str
    right: tuple[str, str, str]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


_GO: Final = ("動詞", "五段・カ行促音便", "連用形")
_GOOD: Final = ("形容詞", "形容詞・イイ", "基本形")
_ALONE: Final = ("", "です", "でし", "でしょう", "ね", "よ", "か", "の")
_HABITS: Final = (
    # やってみたい is a wish, no likeness.
    _Habit("みたい", "名詞", ("助動詞", "特殊・タイ", "基本形"), before=("て", "で")),
    _Habit("いい", "連用形", _GOOD, after=_ALONE),
    _Habit("なり", "文語・ナリ", ("動詞", "五段・ラ行", "連用形"), after=_IN_POLITE_FORMS),
    # 生きる is written with its character, so いきました is a form of 行く.
    _Habit("いき", "動詞", _GO),
    # Nobody goes a meeting: 会議を行った is a form of 行う.
    _Habit("行っ", "動詞", ("動詞", "五段・ワ行促音便", "連用タ接続"), before=("を",)),
    # 足る has become 足りる.
    _Habit("足り", "動詞", ("動詞", "一段", "連用形")),
)


def _put_right(before: Word | None, word: Word, after: Word | None) -> Word:
    left, right = (one.surface if one else "" for one in (before, after))
    for habit in _HABITS:
        if (
            word.surface == habit.surface
            and habit.taken in (word.pos, word.ctype, word.cform)
            and (not habit.before or left in habit.before)
            and (not habit.after or right in habit.after)
        ):
            pos, ctype, cform = habit.right
            return replace(word, pos=pos, pos1="自立", ctype=ctype, cform=cform)
    return _potential(word, after) or _order(word, right) or _foreign(word) or word


def _potential(word: Word, after: Word | None) -> Word | None:
    """ためらえます and ためらえない: what stands before them is no order."""
    follows = after is not None and (after.pos == "助動詞" or after.surface in ("ない", "なかっ"))
    if word.cform == "命令ｅ" and word.ctype.startswith("五段") and follows:
        return replace(word, ctype="一段", cform="連用形")
    return None


def _order(word: Word, after: str) -> Word | None:
    """出せ at the end of a sentence, which it takes for the stem of 出せる."""
    stem = word.ctype == "一段" and word.cform in ("連用形", "未然形")
    u = dict(zip("えけげせてねべめれ", "うくぐすつぬぶむる", strict=True)).get(word.surface[-1])
    if not stem or u is None or after not in ("", "よ"):
        return None
    root = analyse(word.surface[:-1] + u)[0]
    if root.end != len(word.surface) or not root.ctype.startswith("五段"):
        return None
    return replace(word, ctype=root.ctype, cform="命令ｅ")


def _foreign(word: Word) -> Word | None:
    """Mistral and other names it does not know, which it takes for an えーと."""
    if word.pos == "フィラー" and not all("ぁ" <= char <= "ー" for char in word.surface):
        return replace(word, pos="名詞", pos1="固有名詞")
    return None
