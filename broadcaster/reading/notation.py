"""Figures and their signs: only what Open JTalk reads wrong is rewritten.

Each rule looks at one place of the folded text and gives the end of what it reads with its
reading, or None. All patterns are bounded, so that a flood of figures stays linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.numbers import quantities
from broadcaster.reading.figures import dotted, in_japanese, one_by_one, plainly
from broadcaster.reading.moments import MOMENTS
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
_LONGEST_SUM = 60

_MONEY = re.compile(
    rf"(?:US\$|[$€£¥]) ?(?:{_N})"
    rf"(?:(?: ?{_SCALED}(?:[0-9]{{1,4}}(?![0-9,.]))?)+| ?{_WORD}|[KkMmBbT](?![A-Za-z0-9]))?"
    r"(?P<unit>ドル|米ドル|ユーロ|ポンド|円)?"
)
_MONEY_RANGE = re.compile(
    rf"([$€£¥]) ?({_N})((?: ?{_SCALED})*| ?{_WORD}|[KkMBbT])? ?[-–~] ?\1?"
    rf"({_N})((?: ?{_SCALED})+| ?{_WORD}|[KkMBbT](?![A-Za-z0-9]))?(?:ドル|ユーロ|ポンド|円)?"
)
_ELSEWHERE = re.compile(
    r"(?P<country>US|HK|NT|[ASC])(?=\$)|(?P<code>USD|EUR|GBP|JPY|CNY|RMB) ?(?=[0-9])"
)
_DOLLARS = {"US": "", "HK": "香港", "NT": "台湾", "A": "豪", "S": "シンガポール", "C": "カナダ"}
_CODES = {"USD": "ドル", "EUR": "ユーロ", "GBP": "ポンド", "JPY": "円", "CNY": "人民元"} | {
    "RMB": "人民元"
}
_ENGLISH_SUM = re.compile(
    rf"(?:{_N})[ -]?(?:thousand|million|billion|trillion)(?![A-Za-z])"
    "(?: (?:dollars?|euros?|yen|pounds?|tokens?|parameters?|people|years?)(?![A-Za-z]))?"
)
_RATIO = re.compile(rf"({_N}):({_N})(?![0-9:])")
_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){2,8}(?![0-9])")
_PHONE = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9-])")
_FRACTION = re.compile(r"([0-9]{1,6})/([0-9]{1,6})(?![0-9/])")
_TIMES = re.compile(rf"({_N}) ?[x×*] ?(?=[0-9])")
_TIMES_BARE = re.compile(rf"({_N})[x×](?![A-Za-z0-9])")
_TILDE = re.compile(
    rf"({_N})([%度円人年月日時分秒歳倍回件個社台万億兆]{{0,3}}) ?~ ?(?=[$€£¥]?[0-9])"
)
_HYPHEN = re.compile(
    rf"({_N})[-–—](?=(?:{_N}) ?(?:月期|[月年%人日時分秒歳倍回件円万億兆位社個台本枚名品種問度℃点]"
    "|[かカヵヶ][月国所]|[KMGT]B|nm|ms|bit|ポイント|ドル))"
)
_SCORE = re.compile(r"([0-9]{1,3})[-–—]([0-9]{1,3})(?=で|の勝|の負|とリード)")
_CHAIN = re.compile(r"[0-9]{1,9}(?:[-–—][0-9]{1,9}){1,9}(?![0-9A-Za-z])")
_ORDINAL = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)(?![A-Za-z0-9])")
_ORDINALS = {"1": "ファースト", "2": "セカンド", "3": "サード"}
_LETTER = re.compile(rf"({_N})([A-Za-z])(?![A-Za-z0-9])")
_COMPARED = re.compile(
    rf"(<=|>=|[<>≤≥≦≧]) ?({_N})([万億兆]?)(ポイント|円|ドル|トークン|人|件|回|歳|年"
    "|[かカ]月|日|時間|秒|倍|点|台|度|個|本|社)?"
)
_COMPARISONS = {"<": "未満", ">": "超", "<=": "以下", ">=": "以上"} | {
    "≤": "以下", "≦": "以下", "≥": "以上", "≧": "以上",
}  # fmt: skip
_POWER = re.compile(r"([0-9]{1,20}(?:\.[0-9]{1,9})?)\^(-?)([0-9]{1,9})")
_RAISED_TO = re.compile(r"\^(-?)([0-9]{1,9})(?![0-9])")
_TO_A_LETTER = re.compile(r"\^([A-Za-z])(?![A-Za-z0-9])")
_SCIENTIFIC = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)[eE]([+-]?)([0-9]{1,9})(?![A-Za-z0-9])")
_RAISED = {"²": "の2乗", "³": "の3乗", "⁴": "の4乗", "⁵": "の5乗", "⁶": "の6乗", "⁹": "の9乗"}
_FIGURE = re.compile(_N)
_LONG = re.compile(r"[0-9]{21,}(?:\.[0-9]*)?")
_SIGNED = re.compile(r"(±|\+-|\+/-|[+▲△-])(?=[0-9$€£¥])")
_SIGNS = {"±": "プラスマイナス", "+-": "プラスマイナス", "+/-": "プラスマイナス"} | {
    "+": "プラス", "-": "マイナス", "▲": "マイナス", "△": "マイナス",
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


def _money_range(match: Match) -> tuple[int, str] | None:
    """$5~10 billion is 50億から100億ドル: the scale and the currency of the one go for both."""
    sign, low, low_scale, high, high_scale = match.groups()
    first = quantities(sign + low + (low_scale or high_scale or ""))
    second = quantities(sign + high + (high_scale or low_scale or ""))
    if len(first) != 1 or len(second) != 1:
        return None
    figures = f"{in_japanese(first[0].value)}から{in_japanese(second[0].value)}"
    return match.end(), figures + second[0].unit


def read_sum_elsewhere(plain: str, at: int) -> Read | None:
    """A sum that begins with a country or a code: US$50, HK$8億, EUR 20 million."""
    named = _ELSEWHERE.match(plain, at)
    if not named or (at and plain[at - 1].isascii() and plain[at - 1].isalnum()):
        return None
    rest = plain[named.end() : named.end() + _LONGEST_SUM]
    made = read_figures(rest if named["country"] else "$" + rest, 0)
    if not made or made[2] != "money":
        return None
    end = named.end() + made[0] - (not named["country"])
    unit = _CODES[named["code"]] if named["code"] else _DOLLARS[named["country"]] + "ドル"
    return end, made[1].removesuffix("ドル") + unit, "money"


def _english_sum(match: Match) -> tuple[int, str] | None:
    found = quantities(match[0])
    if len(found) != 1 or found[0].end != len(match[0]):
        return None
    return match.end(), in_japanese(found[0].value) + found[0].unit


def _ratio(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}タイ{match[2]}"


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
    return match.end(), f"{match[1]}タイ{match[2]}"


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


def _compared(match: Match) -> tuple[int, str] | None:
    """p<0.05 is 0.05未満; between two figures, and in -> and =>, the sign stands for itself."""
    before = match.string[: match.start()][-2:].strip()[-1:]
    if before in tuple("-=<>%") or before.isdigit():
        return None
    _, figure, scale, counter = match.groups()
    unit = None if scale or counter else unit_after(match.string, match.end())
    per, said, end = unit or ("", scale + (counter or ""), match.end())
    pause = "、" if before.isalpha() else ""
    return end, f"{pause}{per}{figure}{said}{_COMPARISONS[match[1]]}"


def _power(match: Match) -> tuple[int, str]:
    return match.end(), f"{match[1]}の{'マイナス' if match[2] else ''}{plainly(match[3])}乗"


def _to_a_letter(match: Match) -> tuple[int, str]:
    return match.end(), f"の{LETTERS[match[1].lower()]}乗"


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
    ("money", _MONEY_RANGE, _money_range),
    ("money", _MONEY, _money),
    ("sum in English", _ENGLISH_SUM, _english_sum),
    *MOMENTS,
    ("ratio", _RATIO, _ratio),
    ("version", _VERSION, _version),
    ("telephone", _PHONE, _phone),
    ("fraction", _FRACTION, _fraction),
    ("comparison", _COMPARED, _compared),
    ("power", _POWER, _power),
    ("power", _RAISED_TO, _raised_to),
    ("power", _TO_A_LETTER, _to_a_letter),
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
