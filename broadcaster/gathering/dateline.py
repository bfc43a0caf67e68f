"""The day an article is from, where a line at its head says nothing else."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from broadcaster.gathering.facts import iso_date

LINES: Final = 6
"""So many written lines from the top may hold it; further down a date is part of the news."""

_LABEL: Final = (
    r"(?:(?:公開|掲載|配信|投稿|更新|発表|発行)(?:日時?)?|日付|"
    r"published(?: on)?|posted(?: on)?|updated(?: on)?|date)"
)
_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH: Final = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_CLOCK: Final = r"(?:[t,、]?\s*(?:at\s+)?(?P<hour>\d{1,2})(?::|時)(?P<minute>\d{2})(?::\d{2})?分?)?"
_DATES: Final = tuple(
    re.compile(
        rf"[\s*_>#【\[(]*(?:{_LABEL}\s*[:：]?\s*)?(?:\w+day,?\s+)?{date}"
        rf"(?:\s*[(（][月火水木金土日][)）])?{_CLOCK}\s*(?:jst|(?P<zone>utc|gmt|z|[+-]\d\d:?\d\d))?"
        r"\s*(?:付|配信|公開|更新|掲載|発表)?[\s*_】\])]*",
        re.IGNORECASE,
    )
    for date in (
        r"(?P<year>\d{4})年(?P<number>\d{1,2})月(?P<day>\d{1,2})日",
        r"(?P<year>\d{4})([-/.])(?P<number>\d{1,2})\2(?P<day>\d{1,2})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
    )
)


def split_dateline(text: str) -> tuple[str, str]:
    """The date (ISO 8601) of a line at the head that holds no more, and the text without it.

    Empty and the text as it was where there is none. 2024年10月17日(木) 6:30, 公開日: 2024/10/17,
    "Published October 17, 2024" are such lines; a date without a year is none.
    """
    lines = text.split("\n")
    written = [at for at, line in enumerate(lines) if line.strip()][:LINES]
    for at in written[: len(written) if len(written) == LINES else -1]:
        if date := date_of(lines[at]):
            return date, "\n".join((*lines[:at], "", *lines[at + 1 :]))
    return "", text


def date_of(line: str) -> str:
    """The date that a line consists of; empty where it is none or says more.

    An hour of another zone is left out: an article's clock is the one where it was printed.
    """
    if len(line) > 80:
        return ""
    plain = unicodedata.normalize("NFKC", line).strip()
    found = next((hit for date in _DATES if (hit := date.fullmatch(plain))), None)
    if not found:
        return ""
    said = found.groupdict()
    month = said.get("number") or 1 + _MONTHS.index(said["month"][:3].lower()) // 3
    day = f"{said['year']}-{int(month):02}-{int(said['day']):02}"
    told = said["hour"] and not said["zone"]
    clock = f"T{int(said['hour']):02}:{said['minute']}:00" if told else ""
    return iso_date(day + clock) or iso_date(day)
