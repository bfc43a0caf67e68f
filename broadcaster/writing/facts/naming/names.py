"""Who and where: the names an article knows, however a line spells them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import equals, places_in, plain_words
from broadcaster.writing.facts.naming.initials import initials
from broadcaster.writing.facts.naming.loanwords import (
    called,
    everyday,
    one_apart,
    rival,
    titled,
)
from broadcaster.writing.facts.naming.mixed import mixed_names
from broadcaster.writing.facts.naming.plain import (
    folded,
    is_trade,
    ordinary,
    within,
)
from broadcaster.writing.facts.naming.sounding import heard_as, sounds_like
from broadcaster.writing.facts.naming.symbols import is_symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.writing.facts.claims.statements import Statement

_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]*(?:[.+'&-]?[A-Za-z0-9À-ɏ]+)*")
_PAIR: Final = re.compile(
    r"(?<![A-Za-z])([A-Z][A-Za-z]+) (?=([A-Z][A-Za-z]+|[a-z]{2,8}(?![a-z ])))"
)
_PARTS: Final = re.compile("[A-Z][a-z]{3,}|[A-Za-z]{4,}(?![A-Za-z])")
"""BasaltDB is バサルトDB, and Jae-won two parts of a name."""

_COUNTED: Final = re.compile("[ギメ]ガ|テラ|[基個台枚本機件社人種万億兆]")
_TWO_WORDS: Final = 5
"""カルダーベイ is Calder Bay."""

_KATAKANA: Final = re.compile("[ァ-ヴ][ァ-ヴー]+")
_KANJI: Final = re.compile("[一-龠々]+")
_TITLED: Final = re.compile(
    r"(?<![一-龠々])([一-龠々]{2,4})(?:さん|氏(?![一-龠])|選手|投手|議員|容疑者|被告)"
)
_GENERIC: Final = re.compile(
    "者|員|主|長|皆|客|人|家|方|業|学|国会|地方|市議|県議|都議|農|漁|医|職|親|社|店|選|衆|参|前|元|副"
)
_DOTTED: Final = re.compile(r"(?<![\d.])\d{1,6}(?:\.\d{1,6}){2,4}(?![\d.])")
_SUFFIXES: Final = frozenset("店屋社員者人機用的性化型式局部課会場所館院室家主")
_BOUNDS: Final = ("以上", "以下", "未満", "以内", "前後", "程度", "以前", "以後", "以降", "以来")
_MOST_READ: Final = 600


class Names:
    """The names of an article. pronounce: text to katakana, for Latin ones."""

    def __init__(
        self, text: str, statements: tuple[Statement, ...], pronounce: Callable[[str], str] | None
    ) -> None:
        self.text = text
        self._lower = text.lower()
        whole = _runs(_LATIN, text)
        found = (match[0] for name in whole for match in _PARTS.finditer(name))
        self._latin = tuple(dict.fromkeys((*whole, *found)))
        self.foreign = not any(one.words for one in statements)
        self._folded = {folded(name) for name in self._latin} | {
            folded(f"{one}{other}")
            for one, other in zip(self._latin, self._latin[1:], strict=False)
        }
        self._initials = initials(text)
        self._pairs = tuple(dict.fromkeys(match.groups() for match in _PAIR.finditer(text)))
        self._katakana = _runs(_KATAKANA, text)
        self._kanji = _runs(_KANJI, text)
        self.mixed = mixed_names(text)
        self._pronounce = pronounce
        self._readings: dict[str, str] = {}
        self._found: dict[tuple[str, str], str] = {}
        words = (word for one in statements for word in one.words)
        proper = (word for word in words if word.pos1 == "固有名詞")
        self._spoken = {word.surface: word.pronunciation for word in proper}

    def knows(self, name: str, reading: str = "") -> bool:
        """Whether the article has this name. reading: how a name in kanji is read."""
        inside = any(place in self._lower for place in places_in(name.lower()))
        return inside or bool(self.spelled(name, reading))

    def spelled(self, name: str, reading: str = "") -> str:
        """How the article spells it; empty where it has no such name."""
        if (name, reading) not in self._found:
            self._found[name, reading] = self._spelled(name, reading)
        return self._found[name, reading]

    def _spelled(self, name: str, reading: str) -> str:
        lower = name.lower()
        if lower in self._lower:
            return name
        for other in sorted(equals(lower), key=lambda one: (-len(one), one)):
            if (
                re.search(rf"(?<![a-z0-9]){re.escape(other)}", self._lower)
                if other.isascii()
                else other in self._lower
            ):
                return other
        if name.isascii():
            return self._latin_name(name)
        if _KATAKANA.fullmatch(name):
            return self._katakana_name(name)
        return self._kanji_name(name, reading)

    def _latin_name(self, name: str) -> str:
        if folded(name) in self._folded or name.lower() in plain_words("everyday"):
            return name
        if name in self._initials:
            return self._initials[name]
        reading = self._read(name)
        return next((one for one in self._katakana if sounds_like(one, name, reading)), "")

    def _katakana_name(self, name: str) -> str:
        if not self.foreign and any(one_apart(one, name) for one in self._katakana):
            return ""
        for one in self._latin[:_MOST_READ]:
            if self._read(one) == name:
                return one
        for one in self._latin[:_MOST_READ]:
            says = heard_as if one.islower() else sounds_like
            if says(name, one, self._read(one)):
                return one
        for one, other in self._pairs[:_MOST_READ] if len(name) >= _TWO_WORDS else ():
            if sounds_like(name, one + other, self._read(one) + self._read(other)):
                return one
        return next((one for one, said in self._spoken.items() if said == name), "")

    def _kanji_name(self, name: str, reading: str) -> str:
        if len(name) > 2 and name[-1] in _SUFFIXES and name[:-1] in self.text:
            return name[:-1]
        if len(name) > 1:
            for run in self._kanji:
                if len(run) > len(name) and run[0] == name[0] and within(name, run):
                    return run
        if reading:
            for one in self._latin:
                if one[0].isupper() and sounds_like(reading, one, self._read(one)):
                    return one
        return ""

    def _read(self, name: str) -> str:
        if self._pronounce is None or len(name) > 24:
            return ""
        if name not in self._readings:
            self._readings[name] = self._pronounce(name)
        return self._readings[name]

    def unknown_in(self, line: Statement) -> Iterator[tuple[str, str]]:
        """Each name of a line that the article does not know, and its nearest there."""
        text = line.text
        for match in _LATIN.finditer(text):
            if is_symbol(match, line) or self._counts_of(match, text):
                continue
            if (not match[0][-1:].isdigit() and not self.knows(match[0])) or (
                match[0][-1:].isdigit() and not self._latin_name(match[0])
            ):
                yield match[0], self.nearest(match[0])
        for match in _DOTTED.finditer(text):
            if match[0] not in self.text:
                yield match[0], next(iter(_DOTTED.findall(self.text)), "")
        sums = [(one.start, one.end) for one in line.amounts]
        for match in _KATAKANA.finditer(text):
            if any(start < match.start() < end for start, end in sums):
                continue
            if self._doubtful(match[0], match.start(), line) and not self.knows(match[0]):
                yield match[0], self.nearest(match[0])
        yield from self._unknown_kanji(line)

    def _counts_of(self, found: re.Match[str], text: str) -> bool:
        """Whether it is a name and how much of that: VRAM24ギガ, GPU256基."""
        name = found[0].rstrip("0123456789")
        return name != found[0] and bool(_COUNTED.match(text, found.end())) and self.knows(name)

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every Latin name of the article that katakana may stand for."""
        written = (one for one in self._latin[:_MOST_READ] if not one.islower())
        known = equals(name.lower())
        return tuple(
            one for one in written
            if sounds_like(name, one, self._read(one)) or one.lower() in known
        )  # fmt: skip

    def sounds_among(self, katakana: str, words: tuple[tuple[str, int], ...]) -> tuple[int, ...]:
        """Where katakana says an English word of a text, or two of them together."""
        if self._pronounce is None:
            return tuple(at for _, at in words)
        said = [(word, self._read(word), at) for word, at in words]
        alone = (at for word, read, at in said if heard_as(katakana, word, read))
        pairs = pairwise(said)
        joined = (
            at for (one, read, at), (other, ends, _) in pairs
            if heard_as(katakana, one + other, read + ends)
        )  # fmt: skip
        return tuple(sorted({*alone, *joined}))

    def goes_on(self, stem: str) -> bool:
        """Whether the article writes it only at the head of longer names: みなと of みなと通商."""
        ends = [match.end() for match in re.finditer(re.escape(stem), self.text)]
        return bool(ends) and all(
            re.match("[一-龠ァ-ヴー]{2}", self.text[end : end + 2]) for end in ends
        )

    def holds(self, text: str) -> bool:
        """Whether the article writes just this somewhere."""
        return text in self.text

    def _doubtful(self, run: str, start: int, line: Statement) -> bool:
        """Katakana that may be a name: no loanword, and no plain noun of the dictionary."""
        end = start + len(run)
        if called(line.text, start, end):
            return True
        if run in plain_words("loanwords"):
            return False
        if titled(line.text, run, end):
            return True
        parts = [word for word in line.words if word.start < end and start < word.end]
        if everyday(run):
            return any(word.unknown for word in parts) and bool(
                rival(run, self._katakana, line.text[:start])
            )
        return any(
            (word.pos1 == "固有名詞" or word.unknown or word.pos in ("フィラー", "感動詞"))
            and word.surface not in plain_words("loanwords")
            for word in parts
        )

    def _unknown_kanji(self, line: Statement) -> Iterator[tuple[str, str]]:
        for word in line.words:
            proper = _KANJI.match(word.surface) and (
                word.pos1 == "固有名詞" or word.surface in plain_words("surnames")
            )
            if (
                not proper
                or word.surface in plain_words("ordinary")
                or (self.foreign and word.pos2 != "人名" and not equals(word.surface))
                or self.knows(word.surface, word.pronunciation)
            ):
                continue
            yield word.surface, self.nearest(word.surface)
        for match in _TITLED.finditer(line.text):
            plain = is_trade(line, *match.span(1))
            if not plain and not self.knows(match[1]) and not _GENERIC.search(match[1]):
                yield match[1], self.nearest(match[1])
        yield from self._mistaken(line)

    def _mistaken(self, line: Statement) -> Iterator[tuple[str, str]]:
        """Runs of kanji that are one character off the article's: 西浜大学, or 牧村 for 牧野."""
        for match in _KANJI.finditer(line.text):
            dated = any(one.start < match.end() and match.start() < one.end for one in line.moments)
            counted = match[0].endswith(_BOUNDS)
            if len(match[0]) < 2 or match[0] in self.text or dated or counted:
                continue
            inside = [w for w in line.words if match.start() <= w.start and w.end <= match.end()]
            if (near := self._one_off(match[0])) and not ordinary(match[0], near, inside):
                yield match[0], near

    def _one_off(self, run: str) -> str:
        """A run of kanji in the article that differs in one character: 西浜大学, 東浜大学."""
        for one in self._kanji:
            if len(one) != len(run) or {one[-1], run[-1]} <= _SUFFIXES:
                continue
            if sum(a != b for a, b in zip(one, run, strict=True)) == 1:
                return one
        return ""

    def nearest(self, name: str) -> str:
        """The name of the article that looks most like it."""
        pool = (
            self._latin
            if name.isascii()
            else self._katakana
            if _KATAKANA.match(name)
            else self._kanji
        )
        shared = [(len(set(one) & set(name)), -at, one) for at, one in enumerate(pool)]
        best = max(shared, default=(0, 0, ""))
        return best[2] if best[0] else ""


def _runs(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """What a pattern finds, each once, in order."""
    return tuple(dict.fromkeys(match[0] for match in pattern.finditer(text)))
