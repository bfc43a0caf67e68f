"""Signs, emoji and foreign letters: named, kept as a pause, or let go, never left to chance."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from broadcaster.reading.hanzi import japanese_form, silent
from broadcaster.reading.letters import folded
from broadcaster.reading.words import GREEK, SCRIPTS, SYMBOLS

KEPT = "、。，！？…‥「」『』（）()【】〈〉《》〔〕ー々〆〇"
"""Marks a voice reads, pauses at or passes over as it should."""

READABLE = re.compile(
    f"(?:[ぁ-ゖゝゞァ-ヶヽヾ一-鿿㐀-䶿々〇〆{KEPT}Ⅰ-Ⅻⅰ-ⅻ](?![\u3099\u309a])){{1,200}}"
)
"""A run of Japanese that goes to the voice as it stands; bounded, for it is cut at names.

Open JTalk is silent at ⑥ and at ①②, and at kanji of the compatibility block.
"""

ODD_KANA = re.compile("[｡-､ｦ-ﾟ]+|[ぁ-ゖァ-ヶ][\u3099\u309a]+")
"""Half-width kana, and kana whose voicing mark is a character of its own."""

UNREADABLE = "unreadable letters"
TRADE_MARK = "trade mark"

_SILENT = frozenset("-_'\"`*[]{}‹›«»„‚^")
_ARROWS = frozenset("→⇒➡")
_PAUSES = frozenset("—―–─|;:/←⇔↔><")
_WIDE = {"!": "！", "?": "？", ",": "、"}
_MARKED = {"○": "マル", "◯": "マル", "◎": "ニジューマル", "△": "サンカク"}
"""Marks given in tests and tables; at the start of a line they are bullets."""

Said = tuple[str, str, float]


def say_symbol(char: str, before: str, after: str) -> Said:
    """One sign between two neighbours: its reading, the rule, the confidence.

    before, after: the folded characters around it, empty at the ends.
    """
    if char in _MARKED and before.strip():
        return _MARKED[char], "mark of a table", 0.9
    if char in SYMBOLS:
        return SYMBOLS[char], "symbol", 0.95
    if char.lower() in GREEK:
        return GREEK[char.lower()], "Greek letter", 0.95
    if char in "™℠":
        return "", TRADE_MARK, 1.0
    if char in "!?,":
        return _WIDE[char], "punctuation", 1.0
    return _by_company(char, before, after) or _unknown(char)


def _by_company(char: str, before: str, after: str) -> Said | None:
    """A sign whose neighbours decide what it says; None for one without a rule."""
    if char in "<>" and _is_value(before) and _is_value(after):
        return {"<": "小なり", ">": "大なり"}[char], "comparison", 0.9
    if char == "・":
        names = all(_is_kana(side) or _is_latin(side) for side in (before, after))
        return " " if names else "、", "middle dot", 1.0
    if char in "~〰" or char in _ARROWS:
        return _wave(before, after)
    if char in _PAUSES:
        together = _is_latin(before) and _is_latin(after)
        return ("", "between words", 0.9) if together or not before else ("、", "pause", 0.9)
    if char == ".":
        return _stop(before, after)
    if char == "#" and after.isalnum():
        return "ハッシュタグ", "symbol", 0.9
    return ("", "silent mark", 1.0) if char in _SILENT else None


def _stop(before: str, after: str) -> Said:
    if after.isdigit():
        return "テン", "decimal point", 0.8
    if _is_latin(before) and _is_latin(after):
        return "ドット", "dot in a name", 0.9
    return "。" if before and not after.strip() else "", "full stop", 0.9


def _wave(before: str, after: str) -> Said:
    """東京〜大阪 and A→B are から, すごい〜！ is drawn out, the rest is a pause."""
    if (before.isalnum() or before in "%℃°") and before and after.isalnum():
        return "から", "range", 0.8
    return ("ー", "drawn out", 0.8) if _is_kana(before) else ("、", "pause", 0.8)


def _is_value(char: str) -> bool:
    return char.isdigit() or char in tuple("%.℃")


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _is_kana(char: str) -> bool:
    return bool(char) and (
        "ぁ" <= char <= "ゖ" or "ァ" <= char <= "ヺ" or char == "ー" or "ｦ" <= char <= "ﾝ"
    )


@lru_cache(maxsize=4096)
def _unknown(char: str) -> Said:
    category = unicodedata.category(char)
    if category[0] == "L" or category in ("Nl", "No", "Nd"):
        return _letter(char, category)
    if category == "So":
        return "", "emoji or ornament", 0.9
    if category[0] in "CZM":
        return "", "invisible", 1.0
    return "", "mark without a name", 0.7


def _letter(char: str, category: str) -> Said:
    """A letter or numeral of no script the voice knows."""
    digit = unicodedata.digit(char, -1)
    if digit >= 0:
        return str(digit), "numeral", 0.9
    plain = japanese_form(unicodedata.normalize("NFKC", char))
    if plain != char and READABLE.fullmatch(plain) and not silent(plain[0]):
        return plain, "compatible form", 0.9
    numeral = unicodedata.numeric(char, -1.0)
    if category in ("Nl", "No") and numeral >= 0 and numeral == int(numeral):
        return str(int(numeral)), "numeral", 0.8
    script = unicodedata.name(char, "").split(" ")[0]
    if script == "CJK" and not silent(char):
        return char, "rare kanji", 0.5
    return SCRIPTS.get(script, "外国の文字"), UNREADABLE, 0.2


def usual_kana(odd: str) -> str:
    """ﾊﾟｿｺﾝ → パソコン, か + ゛ → が; a mark that belongs to no kana is left out."""
    usual = unicodedata.normalize("NFKC", odd)
    return "".join(SYMBOLS.get(char, char) for char in usual if char not in "\u3099\u309a")


def compatible(char: str) -> str:
    """The ASCII letters behind ™ or ﬁ; empty where there are none."""
    plain = folded(unicodedata.normalize("NFKC", char))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
