"""What is asked of the listener: 聞いてください → 聞いてほしいのだ, お待ちください."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words as analyse
from broadcaster.writing.conjugation import verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

_PLEASE: Final = ("ください", "下さい")
_FIXED: Final = {"ご覧": "見て", "お越し": "来て"}
_WISH: Final = "ほしいのだ"


def request(words: Sequence[Word], register: str) -> tuple[int, str] | None:
    """Where a closing ください-request starts and how the register says it, or None.

    The newsreader's register keeps it as it is.
    """
    if len(words) < 2 or words[-1].surface not in _PLEASE:
        return None
    last, before = words[-1], words[-2]
    if register == "polite":
        return last.start, last.surface
    if before.surface in ("て", "で"):
        return last.start, _WISH
    if before.surface == "を":
        return before.start, "が" + _WISH
    if [word.surface for word in words[-4:-1]] == ["お気", "を", "つけ"]:
        return words[-4].start, "気をつけて" + _WISH
    start, thing = _asked_for(words[:-1])
    act = _FIXED.get(thing) or _te_of(thing)
    return (start, act + _WISH) if act else None


def _asked_for(words: Sequence[Word]) -> tuple[int, str]:
    """Where お待ち or ご確認 starts, and its text, whether one word or prefix and noun."""
    last = words[-1]
    if len(words) > 1 and words[-2].pos == "接頭詞" and words[-2].surface in ("お", "ご", "御"):
        return words[-2].start, words[-2].surface + last.surface
    return last.start, last.surface


def _te_of(thing: str) -> str:
    """待って for お待ち, 確認して for ご確認; empty for a thing that is no act."""
    if thing[:1] not in ("お", "ご", "御"):
        return ""
    bare = thing[1:]
    first = analyse(bare + "ます")[0]
    known = verb(first) if first.surface == bare else None
    if known:
        return known.te
    return bare + "して" if analyse(bare + "する")[0].pos1 == "サ変接続" else ""
