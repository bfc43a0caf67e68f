"""Unknown English words in katakana: a vote of kanalizer and e2k.

kanalizer and e2k's small model are asked first; where they agree they are right 96 times in a
hundred. Where they do not, e2k's large model decides, except that e2k forgets endings. What they
answered is remembered on this machine. A converter that cannot be loaded is done without, with
one warning. Nothing here raises.
"""

from __future__ import annotations

import atexit
import logging
import re
from functools import cache, lru_cache
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING

from broadcaster.reading.orthography import as_announced
from broadcaster.reading.remembered import Remembered, cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    Converter = Callable[[str], str]

log = logging.getLogger(__name__)

_KATAKANA = re.compile("[ァ-ヺ][ァ-ヺー]*")
_ENDING = re.compile("(?:[^s]s|ed|ing|est|ly|ers)$")
PACKAGES = ("kanalizer", "e2k")
MOST_KANA = 32

Vote = tuple[str, str, float]
"""Katakana, who decided, confidence."""


@lru_cache(maxsize=65536)
def convert(word: str) -> Vote | None:
    """The katakana of a lower-case word of at most 24 letters; None where nobody can tell."""
    answers = _answers(word)
    kanalizer, small, large = (as_announced(word, answer) for answer in answers)
    if kanalizer and kanalizer == small:
        return kanalizer, "kanalizer and e2k", 0.9
    if not kanalizer or not small:
        made = kanalizer or large or small
        return (made, "kanalizer" if kanalizer else "e2k", 0.6) if made else None
    if large in (small, kanalizer):
        ours = large == kanalizer or bool(_ENDING.search(word))
        return (kanalizer if ours else large), "two of three", 0.7
    return kanalizer, "kanalizer", 0.5


def _answers(word: str) -> tuple[str, ...]:
    """What kanalizer, e2k's small and e2k's large model say; the large is asked in doubt only."""
    memory = _memory()
    known = memory.get(word) if memory else None
    if known:
        return known
    kanalizer, small, large = _converters()
    first, second = _asked(kanalizer, word), _asked(small, word)
    sure = first and as_announced(word, first) == as_announced(word, second)
    answers = (first, second, "" if sure else _asked(large, word))
    if memory and kanalizer and small and large:
        memory.put(word, answers)
    return answers


def _asked(converter: Converter | None, word: str) -> str:
    if converter is None:
        return ""
    try:
        made = converter(word)
    except (ValueError, KeyError, IndexError):
        return ""
    return made if _KATAKANA.fullmatch(made) else ""


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
    memory = Remembered(folder / f"katakana-{versions}.tsv", answers=3)
    atexit.register(memory.save)
    return memory
