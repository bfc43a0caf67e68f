"""Phrases (bunsetsu), where a line may break. Sole owner of budoux."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from broadcaster.japanese.analyser import chunks


def phrases(text: str) -> tuple[str, ...]:
    """The text cut where a line may break (bunsetsu); joined they give the text back.

    Never inside a number or a Latin word, where budoux alone would cut.
    """
    found: list[str] = []
    for piece in (part for chunk in chunks(text) for part in _phrase_parser().parse(chunk)):
        if found and _one_token(found[-1][-1], piece[0]):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


def _one_token(before: str, after: str) -> bool:
    return (before.isalnum() or before in ".,-_") and after.isalnum() and _narrow(before + after)


def _narrow(chars: str) -> bool:
    return chars.isascii() or chars.isdigit()


@lru_cache(maxsize=1)
def _phrase_parser() -> Any:
    import budoux

    return budoux.load_default_japanese_parser()
