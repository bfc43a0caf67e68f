"""The facts an author may state of an article, each by its key and each value checked."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final
from urllib.parse import urlsplit

from broadcaster.cards import Table
from broadcaster.errors import CardError
from broadcaster.gathering.draft import Facts
from broadcaster.gathering.hygiene import one_line

_ALSO: Final = {"date": "published"}
"""What site generators call the same fact."""
KEYS: Final = frozenset(
    ("title", "authors", "publisher", "url", "published", "language", "rights", "sample", *_ALSO)
)

_JAPANESE_DATE: Final = re.compile(
    r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*[（(][月火水木金土日][)）])?"
    r"(?:\s*(\d{1,2})(?::|時)(\d{2})分?)?"
)
_LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_BAD_IN_URL: Final = re.compile(r"[\x00-\x20\x7f\\]")


def facts_of(data: dict[str, Any], origin: str) -> Facts:
    """The facts that a block or card states, each value checked."""
    table = Table(_in_our_keys(data, origin), origin)
    facts = Facts(
        title=one_line(table.text("title", "")),
        authors=_authors(table),
        publisher=one_line(table.text("publisher", "")),
        url=_checked(table, "url", http_url, "write an http or https address"),
        published=_checked(table, "published", iso_date, "write a date such as 2024-10-17"),
        language=_checked(table, "language", primary_language, "write a code such as ja or en"),
        rights=table.choice("rights", "", ("", "own", "licensed", "cc-by", "quote")),
        sample=table.flag("sample", default=False) if "sample" in table else None,
    )
    table.close()
    return facts


def _in_our_keys(data: dict[str, Any], origin: str) -> dict[str, Any]:
    twice = next((key for key, ours in _ALSO.items() if {key, ours} <= data.keys()), "")
    if twice:
        raise CardError(f"{twice} and {_ALSO[twice]} say the same", origin, "keep one")
    return {_ALSO.get(key, key): _plain(value) for key, value in data.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else value


def _authors(table: Table) -> tuple[str, ...]:
    names = [one_line(part) for name in table.texts("authors") for part in name.split("、")]
    return tuple(name for name in names if name)


def _checked(table: Table, key: str, read: Any, do: str) -> str:
    text = table.text(key, "")
    value: str = read(text)
    if text and not value:
        raise table.error(key, f"is {text[:80]!r}", do)
    return value


def primary_language(text: str) -> str:
    """ja of ja-JP; empty if it is no language tag."""
    found = _LANGUAGE.fullmatch(text)
    return found[1].lower() if found else ""


def iso_date(text: str) -> str:
    """The date or date-time in ISO 8601; 2024年10月17日 is understood; empty if it is none."""
    stripped = text.strip()
    japanese = _JAPANESE_DATE.fullmatch(stripped)
    try:
        if japanese:
            year, month, day, hour, minute = (int(part or 0) for part in japanese.groups())
            moment = dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001 (as written)
            return moment.isoformat() if japanese[4] else moment.date().isoformat()
        if len(stripped) <= 10:
            return dt.date.fromisoformat(stripped).isoformat()
        return dt.datetime.fromisoformat(stripped).isoformat()
    except ValueError:
        return ""


def http_url(text: str) -> str:
    """The address if it is http or https, names a host and carries no password; else empty."""
    if _BAD_IN_URL.search(text) or len(text) > 2000:
        return ""
    try:
        parts = urlsplit(text)
        allowed = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return text if allowed and "@" not in parts.netloc else ""
