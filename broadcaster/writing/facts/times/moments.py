"""When: every date, weekday and time of day of a text, as far as it says, made absolute.

昨日, 先月 and "last Tuesday" are resolved against a day of reference: an article's own, or that
of the broadcast. What a moment leaves open is None and agrees with anything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.times.english import (
    EN_SEASON,
    en_month,
    english_ago,
    english_date,
    english_day,
    english_span,
    english_year,
    named_month,
    named_weekday,
)
from broadcaster.writing.facts.times.fields import loose, month_after, near_year, number, whole
from broadcaster.writing.facts.times.moment import Moment
from broadcaster.writing.facts.times.when import (
    AM,
    ANY,
    DAYS,
    MONTHS,
    PM,
    SEASONS,
    WEEKDAYS,
    WEEKS,
    WHEN,
    YEARS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.writing.facts.times.fields import Fields


def moments(text: str, today: date | None) -> tuple[Moment, ...]:
    """Every moment of a text (NFKC), in order. today: what relative words are relative to."""
    return tuple(_carried(text, tuple(_found(text, today))))


_ON: Final = re.compile(r"(?:\([^)]{1,6}\))?(?:から|[〜~・、-]|と)")
_DAY_ALONE: Final = re.compile(r"\d{1,2}日?")
_YEAR_BEFORE: Final = ("前の年", "前年")
_BESIDE: Final = {"前": -1, "翌": 1, "p": -1, "f": 1, "n": 1, "b": -1, "a": 1}
"""前日, 翌日, "the previous day", "the day after": days from the one told last."""


def _carried(text: str, found: tuple[Moment, ...]) -> Iterator[Moment]:
    """8月15日から17日まで and 8月15日に…、同17日: the second day is of the first one's month."""
    before: Moment | None = None
    day: Moment | None = None
    for one in found:
        now = one
        alone = one.day and _DAY_ALONE.fullmatch(one.text)
        if one.loose in _BESIDE:
            if not day or not day.date:
                continue
            now = replace(one, loose="", **whole(day.date + timedelta(_BESIDE[one.loose])))  # type: ignore[arg-type]
        elif one.text.startswith(_YEAR_BEFORE) and before and before.year and one.year:
            now = replace(one, year=before.year - 1)
        elif alone and text.startswith("同", one.start - 1):
            now = replace(one, year=day.year if day else None, month=day.month if day else None)
        elif alone and before and before.day and _ON.fullmatch(text, before.end, one.start):
            now = replace(one, year=before.year, month=before.month)
        yield now
        before = now
        day = now if now.day else day


# ── finding ──────────────────────────────────────────────────────────────────────────────


def _found(text: str, today: date | None) -> Iterator[Moment]:
    for match in WHEN.finditer(text):
        kind = next(name for name, got in match.groupdict().items() if got and name[:2] == "k_")
        try:
            fields = _SAY[kind[2:]](match, today)
        except (ValueError, OverflowError):
            continue
        if fields is not None:
            yield Moment(match.start(), match.end(), match[0], **fields)  # type: ignore[arg-type]


_FULL_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_SO_FAR_ON: Final = 15


def _later_year(match: re.Match[str], _: date | None) -> Fields | None:
    """28年, behind 2026年: 2028."""
    before = _FULL_YEAR.findall(match.string, 0, match.start())
    year = 2000 + int(match["y3"])
    near = before and 0 <= year - int(before[-1]) <= _SO_FAR_ON
    return {"year": year} if near else None


def _ryear(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return loose(match)
    season = SEASONS.get(match["rs"] or "")
    year = today.year + YEARS.get(match["ry"], -1)
    return {
        "year": year,
        "month": number(match["rm"]),
        "day": number(match["rd"]),
        "season": season,
    }


def _season(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return loose(match)
    year = today.year + {"今": 0, "昨": -1, "来": 1}[match["sy"]]
    return {"year": year, "season": SEASONS[match["ss"]]}


def _rmonth(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return loose(match)
    first = month_after(today, MONTHS[match["mm"]])
    return {"year": first.year, "month": first.month, "day": number(match["md"])}


def _rweek(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return loose(match)
    monday = today + timedelta(days=7 * WEEKS[match["ww"]] - today.weekday())
    if match["wd"]:
        return whole(monday + timedelta(days=WEEKDAYS.index(match["wd"])))
    return {"week": monday}


def _rday(match: re.Match[str], today: date | None) -> Fields:
    return whole(today + timedelta(days=DAYS[match[0]])) if today else loose(match)


def _clock(match: re.Match[str], _: date | None) -> Fields | None:
    hour, part = int(match["chh"]), match["ch"] or ""
    if hour > 24:
        return None
    afternoon = True if part in PM or hour > 12 else False if part in AM else ANY
    minute = 30 if match["chalf"] else number(match["cm"])
    return {"hour": hour, "minute": minute, "afternoon": afternoon}


def _colon(match: re.Match[str], _: date | None) -> Fields:
    hour = int(match["oh"])
    return {"hour": hour, "minute": int(match["om"]), "afternoon": True if hour > 12 else None}


def _eclock(match: re.Match[str], _: date | None) -> Fields:
    afternoon = match["qp"] in "pP"
    return {"hour": int(match["qh"]), "minute": number(match["qm"]), "afternoon": afternoon}


_LASTS: Final = re.compile(
    r"(?:から|[〜~～-])\d{1,3}(?:[〜~～-]\d{1,3})?日(?:間|ほど|くらい|程度|もつ|持つ|かか|[にへ](?:減|縮|短|伸))"
    r"|から\d{1,3}[〜~～-]\d{1,3}日[にへ]延"
)
"""7日から5〜6日に縮む: no days of a month."""

_LASTED: Final = re.compile(
    r"(?<!\d)\d{1,3}日(?:間)?(?:も?(?:って|ち|った|つ)|持[ちっつ]|かか)[^。]{0,20}?(?:(?:、|が|は|を|に|の)"
    r"|\d{1,3}日(?:から|[〜~～-]))\Z"
)
"""7日もっていた電池が5日から6日に: as long as that."""


_FROM_SO_MANY: Final = re.compile(r"(?<!月)(?<!月\d)\d{1,2}日から(?:\d{1,2}[〜~～-])?\Z")
_TO_SO_MANY: Final = re.compile(r"[〜~～-]\d{1,2}日[にへ]延|日[にへ](?:減|縮|短|伸)")


def _is_a_length(day: re.Match[str]) -> bool:
    """Whether days are counted there: 電池は4日から6〜7日に延びた."""
    text, start, end = day.string, day.start(), day.end()
    among = _FROM_SO_MANY.search(text, 0, start)
    return bool(
        _LASTS.match(text, end)
        or _LASTED.search(text, 0, start)
        or (among and _TO_SO_MANY.match(text, end - day[0].endswith("日")))
        or (among and among[0][-1] in "〜~～-" and text.startswith(("に延", "へ延"), end))
    )


def _bare_day(match: re.Match[str], today: date | None) -> Fields | None:
    """15日: of the article's month, or of the one before where that day is yet to come."""
    day = int(match["d1"] or match["d2"])
    if _is_a_length(match):
        return None
    if today is None:
        return {"day": day}
    first = month_after(today, 0 if day <= today.day + 10 else -1)
    return {"year": first.year, "month": first.month, "day": day}


def _month_day(match: re.Match[str], today: date | None) -> Fields:
    return near_year(int(match["a"]), int(match["b"]), today)


_SAY: Final[dict[str, Callable[[re.Match[str], date | None], Fields | None]]] = {
    "full": lambda m, _: {
        "year": int(m["fy"]),
        "month": number(m["fm"]),
        "day": number(m["fd"]),
        "season": SEASONS.get(m["fs"] or ""),
    },
    "iso": lambda m, _: {"year": int(m["iy"]), "month": int(m["im"]), "day": int(m["id"])},
    "yy": lambda m, _: {
        "year": 2000 + int(m["y2"]),
        "month": number(m["y2m"]),
        "day": number(m["y2d"]),
        "season": SEASONS.get(m["y2s"] or ""),
    },
    "later": _later_year,
    "ryear": _ryear,
    "ago": lambda m, today: {"year": today.year - int(m["ag"])} if today else loose(m),
    "season": _season,
    "rmonth": _rmonth,
    "rweek": _rweek,
    "clock": _clock,
    "colon": _colon,
    "rday": _rday,
    "beside": lambda m, _: {"loose": m["bj"] or m["bw"] or m["bs"]},
    "md": _month_day,
    "ms": lambda m, _: {"month": int(m["m0"])},
    "m": lambda m, _: {"month": int(m["m1"])},
    "d": _bare_day,
    "wd": lambda m, _: {"weekday": WEEKDAYS.index(m["w1"])},
    "noon": lambda _m, _: {"hour": 12, "minute": 0, "afternoon": None},
    "mdy": lambda m, today: english_date(m["em"], m["ed"], m["ey"], today),
    "dmy": lambda m, today: english_date(m["gm"], m["gd"], m["gy"], today),
    "my": lambda m, today: {
        "month": en_month(m["hm"]),
        "year": english_year(m["hy"] or m["hr"], today),
    },
    "em": named_month,
    "ewd": named_weekday,
    "eday": english_day,
    "emonth": english_span,
    "eago": english_ago,
    "eclock": _eclock,
    "eyear": lambda m, _: {"year": int(m["yy"])},
    "eseason": lambda m, today: {
        "year": english_year(m["esy"], today),
        "season": EN_SEASON[m["es"].lower()],
    },
}
