"""VOICEVOX's user dictionary: `user_dict.json` as /user_dict gives and /import_user_dict takes.

An object of uuid → entry with surface, pronunciation, accent_type, mora_count, part of speech,
priority (VOICEVOX ENGINE 0.25, schema UserDictWord).
"""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from uuid import NAMESPACE_URL, uuid5

from broadcaster.cards import kana_morae
from broadcaster.errors import CardError
from broadcaster.reading.userdict import CONTEXT, nucleus, pronounced, row_of, widened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.programme import LexiconRow

PRIORITY: Final = 8
"""Of 0 to 10. The default, 5, often loses against the parts of the word (VOICEVOX #718)."""

_SPACE: Final = uuid5(NAMESPACE_URL, "broadcaster/lexicon")


def json_rows(text: str, name: object) -> Iterator[LexiconRow]:
    """The rows of a user_dict.json; CardError naming the line and the entry that is bad."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CardError(f"not valid JSON: {error}", name, "export it again") from error
    if not isinstance(entries, dict):
        raise CardError("is no object of uuid and entry", name, "export it from VOICEVOX again")
    for key, entry in entries.items():
        yield _row(entry, partial(_refused, name, text, key))


def json_text(rows: Sequence[LexiconRow]) -> str:
    """The rows as JSON, one uuid a surface; a row without an accent gets the one we would say."""
    entries = {str(uuid5(_SPACE, row.surface)): _entry(row) for row in rows}
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _refused(name: object, text: str, key: str, what: str, do: str) -> CardError:
    return CardError(f"{_line(text, key)}entry {key[:40]!r} {what}", name, do)


def _line(text: str, key: str) -> str:
    """`line 4: ` where an entry begins; empty where its key is written with escapes."""
    found = re.search(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:", text)
    return f"line {text.count(chr(10), 0, found.start()) + 1}: " if found else ""


def _row(entry: Any, refuse: partial[CardError]) -> LexiconRow:
    if not isinstance(entry, dict):
        raise refuse(f"is {str(entry)[:40]!r}", "give an object with surface and pronunciation")
    surface, said = (_text(entry, key, refuse) for key in ("surface", "pronunciation"))
    accent = entry.get("accent_type")
    if accent is not None and (not isinstance(accent, int) or isinstance(accent, bool)):
        raise refuse(f"has the accent_type {accent!r}", "give a whole number")
    return row_of(surface, said, accent, refuse)


def _text(entry: dict[str, Any], key: str, refuse: partial[CardError]) -> str:
    value = entry.get(key)
    if not isinstance(value, str):
        raise refuse(f"has no {key}", "write it")
    return value


def _entry(row: LexiconRow) -> dict[str, str | int]:
    said = pronounced(row)
    return {
        "surface": widened(row.surface),
        "priority": PRIORITY,
        "context_id": CONTEXT,
        "part_of_speech": "名詞",
        "part_of_speech_detail_1": "固有名詞",
        "part_of_speech_detail_2": "一般",
        "part_of_speech_detail_3": "*",
        "inflectional_type": "*",
        "inflectional_form": "*",
        "stem": "*",
        "yomi": said,
        "pronunciation": said,
        "accent_type": nucleus(row),
        "mora_count": kana_morae(said),
        "accent_associative_rule": "*",
    }
