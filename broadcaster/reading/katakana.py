"""Unknown English words in katakana: kanalizer and e2k are asked, their quarrels judged.

kanalizer and e2k's small model are asked first; where they agree they are right 96 times in a
hundred. Where they do not, e2k's large model is asked too, and `judging` weighs the answers
against the spelling. The verdict is remembered on this machine. A converter that cannot be
loaded is done without, with one warning. Nothing here raises.
"""

from __future__ import annotations

import atexit
import logging
import re
from functools import cache, lru_cache
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING

from broadcaster.reading.judging import judged
from broadcaster.reading.orthography import as_announced
from broadcaster.reading.remembered import Remembered, cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    Converter = Callable[[str], str]

log = logging.getLogger(__name__)

_KATAKANA = re.compile("[ァ-ヺ][ァ-ヺー]*")
PACKAGES = ("kanalizer", "e2k")
MOST_KANA = 32
TABLES = 1
"""Counts up with each new `judging.tsv`, so that no machine remembers an older verdict."""

Vote = tuple[str, str, float]
"""Katakana, who decided, confidence."""


@lru_cache(maxsize=65536)
def convert(word: str) -> Vote | None:
    """The katakana of a lower-case word of at most 24 letters; None where nobody can tell."""
    memory = _memory()
    known = memory.get(word) if memory else None
    if known:
        return known[0], known[1], float(known[2])
    vote = _voted(word, candidates(word))
    if vote and memory and all(_converters()):
        memory.put(word, (vote[0], vote[1], str(vote[2])))
    return vote


def candidates(word: str) -> dict[str, str]:
    """What the converters make of a word → who says so: kanalizer k, e2k's small s, its large l.

    The large one, whose time is dear, is asked only where the others quarrel.
    """
    kanalizer, small, large = _converters()
    answers = {"k": _asked(kanalizer, word), "s": _asked(small, word)}
    if answers["k"] != answers["s"]:
        answers["l"] = _asked(large, word)
    said: dict[str, str] = {}
    for who, katakana in answers.items():
        if katakana:
            said[katakana] = said.get(katakana, "") + who
    return said


def _voted(word: str, said: dict[str, str]) -> Vote | None:
    if not said:
        return None
    first, who = next(iter(said.items()))
    if len(said) == 1:
        return (first, "kanalizer and e2k", 0.9) if len(who) > 1 else (first, "one converter", 0.6)
    best, belief = judged(word, said)
    return best, "the best of several", round(0.5 + 0.3 * belief, 2)


def _asked(converter: Converter | None, word: str) -> str:
    if converter is None:
        return ""
    try:
        made = converter(word)
    except (ValueError, KeyError, IndexError):
        return ""
    return as_announced(word, made) if _KATAKANA.fullmatch(made) else ""


@cache
def _converters() -> tuple[Converter | None, Converter | None, Converter | None]:
    """kanalizer, e2k small and e2k large; one warning tells which could not be loaded."""
    missing: list[str] = []
    found: list[Converter | None] = []
    for load in (_load_kanalizer, _load_small, _load_large):
        try:
            found.append(load())
        except (ImportError, OSError, ValueError, RuntimeError) as error:
            found.append(None)
            missing.append(str(error))
    if missing:
        log.warning("unknown English words suffer, perhaps are spelled: %s", "; ".join(missing))
    return found[0], found[1], found[2]


def _load_kanalizer() -> Converter:
    import kanalizer

    return lambda word: str(kanalizer.convert(word, on_incomplete="ignore"))


def _load_small() -> Converter:
    import e2k

    model = e2k.C2K(max_len=MOST_KANA, model="turbo")
    return lambda word: str(model(word))


def _load_large() -> Converter:
    import e2k

    model = e2k.C2K(max_len=MOST_KANA)
    return lambda word: str(model(word))


@cache
def _memory() -> Remembered | None:
    """The machine's memory of answers; none where a converter is missing: it would speak for it."""
    folder = cache_folder()
    try:
        versions = "-".join(f"{name}{metadata.version(name)}" for name in PACKAGES)
        installed = all(find_spec(name) for name in PACKAGES)
    except (metadata.PackageNotFoundError, ValueError):
        return None
    if folder is None or not installed:
        return None
    memory = Remembered(folder / f"katakana-{versions}-{TABLES}.tsv", answers=3)
    atexit.register(memory.save)
    return memory
