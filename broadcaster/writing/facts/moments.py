"""When: every date, weekday and time of day of a text, as far as it says, made absolute.

昨日, 先月 and "last Tuesday" are resolved against a day of reference: an article's own, or that
of the broadcast. What a moment leaves open is None and agrees with anything.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ANY: Final = None
_WEEKDAYS: Final = "月火水木金土日"
_YEARS: Final = {
    "今年": 0, "本年": 0, "ことし": 0, "昨年": -1, "去年": -1, "前の年": -1, "来年": 1,
    "再来年": 2, "一昨年": -2, "おととし": -2,
}  # fmt: skip
_MONTHS: Final = {"今月": 0, "先月": -1, "来月": 1, "再来月": 2, "先々月": -2}
_WEEKS: Final = {"今週": 0, "先週": -1, "来週": 1, "先々週": -2}
_DAYS: Final = {
    "今日": 0, "きょう": 0, "本日": 0, "今朝": 0, "けさ": 0, "今夜": 0, "今晩": 0, "昨日": -1,
    "きのう": -1, "昨夜": -1, "昨晩": -1, "一昨日": -2, "おととい": -2, "明日": 1, "あした": 1,
    "あす": 1, "あさって": 2, "明後日": 2,
}  # fmt: skip
_SEASONS: Final = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_EN_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_EN_WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_AM: Final = ("午前", "朝", "未明", "けさ", "今朝", "早朝", "a", "A")
_PM: Final = ("午後", "夜", "夕方", "昼", "昨夜", "今夜", "p", "P")


def _names(words: object) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


_EN_MONTH: Final = (
    r"(?:January|Jan\.?|February|Feb\.?|March|Mar\.|April|Apr\.?|May|June|July|August|Aug\.?|"
    r"September|Sept?\.?|October|Oct\.?|November|Nov\.?|December|Dec\.?)"
)
_EN_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_KINDS: Final = {
    "full": (
        r"(?<!\d)(?P<fy>(?:19|20)\d\d)年度?"
        r"(?:の?(?P<fm>\d{1,2})月(?:(?P<fd>\d{1,2})日)?)?(?!間)"
    ),
    "iso": r"(?<!\d)(?P<iy>(?:19|20)\d\d)[-/](?P<im>\d{1,2})[-/](?P<id>\d{1,2})(?!\d)",
    "ryear": (
        rf"(?P<ry>{_names(_YEARS)})"
        r"(?:の?(?P<rs>[春夏秋冬])|の?(?P<rm>\d{1,2})月(?:(?P<rd>\d{1,2})日)?)?"
    ),
    "ago": r"(?<![\d.])(?P<ag>\d{1,2})年前",
    "season": r"(?<![一-龠])(?P<sy>[今昨来])(?P<ss>[春夏秋冬])",
    "rmonth": rf"(?P<mm>{_names(_MONTHS)})(?:の?(?P<md>\d{{1,2}})日)?",
    "rweek": rf"(?P<ww>{_names(_WEEKS)})(?:の?(?P<wd>[月火水木金土日])曜?日?)?",
    "clock": (
        rf"(?:(?P<ch>{_names(w for w in (*_AM, *_PM) if len(w) > 1 or w in '朝夜昼')})の?)?"
        r"(?P<chh>\d{1,2})時(?!間|点|短)(?:(?P<cm>\d{1,2})分|(?P<chalf>半))?"
    ),
    "colon": r"(?<![\d:])(?P<oh>[01]?\d|2[0-3]):(?P<om>[0-5]\d)(?![\d:])",
    "rday": rf"{_names(_DAYS)}",
    "md": r"(?<![\d.])(?P<a>1[0-2]|0?[1-9])月の?(?P<b>\d{1,2})日(?!間)",
    "m": r"(?<![\d.かカヶヵケ])(?P<m1>1[0-2]|[1-9])月(?!間|号)",
    "d": (
        r"(?<![\d.,約数万億千百ぼ続そ均])(?P<d1>3[01]|[12]\d|[1-9])日"
        r"(?!間|以|ほど|程|くらい|ぐらい|分|連続|かけ|目|後|前|も|働|減|増|あた|当た|かか|で[^す発公])"
    ),
    "wd": r"(?P<w1>[月火水木金土日])曜",
    "noon": r"正午|\bnoon\b",
    "mdy": rf"\b(?P<em>{_EN_MONTH})\s(?P<ed>{_EN_DAY})\b(?!\s?%)(?:,?\s(?P<ey>(?:19|20)\d\d))?",
    "dmy": (
        rf"\b(?P<gd>{_EN_DAY})\s(?:of\s)?(?P<gm>{_EN_MONTH})"
        r"(?:\s(?P<gy>(?:19|20)\d\d))?(?![a-z])"
    ),
    "my": rf"\b(?P<hm>{_EN_MONTH}),?\s(?P<hy>(?:19|20)\d\d)\b",
    "em": (
        rf"\b(?:(?P<jw>last|next|this)\s)?(?P<jm>(?!May|March|Mar){_EN_MONTH})(?![a-z])"
        rf"|\b(?:in|of|since|until|by|to|from|last|next|early|late|mid)\s(?P<jn>May|March)\b"
    ),
    "ewd": rf"\b(?:(?P<kw>last|next|this)\s)?(?P<kd>{'|'.join(w.title() for w in _EN_WEEKDAYS)})\b",
    "eday": (
        r"\b(?P<ld>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Ll]ast night|[Tt]onight|"
        r"[Tt]his morning)\b"
    ),
    "emonth": (
        r"\b(?P<nm>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this)\s"
        r"(?P<nu>month|year|week|spring|summer|autumn|fall|winter)\b"
    ),
    "eago": r"\b(?P<ea>a year (?:ago|earlier|before))\b",
    "eclock": r"(?<![\d.])(?P<qh>\d{1,2})(?:[:.](?P<qm>\d\d))?\s?(?P<qp>[apAP])\.?[mM]\b\.?",
    "eyear": (
        r"(?<![\d$€£¥.,A-Za-z-])(?P<yy>(?:19|20)\d\d)"
        r"(?![\d,.]\d|\d|[%年A-Za-zぁ-んァ-ヶ一-龠])"
    ),
}
_WHEN: Final = re.compile("|".join(f"(?P<k_{kind}>{pattern})" for kind, pattern in _KINDS.items()))


def moments(text: str, today: date | None) -> tuple[Moment, ...]:
    """Every moment of a text (NFKC), in order. today: what relative words are relative to."""
    return tuple(_found(text, today))


# ── finding ──────────────────────────────────────────────────────────────────────────────


def _found(text: str, today: date | None) -> Iterator[Moment]:
    for match in _WHEN.finditer(text):
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
    season = _SEASONS.get(match["rs"] or "")
    year = today.year + _YEARS[match["ry"]]
    return {"year": year, "month": _int(match["rm"]), "day": _int(match["rd"]), "season": season}


def _season(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    year = today.year + {"今": 0, "昨": -1, "来": 1}[match["sy"]]
    return {"year": year, "season": _SEASONS[match["ss"]]}


def month_after(day: date, months: int) -> date:
    """The first of the month so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _rmonth(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    first = month_after(today, _MONTHS[match["mm"]])
    return {"year": first.year, "month": first.month, "day": _int(match["md"])}


def _rweek(match: re.Match[str], today: date | None) -> Fields:
    if today is None:
        return _loose(match)
    monday = today + timedelta(days=7 * _WEEKS[match["ww"]] - today.weekday())
    if match["wd"]:
        return _whole(monday + timedelta(days=_WEEKDAYS.index(match["wd"])))
    return {"week": monday}


def _rday(match: re.Match[str], today: date | None) -> Fields:
    return _whole(today + timedelta(days=_DAYS[match[0]])) if today else _loose(match)


def _clock(match: re.Match[str], _: date | None) -> Fields | None:
    hour, part = int(match["chh"]), match["ch"] or ""
    if hour > 24:
        return None
    afternoon = True if part in _PM or hour > 12 else False if part in _AM else _ANY
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
    day = int(match["d1"])
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
    return next(at for at, name in enumerate(_EN_MONTHS, 1) if name[:3] == text[:3].lower())


def _english_date(month: str, day: str | None, year: str | None, today: date | None) -> Fields:
    if year or not day:
        return {"month": _en_month(month), "day": _int(day), "year": _int(year)}
    return _near_year(_en_month(month), _int(day) or 1, today)


def _named_month(match: re.Match[str], today: date | None) -> Fields:
    month = _en_month(match["jm"] or match["jn"])
    if match["jw"] == "last" and today:
        return {"month": month, "year": today.year - (month >= today.month)}
    return {"month": month}


def _named_weekday(match: re.Match[str], today: date | None) -> Fields:
    """on Tuesday, last Tuesday: the latest one; next Tuesday: the first to come."""
    weekday = _EN_WEEKDAYS.index(match["kd"].lower())
    if today is None:
        return {"weekday": weekday}
    if match["kw"] == "next":
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
    if unit == "week":
        return {"week": today + timedelta(days=7 * step - today.weekday())}
    return {"year": today.year + step, "season": "autumn" if unit == "fall" else unit}


_SAY: Final[dict[str, Callable[[re.Match[str], date | None], Fields | None]]] = {
    "full": lambda m, _: {"year": int(m["fy"]), "month": _int(m["fm"]), "day": _int(m["fd"])},
    "iso": lambda m, _: {"year": int(m["iy"]), "month": int(m["im"]), "day": int(m["id"])},
    "ryear": _ryear,
    "ago": lambda m, today: {"year": today.year - int(m["ag"])} if today else _loose(m),
    "season": _season,
    "rmonth": _rmonth,
    "rweek": _rweek,
    "clock": _clock,
    "colon": _colon,
    "rday": _rday,
    "md": _month_day,
    "m": lambda m, _: {"month": int(m["m1"])},
    "d": _bare_day,
    "wd": lambda m, _: {"weekday": _WEEKDAYS.index(m["w1"])},
    "noon": lambda _m, _: {"hour": 12, "minute": 0, "afternoon": None},
    "mdy": lambda m, today: _english_date(m["em"], m["ed"], m["ey"], today),
    "dmy": lambda m, today: _english_date(m["gm"], m["gd"], m["gy"], today),
    "my": lambda m, today: _english_date(m["hm"], None, m["hy"], today),
    "em": _named_month,
    "ewd": _named_weekday,
    "eday": _english_day,
    "emonth": _english_span,
    "eago": lambda m, today: {"year": today.year - 1} if today else _loose(m),
    "eclock": _eclock,
    "eyear": lambda m, _: {"year": int(m["yy"])},
}
