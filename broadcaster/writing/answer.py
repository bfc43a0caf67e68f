"""What the model answered, judged before anybody speaks it; a server's word is not enough."""

from __future__ import annotations

import json
import re
from typing import Final

from broadcaster.errors import EngineFailed
from broadcaster.writing.prompt import MOST_CHARACTERS, MOST_LINES

_LEAST_LINES: Final = 2
_LEAST_JAPANESE: Final = 0.5
_LEAST_KANA: Final = 0.15
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶー一-龠々]")
_KANA: Final = re.compile(r"[ぁ-んァ-ヶー]")
_LETTER: Final = re.compile(r"[^\W_]")
_FORBIDDEN: Final = re.compile(r"[\x00-\x1f\x7f\ufffd]|https?:|www\.|[<>{}\\|`]|\[/?[A-Z_]{3,}\]")


def read_answer(text: str, model: str) -> tuple[str, ...]:
    """The lines of a reply; EngineFailed with the reason where it cannot be broadcast."""
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise EngineFailed("answered something that is no JSON", model, "try again") from error
    lines = found.get("lines") if isinstance(found, dict) else None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise EngineFailed("answered in another shape than asked for", model, "try again")
    said = tuple(" ".join(line.split()) for line in lines if line.strip())
    fault = _fault(said)
    if fault:
        raise EngineFailed(f"answered {fault}", model, "try again")
    return said


def _fault(lines: tuple[str, ...]) -> str:
    if not _LEAST_LINES <= len(lines) <= MOST_LINES:
        return f"{len(lines)} lines"
    if any(len(line) > MOST_CHARACTERS for line in lines):
        return "a line that is too long"
    if any(_FORBIDDEN.search(line) for line in lines):
        return "something that cannot be spoken"
    if len(set(lines)) < len(lines):
        return "the same line twice"
    whole = "".join(lines)
    letters = len(_LETTER.findall(whole))
    if len(_JAPANESE.findall(whole)) < _LEAST_JAPANESE * letters or not letters:
        return "something that is not Japanese"
    if len(_KANA.findall(whole)) < _LEAST_KANA * letters:
        return "something that is not Japanese"
    return ""
