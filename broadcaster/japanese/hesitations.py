"""What people say while they look for a word: えーと, 機械がですね, and the same word twice.

Words that only look like it stay: あの人, その後, まあまあ, 子どもですね. Nothing inside quotation
marks is touched: those words are somebody's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese.morphemes import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese.morphemes import Word

SOUND: Final = re.compile(
    r"(?:え(?:ー{1,20}っ?と|えっ?と|っと)ー{0,20}|(?:あの|その)ー{1,20}|うー{1,20}んと?|(?<!う)んー{1,20}と?"
    r"|(?<![ねへいげ])えー{1,20}(?![ぁ-んァ-ヴー])|(?:(?<=\A)|(?<=[。、！？\s]))えー{1,20})"
    r"(?:ですね)?[、。…\s]{0,4}"
)
"""A sound that is no word, and the mark after it. ねえー, へえー and いえー are words."""

_QUOTED: Final = re.compile(r"[「『][^「」『』]{0,200}[」』]")
_MARKS: Final = "、。！？!?,，"
_DEICTIC: Final = ("あの", "その", "こう", "なんか", "何か")
_WELL: Final = ("まあ", "ま", "まー")
_ANSWERS: Final = ("はい", "ええ", "うん", "そうですね", "はいはい")
_CASES: Final = tuple("はがをにでもとへて")
_MOST_WORDS: Final = 8
_MOST_ROUNDS: Final = 3
"""What a hesitation parted is said twice, too: 半年で、えー、半年で."""

_LEAST_TWICE: Final = 4
"""Characters of a phrase from which it is said twice by mistake also without a 、 between."""

_COMMAS: Final = re.compile(r"、[、\s]+")
_AFTER_END: Final = re.compile(r"((?:\A|[。！？]))、+")
_BEFORE_END: Final = re.compile(r"、+(?=[。！？])")


def sounds_in(text: str) -> int:
    """How many sounds that are no words stand outside quotation marks."""
    return len(SOUND.findall(_QUOTED.sub("「」", text)))


def without_sounds(text: str) -> str:
    """The text without えーと and its like, the words left as they stand."""
    return _outside_quotes(SOUND, text)


def fluent(text: str) -> str:
    """The text of a turn as its speaker meant it: no hesitation, no word twice, no はい before."""
    for _ in range(_MOST_ROUNDS):
        text = _once(text)
    return text


def _once(text: str) -> str:
    text = without_sounds(text)
    quoted = {at for found in _QUOTED.finditer(text) for at in range(*found.span())}
    found = words(text)
    kept, at = [], 0
    for start, end in sorted([*_hesitations(found), *_twice(found)]):
        if start >= at and not {start, end - 1} & quoted:
            kept.append(text[at:start])
            at = end
    return _tidied("".join(kept) + text[at:])


def _outside_quotes(pattern: re.Pattern[str], text: str) -> str:
    parts, at = [], 0
    for quoted in _QUOTED.finditer(text):
        parts += [pattern.sub("", text[at : quoted.start()]), quoted[0]]
        at = quoted.end()
    return "".join([*parts, pattern.sub("", text[at:])])


def _tidied(text: str) -> str:
    return _BEFORE_END.sub("", _AFTER_END.sub(r"\1", _COMMAS.sub("、", text)))


# ── words that say nothing ───────────────────────────────────────────────────────────────


def _hesitations(found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a word stands that its speaker did not mean to say, with the 、 after it."""
    for at, word in enumerate(found):
        if _is_filler(found, at):
            end = at + 1
        elif word.surface == "です" and _follows_a_case(found, at) and _is(found, at + 1, "ね"):
            end = at + 2
        else:
            continue
        comma = _is(found, end, "、") and not (at and found[at - 1].surface in _CASES)
        yield word.start, found[end if comma else end - 1].end


def _is_filler(found: Sequence[Word], at: int) -> bool:
    """Whether a word only fills the time: alone before a 、, or まあ where a sentence starts."""
    word = found[at]
    before_comma = _is(found, at + 1, "、")
    starts = at == 0 or found[at - 1].surface in _MARKS
    if word.surface in _DEICTIC:
        return before_comma and (starts or found[at - 1].pos == "助詞")
    if word.surface == "ね":
        return before_comma and _follows_a_case(found, at)
    if word.surface == "で":
        return starts and at + 1 < len(found) and found[at + 1].pos not in ("助詞", "助動詞")
    if word.surface in _WELL:
        alone = word.pos in ("フィラー", "感動詞") and not _is(found, at + 1, "まあ")
        return starts and not _is(found, at - 1, "まあ") and (before_comma or alone)
    return word.surface in _ANSWERS and before_comma and at == 0 and len(found) > _MOST_WORDS


def _follows_a_case(found: Sequence[Word], at: int) -> bool:
    """Whether the word before is the particle of a phrase: 機械が-ですね, それで-ですね."""
    if not at:
        return False
    before = found[at - 1]
    return before.pos == "接続詞" or (before.pos == "助詞" and before.surface in _CASES)


def _is(found: Sequence[Word], at: int, surface: str) -> bool:
    return 0 <= at < len(found) and found[at].surface == surface


# ── words said twice ─────────────────────────────────────────────────────────────────────


def _twice(found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a phrase is begun that is said again at once, the longest first: 半年で、半年で."""
    at = 0
    while at < len(found):
        length = next(filter(lambda n: _again(found, at, n), range(_MOST_WORDS, 0, -1)), 0)
        if length:
            comma = _is(found, at + length, "、")
            yield found[at].start, found[at + length - (not comma)].end
        at += length + 1 if length else 1


def _again(found: Sequence[Word], at: int, length: int) -> bool:
    """Whether these words are said a second time, by mistake: 1時間で、1時間で, not 日に日に."""
    phrase = [word.surface for word in found[at : at + length]]
    comma = _is(found, at + length, "、")
    second = found[at + length + comma : at + 2 * length + comma]
    if len(phrase) < length or phrase != [word.surface for word in second]:
        return False
    text, last = "".join(phrase), found[at + length - 1]
    if any(mark in text for mark in _MARKS) or not any(
        word.pos in ("名詞", "動詞") for word in found[at : at + length]
    ):
        return False
    ends = last.pos == "助詞" and last.surface in _CASES
    if comma:
        return len(text) > 1 and (ends or not any(map(str.isdigit, text)))
    return ends and length > 1 and len(text) >= _LEAST_TWICE
