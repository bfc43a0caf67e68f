"""What the model answered, judged before anybody speaks it; a server's word is not enough."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from broadcaster.errors import EngineFailed
from broadcaster.writing.schema import LEAST_LINES, MOST_CHARACTERS, MOST_LINES

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_JAPANESE: Final = 0.5
_LEAST_KANA: Final = 0.15
_MOST_REPEATED: Final = 1 / 3
"""Share of lines said twice from which a reply goes round in circles."""

_MOST_ANSWER: Final = 200_000
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶー一-龠々]")
_KANA: Final = re.compile(r"[ぁ-んァ-ヶー]")
_LETTER: Final = re.compile(r"[^\W_]")
_FORBIDDEN: Final = re.compile(r"[\x00-\x1f\x7f\ufffd]|https?:|www\.|[<>{}\\|`]|\[/?[A-Z_]{3,}\]")
_THOUGHT: Final = re.compile(r"\A\s*(?:<think>|\[THINK\]).*?(?:</think>|\[/THINK\])", re.DOTALL)
_FENCED: Final = re.compile(r"\A\s*```[a-zA-Z]{0,10}\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """A line as the model wrote it. source: the number of the sentence it tells; 0 for none."""

    text: str
    source: int = 0


def in_shape(text: str) -> tuple[Said, ...]:
    """The lines of a reply that has the shape asked for; empty where it has another."""
    try:
        return _spoken(_lines(text, ""))
    except EngineFailed:
        return ()


def is_japanese(said: Sequence[Said]) -> bool:
    """Whether the lines are in Japanese, kana and all."""
    whole = "".join(one.text for one in said)
    letters = len(_LETTER.findall(whole))
    kana, japanese = len(_KANA.findall(whole)), len(_JAPANESE.findall(whole))
    return letters > 0 and japanese >= _LEAST_JAPANESE * letters and kana >= _LEAST_KANA * letters


def read_answer(text: str, model: str) -> tuple[Said, ...]:
    """The lines of a reply; EngineFailed with the reason where it cannot be broadcast.

    A line that cannot be spoken, or is said a second time, is left out; where too few are left,
    or the whole is no Japanese, the reply is no good.
    """
    said = _spoken(_lines(text, model))
    fault = _fault(said)
    if fault:
        raise EngineFailed(f"answered {fault}", model, "try again")
    kept = dict[str, Said]()
    for one in said:
        kept.setdefault(one.text, one)
    return tuple(kept.values())


def _lines(text: str, model: str) -> list[Any]:
    try:
        found = json.loads(_bare(text[:_MOST_ANSWER]), strict=False)
    except (ValueError, RecursionError) as error:
        raise EngineFailed("answered something that is no JSON", model, "try again") from error
    lines = found.get("lines") if isinstance(found, dict) else None
    if not isinstance(lines, list) or not all(isinstance(_text_of(one), str) for one in lines):
        raise EngineFailed("answered in another shape than asked for", model, "try again")
    return lines


def _bare(text: str) -> str:
    """The JSON of a reply without the thoughts before it or the fence around it."""
    text = _THOUGHT.sub("", text)
    fenced = _FENCED.match(text)
    return fenced[1] if fenced else text


def _text_of(line: Any) -> Any:
    """A line is an object with its source, or a mere text from a server that binds no schema."""
    return line.get("say") if isinstance(line, dict) else line


def _spoken(lines: list[Any]) -> tuple[Said, ...]:
    found = []
    for line in lines[: 2 * MOST_LINES]:
        text = " ".join(_text_of(line).split())
        source = line.get("from", 0) if isinstance(line, dict) else 0
        if text and len(text) <= MOST_CHARACTERS and not _FORBIDDEN.search(text):
            found.append(Said(text, source if type(source) is int and source > 0 else 0))
    return tuple(found)


def _fault(said: tuple[Said, ...]) -> str:
    texts = [one.text for one in said]
    distinct = len(set(texts))
    if len(texts) - distinct > _MOST_REPEATED * len(texts):
        return "the same lines over and over"
    if distinct < LEAST_LINES:
        return f"{distinct} lines that can be spoken"
    if len(texts) > MOST_LINES:
        return f"{len(texts)} lines"
    return "" if is_japanese(said) else "something that is not Japanese"
