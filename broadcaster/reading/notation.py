"""Figures and their signs: only what Open JTalk reads wrong is rewritten.

Each rule looks at one place of the folded text and gives the end of what it reads with its
reading, or None. All patterns are bounded, so that a flood of figures stays linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.numbers import quantities
from broadcaster.reading.figures import dotted, in_japanese, one_by_one, plainly
from broadcaster.reading.units import unit_after
from broadcaster.reading.words import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

Match = re.Match[str]
Read = tuple[int, str, str]
"""Where the span ends, its reading, the rule's name."""

_N = r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,9})?|[0-9]{1,20}(?:\.[0-9]{1,9})?"
_SCALED = r"(?:[万億兆京]|[千百](?=[万億兆]))"
_WORD = "(?:thousand|million|billion|trillion|bn|mn)(?![A-Za-z])"
_NOT_IN_WORD = r"(?<![0-9A-Za-z.,])"

_MONEY = re.compile(
    rf"(?:US\$|[$€£¥]) ?(?:{_N})"
    rf"(?:(?: ?{_SCALED}(?:[0-9]{{1,4}}(?![0-9,.]))?)+| ?{_WORD}|[KkMmBbT](?![A-Za-z0-9]))?"
    r"(?P<unit>ドル|米ドル|ユーロ|ポンド|円)?"
)
_ENGLISH_SUM = re.compile(
    rf"(?:{_N})[ -]?(?:thousand|million|billion|trillion)(?![A-Za-z])"
    "(?: (?:dollars?|euros?|yen|pounds?|tokens?|parameters?|people|years?)(?![A-Za-z]))?"
)
_DATE = re.compile(
    r"((?:19|20)[0-9]{2})([/-])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9/-])"
)
_YEAR_MONTH = re.compile(r"((?:19|20)[0-9]{2})/(1[0-2]|0?[1-9])(?![0-9/])")
_MONTH_DAY = re.compile(r"(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?![0-9/.])")
_DATED = re.compile(
    r"[(][月火水木金土日祝][)祝・]|付|から(?!さらに)|まで|発売|開催|公開|開始|時点|締め?切|号"
)
_HAPPENS = re.compile(
    "[にのから、]{0,2}(?:会見|発表|発売|公開|開催|開始|開か|開く|行わ|始ま|終わ|予定|放送|配信|実施"
    "|投開票|リリース|就任|更新|イベント|大会|講演|決算)"
)
_COMMON_FRACTIONS = frozenset(("1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/10", "1/20", "1/8"))
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])")
_RATIO = re.compile(rf"({_N}):({_N})(?![0-9:])")
_RATIO_CUE = re.compile("比|対|スコア|勝|アスペクト|割合")
_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){2,8}(?![0-9])")
_PHONE = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9-])")
_FRACTION = re.compile(r"([0-9]{1,6})/([0-9]{1,6})(?![0-9/])")
_TIMES = re.compile(rf"({_N}) ?[x×*] ?(?=[0-9])")
_TIMES_BARE = re.compile(rf"({_N})[x×](?![A-Za-z0-9])")
_TILDE = re.compile(
    rf"({_N})([%度円人年月日時分秒歳倍回件個社台万億兆]{{0,3}}) ?~ ?(?=[$€£¥]?[0-9])"
)
_HYPHEN = re.compile(
    rf"({_N})[-–—](?=(?:{_N}) ?(?:月期|[月年%人日時分秒歳倍回件円万億]|[かカ]月|GB|ドル))"
)
_SCORE = re.compile(r"([0-9]{1,3})[-–—]([0-9]{1,3})(?=で|の勝|の負|とリード)")
_CHAIN = re.compile(r"[0-9]{1,9}(?:[-–—][0-9]{1,9}){1,9}(?![0-9A-Za-z])")
_ORDINAL = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)(?![A-Za-z0-9])")
_ORDINALS = {"1": "ファースト", "2": "セカンド", "3": "サード"}
_LETTER = re.compile(rf"({_N})([A-Za-z])(?![A-Za-z0-9])")
_POWER = re.compile(r"([0-9]{1,20}(?:\.[0-9]{1,9})?)\^(-?)([0-9]{1,9})")
_RAISED_TO = re.compile(r"\^(-?)([0-9]{1,9})(?![0-9])")
_SCIENTIFIC = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)[eE]([+-]?)([0-9]{1,9})(?![A-Za-z0-9])")
_RAISED = {"²": "の2乗", "³": "の3乗", "⁴": "の4乗", "⁵": "の5乗", "⁶": "の6乗", "⁹": "の9乗"}
_FIGURE = re.compile(_N)
_LONG = re.compile(r"[0-9]{21,}(?:\.[0-9]*)?")
_SIGNED = re.compile(r"(±|\+-|\+/-|[+▲-])(?=[0-9$€£¥])")
_SIGNS = {"±": "プラスマイナス", "+-": "プラスマイナス", "+/-": "プラスマイナス"} | {
    "+": "プラス", "-": "マイナス", "▲": "マイナス",
}  # fmt: skip
_MEASURED = re.compile(rf"(?:{_N}) ?(?:%|℃|°C|度|ポイント|円|ドル|pt)")
_NUMBER_SIGN = re.compile(r"#(?=[0-9])|№ ?(?=[0-9])")
_V_VERSION = re.compile(r"v(?:er)?[. ]? ?([0-9]{1,9}(?:\.[0-9]{1,9}){0,8})(?![0-9A-Za-z])")


def read_figures(plain: str, at: int) -> Read | None:
    """The reading of a figure, sign or currency at `at`, or None where it needs none."""
    for name, pattern, read in _RULES:
        match = pattern.match(plain, at)
        if match and (made := read(match)):
            end, reading = made
            return end, reading, name
    return None


def _money(match: Match) -> tuple[int, str] | None:
    text = match[0][: match.start("unit") - match.start()] if match["unit"] else match[0]
    found = quantities(text)
    if len(found) != 1 or found[0].start != 0:
        return None
    return match.end(), in_japanese(found[0].value) + (match["unit"] or found[0].unit)


def _english_sum(match: Match) -> tuple[int, str] | None:
    found = quantities(match[0])
    if len(found) != 1 or found[0].end != len(match[0]):
        return None
    return match.end(), in_japanese(found[0].value) + found[0].unit


def _date(match: Match) -> tuple[int, str]:
    year, _, month, day = match.groups()
    return match.end(), f"{year}年{plainly(month)}月{plainly(day)}日"


def _year_month(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}年{plainly(match[2])}月"


def _month_day(match: Match) -> tuple[int, str] | None:
    """10/17 is a day, 1/20 and 3/4 are fractions unless something says otherwise."""
    text, end = match.string, match.end()
    month, day = plainly(match[1]), plainly(match[2])
    said = end, f"{month}月{day}日"
    if re.match(r"[(][月火水木金土日祝]", text[end : end + 2]):
        return said
    if match[0] in _COMMON_FRACTIONS or month == "1":
        return said if _HAPPENS.match(text, end) and month != "1" else None
    likely = int(day) > 12 or int(day) <= int(month)
    return said if likely or _DATED.match(text, end) or _HAPPENS.match(text, end) else None


def _clock(match: Match) -> tuple[int, str] | None:
    if _RATIO_CUE.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    hours, minutes, seconds = match.groups()
    if seconds:
        return match.end(), f"{plainly(hours)}時間{plainly(minutes)}分{plainly(seconds)}秒"
    said = f"{plainly(hours)}時"
    return match.end(), said if minutes == "00" else said + f"{plainly(minutes)}分"


def _ratio(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}対{match[2]}"


def _version(match: Match) -> tuple[int, str]:
    return match.end(), dotted(match[0])


def _v_version(match: Match) -> tuple[int, str] | None:
    """v0.6.3 is a version; the v of large-v3 belongs to the name."""
    named = re.search("[A-Za-z]-$", match.string[max(0, match.start() - 2) : match.start()])
    if named and "." not in match[1]:
        return None
    number = match[1] if match[1].count(".") < 2 else dotted(match[1])
    return match.end(), "バージョン" + number


def _phone(match: Match) -> tuple[int, str]:
    return match.end(), "、".join(one_by_one(group) for group in match[0].split("-"))


def _fraction(match: Match) -> tuple[int, str]:
    top, bottom = plainly(match[1]), plainly(match[2])
    if 0 < int(top) < int(bottom):
        return match.end(), f"{bottom}分の{top}"
    return match.end(), f"{top}、{bottom}"


def _figure_then(word: str) -> Callable[[Match], tuple[int, str]]:
    return lambda match: (match.end(), match[1] + word)


def _tilde(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}{match[2]}から"


def _score(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}対{match[2]}"


def _chain(match: Match) -> tuple[int, str]:
    parts = re.split("[-–—]", match[0])
    if any(part.startswith("0") for part in parts):
        return match.end(), "の".join(one_by_one(part) for part in parts)
    return match.end(), "の".join(parts)


def _ordinal(match: Match) -> tuple[int, str]:
    return match.end(), _ORDINALS.get(match[1], f"{match[1]}番目")


def _with_unit(match: Match) -> tuple[int, str] | None:
    found = unit_after(match.string, match.end())
    if not found:
        return None
    before, after, end = found
    if match.string.endswith(("時速", "秒速", "毎秒", "毎時"), 0, match.start()):
        before = ""
    return end, before + match[0] + after


def _letter(match: Match) -> tuple[int, str]:
    return match.end(), match[1] + LETTERS[match[2].lower()]


def _power(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}の{'マイナス' if match[2] else ''}{plainly(match[3])}乗"


def _raised_to(match: Match) -> tuple[int, str]:
    return match.end(), f"の{'マイナス' if match[1] else ''}{plainly(match[2])}乗"


def _scientific(match: Match) -> tuple[int, str]:
    sign = "マイナス" if match[2] == "-" else ""
    return match.end(), f"{match[1]}かける10の{sign}{plainly(match[3])}乗"


def _raised(match: Match) -> tuple[int, str] | None:
    after = match.string[match.end() : match.end() + 1]
    return (match.end() + 1, match[0] + _RAISED[after]) if after in _RAISED else None


def _sign(match: Match) -> tuple[int, str] | None:
    """A sign after a particle or a mark; after a name, - joins: 東京-2, but 前年比-8.5%."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    if match[1] != "-" or not before or not (before.isalnum() or before in ")）」"):
        return match.end(), _SIGNS[match[1]]
    if "ぁ" <= before <= "ん" or _MEASURED.match(match.string, match.end()):
        return None if before.isascii() else (match.end(), _SIGNS[match[1]])
    return None


def _number_sign(match: Match) -> tuple[int, str]:
    return match.end(), "ナンバー"


def _too_long(match: Match) -> tuple[int, str]:
    return match.end(), "長い数字"


_RULES: tuple[tuple[str, re.Pattern[str], Callable[[Match], tuple[int, str] | None]], ...] = (
    ("long number", _LONG, _too_long),
    ("money", _MONEY, _money),
    ("sum in English", _ENGLISH_SUM, _english_sum),
    ("date", _DATE, _date),
    ("year and month", _YEAR_MONTH, _year_month),
    ("month and day", _MONTH_DAY, _month_day),
    ("clock", _CLOCK, _clock),
    ("ratio", _RATIO, _ratio),
    ("version", _VERSION, _version),
    ("telephone", _PHONE, _phone),
    ("fraction", _FRACTION, _fraction),
    ("power", _POWER, _power),
    ("power", _RAISED_TO, _raised_to),
    ("power of ten", _SCIENTIFIC, _scientific),
    ("times", _TIMES, _figure_then("かける")),
    ("times", _TIMES_BARE, _figure_then("倍")),
    ("range", _TILDE, _tilde),
    ("range", _HYPHEN, _figure_then("から")),
    ("score", _SCORE, _score),
    ("chain of figures", _CHAIN, _chain),
    ("ordinal", _ORDINAL, _ordinal),
    ("unit", _FIGURE, _with_unit),
    ("power", _FIGURE, _raised),
    ("letter after a figure", _LETTER, _letter),
    ("sign", _SIGNED, _sign),
    ("number sign", _NUMBER_SIGN, _number_sign),
    ("version", _V_VERSION, _v_version),
)
