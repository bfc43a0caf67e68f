"""Names whose accent was asked for, put into Open JTalk's analysis as words of one piece.

Open JTalk would cut パイトーチ into パイ and トーチ, and let クウェンスリーモデル be one unknown
word. Between its two steps, words and accents, the words at each name's place are exchanged for
a proper noun with the nucleus asked for, just as a user dictionary would have given it: the rest
of Open JTalk (accent phrases, compounds such as 社 and 版, unvoiced vowels) then does its own
work. Why no compiled user dictionary: a row of one matches wherever its letters stand (ロン inside
イーロン), while a name holds at its very place only; the rows themselves are the same words with
the same features, and `lexicon export` writes them as Open JTalk's CSV for other programs.

Measured (`python -m tests.bench.naming`): 200 names in 4 carriers, nucleus, phrase and rest right
800 times of 800 both ways, 1.5 ms a sentence against a dictionary's 0.9 (made in 11 ms). But one
of all 2,160 names says 11 of 594 sentences of news otherwise, four of them wrong (イー|ロン).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from broadcaster.cards import kana_morae

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

NAME: Final = re.compile("[ァ-ヺー]+")
"""What can be said as a name: katakana throughout."""

_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Name:
    """The `nth` (from 0) `kana` of a text falls after its mora `nucleus`; 0 is flat."""

    kana: str
    nth: int
    nucleus: int


def names_of(reading: str, accent: Iterable[tuple[int, int, int]]) -> tuple[Name, ...]:
    """The accents of an utterance as names, in order; those that fit no name are left out.

    A person may have edited the reading: a range that holds anything but katakana, or runs into
    the one before it, asks for nothing.
    """
    names = []
    reached = 0
    for start, end, nucleus in sorted(accent):
        kana = reading[start:end]
        if (
            reached <= start < end <= len(reading)
            and len(kana) <= _LONGEST
            and NAME.fullmatch(kana)
        ):
            names.append(Name(kana, _occurrences(kana, reading, start), nucleus))
            reached = end
    return tuple(names)


def _occurrences(kana: str, text: str, before: int) -> int:
    """How often `kana` starts in the text ahead of `before`, overlaps counted."""
    return sum(text.startswith(kana, at) for at in range(before))


def analyser_knowing(package: ModuleType, names: Sequence[Name]) -> Any:
    """An analyser of one's own that says these names as asked; None where there are none.

    For the `jtalk` argument of pyopenjtalk-plus. Made in a tenth of a millisecond: the
    dictionary is mapped into memory once.
    """
    if not names:
        return None
    analyser = _kind(package)(dn_mecab=package.OPEN_JTALK_DICT_DIR)
    analyser.names = tuple(names)
    return analyser


@cache
def _kind(package: ModuleType) -> Any:
    class Knowing(package.OpenJTalk):  # type: ignore[misc, name-defined]
        """Open JTalk between whose steps the names are put in."""

        names: tuple[Name, ...] = ()

        def run_frontend_detailed(
            self, text: str, restore_unknown_katakana: bool, modify_numeral_reading: bool
        ) -> tuple[list[Any], list[Any]]:
            _, morphs = self.run_mecab_detailed(text)
            morphs = with_names(morphs, self.names, lambda kana: self.run_mecab_detailed(kana)[1])
            features = [",".join(morph["features"]) for morph in morphs if not morph["is_ignored"]]
            return (
                self.run_njd_from_mecab(features, restore_unknown_katakana, modify_numeral_reading),
                morphs,
            )

    return Knowing


def with_names(
    morphs: Sequence[dict[str, Any]], names: Iterable[Name], analyse: Any
) -> list[dict[str, Any]]:
    """The morphemes of a text, those at a name's place exchanged for the name.

    What sticks out of a name on either side is analysed anew, by `analyse`.
    """
    body = "".join(morph["surface"] for morph in morphs)
    kept = list(morphs)
    for name in names:
        start = _place(body, name)
        if start >= 0:
            kept = list(_exchanged(kept, name, start, analyse))
    return kept


def _place(body: str, name: Name) -> int:
    at = -1
    for _ in range(name.nth + 1):
        at = body.find(name.kana, at + 1)
        if at < 0:
            break
    return at


def _exchanged(
    morphs: Iterable[dict[str, Any]], name: Name, start: int, analyse: Any
) -> Iterator[dict[str, Any]]:
    end = start + len(name.kana)
    at = 0
    for morph in morphs:
        first, last = at, at + len(morph["surface"])
        at = last
        if last <= start or first >= end:
            yield morph
            continue
        origin = morph["char_span"][0] - first
        if first < start:
            yield from _moved(analyse(morph["surface"][: start - first]), first + origin)
        if first <= start:
            yield _named(morph, name, start + origin)
        if last > end:
            yield from _moved(analyse(morph["surface"][end - first :]), end + origin)


def _moved(morphs: Iterable[dict[str, Any]], by: int) -> Iterator[dict[str, Any]]:
    for morph in morphs:
        start, end = morph["char_span"]
        yield morph | {"char_span": (start + by, end + by)}


def _named(morph: dict[str, Any], name: Name, start: int) -> dict[str, Any]:
    """The name as a dictionary would give it: a proper noun that keeps its nucleus (rule C1)."""
    kana = name.kana
    morae = kana_morae(kana)
    accent = f"{min(name.nucleus, morae)}/{morae}"
    features = [kana, "名詞", "固有名詞", "一般", "*", "*", "*", kana, kana, kana, accent, "C1"]
    return morph | {
        "surface": kana,
        "features": features,
        "char_span": (start, start + len(kana)),
        "is_unknown": False,
        "is_ignored": False,
    }
