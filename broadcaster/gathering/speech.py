"""Captions that were written down without full stops: where the speaker ended his sentences.

A sentence of speech ends with です, ます, のだ or their past, unless what comes next leans on it
(が, ので, こと); with a plain 使う or 使った only where he also fell silent, or begins anew with
しかし. Where neither tells, nothing is cut: better a long sentence than an invented one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from broadcaster.gathering.joining import close_up, join_lines
from broadcaster.japanese import fluent, without_sounds, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadcaster.japanese import Word

SILENCE: Final = 0.5
"""Seconds between two captions that are a pause of the speaker, and no change of picture."""

_LETTERS_A_STOP: Final = 90
"""Letters for each full stop, from which a transcript has them."""

_STOP: Final = re.compile("[。！？!?]")
_KANA: Final = re.compile("[ぁ-ん]")
_QUOTED: Final = re.compile(r"[「『（][^「」『』（）]{0,200}[」』）]")
_POLITE: Final = ("です", "ます", "ください", "下さい")
_POLITE_STEMS: Final = ("まし", "でし", "ませ", "でしょ", "ましょ")
_CASES: Final = tuple("はがをにでもとへて")
_TAILS: Final = ("ね", "よ", "よね", "か", "な", "わ")
_PREDICATES: Final = ("動詞", "形容詞", "助動詞")
_LEANING: Final = frozenset((
    "が", "けど", "けれど", "けれども", "ので", "のに", "から", "し", "と", "って", "という",
    "とか", "際", "時", "後", "前", "場合", "方", "方々", "皆さん", "皆様", "通り", "とおり",
    "結果", "中", "上", "以上", "うえ", "次第", "まま", "ほか", "理由", "件", "こと", "もの",
    "ところ", "ため", "よう", "わけ", "はず", "どう", "ころ", "頃", "間", "あいだ",
))  # fmt: skip
"""Words that go on with the clause before them, whatever the analyser takes them for."""

_NEVER_ON_POLITE: Final = ("で", "でも", "です", "ます", "そう", "だ")
"""What follows です or ます only as the beginning of another sentence: でも, ですので, ますます."""

_GOES_ON: Final = ("助詞", "助動詞", "記号")
_STARTS: Final = ("接続詞", "感動詞", "フィラー")


@dataclass(frozen=True, slots=True)
class Caption:
    """A line of a caption. pause: seconds of silence between it and the next one."""

    text: str
    pause: float = 0.0


def has_stops(captions: Iterable[Caption]) -> bool:
    """Whether whoever wrote the captions ended his sentences himself."""
    text = "".join(caption.text for caption in captions)
    return len(text) <= _LETTERS_A_STOP * len(_STOP.findall(text)) or not _KANA.search(text)


def said_in(captions: Sequence[Caption], *, stops: bool) -> str:
    """What one speaker says in these captions. stops: his sentences are ended already."""
    if stops:
        return fluent(close_up(join_lines(caption.text for caption in captions)))
    plain = [replace(one, text=without_sounds(one.text).strip()) for one in captions]
    spoken = [caption for caption in plain if caption.text]
    pauses = [
        end for end, one in zip(_ends_of(spoken), spoken, strict=True) if one.pause >= SILENCE
    ]
    return fluent(close_up(_ended(join_lines(one.text for one in spoken), pauses)))


def _ends_of(captions: Sequence[Caption]) -> Iterator[int]:
    """Where each caption ends in the text that they make together."""
    at = 0
    for one, after in zip_longest(captions, captions[1:], fillvalue=Caption("")):
        yield at + len(one.text)
        at += len(join_lines((one.text, after.text))) - len(after.text)


def _ended(text: str, pauses: Sequence[int]) -> str:
    """The text with a 。 wherever a sentence ends. pauses: places at which the speaker paused."""
    quoted = {at for found in _QUOTED.finditer(text) for at in range(*found.span())}
    found = words(text)
    parts, start = [], 0
    for at, word in enumerate(found):
        if word.start in quoted or not _ends(found, at, _paused(word, pauses)):
            continue
        comma = at + 1 < len(found) and found[at + 1].surface == "、"
        parts.append(text[start : word.end] + "。")
        start = found[at + 1].end if comma else word.end
    return "".join([*parts, text[start:]])


def _paused(word: Word, pauses: Sequence[int]) -> bool:
    """Whether the speaker fell silent right after the word."""
    nearest = bisect_left(pauses, word.end)
    return nearest < len(pauses) and pauses[nearest] == word.end


def _ends(found: Sequence[Word], at: int, paused: bool) -> bool:
    """Whether a sentence ends with the word at this place."""
    last = _predicate(found, at)
    if last < 0:
        return False
    comma = _surface(found, at + 1) == "、"
    after = found[at + 1 + comma] if at + 1 + comma < len(found) else None
    if _is_polite(found, last):
        return after is None or after.surface in _NEVER_ON_POLITE or not _leans(after)
    if last != at or found[at].pos not in _PREDICATES or found[at].cform != "基本形":
        return False
    if after is None:
        return True
    return not comma and not _leans(after) and (paused or after.pos in _STARTS)


def _surface(found: Sequence[Word], at: int) -> str:
    return found[at].surface if at < len(found) else ""


def _leans(word: Word) -> bool:
    """Whether a word goes on with what stands before it."""
    return word.surface in _LEANING or word.pos in _GOES_ON or word.pos1 in ("非自立", "接尾")


def _predicate(found: Sequence[Word], at: int) -> int:
    """The place of the predicate that ends at this word: before ね, よ or か; -1 for none."""
    while at >= 0 and found[at].pos == "助詞" and found[at].surface in _TAILS:
        at -= 1
    return at


def _is_polite(found: Sequence[Word], at: int) -> bool:
    """Whether です, ます, ました, でしょう or のだ stands here; 機械がですね is no predicate."""
    word, before = found[at], found[at - 1] if at else None
    if before is None:
        return False
    if word.surface in _POLITE:
        case = before.pos == "助詞" and before.surface in _CASES
        return word.pos in _PREDICATES and not case and before.surface not in _POLITE
    if word.surface == "だ" and word.pos == "助動詞":
        return before.surface in ("の", "ん") and before.pos1 == "非自立"
    return word.pos == "助動詞" and before.surface in _POLITE_STEMS
