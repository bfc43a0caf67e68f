"""When: every date, weekday and time of day of a text, as far as it says, made absolute.

昨日, 先月 and "last Tuesday" are resolved against a day of reference: an article's own, or that
of the broadcast. What a moment leaves open is None and agrees with anything.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.times.moment import Moment
from broadcaster.writing.facts.times.when import (
    AM,
    ANY,
    DAYS,
    EN_FEW,
    EN_MONTHS,
    EN_WEEKDAYS,
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


def moments(text: str, today: date | None) -> tuple[Moment, ...]:
    """Every moment of a text (NFKC), in order. today: what relative words are relative to."""
    return tuple(_carried(text, tuple(_found(text, today))))


_ON: Final = re.compile(r"(?:\([^)]{1,6}\))?(?:から|[〜~・、-]|と)")
_DAY_ALONE: Final = re.compile(r"\d{1,2}日?")
_BESIDE: Final = {"前": -1, "翌": 1, "p": -1, "f": 1, "n": 1, "b": -1, "a": 1}
"""前日, 翌日, "the previous day", "the day after": days from the one told last."""


def _carried(text: str, found: tuple[Moment, ...]) -> Iterator[Moment]:
    """8月15日から17日まで and 8月15日に…、同17日: the second day is of the first one's month."""
    before: Moment | None = None
    day: Moment | None = None
    for one in found:
        now = one
        alone = _DAY_ALONE.fullmatch(one.text)
        if one.loose in _BESIDE:
            if not day or not day.date:
                continue
            now = replace(one, loose="", **_whole(day.date + timedelta(_BESIDE[one.loose])))  # type: ignore[arg-type]
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


Fields = dict[str, object]


def _int(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _whole(day: date) -> Fields:
    return {"year": day.year, "month": day.month, "day": day.day}


def _loose(match: re.Match[str]) -> Fields:
    return {"loose": match[0]}


def _ryear(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    season = SEASONS.get(match["rs"] or "")
    year = today.year + YEARS[match["ry"]]
    return {"year": year, "month": _int(match["rm"]), "day": _int(match["rd"]), "season": season}


def _season(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    year = today.year + {"今": 0, "昨": -1, "来": 1}[match["sy"]]
    return {"year": year, "season": SEASONS[match["ss"]]}


def month_after(day: date, months: int) -> date:
    """The first of the month so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _rmonth(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    first = month_after(today, MONTHS[match["mm"]])
    return {"year": first.year, "month": first.month, "day": _int(match["md"])}


def _rweek(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    monday = today + timedelta(days=7 * WEEKS[match["ww"]] - today.weekday())
    if match["wd"]:
        return _whole(monday + timedelta(days=WEEKDAYS.index(match["wd"])))
    return {"week": monday}


def _rday(match: re.Match[str], today: date | None) -> Fields:
    return _whole(today + timedelta(days=DAYS[match[0]])) if today else _loose(match)


def _clock(match: re.Match[str], _: date | None) -> Fields | None:
    hour, part = int(match["chh"]), match["ch"] or ""
    if hour > 24:
        return None
    afternoon = True if part in PM or hour > 12 else False if part in AM else ANY
    minute = 30 if match["chalf"] else _int(match["cm"])
    return {"hour": hour, "minute": minute, "afternoon": afternoon}


def _colon(match: re.Match[str], _: date | None) -> Fields:
    hour = int(match["oh"])
    return {"hour": hour, "minute": int(match["om"]), "afternoon": True if hour > 12 else None}


def _eclock(match: re.Match[str], _: date | None) -> Fields:
    afternoon = match["qp"] in "pP"
    return {"hour": int(match["qh"]), "minute": _int(match["qm"]), "afternoon": afternoon}


def _bare_day(match: re.Match[str], today: date | None) -> Fields:
    """15日: of the article's month, or of the one before where that day is yet to come."""
    day = int(match["d1"] or match["d2"])
    if today is None:
        return {"day": day}
    first = month_after(today, 0 if day <= today.day + 10 else -1)
    return {"year": first.year, "month": first.month, "day": day}


def _month_day(match: re.Match[str], today: date | None) -> Fields:
    return _near_year(int(match["a"]), int(match["b"]), today)


def _near_year(month: int, day: int, today: date | None) -> Fields:
    """The year in which that day is nearest to the article's own."""
    if today is None:
        return {"month": month, "day": day}
    years = (today.year, today.year - 1, today.year + 1)
    found = [one for year in years if (one := _day(year, month, day))]
    if not found:
        return {"month": month, "day": day}
    return _whole(min(found, key=lambda one: abs((one - today).days)))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _en_month(text: str) -> int:
    return next(at for at, name in enumerate(EN_MONTHS, 1) if name[:3] == text[:3].lower())


def _english_date(month: str, day: str | None, year: str | None, today: date | None) -> Fields:
    if year or not day:
        return {"month": _en_month(month), "day": _int(day), "year": _int(year)}
    return _near_year(_en_month(month), _int(day) or 1, today)


def _named_month(match: re.Match[str], today: date | None) -> Fields:
    month = _en_month(match["jm"] or match["jn"])
    if match["jw"] == "last" and today:
        return {"month": month, "year": today.year - 1 if month >= today.month else None}
    return {"month": month}


_LOOKS_BACK: Final = 60
_TO_COME: Final = re.compile(
    r"\b(?:will|opens|starts|begins|goes on sale|airs|launches|premieres|returns|arrives|debuts|"
    r"takes place|(?:is|are) (?:due|to|set|scheduled|expected))\b"
    r"(?!.*\b(?:said|told|announced|was|were|[a-z]+ed)\b)[^.;]* on \Z"
)


def _named_weekday(match: re.Match[str], today: date | None) -> Fields:
    """on Tuesday: the latest one; next Tuesday, opens on Tuesday: the first to come."""
    weekday = EN_WEEKDAYS.index(match["kd"].lower())
    if today is None:
        return {"weekday": weekday}
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    if match["kw"] == "next" or (not match["kw"] and _TO_COME.search(before)):
        return _whole(today + timedelta(days=(weekday - today.weekday()) % 7 or 7))
    back = (today.weekday() - weekday) % 7
    return _whole(today - timedelta(days=back or (7 if match["kw"] == "last" else 0)))


def _english_day(match: re.Match[str], today: date | None) -> Fields:
    offset = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match["ld"].lower(), 0)
    return _whole(today + timedelta(days=offset)) if today else _loose(match)


def _english_span(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    step = {"last": -1, "next": 1}.get(match["nm"].lower(), 0)
    unit = match["nu"]
    if unit == "year":
        return {"year": today.year + step}
    if unit == "month":
        first = month_after(today, step)
        return {"year": first.year, "month": first.month}
    if unit in ("week", "weekend"):
        return {"week": today + timedelta(days=7 * step - today.weekday())}
    return {"year": today.year + step, "season": "autumn" if unit == "fall" else unit}


def _english_ago(match: re.Match[str], today: date | None) -> Fields:
    """two years ago, a month earlier."""
    if today is None:
        return _loose(match)
    word = match["ea"].lower()
    few = int(word) if word.isdigit() else EN_FEW.index(word) + 2 if word in EN_FEW else 1
    if match["eu"] == "year":
        return {"year": today.year - few}
    first = month_after(today, -few)
    return {"year": first.year, "month": first.month}


_EN_SEASON: Final = {
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
    "winter": "winter",
}  # fmt: skip
_SAY: Final[dict[str, Callable[[re.Match[str], date | None], Fields | None]]] = {
    "full": lambda m, _: {
        "year": int(m["fy"]),
        "month": _int(m["fm"]),
        "day": _int(m["fd"]),
        "season": SEASONS.get(m["fs"] or ""),
    },
    "iso": lambda m, _: {"year": int(m["iy"]), "month": int(m["im"]), "day": int(m["id"])},
    "yy": lambda m, _: {
        "year": 2000 + int(m["y2"]),
        "month": _int(m["y2m"]),
        "day": _int(m["y2d"]),
        "season": SEASONS.get(m["y2s"] or ""),
    },
    "ryear": _ryear,
    "ago": lambda m, today: {"year": today.year - int(m["ag"])} if today else _loose(m),
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
    "mdy": lambda m, today: _english_date(m["em"], m["ed"], m["ey"], today),
    "dmy": lambda m, today: _english_date(m["gm"], m["gd"], m["gy"], today),
    "my": lambda m, today: _english_date(m["hm"], None, m["hy"], today),
    "em": _named_month,
    "ewd": _named_weekday,
    "eday": _english_day,
    "emonth": _english_span,
    "eago": _english_ago,
    "eclock": _eclock,
    "eyear": lambda m, _: {"year": int(m["yy"])},
    "eseason": lambda m, _: {"year": int(m["esy"]), "season": _EN_SEASON[m["es"].lower()]},
}
