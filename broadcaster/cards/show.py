"""`show.toml`: the programme and its settings."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from broadcaster.cards.table import Table
from broadcaster.cards.toml import read_toml
from broadcaster.programme import Air, News, NewsSource, Notice, Show, WriterSettings

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ENGINES: Final = ("auto", "vllm", "transformers", "extractive")
ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
HOURS: Final = {"m": 1 / 60, "h": 1.0, "d": 24.0}


def load_show(path: Path) -> Show:
    """The show that a `show.toml` describes; CardError naming file, key and value if it can't."""
    root = Table(read_toml(path), path)
    show, writer, voice = root.table("show"), root.table("writer"), root.table("voice")
    made = Show(
        id=_matching(show, "id", ID, "lower-case letters, digits, - and _"),
        title=show.text("title", most=100),
        host=_matching(show, "host", ID, "the name of a folder in voices/"),
        author=show.text("author", ""),
        link=_url(show, "link"),
        summary=show.text("summary", ""),
        email=show.text("email", ""),
        base_url=_base_url(show),
        artwork=show.text("artwork", ""),
        commercial=show.flag("commercial", default=False),
        air=_air(root.table("air")),
        news=_news(root.table("news")),
        writer=_writer(writer),
        voice_addresses=voice.texts("address"),
        notices=tuple(_notice(row) for row in root.tables("notice")),
    )
    for table in (show, writer, voice, root):
        table.close()
    return made


def _air(table: Table) -> Air:
    air = Air(
        timezone=_zone(table),
        time=_matching(table, "time", re.compile(r"([01]\d|2[0-3]):[0-5]\d"), "HH:MM", "06:30"),
        days=_days(table),
        skip=tuple(_date(table, "skip", day) for day in table.texts("skip")),
        minutes=table.number("minutes", 5.0, least=0.5, most=180),
        stories=_stories(table),
        publish=table.choice("publish", "ask", ("ask", "auto")),
    )
    table.close()
    return air


def _zone(table: Table) -> str:
    name = table.text("timezone", "Asia/Tokyo")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        hint = "use a name such as Asia/Tokyo"
        raise table.error("timezone", f"is {name!r}", hint) from error
    return name


def _days(table: Table) -> tuple[int, ...]:
    """`mon-fri`, `mon,wed` or a list of such, as ISO weekdays."""
    days: set[int] = set()
    for part in ",".join(table.texts("days", ["mon-fri"])).replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if first not in WEEKDAYS or (last and last not in WEEKDAYS):
            raise table.error("days", f"is {part!r}", "write mon-fri, or days such as mon,wed,sat")
        start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        days |= {1 + (start + step) % 7 for step in range((end - start) % 7 + 1)}
    return tuple(sorted(days))


def _stories(table: Table) -> tuple[int, int]:
    value = table.raw("stories", [2, 4])
    match value:
        case [int(least), int(most)] if 1 <= least <= most <= 50:
            return least, most
    raise table.error("stories", f"is {value!r}", "give two numbers such as [2, 4]")


def _news(table: Table) -> News:
    rows = table.tables("sources")
    news = News(
        window=_hours(table),
        interests=table.texts("interests"),
        sources=tuple(_source(row) for row in rows) if "sources" in table else News().sources,
    )
    table.close()
    return news


def _hours(table: Table) -> float:
    value = table.text("window", "36h")
    found = re.fullmatch(r"(\d{1,4})([mhd])", value)
    if not found:
        raise table.error("window", f"is {value!r}", "write 90m, 36h or 7d")
    return int(found[1]) * HOURS[found[2]]


def _source(row: Table) -> NewsSource:
    source = NewsSource(
        row.text("from"),
        name=row.text("name", ""),
        rights=row.choice("rights", "", ("", "own", "licensed", "cc-by", "quote")),
    )
    row.close()
    return source


def _writer(table: Table) -> WriterSettings:
    return WriterSettings(
        engine=table.choice("engine", "auto", ENGINES),
        address=_url(table, "address"),
        model=table.text("model", ""),
        context=int(table.number("context", 0, least=0, most=1_000_000)),
        quantization=table.text("quantization", "", most=40),
        leave_gb=_leave_gb(table),
        options=table.texts("options"),
        round_figures=table.flag("round", default=False),
        on_doubt=table.choice("on_doubt", "quote", ("repair", "quote", "drop", "stop")),
    )


def _leave_gb(table: Table) -> float | None:
    """Memory to keep free, GB; None where the card does not say."""
    if table.raw("leave_gb", None) is None:
        return None
    return table.number("leave_gb", 0, least=0, most=1000)


def _notice(row: Table) -> Notice:
    notice = Notice(
        row.text("text", most=300),
        start=_date(row, "from", row.raw("from", "")),
        until=_date(row, "until", row.raw("until", "")),
    )
    row.close()
    return notice


def _date(table: Table, key: str, value: Any) -> str:
    """An ISO date, whether TOML gave a date or a text; empty stays empty."""
    if value == "":
        return ""
    try:
        return dt.date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise table.error(key, f"is {value!r}", "write a date such as 2024-11-04") from error


def _url(table: Table, key: str) -> str:
    value = table.text(key, "")
    if value and not (
        value.isprintable()
        and " " not in value
        and urlsplit(value).scheme in {"http", "https"}
        and urlsplit(value).netloc
    ):
        raise table.error(key, f"is {value!r}", "give an http:// or https:// address, or leave ''")
    return value


def _base_url(table: Table) -> str:
    """An address that other addresses are made from by putting a path behind it."""
    value = _url(table, "base_url")
    if "?" in value or "#" in value:
        hint = "give the folder that the feed lies in, without ? and #"
        raise table.error("base_url", f"is {value!r}", hint)
    return value


def _matching(
    table: Table, key: str, pattern: re.Pattern[str], shape: str, default: str | None = None
) -> str:
    value = table.text(key, default)
    if not pattern.fullmatch(value):
        raise table.error(key, f"is {value!r}", f"use {shape}")
    return value
