"""Words made of known ones: inflected, with a prefix, or two written together.

`known` gives the katakana of a word in lower case, or "". A stem must be known: what is not is
left to the converters, who hear endings better than strange stems.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.reading.endings import (
    ability,
    able,
    believer,
    doer,
    going,
    manner,
    most,
    noun,
    of_ion,
    past,
    plural,
)
from broadcaster.reading.words import PREFIXES, SHORT_PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Known = Callable[[str], str]

_FOLLOWING = {
    "ness": "ネス", "less": "レス", "ful": "フル", "ment": "メント", "ments": "メンツ",
    "ship": "シップ", "hood": "フッド", "ware": "ウェア", "wise": "ワイズ", "like": "ライク",
    "free": "フリー",
}  # fmt: skip
_OF_WHOLE_WORDS = frozenset(("ism", "ist", "ists", "al", "ally", "ary"))
"""Endings that join a word in the vocabulary only: multinational is no multination."""

_AMERICAN = (
    (re.compile("is(?=(?:e[drs]?|ers|ing|ations?)$)"), "iz"),
    (re.compile("ys(?=(?:e[drs]?|ers|ing)$)"), "yz"),
    (re.compile("(?<=...)our(?=(?:s|ed|ing|ful|ite|ites|able)?$)"), "or"),
    (re.compile("(?<=..)tre(?=s?$)"), "ter"),
)
"""British spelling → American, for words that are only known so: normalise, analyse, behaviour."""

_LONGEST_PREFIX = max(map(len, PREFIXES))
_VOWELS = "aeiou"
_SHORT = re.compile("[^aeiouy]*[aeiouy][^aeiouywx]")
"""One syllable that would double its last letter before an ending: mated comes from mate."""


def derived(word: str, known: Known) -> str:
    """The katakana of a word in lower case that is made of known ones; empty where it is not."""
    return (
        _inflected(word, known)
        or _prefixed(word, known)
        or _inflected(word, known, built=True)
        or _compound(word, known)
        or _british(word, known)
    )


def _british(word: str, known: Known) -> str:
    for british, american in _AMERICAN:
        if british.search(word):
            respelled = british.sub(american, word)
            return known(respelled) or _inflected(respelled, known)
    return ""


def _inflected(word: str, known: Known, *, built: bool = False) -> str:
    """A stem and its ending; `built`: the stem may itself be made of known words."""
    if word.endswith("s") and (single := known(word[:-1])):
        return plural(single, word[:-1])
    for ending, put in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        for stem, doubled in _stems(word, ending):
            parts = built and len(stem) > 5 and ending not in _OF_WHOLE_WORDS
            reading = known(stem) or (_built(stem, known) if parts else "")
            if reading:
                return put(reading, stem, doubled)
    return ""


def _stems(word: str, ending: str) -> Iterator[tuple[str, bool]]:
    """What may stand before the ending: hop, hope; run of running (doubled); happy of happily."""
    rest = word[: -len(ending)]
    if ending in ("ily", "iness", "ies", "ied", "ier", "iers", "iest"):
        yield rest + "y", False
        return
    if ending in ("al", "ary") or (ending == "ally" and rest.endswith("ion")):
        if rest.endswith("ion"):
            yield rest, False
        return
    if ending == "bly":
        yield rest + "ble", False
        return
    if ending in ("s", "ally", "ism", "ist", "ists") or ending in _FOLLOWING:
        yield rest, False
        return
    if ending in ("ed", "ing", "ings", "er", "ers", "est", "able", "ability"):
        if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in _VOWELS:
            yield rest, True
            yield rest[:-1], True
        yield rest + "e", False
        if _SHORT.fullmatch(rest):
            return
    yield rest, False


def _put(function: Callable[[str, str], str]) -> Callable[[str, str, bool], str]:
    return lambda reading, stem, _: function(reading, stem)


def _following(suffix: str) -> Callable[[str, str, bool], str]:
    return lambda reading, stem, _: noun(suffix, reading, stem)


def _believing(suffix: str) -> Callable[[str, str, bool], str]:
    return lambda reading, stem, _: believer(suffix, reading, stem)


def _of_ion(suffix: str) -> Callable[[str, str, bool], str]:
    return lambda reading, _, __: of_ion(suffix, reading)


def _ally(reading: str, stem: str, _: bool) -> str:
    """-ally after -ion is ナリー: nationally; after -ic it is -ly: drastically."""
    return of_ion("ナリー", reading) if stem.endswith("ion") else manner(reading, stem)


def _doing(reading: str, stem: str, doubled: bool) -> str:
    return going(reading, stem, doubled=doubled)


def _doer(reading: str, stem: str, doubled: bool) -> str:
    return doer(reading, stem, doubled=doubled)


def _doers(reading: str, stem: str, doubled: bool) -> str:
    return doer(reading, stem, doubled=doubled) + "ズ"


def _doings(reading: str, stem: str, doubled: bool) -> str:
    return going(reading, stem, doubled=doubled) + "ズ"


_ENDINGS: tuple[tuple[str, Callable[[str, str, bool], str]], ...] = (
    ("ability", _put(ability)),
    ("able", _put(able)),
    ("iness", _following("ネス")),
    *((ending, _following(said)) for ending, said in _FOLLOWING.items()),
    ("al", _of_ion("ナル")),
    ("ally", _ally),
    ("ary", _of_ion("ナリー")),
    ("ism", _believing("ズム")),
    ("ist", _believing("スト")),
    ("ists", _believing("スツ")),
    ("ily", _put(manner)),
    ("bly", _put(manner)),
    ("ly", _put(manner)),
    ("iest", _put(most)),
    ("est", _put(most)),
    ("ings", _doings),
    ("ing", _doing),
    ("ied", _put(past)),
    ("ed", _put(past)),
    ("ier", _doer),
    ("iers", _doers),
    ("ers", _doers),
    ("er", _doer),
    ("ies", _put(plural)),
    ("es", _put(plural)),
    ("s", _put(plural)),
)


def _built(word: str, known: Known) -> str:
    """A stem that is itself made of known words, one step down: checkpoint of checkpoints."""
    return _prefixed(word, known) or _compound(word, known)


def _prefixed(word: str, known: Known) -> str:
    """un + known, over + fitting; what follows may be inflected."""
    for length in range(min(_LONGEST_PREFIX, len(word) - 4), 0, -1):
        said = PREFIXES.get(word[:length])
        if said:
            rest = word[length:]
            reading = known(rest) or _inflected_of_known(rest, known)
            if reading:
                return said + reading
    return ""


def _inflected_of_known(word: str, known: Known) -> str:
    return _inflected(word, lambda stem: known(stem) if len(stem) > 2 else "")


def _compound(word: str, known: Known) -> str:
    """Two known words written together, the most even cut first: time + table."""
    cuts = range(3, len(word) - 2)
    for at in sorted(cuts, key=lambda at: (abs(2 * at - len(word)), at)):
        head, tail = word[:at], word[at:]
        if _may_join(head, tail):
            first = known(head)
            last = first and (known(tail) or _inflected_of_known(tail, known))
            if first and last:
                return first + last
    return ""


def _may_join(head: str, tail: str) -> bool:
    """Three letters join only where they are a word people join: air, web, day."""
    return all(len(part) > 3 or part in SHORT_PARTS for part in (head, tail))
