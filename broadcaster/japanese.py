"""Japanese text: sentences, words, phrases, morae and sounds.

Sole owner of budoux and of the analyser inside Open JTalk (pyopenjtalk-plus); both are loaded
on first use. Every position is in the text as the caller gave it. Nothing here raises on any
Unicode string, and every cut is lossless: joining the parts gives the text back.
"""

from __future__ import annotations

import contextlib
import io
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

CHUNK = 1000
"""Characters handed to the analyser at once; it breaks off somewhere above 5,000."""

_ENDERS = "。！？!?｡"
_CLOSERS = "」』）)】〕〉》］]”’｣"
_BRACKETS = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "“": "”", "｢": "｣"}
_QUOTE_CAP = 200
_NAMES_WITH_ENDER = ("モーニング娘。", "Yahoo!", "Yahoo！")
_JOINS_NAME = "がのはをにともやで、・’'ニ"
_ADDRESS_GOES_ON = re.compile("[A-Za-z0-9=&/%_~#-]")
_UNENCODABLE = re.compile("[\\0\ud800-\udfff]|(?<![ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<![ﾊ-ﾎ])ﾟ")
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


# ── sentences ────────────────────────────────────────────────────────────────────────────


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with its closing marks and the spaces after it.

    Joined they give the text back. 。！？!? and a line break end a sentence, except inside
    brackets; a bracket that is not closed within 200 characters is no bracket.
    """
    inside = _inside_brackets(text)
    parts: list[str] = []
    start = at = 0
    while at < len(text):
        if inside[at] or not _ends_sentence(text, at):
            at += 1
            continue
        at = _after_ending(text, at)
        parts.append(text[start:at])
        start = at
    if start < len(text):
        parts.append(text[start:])
    return tuple(parts)


def _inside_brackets(text: str) -> list[bool]:
    """For each character, whether a closed pair of brackets is around it."""
    change = [0] * (len(text) + 1)
    open_at: dict[str, list[int]] = {closer: [] for closer in _BRACKETS.values()}
    for at, char in enumerate(text):
        if char in _BRACKETS:
            open_at[_BRACKETS[char]].append(at)
        elif open_at.get(char):
            opened = open_at[char].pop()
            if at - opened <= _QUOTE_CAP:
                change[opened] += 1
                change[at] -= 1
    return [depth > 0 for depth in accumulate(change[:-1])]


def _ends_sentence(text: str, at: int) -> bool:
    char = text[at]
    if char == "\n":
        return True
    if char in _BRACKETS.values():
        return _between_quotes(text, at)
    return char in _ENDERS and not _in_a_name(text, at) and not _in_an_address(text, at)


def _between_quotes(text: str, at: int) -> bool:
    """「はい。」「いいえ。」 are two sentences; 「はい。」と言った is one."""
    return at > 0 and text[at - 1] in _ENDERS and text[at + 1 : at + 2] in ("「", "『")


def _in_a_name(text: str, at: int) -> bool:
    if not any(text.endswith(name, 0, at + 1) for name in _NAMES_WITH_ENDER):
        return False
    after = text[at + 1 : at + 2]
    return after in tuple(_JOINS_NAME) or text.startswith(" JAPAN", at + 1)


def _in_an_address(text: str, at: int) -> bool:
    """The ? of https://example.com/a?b=1 asks nothing."""
    return text[at] in "!?" and bool(_ADDRESS_GOES_ON.match(text, at + 1))


def _after_ending(text: str, at: int) -> int:
    """Where the next sentence starts: after repeated marks, closing brackets and spaces."""
    if text[at] != "\n":
        while at < len(text) and text[at] in _ENDERS + _CLOSERS:
            at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at


# ── words ────────────────────────────────────────────────────────────────────────────────


def words(text: str) -> tuple[Word, ...]:
    """The words of a text of any length, in order, with their places in that text."""
    found: list[Word] = []
    offset = 0
    for chunk in _chunks(text):
        found.extend(_placed(chunk, offset))
        offset += len(chunk)
    return tuple(found)


def _placed(chunk: str, offset: int) -> Iterator[Word]:
    for word in _analysed(chunk):
        yield replace(word, start=word.start + offset, end=word.end + offset)


@lru_cache(maxsize=1024)
def _analysed(chunk: str) -> tuple[Word, ...]:
    found: list[Word] = []
    reached = 0
    for entry in _mapping(chunk):
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
    entries = load_analyser().run_mecab(_encodable(word))
    cells = entries[0].split(",") if len(entries) == 1 else []
    return cells[9].replace("’", "") if len(cells) > 9 else ""


# ── phrases, morae, sounds ───────────────────────────────────────────────────────────────


def phrases(text: str) -> tuple[str, ...]:
    """The text cut where a line may break (bunsetsu); joined they give the text back.

    Never inside a number or a Latin word, where budoux alone would cut.
    """
    found: list[str] = []
    for piece in (part for chunk in _chunks(text) for part in _phrase_parser().parse(chunk)):
        if found and _one_token(found[-1][-1], piece[0]):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


def _one_token(before: str, after: str) -> bool:
    return (before.isalnum() or before in ".,-_") and after.isalnum() and _narrow(before + after)


def _narrow(chars: str) -> bool:
    return chars.isascii() or chars.isdigit()


def morae(text: str) -> int:
    """How many morae Open JTalk says; Latin letters count as spelled."""
    return sum(word.morae for word in words(text))


def phonemes(text: str) -> tuple[str, ...]:
    """Open JTalk's phonemes, without pauses; devoiced vowels are capitals."""
    return tuple(
        sound
        for chunk in _chunks(text)
        for entry in _mapping(chunk)
        for sound in entry["phonemes"]
        if sound not in _PAUSES
    )


def pronunciation(text: str) -> str:
    """Katakana as it is said (は → ワ, 効果 → コーカ); what makes no sound is left out."""
    return "".join(word.pronunciation for word in words(text))


# ── the packages behind it ───────────────────────────────────────────────────────────────


def _chunks(text: str) -> Iterator[str]:
    """Whole sentences packed up to CHUNK characters; a longer one is cut at 、 or a space."""
    held = ""
    for sentence in sentences(text):
        for piece in _short_enough(sentence):
            if len(held) + len(piece) > CHUNK:
                yield held
                held = ""
            held += piece
    if held:
        yield held


def _short_enough(sentence: str) -> Iterator[str]:
    start = 0
    while len(sentence) - start > CHUNK:
        window = sentence[start : start + CHUNK]
        safe = max(window.rfind(mark) for mark in "、，, 　」")
        end = start + (safe + 1 if safe >= 0 else CHUNK)
        yield sentence[start:end]
        start = end
    yield sentence[start:]


def _mapping(chunk: str) -> list[dict[str, Any]]:
    """The analyser's entries; where it gives up on a text, those of its two halves.

    It loses its place in rare strings (々 after a space, for one), never in a sentence.
    """
    if not chunk:
        return []
    try:
        # predict_nani needs onnxruntime: with it, readings would depend on what else is installed.
        entries = load_analyser().g2p_mapping(_encodable(chunk), predict_nani=False)
    except (ValueError, RuntimeError):
        middle = len(chunk) // 2
        return (
            _mapping(chunk[:middle]) + _shifted(_mapping(chunk[middle:]), middle) if middle else []
        )
    return list(entries)


def _shifted(entries: list[dict[str, Any]], by: int) -> list[dict[str, Any]]:
    return [
        entry | {"char_span": (entry["char_span"][0] + by, entry["char_span"][1] + by)}
        for entry in entries
    ]


def _encodable(text: str) -> str:
    """What the analyser cannot place in the text becomes a space of the same width.

    Half a surrogate pair, NUL, and a half-width ﾞ or ﾟ that belongs to no kana before it.
    """
    return _UNENCODABLE.sub(" ", text)


@lru_cache(maxsize=1)
def load_analyser() -> ModuleType:
    """The pyopenjtalk module, its greeting on stdout silenced."""
    with contextlib.redirect_stdout(io.StringIO()):
        import pyopenjtalk
    return pyopenjtalk


@lru_cache(maxsize=1)
def _phrase_parser() -> Any:
    import budoux

    return budoux.load_default_japanese_parser()
