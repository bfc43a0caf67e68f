"""Quarters by their months, and parts of decades."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.times.moment import Moment

_MONTHS: Final = re.compile(
    r"(?<!\d)(?P<first>1[0-2]|[1-9])月?(?:から|[〜~・–-])(?P<last>1[0-2]|[1-9])月"
)
_LASTING: Final = {
    3: re.compile(r"\b(?:three months|quarter)\b|四半期|3[かカヶヵ]月"),
    6: re.compile(r"\b(?:six months|half)\b|半期|半年|6[かカヶヵ]月"),
    9: re.compile(r"\b(?:nine months)\b|9[かカヶヵ]月"),
}
"""Months → what a sentence calls so long a period."""


def starts_a_period(said: Moment, sight: Sight) -> bool:
    """Whether it is the 4月 of 4月から6月, told of "the three months to June"."""
    for span in _MONTHS.finditer(sight.line.text):
        if not span.start() <= said.start < span.end() or said.month != int(span["first"]):
            continue
        last = int(span["last"])
        words = _LASTING.get((last - int(span["first"])) % 12 + 1)
        if words and any(
            words.search(place.text) and any(one.month == last for one in place.moments)
            for place in (*sight.near, *sight.before)
        ):
            return True
    return False


_ENDED: Final = re.compile(
    r"\b(?:quarter|months|period|half) (?:ended|ending|to|through)(?: on)? \Z"
)


def _ends_a_period(text: str, moment: Moment) -> bool:
    """Whether it is the June 30 of "the quarter ended June 30"."""
    return bool(_ENDED.search(text, 0, moment.start))


_THREE_MONTHS: Final = re.compile(
    "月期|(?<!\\d)(?:1月(?:から|[〜~])3月|4月(?:から|[〜~])6月|7月(?:から|[〜~])9月|10月(?:から|[〜~])12月)"
)
_QUARTER: Final = re.compile("四半期|quarter")


def in_a_quarter(said: Moment, sight: Sight) -> bool:
    """1月から3月期, for a quarter that the article numbers."""
    return (
        said.grain == "month"
        and bool(_THREE_MONTHS.search(sight.line.text))
        and any(_QUARTER.search(one.text) for one in sight.statements)
        and not any(
            other.grain == "month" or _ends_a_period(one.text, other)
            for one in sight.near[:1]
            for other in one.moments
        )
    )


_PARTS: Final = {
    "early": (re.compile("の?(?:前半|初|はじめ|始め|序盤)"), re.compile(r"\b[Ee]arly[ -]\Z")),
    "mid": (re.compile("の?(?:半ば|なかば|中[ごば頃盤])"), re.compile(r"\b[Mm]id[ -]\Z")),
    "late": (re.compile("の?(?:後半|終|おわり|末|終盤)"), re.compile(r"\b[Ll]ate[ -]\Z")),
}
"""Part of a decade → how it is said behind it in Japanese, and ahead of it in English."""


def decade_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 1980年代の前半, where the article has "the late 1980s" alone."""
    for said in (one for one in sight.line.amounts if one.unit == "年代"):
        half = _half(sight.line.text, said)
        told = {
            _half(place.text, one): one.text
            for place in sight.statements for one in place.amounts
            if one.unit == said.unit and one.value == said.value
        }  # fmt: skip
        if half and told and not {half, ""} & told.keys():
            yield Doubt("date", said.text, next(iter(told.values())), "記事では年代の別のころ")


def _half(text: str, decade: Amount) -> str:
    for part, (behind, ahead) in _PARTS.items():
        if behind.match(text, decade.end) or ahead.search(text, 0, decade.start):
            return part
    return ""
