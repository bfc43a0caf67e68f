"""Nouns as JSON, for a person's editor and back; and the hash of anything we can name."""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeVar

from broadcaster.errors import NounError

Noun = TypeVar("Noun")


def digest(*parts: object) -> str:
    """SHA-256 (hex) of the canonical JSON of the parts; nouns, tuples and scalars alike."""
    import msgspec

    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def to_json(noun: object) -> bytes:
    """A noun as indented UTF-8 JSON, fit for a person's editor; ends with a newline."""
    import msgspec

    text = json.dumps(msgspec.to_builtins(noun), ensure_ascii=False, indent=1)
    return text.encode("utf-8", "surrogatepass") + b"\n"


def from_json(data: bytes, kind: type[Noun], name: object = "JSON") -> Noun:
    """The noun of that kind which the JSON holds.

    Raises NounError naming the file and the place in it: broken JSON, a missing or an unknown
    key, a value of another type.
    """
    import msgspec

    hint = "mend that place, or discard the edit with --rewrite"
    try:
        raw = msgspec.json.decode(data)
        noun = msgspec.convert(raw, kind, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NounError(f"not a valid {_kind_name(kind)}: {error}", name, hint) from error
    if stray := _stray_key(raw, msgspec.to_builtins(noun)):
        raise NounError(f"unknown key {stray}", name, hint)
    return noun


def _kind_name(kind: object) -> str:
    return getattr(kind, "__name__", "noun")


def _stray_key(raw: Any, known: Any, place: str = "$") -> str:
    """Where `raw` has a key that the noun does not know; empty if nowhere."""
    if isinstance(raw, dict) and isinstance(known, dict):
        for key, value in raw.items():
            if key not in known:
                return f"{place}.{key}"
            if stray := _stray_key(value, known[key], f"{place}.{key}"):
                return stray
    elif isinstance(raw, list):
        for index, (value, twin) in enumerate(zip(raw, known, strict=True)):
            if stray := _stray_key(value, twin, f"{place}[{index}]"):
                return stray
    return ""
