"""What is asked of the listener: 聞いてください → 聞いてほしいのだ, 見てね → 見てください."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words as analyse
from broadcaster.writing.conjugation import verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

_PLEASE: Final = ("ください", "下さい")
_AFTER_TE: Final = (*_PLEASE, "くれ", "ちょうだい", "頂戴", "ごらん", "ご覧")
_FIXED: Final = {"ご覧": "見て", "お越し": "来て"}
_WISH: Final = "ほしいのだ"


def request(words: Sequence[Word], particle: str, register: str) -> tuple[int, str] | None:
    """Where a closing request starts and how the register says it, or None.

    The newsreader's register keeps ください as it is.
    """
    if len(words) < 2:
        return None
    last = words[-1]
    if last.surface in ("て", "で") and particle in ("ね", "よ", "よね"):
        return last.end, _WISH if register == "noda" else "ください" + particle
    asked = words[:-1] if last.surface == "ませ" else words  # くださいませ
    if len(asked) < 2 or asked[-1].surface not in _AFTER_TE:
        return None
    if asked[-2].surface in ("て", "で"):
        return _asked_with_te(asked[-1], particle, register, last.end)
    if asked[-1].surface not in _PLEASE:
        return None
    return (last.end, particle) if register == "polite" else _asked_with_noun(asked)


def _asked_with_te(asking: Word, particle: str, register: str, end: int) -> tuple[int, str] | None:
    if asking.surface == "くれ" and asking.cform not in ("連用形", "命令ｅ"):
        return None
    if register == "noda":
        return asking.start, _WISH
    return (end, particle) if asking.surface in _PLEASE else (asking.start, "ください" + particle)


def _asked_with_noun(words: Sequence[Word]) -> tuple[int, str]:
    """お待ちください, 水をください, 水ください."""
    last, before = words[-1], words[-2]
    if before.surface == "を":
        return before.start, "が" + _WISH
    if [word.surface for word in words[-4:-1]] == ["お気", "を", "つけ"]:
        return words[-4].start, "気をつけて" + _WISH
    start, thing = _asked_for(words[:-1])
    act = _FIXED.get(thing) or _te_of(thing)
    return (start, act + _WISH) if act else (last.start, "が" + _WISH)


def _asked_for(words: Sequence[Word]) -> tuple[int, str]:
    """Where お待ち or ご確認 starts, and its text: the noun behind the nearest prefix."""
    thing = ""
    for word in reversed(words[-4:]):
        thing = word.surface + thing
        if word.surface[:1] in ("お", "ご", "御"):
            return word.start, thing
    return words[-1].start, words[-1].surface


def _te_of(thing: str) -> str:
    """待って for お待ち, 確認して for ご確認; empty for a thing that is no act."""
    if thing[:1] not in ("お", "ご", "御"):
        return ""
    bare = thing[1:]
    found = analyse(bare + "ます")
    known = verb(found[-2]) if len(found) > 1 and found[-1].surface == "ます" else None
    if known:
        return bare[: found[-2].start] + known.te
    return bare + "して" if analyse(bare + "する")[-1].surface == "する" else ""
