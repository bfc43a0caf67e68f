"""The analyser inside Open JTalk: loaded once, given what it can bear, its gaps bridged.

Sole owner of pyopenjtalk-plus outside the built-in voice. Nothing here raises on any Unicode
string.
"""

from __future__ import annotations

import contextlib
import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from broadcaster.japanese.sentence_ends import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

CHUNK = 1000
"""Characters handed to the analyser at once; it breaks off somewhere above 5,000."""

_UNENCODABLE = re.compile("[\\0\ud800-\udfff]|(?<![ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<![ﾊ-ﾎ])ﾟ")


def chunks(text: str) -> Iterator[str]:
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


def entries_of(chunk: str) -> list[dict[str, Any]]:
    """The analyser's entries; where it gives up on a text, those of its two halves.

    It loses its place in rare strings (々 after a space, for one), never in a sentence.
    """
    if not chunk:
        return []
    try:
        # predict_nani needs onnxruntime: with it, readings would depend on what else is installed.
        entries = load_analyser().g2p_mapping(encodable(chunk), predict_nani=False)
    except (ValueError, RuntimeError):
        if len(chunk) == 1:
            return []
        middle = len(chunk) // 2
        return entries_of(chunk[:middle]) + _shifted(entries_of(chunk[middle:]), middle)
    return list(entries)


def morphs_of(chunk: str) -> list[dict[str, Any]]:
    """The entries of MeCab alone, without how anything is said: eight times as fast."""
    if not chunk:
        return []
    return list(load_analyser().run_mecab_detailed(encodable(chunk))[1])


def _shifted(entries: list[dict[str, Any]], by: int) -> list[dict[str, Any]]:
    return [
        entry | {"char_span": (entry["char_span"][0] + by, entry["char_span"][1] + by)}
        for entry in entries
    ]


def encodable(text: str) -> str:
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
