"""What of a Japanese quotation stands in the English words it is said to translate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import (
    akin,
    equals,
    in_their_words,
    opposites,
    plain_words,
)
from broadcaster.writing.facts.claims.english import negative_english, stem_of
from broadcaster.writing.facts.claims.predications import denied
from broadcaster.writing.facts.claims.wordings import akin_in_form, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.writing.facts.claims.quotations import Quotation
    from broadcaster.writing.facts.claims.statements import Statement, Term
    from broadcaster.writing.facts.sight import Sight

SPOKEN: Final = re.compile(r'["“]([^"“”]{3,400})(?:["”]|\Z)')
_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][a-z]+)?")
_NOUN: Final = re.compile("[一-龠々]{2,}さ?|[ァ-ヴー]{3,}")
_KATAKANA: Final = re.compile("[ァ-ヴ][ァ-ヴー]{2,}")
_WANTS: Final = re.compile(
    r"\b(?:want|try|wish|hop(?:e|ing)|like|love|need|desire|eager|please|let|aim|should|willing|long|keen|"
    r"ready|dream|intend|plan|going to|must|would|'d|look(?:ing)? forward)",
    re.IGNORECASE,
)
_SHORT: Final = 2
_HIGHEST: Final = re.compile("(?!for|inter|req|prot|harv)[a-z]{3,}est")
_IT: Final = re.compile(r"\b(?:it|its|this|that|these|those|they|them|here)\b", re.IGNORECASE)
_THIS: Final = re.compile("(?:この|その|あの|こうした|そうした|こんな|そんな)\\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end] of a quotation; at: where the English words have it, none where nowhere."""

    start: int
    end: int
    at: tuple[int, ...]

    @property
    def told(self) -> bool:
        """Whether the English words have it."""
        return bool(self.at)


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says in English. words: each in small letters, and where it starts.

    keys: the terms in it, and where each stands.
    """

    text: str
    words: tuple[tuple[str, int], ...]
    keys: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, places: Iterable[Statement]) -> Speech:
        """All that stands in quotation marks in these sentences; all of one that has none."""
        texts: list[str] = []
        keys: list[tuple[str, int]] = []
        length = 0
        for place in places:
            for start, end in _spoken_spans(place.text):
                inside = (term for term in place.terms if start <= term.start < end)
                keys += [(term.key, term.start - start + length) for term in inside]
                texts.append(place.text[start:end])
                length += end - start + 1
        text = "\n".join(texts)
        words = tuple((match[0].lower(), match.start()) for match in _WORD.finditer(text))
        return cls(text, words, tuple(keys))

    def saying(self, words: frozenset[str]) -> tuple[int, ...]:
        """Where it has any of these words or one of their family."""
        return tuple(
            at for word, at in self.words
            if word in words or any(akin_in_form(word, one) for one in words)
            or ("most" in words and _HIGHEST.fullmatch(word))
        )  # fmt: skip

    def having(self, keys: Iterable[str]) -> tuple[int, ...]:
        """Where it has any of these terms."""
        wanted = frozenset(keys)
        return tuple(at for key, at in self.keys if key in wanted)

    def left_over(self, found: Iterable[Piece]) -> bool:
        """Whether a word of content in it is told by none of these pieces."""
        told = {at for one in found for at in one.at}
        return any(
            at not in told and len(word) > _SHORT and word not in plain_words("stop_english")
            for word, at in self.words
        )


def _spoken_spans(text: str) -> list[tuple[int, int]]:
    return [match.span(1) for match in SPOKEN.finditer(text)] or [(0, len(text))]


def pieces(quoted: Quotation, speech: Speech, sight: Sight) -> tuple[Piece, ...]:
    """Every piece of a quotation of which it is known what it can mean in English."""
    return tuple(sorted(set(_pieces(quoted, speech, sight)), key=lambda one: (one.start, one.end)))


def _pieces(quoted: Quotation, speech: Speech, sight: Sight) -> Iterator[Piece]:
    line = sight.line
    start, end = quoted.start + 1, quoted.end - 1
    turned = denied(quoted.said) or negative_english(speech.text)
    known = tuple(wordings(line.text, start, end))
    for one in known:
        own = [term for term in line.terms if term.start < one.end and one.start < term.end]
        ways = frozenset().union(*(_ways(term.key, turned=turned) for term in own))
        yield Piece(one.start, one.end, (*speech.saying(one.words), *speech.having(ways)))
    verbs = {word.start for word in line.words if word.pos == "動詞"}
    for term in line.terms:
        taken = any(term.start < one.end and one.start < term.end for one in known)
        if taken or not start <= term.start < end or _in_a_word(term, line):
            continue
        written = line.text[term.start : term.end]
        if equals(written) or term.name:
            yield Piece(term.start, term.end, _named(written, speech.text, sight))
        elif term.key.startswith("c:"):
            if term.start not in verbs and _NOUN.fullmatch(written):
                at = speech.having(_ways(term.key, turned=turned))
                yield Piece(term.start, term.end, at)
        elif _KATAKANA.fullmatch(written):
            at = sight.names.sounds_among(written, speech.words)
            yield Piece(term.start, term.end, at)
    wants = _WANTS.search(speech.text)
    for word in line.words:
        if start <= word.start < end and word.base == "たい" and word.pos == "助動詞":
            yield Piece(word.start, word.end, (wants.start(),) if wants else ())


def _in_a_word(term: Term, line: Statement) -> bool:
    """Whether it is only the tail of another word: 代金 in 身代金."""
    return any(word.start < term.start < word.end for word in line.words)


def _named(name: str, text: str, sight: Sight) -> tuple[int, ...]:
    """Where the words name it."""
    lower = text.lower()
    ways = {name.lower(), sight.names.spelled(name).lower(), *equals(name)} - {""}
    found = (re.search(rf"\b{re.escape(way)}", lower) for way in sorted(ways))
    return tuple(match.start() for match in found if match)


def _ways(key: str, *, turned: bool) -> frozenset[str]:
    """The terms by which English may tell one of ours; where either denies, the opposite too."""
    if not key.startswith("c:"):
        return frozenset((key,))
    near = akin(key[2:]) | (opposites(key[2:]) if turned else frozenset())
    words = frozenset(f"w:{stem_of(word)}" for word in in_their_words(key[2:]))
    return words | {key} | {f"c:{one}" for one in near}


def pointed_at(piece: Piece, text: str, speech: Speech) -> bool:
    """Whether a quotation only says what an it means: この薬."""
    this = _THIS.search(text, max(0, piece.start - 4), piece.start)
    return bool(this and _IT.search(speech.text))
