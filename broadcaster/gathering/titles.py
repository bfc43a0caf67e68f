"""A title where a source has none, and a title that a source says twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Paragraph

LONGEST: Final = 40
LONGEST_FOREIGN: Final = 100
"""Letters say less in other scripts; a sentence of that length is a title that tells something."""

_LEAST: Final = 10
_JAPANESE: Final = re.compile("[ぁ-んァ-ヶ㐀-鿿]")
_FOREIGN_END: Final = re.compile(r"(?<=\w{3}[.!?]) +(?=[^\W\d_])")
_END_MARKS: Final = " 。．.！!？?、,，…・|｜"
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
# Where a phrase may end and from how many characters on, best first: after a comma, before a word
# that follows kana, at a space.
_COMMA: Final = re.compile("(?<=[、，,；：])")
_PHRASE: Final = re.compile("(?<=[ぁ-ん」』）])(?=[㐀-鿿ァ-ヺ「『A-Za-z0-9])")
_CUTS: Final = (
    (_COMMA, 20),
    (_PHRASE, _LEAST),
    (re.compile("(?<=[ 　])"), _LEAST),
    (_COMMA, _LEAST),
)
_PARTICLE: Final = re.compile("(?<=[㐀-鿿ァ-ヺーA-Za-z0-9])[をがにはでとのもへ]$")
# Sentences that lean on one before, in which the writer speaks of himself, or only greets and
# says that he will speak.
_LEANS: Final = re.compile(
    "^(?:そして|しかし|また|だから|そこで|では|ただし|一方|この|その|これ|それ)"
    "|私|我々|われわれ|筆者|当社|弊社"
    "|^(?:こんにちは|こんばんは|おはよう|みなさん|皆さん|皆様|どうも|お待たせ|ようこそ)|お願い(?:し|いたし)ます"
    "|(?:話(?:を)?し|話を|紹介(?:を)?し|説明(?:を)?し|お送りし|お届けし|お話し)"
    "(?:ます|ましょう|ていきます|たいと思います|いたします)[。！]?$"
)
_PAIRS: Final = ("「」", "『』", "（）", "()", "【】")


def made_title(paragraphs: Sequence[Paragraph]) -> str:
    """The first sentence that says something, cut at a phrase to at most 40 characters.

    A foreign one is left whole up to 100 characters; beyond, … says that it was cut.
    """
    spoken = [row.text for row in paragraphs if row.kind != "heading"] or [
        row.text for row in paragraphs
    ]
    first = [sentence.strip() for text in spoken[:5] for sentence in _sentences(text[:1000])]
    telling = [row for row in first if len(row) >= _LEAST]
    told = next((row for row in telling if not _LEANS.search(row)), (telling or first or [""])[0])
    return _cut(told.rstrip(_END_MARKS))


def _sentences(text: str) -> Sequence[str]:
    """The sentences; in a foreign text they end at a stop after a whole word."""
    return sentences(text) if _JAPANESE.search(text) else _FOREIGN_END.split(text)


def _cut(sentence: str) -> str:
    if not _JAPANESE.search(sentence):
        return _cut_foreign(sentence)
    if len(sentence) <= LONGEST:
        return sentence
    for rule, least in _CUTS:
        ends = [found.start() for found in rule.finditer(sentence[: LONGEST + 1])]
        for end in reversed(ends):
            if least <= end <= LONGEST and _is_balanced(sentence[:end]):
                return _PARTICLE.sub("", sentence[:end].rstrip(_END_MARKS))
    return sentence[:LONGEST].rstrip(_END_MARKS)


def _cut_foreign(sentence: str) -> str:
    if len(sentence) <= LONGEST_FOREIGN:
        return sentence
    whole_words = sentence[:LONGEST_FOREIGN].rpartition(" ")[0] or sentence[: LONGEST_FOREIGN - 1]
    return whole_words.rstrip(_END_MARKS) + "…"


def _is_balanced(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def without_repeated_title(
    paragraphs: Sequence[Paragraph], title: str
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs less what says the title again at their head, and a note if some did."""
    head = [row for row in paragraphs[:3] if not _repeats(row, title)]
    dropped = len(paragraphs[:3]) - len(head)
    notes = ("本文の頭で題をくり返していたので1つにした",) if dropped > 1 else ()
    return (*head, *paragraphs[3:]), notes


def _repeats(paragraph: Paragraph, title: str) -> bool:
    if paragraph.kind not in ("heading", "text") or paragraph.text.endswith("。"):
        return False
    one, other = (_NOT_LETTERS.sub("", text).casefold() for text in (paragraph.text, title))
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= 0.6 * longer and _shared_pairs(one, other) >= 0.7


def _shared_pairs(one: str, other: str) -> float:
    """Share of the two-letter pieces of the shorter text that the other has too."""
    pieces = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other)]
    return len(pieces[0] & pieces[1]) / max(1, min(map(len, pieces)))
