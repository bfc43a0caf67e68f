"""What of a Japanese quotation stands in the English words it is said to translate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import akin, equals, in_their_words, opposites
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.predications import denied
from broadcaster.writing.facts.claims.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.quotations import Quotation
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

SPOKEN: Final = re.compile(r'["“]([^"“”]{3,400})(?:["”]|\Z)')
_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][a-z]+)?")
_NOUN: Final = re.compile("[一-龠々]{2,}さ?|[ァ-ヴー]{3,}")
_KATAKANA: Final = re.compile("[ァ-ヴ][ァ-ヴー]{2,}")
_WANTS: Final = re.compile(
    r"\b(?:want|wish|hop(?:e|ing)|like|love|need|desire|eager|please|let|aim|should|willing|long|keen|"
    r"ready|dream|intend|plan|going to|must|would|'d|look(?:ing)? forward)",
    re.IGNORECASE,
)
_HERE: Final = re.compile(r"\b(?:country|nation|here|home|our|we|us|it|its|they|there)\b", re.IGNORECASE)
_THIS: Final = re.compile("(?:この|その|あの|こうした|そうした|こんな|そんな)\\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end] of a quotation; told: whether the English words have it."""

    start: int
    end: int
    told: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody says in English, sentence by sentence: each with where its words stand."""

    said: tuple[tuple[Statement, int, int], ...]

    @classmethod
    def of(cls, places: tuple[Statement, ...]) -> Speech:
        """All that stands in quotation marks in these sentences."""
        found = (
            (place, *match.span(1)) for place in places for match in SPOKEN.finditer(place.text)
        )
        return cls(tuple(found))

    @property
    def text(self) -> str:
        """Its words, one stretch after the other."""
        return "\n".join(place.text[start:end] for place, start, end in self.said)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the terms in it."""
        return frozenset(
            term.key for place, start, end in self.said for term in place.terms
            if start <= term.start < end
        )  # fmt: skip


def pieces(quoted: Quotation, speech: Speech, sight: Sight) -> tuple[Piece, ...]:
    """Every piece of a quotation of which it is known what it can mean in English."""
    return tuple(sorted(set(_pieces(quoted, speech, sight)), key=lambda one: (one.start, one.end)))


def _pieces(quoted: Quotation, speech: Speech, sight: Sight) -> Iterator[Piece]:
    start, end = quoted.start + 1, quoted.end - 1
    words = frozenset(word.lower() for word in _WORD.findall(speech.text))
    words |= {part for word in words for part in word.split("'")}
    turned = denied(quoted.said) or negative_english(speech.text)
    keys = speech.keys
    taken: list[tuple[int, int]] = []
    for one in wordings(sight.line.text, start, end):
        taken.append((one.start, one.end))
        own = [t for t in sight.line.terms if t.start < one.end and one.start < t.end]
        told = bool(one.words & words) or any(_stands(t.key, keys, turned) for t in own)
        yield Piece(one.start, one.end, told)
    free = [
        term for term in sight.line.terms if start <= term.start < end
        and not any(term.start < stop and begin < term.end for begin, stop in taken)
    ]  # fmt: skip
    verbs = {word.start for word in sight.line.words if word.pos == "動詞"}
    for term in free:
        written = sight.line.text[term.start : term.end]
        if equals(written) or term.name:
            yield Piece(term.start, term.end, _named(written, speech.text, sight))
        elif term.key.startswith("c:"):
            if term.start not in verbs and _NOUN.fullmatch(written):
                yield Piece(term.start, term.end, _stands(term.key, keys, turned))
        elif _KATAKANA.fullmatch(written):
            yield Piece(term.start, term.end, sight.names.sounds_among(written, speech.text))
    for word in sight.line.words:
        if start <= word.start < end and word.base == "たい" and word.pos == "助動詞":
            yield Piece(word.start, word.end, bool(_WANTS.search(speech.text)))


def _named(name: str, text: str, sight: Sight) -> bool:
    """Whether the words name it, or only point at it: our country."""
    lower = text.lower()
    ways = {name.lower(), sight.names.spelled(name).lower(), *equals(name)} - {""}
    return any(re.search(rf"\b{re.escape(way)}", lower) for way in ways)


def _stands(key: str, told: frozenset[str], turned: bool) -> bool:
    """Whether a concept is told, by a near one or by an English word another one has claimed."""
    if not key.startswith("c:"):
        return key in told
    near = akin(key[2:]) | (opposites(key[2:]) if turned else frozenset())
    words = (f"w:{word}" for word in in_their_words(key[2:]))
    return (
        key in told or any(f"c:{one}" in told for one in near) or any(map(told.__contains__, words))
    )


def pointed_at(piece: Piece, text: str) -> bool:
    """Whether a quotation only says what an it means: この薬."""
    return bool(_THIS.search(text, max(0, piece.start - 4), piece.start))
