"""Values and units in Japanese and English text: 「4億1500万ドル」, $415M, 3B, 0.04, 20分の1.

Used by facts (is this number in the source?) and by the reading room. Values are exact decimals,
units are in one spelling (ドル, %, GB, トークン), so that two ways to write a quantity compare
equal. Linear in the length of the text; figures of more than 40 digits are no quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from broadcaster.units import SPELLINGS

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Quantity:
    """text[start:end] says `value` of `unit`; unit is empty for a bare number.

    割 counts as 10 %, and 20分の1 as 0.05 (28 digits where the fraction never ends).
    """

    start: int
    end: int
    value: Decimal
    unit: str
    text: str


_MATH = Context(prec=100)
_WIDE = {0xFF01 + i: chr(0x21 + i) for i in range(94)} | {
    ord("−"): "-", ord("－"): "-", ord("　"): " ", ord("￥"): "¥",
}  # fmt: skip
_KANJI_DIGITS = {"〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5} | {
    "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_LOANED = {"ミリオン": 10**6, "ビリオン": 10**9}
_WORDS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12} | {
    "bn": 10**9, "mn": 10**6, "k": 10**3, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12,
}  # fmt: skip
_MONEY_WORDS = _WORDS | {"m": 10**6, "b": 10**9}
_SIGNS = {
    "US$": "ドル",
    "A$": "豪ドル",
    "C$": "カナダドル",
    "HK$": "香港ドル",
    "NT$": "台湾ドル",
    "NZ$": "NZドル",
    "S$": "シンガポールドル",
    "$": "ドル",
    "€": "ユーロ",
    "£": "ポンド",
    "¥": "円",
}

_KANJI_COUNTERS = """
円 ドル 人 名 年 か月 カ月 ヶ月 月 日 時間 時 倍 社 件 個 つ 本 台 回 枚 割 歳 位 週間 か国 カ国
"""
_WRITTEN = {spelling: unit for unit, row in SPELLINGS.items() for spelling in row}
_UNITS = {
    word[:-1]: unit
    for word, unit in _WRITTEN.items()
    if word.isascii() and re.search("[a-z]{5}s$", word)
} | _WRITTEN
_LONGEST_FIRST = sorted(_UNITS, key=lambda spelling: (-len(spelling), spelling))
_UNIT = re.compile("|".join(re.escape(spelling) for spelling in _LONGEST_FIRST))
_NOT_A_UNIT = {"分": "野析布類", "人": "気", "点": "検", "本": "当社", "台": "湾", "行": "っ"}
_COUNTED_IN_KANJI = frozenset(_KANJI_COUNTERS.split())

_URL = r"https?://[!-~]*"
_FIGURES = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_KANJI = r"[〇一二三四五六七八九十百千][〇一二三四五六七八九十百千万億兆]*"
_TOKEN = re.compile(
    rf"(?P<skip>{_URL}|[0-9.]{{41,}}|[0-9]+(?:\.[0-9]+){{2,}}|(?<![0-9])[A-Za-z]+(?:-?[0-9][A-Za-z0-9.]*)+"
    r"|[0-9]+x[0-9]+(?:\.[0-9]+)?[BbMm](?![A-Za-z])"
    r"|[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+(?![A-Za-z0-9]))"
    r"|(?P<date>(?:19|20)[0-9]{2}([/-])[0-9]{1,2}\3[0-9]{1,2}(?![0-9]))"
    r"|(?P<clock>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?![0-9:]))"
    rf"|(?P<figures>{_FIGURES})|(?P<kanji>{_KANJI})"
)
_PLAIN = re.compile(_FIGURES)
_FRACTION = re.compile(rf" ?分の ?({_FIGURES}|[一二三四五六七八九])")
_HUNDREDTHS = re.compile("([0-9])分(?!の)")
_WORD = re.compile(r"(?P<gap>[ -]?)(?P<word>[A-Za-z]+)(?![A-Za-z0-9])")
_PARTS = {"date": ("年", "月", "日"), "clock": ("時", "分")}


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of the text, in order and apart from each other.

    Dates like 2024/10/17 and clocks like 9:30 give one quantity a figure (年, 月, 日; 時, 分).
    Version numbers, URLs and figures inside names (H100, GPT-4) are none.
    """
    return tuple(_found(text, text.translate(_WIDE)))


def _found(text: str, plain: str) -> Iterator[Quantity]:
    at = 0
    while match := _TOKEN.search(plain, at):
        at = match.end()
        if match.lastgroup in _PARTS:
            yield from _parts(text, plain, match, _PARTS[match.lastgroup])
        elif match.lastgroup == "figures" or (match["kanji"] and match["skip"] is None):
            quantity = _measured(text, plain, match)
            if quantity:
                at = quantity.end
                yield quantity


def _parts(
    text: str, plain: str, match: re.Match[str], units: tuple[str, ...]
) -> Iterator[Quantity]:
    figures = re.compile("[0-9]+").finditer(plain, match.start(), match.end())
    for unit, figure in zip(units, figures, strict=False):
        span = slice(*figure.span())
        yield Quantity(figure.start(), figure.end(), Decimal(figure[0]), unit, text[span])


def _measured(text: str, plain: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    sign, currency, start = _before(plain, start)
    if match["kanji"]:
        value = Decimal(_kanji_value(match["kanji"]))
    else:
        value, end = _figures_value(plain, match, money=bool(currency))
    fraction = _FRACTION.match(plain, end)
    if fraction and value:
        top = Decimal(_KANJI_DIGITS.get(fraction[1], 0)) or _decimal(fraction[1])
        value, end = Context(prec=28).divide(top, value), fraction.end()
    unit, end = _unit(plain, end)
    if match["kanji"] and not fraction and not _counts(match["kanji"], plain[match.end() : end]):
        return None
    if unit == "割":
        value, unit, end = _percent(value, plain, end)
    return Quantity(start, end, sign * value, currency or unit, text[start:end])


def _before(plain: str, start: int) -> tuple[int, str, int]:
    """Sign, currency and where they start: -, マイナス, $, US$ … before the figures."""
    currency = ""
    for mark, unit in _SIGNS.items():
        if plain.endswith(mark, 0, start):
            currency, start = unit, start - len(mark)
            break
    if plain.endswith("マイナス", 0, start):
        return -1, currency, start - 4
    if plain.endswith("minus ", 0, start):
        return -1, currency, start - 6
    if plain.endswith("-", 0, start) and not plain[max(0, start - 2) : start - 1].isalnum():
        return -1, currency, start - 1
    return 1, currency, start


def _decimal(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))


def _figures_value(plain: str, match: re.Match[str], *, money: bool) -> tuple[Decimal, int]:
    """4億1500万, 3千, 1.6兆, 415 million, 128k: figures with all that multiplies them."""
    total, value, end = Decimal(0), _decimal(match[0]), match.end()
    below = 10**17
    while True:
        times, after = _japanese_times(plain, end)
        if times == 1 or times >= below:
            break
        total, value = _MATH.add(total, _MATH.multiply(value, Decimal(times))), Decimal(0)
        end, below = after, times
        more = _PLAIN.match(plain, after)
        if not more or len(more[0]) > 12:
            return total, end
        value, end = _decimal(more[0]), more.end()
    if total:
        return _MATH.add(total, value), end
    times, end = _english_times(plain, end, _MONEY_WORDS if money else _WORDS)
    return _MATH.multiply(value, Decimal(times)), end


def _japanese_times(plain: str, at: int) -> tuple[int, int]:
    """百, 千, 万, 千億, ミリオン … after figures, with one space before at most."""
    after = at + 1 if plain[at : at + 1] == " " else at
    times = 1
    while plain[after : after + 1] in _SMALL and times < 10**3:
        times *= _SMALL[plain[after]]
        after += 1
    if plain[after : after + 1] in _LARGE:
        times *= _LARGE[plain[after]]
        after += 1
    loaned = plain[after : after + 4]
    if times == 1 and loaned in _LOANED and not plain.startswith("セラー", after + 4):
        return _LOANED[loaned], after + 4
    return (times, after) if times > 1 else (1, at)


def _english_times(plain: str, at: int, known: dict[str, int]) -> tuple[int, int]:
    word = _WORD.match(plain, at)
    if not word:
        return 1, at
    name = word["word"] if len(word["word"]) < 3 else word["word"].lower()
    # A lone letter belongs to the figure only when it touches it: 3B, but not "3 B".
    if name in known and (len(name) > 1 or not word["gap"]):
        return known[name], word.end()
    return 1, at


def _unit(plain: str, at: int) -> tuple[str, int]:
    after = at + 1 if plain[at : at + 1] == " " else at
    match = _UNIT.match(plain, after)
    if not match:
        return "", at
    following = plain[match.end() : match.end() + 1]
    if match[0][-1].isascii() and match[0] != "%" and following.isascii() and following.isalnum():
        return "", at
    if following and following in _NOT_A_UNIT.get(match[0], ""):
        return "", at
    return _UNITS[match[0]], match.end()


def _percent(tenths: Decimal, plain: str, end: int) -> tuple[Decimal, str, int]:
    """7割 is 70 %, 3割5分 is 35 %."""
    value = _MATH.multiply(tenths, Decimal(10))
    hundredths = _HUNDREDTHS.match(plain, end)
    if hundredths:
        return _MATH.add(value, Decimal(hundredths[1])), "%", hundredths.end()
    return value, "%", end


def _kanji_value(numeral: str) -> int:
    """二千二十四, 二〇二四, 三億: the value of a kanji numeral."""
    total = section = digits = 0
    for char in numeral[:40]:
        if char in _KANJI_DIGITS:
            digits = digits * 10 + _KANJI_DIGITS[char]
        elif char in _SMALL:
            section += (digits or 1) * _SMALL[char]
            digits = 0
        else:
            total += ((section + digits) or 1) * _LARGE[char]
            section = digits = 0
    return total + section + digits


def _counts(numeral: str, unit: str) -> bool:
    """A kanji numeral is a quantity before a counter; 十分, 千葉 and 一部 are words."""
    return unit.strip() in _COUNTED_IN_KANJI or len(numeral) > 2 or numeral[-1] in _LARGE
