"""Where the pitch of a name falls, and that a whole name is one accent phrase.

A lexicon row may say so itself. For the rest: a word in Open JTalk's dictionary keeps the accent
it has there; spelled letters fall in the last letter (エーピーア↓イ); any other name follows the
rule for loanwords: the third mora from the end, one earlier where that is ー, ッ, ン or the
second half of a diphthong (パイト↓ーチ, クウェンス↓リー), the first mora of short words. A long
name in Japanese script (えだまめニュース便) is a compound: Open JTalk cuts it into its phrases.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from broadcaster import japanese
from broadcaster.cards import kana_morae
from broadcaster.reading.letters import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Span
    from broadcaster.reading.spans import Reading

NAME: Final = re.compile("[ァ-ヺー]+")
MORA: Final = re.compile("[ァ-ヺー][ァィゥェォャュョヮ]?")

LEXICON: Final = "lexicon"
"""The rule of a span that a row of the lexicon reads."""

_SHORTEST: Final = 3
_LONGEST_WORD: Final = 8
_JAPANESE: Final = re.compile("[ぁ-ゖ一-鿿]")
_LATIN: Final = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_LETTERS_AT_END: Final = re.compile("[A-Z]+$")
_SPECIAL: Final = frozenset("ーッン")
_BEFORE_A_DIPHTHONG: Final = frozenset("アカサタナハマヤラワガザダバパャァ")


def accented(reading: Reading) -> Reading:
    """The reading with a nucleus for every name: a row's own, or the default."""
    given = {start: (start, end, nucleus) for start, end, nucleus in reading.accent}
    made = {start: (start, end, nucleus) for start, end, nucleus in _defaults(reading)}
    return replace(reading, accent=tuple(sorted((made | given).values())))


def _defaults(reading: Reading) -> Iterator[tuple[int, int, int]]:
    for span in reading.spans:
        written = reading.display[span.start : span.end]
        said = reading.reading[span.reading_start : span.reading_end]
        kana = said.lstrip("、")
        if NAME.fullmatch(kana) and _is_name(span, written, kana):
            nucleus = default_nucleus(written, kana)
            if nucleus is not None:
                yield span.reading_end - len(kana), span.reading_end, nucleus


def _is_name(span: Span, written: str, kana: str) -> bool:
    """A row of the lexicon, or a Latin word that is no particle of a title (オブ, ザ)."""
    if span.rule == LEXICON:
        return True
    return bool(_LATIN.search(written)) and kana_morae(kana) >= _SHORTEST


@lru_cache(maxsize=4096)
def default_nucleus(surface: str, kana: str) -> int | None:
    """The mora after which the pitch of a name falls; None where Open JTalk knows better."""
    if _JAPANESE.search(surface) and kana_morae(kana) > _LONGEST_WORD:
        return None
    known = japanese.words(kana)
    if len(known) == 1 and not known[0].unknown:
        return None
    return estimated_nucleus(surface, kana)


def estimated_nucleus(surface: str, kana: str) -> int:
    """The nucleus by rule alone: in the last letter where one is spelled, else as in a loanword."""
    letters = _LETTERS_AT_END.search(surface)
    if letters and kana.endswith(spelled(letters[0])):
        return kana_morae(kana) - kana_morae(spelled(letters[0][-1])) + 1
    morae = MORA.findall(kana)
    at = max(len(morae) - 3, 0)
    while at > 0 and _holds_no_nucleus(morae, at):
        at -= 1
    return at + 1


def _holds_no_nucleus(morae: list[str], at: int) -> bool:
    if morae[at] in _SPECIAL:
        return True
    return morae[at] == "イ" and morae[at - 1][-1] in _BEFORE_A_DIPHTHONG
