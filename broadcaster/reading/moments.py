"""Dates and times of day in figures, told from fractions, ratios, scores and versions.

Each rule looks at one place of the folded text and gives the end of what it reads with its
reading, or None. Shape decides first, then the words around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.reading.figures import plainly

if TYPE_CHECKING:
    from collections.abc import Callable

Match = re.Match[str]

_MONTH = "1[0-2]|0?[1-9]"
_DAY = "3[01]|[12][0-9]|0?[1-9]"
_DATE = re.compile(rf"((?:19|20)[0-9]{{2}})([/-])({_MONTH})\2({_DAY})(?![0-9/-])")
_DOTTED_DATE = re.compile(rf"((?:19|20)[0-9]{{2}})(\.)({_MONTH})\.({_DAY})(?![0-9.])")
_COMPACT_DATE = re.compile(
    "(?<=[A-Za-z0-9][-_@])((?:19|20)[0-9]{2})()(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9.])"
)
_SHORT_DATE = re.compile(rf"([0-9]{{2}})(/)({_MONTH})/({_DAY})(?![0-9/])")
_YEAR_MONTH = re.compile(
    rf"((?:19|20)[0-9]{{2}})(?:/({_MONTH})(?![0-9/])|-(0[1-9]|1[0-2])(?![0-9年月-]))"
)
_FISCAL = re.compile(r"FY ?'?((?:20)?[0-9]{2})(?![0-9])(?:年度)?")
_DECADE = re.compile(r"((?:1[89]|20)[0-9]0)'?s(?![A-Za-z0-9])")
_MONTH_DAY = re.compile(rf"({_MONTH})/({_DAY})(?![0-9/.])")
_WEEKDAY = re.compile("[(][月火水木金土日祝]")
_DATED = re.compile(
    r"[(][月火水木金土日祝][)祝・]|付|から(?!さらに)|まで|発売|開催|公開|開始|時点|締め?切|号"
)
_HAPPENS = re.compile(
    "[にのから、]{0,2}(?:会見|発表|発売|公開|開催|開始|開か|開く|行わ|始ま|終わ|予定|放送|配信|実施"
    "|投開票|リリース|就任|更新|イベント|大会|講演|決算)"
)
_ATTACKS = "9/11"
_COMMON_FRACTIONS = frozenset(("1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/10", "1/20", "1/8"))
_CLOCK = re.compile(
    r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])"
    r"( ?[-–~] ?(?=[0-2]?[0-9]:[0-5][0-9]))?"
)
_RATIO_CUE = re.compile("比|対|スコア|勝|アスペクト|割合")
_WON = re.compile("で(?:勝|敗|下し|破)|の勝|と(?:リード|勝)")
_HALF_DAY = re.compile(r"(1[0-2]|0?[1-9])(?::([0-5][0-9]))? ?([AaPp])(?:[Mm](?![A-Za-z])|\.[Mm]\.)")
_HALVES = {"a": "午前", "p": "午後"}


def _date(match: Match) -> tuple[int, str]:
    year, _, month, day = match.groups()
    return match.end(), f"{year}年{plainly(month)}月{plainly(day)}日"


def _dotted_date(match: Match) -> tuple[int, str] | None:
    """2024.10.17 is a day; after a name (Home Assistant 2024.10.1) it is a version."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return None if re.search("[A-Za-z.-] ?$", before) else _date(match)


def _year_month(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}年{plainly(match[2] or match[3])}月"


def _fiscal(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}年度"


def _decade(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}年代"


def _month_day(match: Match) -> tuple[int, str] | None:
    """10/17 is a day, 1/20 and 3/4 are fractions unless something says otherwise."""
    text, end = match.string, match.end()
    month, day = plainly(match[1]), plainly(match[2])
    said = end, f"{month}月{day}日"
    if _WEEKDAY.match(text, end) or _HAPPENS.match(text, end) or match[0] == _ATTACKS:
        return said
    if match[0] in _COMMON_FRACTIONS or month == "1":
        return None
    likely = int(day) > 12 or int(day) <= int(month)
    return said if likely or _DATED.match(text, end) else None


def _clock(match: Match) -> tuple[int, str] | None:
    text, end = match.string, match.end()
    if _RATIO_CUE.search(text, max(0, match.start() - 8), match.start()) or _WON.match(text, end):
        return None
    hours, minutes, seconds, until = match.groups()
    then = "から" if until else ""
    if seconds:
        said = f"{plainly(hours)}時間{plainly(minutes)}分{plainly(seconds)}秒"
        return end, said + then
    said = f"{plainly(hours)}時"
    return end, (said if minutes == "00" else said + f"{plainly(minutes)}分") + then


def _half_day(match: Match) -> tuple[int, str]:
    """9:30 p.m. is 午後9時30分."""
    minutes = f"{plainly(match[2])}分" if match[2] and match[2] != "00" else ""
    return match.end(), f"{_HALVES[match[3].lower()]}{plainly(match[1])}時{minutes}"


MOMENTS: tuple[tuple[str, re.Pattern[str], Callable[[Match], tuple[int, str] | None]], ...] = (
    ("date", _DATE, _date),
    ("date", _DOTTED_DATE, _dotted_date),
    ("date", _COMPACT_DATE, _date),
    ("date", _SHORT_DATE, _date),
    ("year and month", _YEAR_MONTH, _year_month),
    ("fiscal year", _FISCAL, _fiscal),
    ("decade", _DECADE, _decade),
    ("month and day", _MONTH_DAY, _month_day),
    ("clock", _HALF_DAY, _half_day),
    ("clock", _CLOCK, _clock),
)
"""Name, pattern and reader of each rule, in the order they are tried."""
