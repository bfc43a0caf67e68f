"""Figures and their signs: only what Open JTalk reads wrong is rewritten.

Each rule looks at one place of the folded text and gives the end of what it reads with its
reading, or None. All patterns are bounded, so that a flood of figures stays linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.numbers import quantities
from broadcaster.reading.figures import NUMBER, dotted, in_japanese, one_by_one, plainly
from broadcaster.reading.moments import MOMENTS
from broadcaster.reading.powers import POWERS, RAISED
from broadcaster.reading.rates import RATE, rate
from broadcaster.reading.units import unit_after
from broadcaster.reading.words import LETTERS, ORDINALS

if TYPE_CHECKING:
    from collections.abc import Callable

Match = re.Match[str]
Read = tuple[int, str, str]
"""Where the span ends, its reading, the rule's name."""

_SCALED = r"(?:[万億兆京]|[千百](?=[万億兆]))"
_WORD = "(?:thousand|million|billion|trillion|bn|mn)(?![A-Za-z])"
_LONGEST_SUM = 60

_MONEY = re.compile(
    rf"(?:US\$|[$€£¥]) ?(?:{NUMBER})"
    rf"(?:(?: ?{_SCALED}(?:[0-9]{{1,4}}(?![0-9,.]))?)+| ?{_WORD}|[KkMmBbT](?![A-Za-z0-9]))?"
    r"(?P<unit>ドル|米ドル|ユーロ|ポンド|円)?"
)
_MONEY_RANGE = re.compile(
    rf"([$€£¥]) ?({NUMBER})((?: ?{_SCALED})*| ?{_WORD}|[KkMBbT])? ?[-–~] ?\1?"
    rf"({NUMBER})((?: ?{_SCALED})+| ?{_WORD}|[KkMBbT](?![A-Za-z0-9]))?(?:ドル|ユーロ|ポンド|円)?"
)
_ELSEWHERE = re.compile(
    r"(?P<country>US|HK|NT|[ASC])(?=\$)|(?P<code>USD|EUR|GBP|JPY|CNY|RMB) ?(?=[0-9])"
)
_DOLLARS = {"US": "", "HK": "香港", "NT": "台湾", "A": "豪", "S": "シンガポール", "C": "カナダ"}
_CODES = {"USD": "ドル", "EUR": "ユーロ", "GBP": "ポンド", "JPY": "円", "CNY": "人民元"} | {
    "RMB": "人民元"
}
_ENGLISH_SUM = re.compile(
    rf"(?:{NUMBER})[ -]?(?:thousand|million|billion|trillion)(?![A-Za-z])"
    "(?: (?:dollars?|euros?|yen|pounds?|tokens?|parameters?|people|years?)(?![A-Za-z]))?"
)
_RATIO = re.compile(rf"({NUMBER}):({NUMBER})(?![0-9:])")
_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){2,8}(?![0-9])")
_PAPER = re.compile(r"(?<=ar[Xx]iv:)([0-9]{4})\.([0-9]{4,5})(?:v[0-9]{1,2})?(?![0-9])")
_PHONE = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9-])")
_FRACTION = re.compile(r"([0-9]{1,6})/([0-9]{1,6})(?![0-9/])")
_TIMES = re.compile(rf"({NUMBER})(?:[x*]| [x*] | ?× ?)(?=[0-9])")
_TIMES_BARE = re.compile(rf"({NUMBER})[x×](?![A-Za-z0-9])")
_TILDE = re.compile(
    rf"({NUMBER})([%度円人年月日時分秒歳倍回件個社台万億兆]{{0,3}}) ?~ ?(?=[$€£¥]?[0-9])"
)
_HYPHEN = re.compile(
    rf"({NUMBER})[-–—](?=(?:{NUMBER}) ?"
    "(?:月期|[月年%人日時分秒歳倍回件円万億兆位社個台本枚名品種問度℃点]|[かカヵヶ][月国所]|[KMGT]B|nm|ms|bit|ポイント|ドル))"
)
_MONTHS = re.compile(r"(1[0-2]|[1-9]) ?[-–—~] ?(?=(?:1[0-2]|[1-9])月)")
_SCORE = re.compile(r"([0-9]{1,3})[-–—]([0-9]{1,3})(?=で|の勝|の負|とリード)")
_CHAIN = re.compile(r"[0-9]{1,9}(?:[-–—][0-9]{1,9}){1,9}(?![0-9A-Za-z])")
_ORDINAL = re.compile(r"([0-9]{1,4})(?:st|nd|rd|th)(?![A-Za-z0-9])( ?[A-Za-z])?")
_CARDS = re.compile(r"([1-5]0[5-9]0)s(?![A-Za-z0-9])")
_IN_A_NAME = re.compile("[A-Za-z]-")
_LETTER = re.compile(rf"({NUMBER})([A-Za-z])(?![A-Za-z0-9])")
_COMPARED = re.compile(
    rf"(<=|>=|[<>≤≥≦≧]) ?({NUMBER})([万億兆]?)(ポイント|円|ドル|トークン|人|件|回|歳|年"
    "|[かカ]月|日|時間|秒|倍|点|台|度|個|本|社)?"
)
_COMPARISONS = {"<": "未満", ">": "超", "<=": "以下", ">=": "以上"} | {
    "≤": "以下", "≦": "以下", "≥": "以上", "≧": "以上",
}  # fmt: skip
_FIGURE = re.compile(NUMBER)
_LONG = re.compile(r"[0-9]{21,}(?:\.[0-9]*)?")
_SIGNED = re.compile(r"(±|\+-|\+/-|[+▲△-])(?=[0-9$€£¥])")
_SIGNS = {"±": "プラスマイナス", "+-": "プラスマイナス", "+/-": "プラスマイナス"} | {
    "+": "プラス", "-": "マイナス", "▲": "マイナス", "△": "マイナス",
}  # fmt: skip
_MEASURED = re.compile(rf"(?:{NUMBER}) ?(?:%|℃|°C|度|ポイント|円|ドル|pt)")
_PAGES = re.compile(r"(?<![A-Za-z])pp?\. ?([0-9]{1,5})(?:[-–~]([0-9]{1,5}))?(?![0-9.])")
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


def _paper(match: Match) -> tuple[int, str]:
    return match.end(), f"{one_by_one(match[1])}テン{one_by_one(match[2])}"


def _phone(match: Match) -> tuple[int, str]:
    return match.end(), "、".join(one_by_one(group) for group in match[0].split("-"))


def _fraction(match: Match) -> tuple[int, str]:
    top, bottom = plainly(match[1]), plainly(match[2])
    if 0 < int(top) < int(bottom):
        return match.end(), f"{bottom}分の{top}"
    return match.end(), f"{top}、{bottom}"


_MONTHS_ALONE = {"4": "シ", "7": "シチ", "9": "ク"}
"""As months are said: 4-6月期 is シから, 7-9月期 シチから."""


def _months(match: Match) -> tuple[int, str]:
    return match.end(), _MONTHS_ALONE.get(match[1], match[1]) + "から"


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
    """4th Gen is フォース as the word after it is English; 4thは4番目."""
    english = ORDINALS.get(match[1], "") if match[2] or match[1] in "123" else ""
    return match.end(1) + 2, english or f"{match[1]}番目"


def _with_unit(match: Match) -> tuple[int, str] | None:
    found = unit_after(match.string, match.end())
    if not found:
        return None
    before, after, end = found
    if end == match.end() + 1 and _IN_A_NAME.match(match.string, max(0, match.start() - 2)):
        return None
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


def _sign(match: Match) -> tuple[int, str] | None:
    """A sign after a particle or a mark; after a name, - joins: 東京-2, but 前年比-8.5%."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    if match[1] != "-" or not before or not (before.isalnum() or before in ")）」"):
        return match.end(), _SIGNS[match[1]]
    if "ぁ" <= before <= "ん" or _MEASURED.match(match.string, match.end()):
        return None if before.isascii() else (match.end(), _SIGNS[match[1]])
    return None


def _pages(match: Match) -> tuple[int, str]:
    first, last = match.groups()
    return match.end(), f"{first}から{last}ページ" if last else f"{first}ページ"


def _number_sign(match: Match) -> tuple[int, str]:
    return match.end(), "ナンバー"


def _too_long(match: Match) -> tuple[int, str]:
    return match.end(), "長い数字"


_RULES: tuple[tuple[str, re.Pattern[str], Callable[[Match], tuple[int, str] | None]], ...] = (
    ("long number", _LONG, _too_long),
    ("rate", RATE, rate),
    ("money", _MONEY_RANGE, _money_range),
    ("money", _MONEY, _money),
    ("sum in English", _ENGLISH_SUM, _english_sum),
    *MOMENTS,
    ("ratio", _RATIO, _ratio),
    ("version", _VERSION, _version),
    ("number of a paper", _PAPER, _paper),
    ("telephone", _PHONE, _phone),
    ("fraction", _FRACTION, _fraction),
    ("comparison", _COMPARED, _compared),
    *POWERS,
    ("times", _TIMES, _figure_then("かける")),
    ("times", _TIMES_BARE, _figure_then("倍")),
    ("range", _MONTHS, _months),
    ("range", _TILDE, _tilde),
    ("range", _HYPHEN, _figure_then("から")),
    ("score", _SCORE, _score),
    ("chain of figures", _CHAIN, _chain),
    ("ordinal", _ORDINAL, _ordinal),
    ("graphics cards", _CARDS, _figure_then("ズ")),
    ("unit", _FIGURE, _with_unit),
    RAISED,
    ("letter after a figure", _LETTER, _letter),
    ("sign", _SIGNED, _sign),
    ("number sign", _NUMBER_SIGN, _number_sign),
    ("version", _V_VERSION, _v_version),
    ("page", _PAGES, _pages),
)
