"""How much: every quantity of a text in one unit a kind, with the bound it is given with.

半分 is 50 %, 半年 6 months, 12時間 is 半日, 4セント is 0.04 dollars, "a third" 33 %. Quantities
that are dates are left to `moments`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from broadcaster.numbers import quantities
from broadcaster.writing.facts.quantities.amount import SCALES, VERSION, Amount
from broadcaster.writing.facts.quantities.bounds import bound_of
from broadcaster.writing.facts.quantities.neighbours import beside_each_other
from broadcaster.writing.facts.quantities.worded import shares, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.numbers import Quantity
    from broadcaster.writing.facts.quantities.worded import Worded
    from broadcaster.writing.facts.times.moment import Moment


_HALVED: Final = ("年", "時間", "か月", "日", "分", "秒", "倍", "週間")
_RIVAL: Final = re.compile("より(?!も?[新古前後以]|も?少|も?多)")
"""3.8より速い compares with what is called so."""

_TIMES_AS: Final = re.compile(
    r" (?:as|more|the|that|its|their|what|less|fewer|than|last year's|[a-z]{3,}er)\b"
    r"(?! (?:the|last|past))"
)
"""four times as sensitive is 倍; "96 times" is 回."""

_NAME: Final = 24
_CALLED: Final = re.compile(
    r"(?<![.!?] )(?<!\A)\b(?!(?:About|Around|Over|Some|Nearly|Only|Just|The|All|And|Of|In|At|By|"
    r"To|For|Up|Than|From)\b)(?:[A-Z][A-Za-z]+|v)[ -]?\Z|[ァ-ヴー]{2,}\s?\Z"
)
"""Corvid 3, iOS 17: figures behind a name are part of it, and count nothing."""

_COARSE: Final = 6
"""A fraction is told for anything within a sixth of it: 35 % is a little over 3分の1."""

_BESIDE: Final = re.compile("[一-龠]{1,3}")
_HYPHEN: Final = re.compile(r"(?<=\d)-(?=[a-z]{3,})")
"""5-kilogram is 5 kilogram."""

_MID: Final = re.compile(r"(?<=\b[Mm]id)-(?=\d)")
"""mid-1990s is of the 1990s."""

_FEWER_OF: Final = re.compile(
    r"(?<=\d) (?:fewer|more|less|extra|additional|further)(?: [a-z-]+){0,2}? "
    r"(?P<unit>(?:year|month|week|day|hour|minute|second|percentage point|point|people)s?)\b"
)
"""3.1 fewer migraine days: days, whichever."""

_KIND_OF: Final = re.compile(
    r"(?<=[\da-z]) (?:metric|short|long|troy) (?P<unit>tons?|tonnes?|ounces?)\b"
)
_TROY: Final = re.compile("トロイオンス")
"""4,500 metric tons, 1トロイオンス: the unit without its kind."""

_SCHOOL: Final = re.compile(r"(?:[大高中小]|中学|小学|大学|高校|学校)\Z")
"""常陽大4年: a year of school is no length of time."""

_DECADE: Final = re.compile(r"(?:1[6-9]|20)\d0s")
_FULL_YEAR: Final = 100
_LAST_CENTURY: Final = 30
"""1980s and 80年代 are 1980年代."""

_BELOW_ZERO: Final = re.compile(r"(?:氷点|零)下(?=\d)")
_COUNTED_NOUN: Final = re.compile(
    r"(?<![A-Za-z])(?:[GCTN]PU|V?RAM|AI|SSD|HDD|EV|PC|TV|CD|DVD|LED|ATM|USB|IC)"
    r"(?=\d{1,9}\s?(?:[基個台枚本機件社人種万億兆か]|[GMT]B|[ギメテ]))"
)
"""GPU256基 counts; H100 and PS5 are names."""

_FOR_A_TIME: Final = re.compile("一時(?=[金的停避帰預休保不中期は、])")
"""一時金, 一時停止: no time of day."""

_KILO: Final = re.compile(
    r"(?<=\d)\s?(ギガ|メガ|テラ)(?!バイト|ワット|ヘルツ|ピクセル|ビット|フロップス|ボルト|ジュール|パスカル)"
)
_KILO_OF: Final = {"ギガ": "GB", "メガ": "MB", "テラ": "TB"}


def amounts(text: str, apart_from: Sequence[Moment] = ()) -> tuple[Amount, ...]:
    """The amounts of a text (NFKC), in order, apart from the moments in it."""
    masked = _masked(text, [(one.start, one.end) for one in apart_from])
    masked = _MID.sub(" ", _HYPHEN.sub(" ", masked))
    masked = _FEWER_OF.sub(lambda found: f" {found['unit']}".ljust(len(found[0]), "\t"), masked)
    masked = _KIND_OF.sub(lambda found: f" {found['unit']}".ljust(len(found[0]), "\t"), masked)
    masked = _TROY.sub(lambda found: "オンス".ljust(len(found[0]), "\t"), masked)
    masked = _KILO.sub(lambda found: _KILO_OF[found[1]].ljust(len(found[0])), masked)
    masked = _BELOW_ZERO.sub(lambda found: "-".rjust(len(found[0]), "\t"), masked)
    masked = _COUNTED_NOUN.sub(lambda found: "\t" * len(found[0]), masked)
    masked = _FOR_A_TIME.sub(lambda found: "\t" * len(found[0]), masked)
    parts = tuple(shares(masked))
    masked = _masked(masked, [(one.start, one.end) for one in parts])
    kinds = [one.span() for one in _KIND_OF.finditer(text)]
    kinds += [one.span() for one in _TROY.finditer(text)]
    figures = [replace(one, end=_end_of(kinds, one.end)) for one in quantities(masked)]
    found = [_amount(text, one) for one in figures]
    rest = _masked(masked, [(one.start, one.end) for one in figures])
    found += [replace(_in_words(text, one), about=True) for one in parts]
    said = [replace(one, end=_end_of(kinds, one.end)) for one in worded(rest)]
    found += [_in_words(text, one) for one in said]
    found += [_numbered(text, one) for one in _NUMBERED.finditer(rest)]
    ordered = tuple(_joined(text, _cents(sorted(found, key=lambda one: one.start))))
    return beside_each_other(text, ordered)


def _end_of(kinds: Sequence[tuple[int, int]], at: int) -> int:
    """Where a unit ends whose kind was left out of it: metric tons."""
    return next((end for start, end in kinds if start < at < end), at)


_IN_PARTS: Final = (
    "ドル",
    "円",
    "ユーロ",
    "ポンド",
    "豪ドル",
    "カナダドル",
    "秒",
    "か月",
    "m",
    "g",
)
CENTS: Final = ("ユーロ", "豪ドル", "カナダドル")


_AND: Final = re.compile(r"(?:,? and|,)? |と")
_LASTS: Final = ("秒", "か月")
_EACH: Final = ("日", "週間")
"""1日2時間 is two hours, each day."""


def _joined(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """4ドル30セント, 1時間30分 and "7 hours and 40 minutes" are one amount each."""
    held: Amount | None = None
    for each in found:
        one = _of_the_same(held, each) if held else each
        if held and _goes_on(text, held, one):
            held = replace(
                held, end=one.end, text=text[held.start : one.end], value=held.value + one.value,
                bound=one.bound or held.bound, about=one.about or held.about, step=one.step,
            )  # fmt: skip
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


_FINER: Final = ("秒", "メートル")
_TWO_FIGURES: Final = re.compile(r"\d\d")


def _of_the_same(held: Amount, one: Amount) -> Amount:
    """A part of the amount right before it, in its unit: 10ユーロ50セント, 10秒07, 62メートル84."""
    if _cents_of(held, one):
        return replace(one, unit=held.unit)
    fine = held.end == one.start and held.text.endswith(_FINER) and "." not in held.text
    if not fine or one.unit not in ("", VERSION) or not _TWO_FIGURES.fullmatch(one.text):
        return one
    part, step = Decimal(f"0.{one.text}"), Decimal(1).scaleb(-len(one.text))
    return replace(one, value=part, unit=held.unit, written="", step=step)


def _cents_of(held: Amount, one: Amount) -> bool:
    return held.end == one.start and one.written == "セント" and held.unit in CENTS


def _cents(found: list[Amount]) -> list[Amount]:
    """85セント、つまり0.85ユーロ: cents of the one money there that has any."""
    kinds = {one.unit for one in found if one.kind == "money" and one.written != "セント"}
    kinds &= {"ドル", *CENTS}
    if len(kinds) != 1:
        return found
    (money,) = kinds
    return [replace(one, unit=money) if one.written == "セント" else one for one in found]


def _goes_on(text: str, held: Amount, one: Amount) -> bool:
    if held.unit == one.unit != "" and held.end == one.start and not one.written:
        return True
    if held.unit != one.unit or one.value >= held.value or one.written == held.written:
        return False
    if held.end == one.start:
        return one.unit in _IN_PARTS and not (held.figure == 1 and held.written in _EACH)
    whole = one.text[0].isdigit() and held.written in _HALVED and one.written in _HALVED
    return whole and one.unit in _LASTS and bool(_AND.fullmatch(text, held.end, one.start))


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\t" * (end - start) + text[end:]
    return text


def _amount(text: str, found: Quantity) -> Amount:
    value, unit, step = found.value, found.unit, _step(found)
    if "分の" in found.text and not unit:
        value, unit, step = value * 100, "%", 100 * value / _COARSE
    kilo = text.startswith("キロ", found.end) and not unit
    end = found.end + 2 * kilo
    if kilo:
        unit = "キロ"
    if unit in _HALVED and text.startswith("半", end):
        value, end, step = value + Decimal("0.5"), end + 1, Decimal("0.1")
    if unit == "年" and (
        text.startswith("生", end) or _SCHOOL.search(text, max(0, found.start - 2), found.start)
    ):
        unit = "年生"
    if unit == "秒" and _DECADE.fullmatch(found.text):
        unit = "年代"
    if unit == "年代" and value < _FULL_YEAR:
        value += 1900 if value >= _LAST_CENTURY else 2000
    if unit == "度" and _is_fahrenheit(text, found.start, end):
        unit = "華氏"
    if unit == "番" and text.startswith("手", end):
        unit, end = "番目", end + 1
    called = _CALLED.search(text, max(0, found.start - _NAME), found.start)
    if not unit and ((called and "," not in found.text) or text.startswith("」", end)):
        unit = VERSION
    base, scale = SCALES.get(unit, (unit, "1"))
    return _bounded(
        text, found.start, end, value * Decimal(scale), base, unit, step * Decimal(scale)
    )


_FAHRENHEIT: Final = re.compile(r"\s?(?:Fahrenheit|F)\b")


def _is_fahrenheit(text: str, start: int, end: int) -> bool:
    ahead = text.endswith(("華氏", "華氏で", "華氏約"), max(0, start - 3), start)
    return ahead or bool(_FAHRENHEIT.match(text, end))


_ROMAN: Final = {
    "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16,
}  # fmt: skip
_NUMBERED: Final = re.compile(
    r"(?<=[A-Za-z]{2})-(?P<figures>\d{1,3})(?![\dA-Za-z-]|[.,]\d)"
    rf"|(?:(?<=[a-z] )|(?<=[ぁ-んァ-ヴー一-龠])(?![VX](?!I)))"
    rf"(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})(?![A-Za-z0-9.'])"
)
"""Petrel-2, Artemis II, わだつみII: a number of a name, as アルテミス2 has it."""


def _numbered(text: str, found: re.Match[str]) -> Amount:
    value = Decimal(found["figures"] or _ROMAN[found["roman"]])
    start, end = found.span("figures" if found["figures"] else "roman")
    return _bounded(text, start, end, value, VERSION, VERSION, Decimal(1))


def _in_words(text: str, found: Worded) -> Amount:
    base, scale = SCALES.get(found.unit, (found.unit, "1"))
    step = found.value / _COARSE if found.unit == "%" else Decimal(1)
    return _bounded(
        text, found.start, found.end, found.value * Decimal(scale), base, found.unit,
        step * Decimal(scale),
    )  # fmt: skip


def _step(found: Quantity) -> Decimal:
    """The value of the last figure that tells: 4億1500万 is told to 500万, 5.10 to a hundredth."""
    if not found.value:
        return Decimal(1)
    written = found.value.as_tuple().exponent
    told = found.value if isinstance(written, int) and written < 0 else found.value.normalize()
    exponent = told.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _bounded(
    text: str, start: int, end: int, value: Decimal, unit: str, written: str, step: Decimal
) -> Amount:
    if text[start:end].lower().endswith(("times", "twice")) and not _TIMES_AS.match(text, end):
        unit = written = "回"
    bound, about = bound_of(text, start, end, lasting=unit in ("か月", "秒"))
    if (unit in ("", VERSION) and _RIVAL.match(text, end)) or text[:start].endswith("第"):
        bound = ""
    beside = _BESIDE.match(text, end)
    return Amount(
        start, end, text[start:end], value, unit, written, bound, about, step,
        beside[0] if beside else "",
    )  # fmt: skip
