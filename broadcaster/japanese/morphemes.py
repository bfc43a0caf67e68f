"""Words with part of speech, inflection and pronunciation; morae and sounds of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from broadcaster.japanese.analyser import (
    CHUNK,
    chunks,
    encodable,
    entries_of,
    load_analyser,
    morphs_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_PAUSES = frozenset(("pau", "sp", "sil", "unk"))


@dataclass(frozen=True, slots=True)
class Word:
    """A morpheme: text[start:end] is its surface.

    pos, pos1, pos2, ctype, cform, base: as in IPADIC, "*" where it has none. pronunciation:
    katakana as said. A number in digits is one word (pos 名詞, pos1 数). Spaces are not words.
    """

    surface: str
    start: int
    end: int
    pos: str
    pos1: str
    pos2: str
    ctype: str
    cform: str
    base: str
    pronunciation: str
    morae: int
    unknown: bool


def words(text: str) -> tuple[Word, ...]:
    """The words of a text of any length, in order, with their places in that text."""
    return tuple(_placed(text, _analysed))


def silent_words(text: str) -> tuple[Word, ...]:
    """The words of a text without their sound: much faster where only grammar counts."""
    return tuple(_placed(text, _parsed))


def _placed(text: str, analysed: Callable[[str], tuple[Word, ...]]) -> Iterator[Word]:
    offset = 0
    for chunk in chunks(text):
        for word in analysed(chunk):
            at = word.start + offset
            yield replace(word, start=at, end=word.end + offset) if offset else word
        offset += len(chunk)


@lru_cache(maxsize=1024)
def _analysed(chunk: str) -> tuple[Word, ...]:
    return _in_order(entries_of(chunk), chunk)


@lru_cache(maxsize=1024)
def _parsed(chunk: str) -> tuple[Word, ...]:
    return tuple(_spelled_whole(_in_order(map(_as_entry, morphs_of(chunk)), chunk)))


def _spelled_whole(found: tuple[Word, ...]) -> Iterator[Word]:
    """Letters that touch are one word: MeCab has an H and an inode in 読めるHinode."""
    held: Word | None = None
    for word in found:
        letters = word.surface.isascii() and word.surface.isalpha()
        if held and letters and held.end == word.start:
            whole = held.surface + word.surface
            held = replace(
                held, surface=whole, base=whole, end=word.end, pos="フィラー", unknown=True
            )
            continue
        if held:
            yield held
        held = word if letters else None
        if not letters:
            yield word
    if held:
        yield held


_UNREAD: Final = 9
"""Fewer features than this have no reading."""

_KATAKANA: Final = re.compile("[ァ-ヴー]+")
_STOPS: Final = frozenset(("句点", "括弧開", "括弧閉"))


def _as_entry(morph: dict[str, Any]) -> dict[str, Any]:
    """A morph of MeCab as an entry of the analyser: what it cannot read is a フィラー there."""
    features = morph["features"]
    _, pos, pos1, pos2, _, ctype, cform, base = features[:8]
    if pos1 in _STOPS:
        pos1 = "読点"
    if len(features) < _UNREAD and not _KATAKANA.fullmatch(features[0]):
        pos, pos1, pos2 = "フィラー", "*", "*"
    return {
        "surface": morph["surface"], "char_span": morph["char_span"], "pos": pos,
        "pos_group1": pos1, "pos_group2": pos2, "ctype": ctype, "cform": cform, "orig": base,
        "pron": "", "mora_count": 0, "is_unknown": morph["is_unknown"],
    }  # fmt: skip


def _in_order(entries: Iterable[dict[str, Any]], chunk: str) -> tuple[Word, ...]:
    found: list[Word] = []
    reached = 0
    for entry in entries:
        start, end = entry["char_span"]
        start = max(start, reached)
        end = max(end, start)
        if entry["pos"] == "記号" and entry["pos_group1"] == "空白":
            continue
        if found and _continues_number(found[-1], entry, start, chunk):
            found[-1] = _joined(found[-1], entry, end, chunk)
        elif end > start:
            found.append(_word(entry, start, end, chunk))
        reached = max(reached, end)
    return tuple(found)


def _continues_number(last: Word, entry: dict[str, Any], start: int, chunk: str) -> bool:
    """A piece of the number before it: the analyser says 21 as 二・十・一, and 十 has no place."""
    in_digits = last.pos1 == "数" and chunk[last.start : last.start + 1].isdigit()
    number = entry["pos_group1"] == "数" or entry["surface"] == "．"
    return in_digits and number and start == last.end


def _joined(word: Word, entry: dict[str, Any], end: int, chunk: str) -> Word:
    surface = chunk[word.start : end]
    return replace(
        word,
        surface=surface,
        end=end,
        base=surface,
        pronunciation=word.pronunciation + _said(entry),
        morae=word.morae + entry["mora_count"],
    )


def _word(entry: dict[str, Any], start: int, end: int, chunk: str) -> Word:
    surface = chunk[start:end]
    conjugated = entry["cform"] != "*"
    return Word(
        surface, start, end, entry["pos"], entry["pos_group1"], entry["pos_group2"],
        entry["ctype"], entry["cform"], entry["orig"] if conjugated else surface,
        _said(entry), entry["mora_count"], entry["is_unknown"],
    )  # fmt: skip


def _said(entry: dict[str, Any]) -> str:
    """The pronunciation without the mark of devoiced vowels; empty for what has no sound."""
    return str(entry["pron"]).replace("’", "") if entry["mora_count"] else ""


def dictionary_reading(word: str) -> str:
    """The katakana that the analyser's dictionary gives for one whole word; empty without a row.

    A word it does not know comes back with its letters spelled elsewhere; here it is unknown.
    """
    if not word or len(word) > CHUNK:
        return ""
    entries = load_analyser().run_mecab(encodable(word))
    cells = entries[0].split(",") if len(entries) == 1 else []
    return cells[9].replace("’", "") if len(cells) > 9 else ""


def morae(text: str) -> int:
    """How many morae Open JTalk says; Latin letters count as spelled."""
    return sum(word.morae for word in words(text))


def phonemes(text: str) -> tuple[str, ...]:
    """Open JTalk's phonemes, without pauses; devoiced vowels are capitals."""
    return tuple(
        sound
        for chunk in chunks(text)
        for entry in entries_of(chunk)
        for sound in entry["phonemes"]
        if sound not in _PAUSES
    )


def pronunciation(text: str) -> str:
    """Katakana as it is said (は → ワ, 効果 → コーカ); what makes no sound is left out."""
    return "".join(word.pronunciation for word in words(text))
