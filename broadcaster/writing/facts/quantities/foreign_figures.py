"""Numbers of other languages as English or Japanese would write them: 4,5 millions → 4.5 million.

Only figures and the words that count them are touched; whatever else is said stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

_GROUPED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?![\d.])")
_DECIMAL: Final = re.compile(r"(?<![\d.,])(\d+),(\d{1,2})(?![\d,])")
_COMMA_LANGUAGES: Final = ("fr", "de", "es", "it", "pt", "nl")
_COUNTING: Final = (
    (
        re.compile(
            r"(?<=\d)\s*(?:milliards?|Milliarden?|Mrd\.?|mil millones|miliardi|miliardo|miljard)"
            r"(?: d['’e]\s?| de | di )?\s*"
        ),
        " billion ",
    ),
    (
        re.compile(
            r"(?<=\d)\s*(?:millions?|Millionen|Million|Mio\.?|millones|millón|milioni|milhões|miljoen)"
            r"(?: d['’e]\s?| de | di )?\s*"
        ),
        " million ",
    ),
    (re.compile(r"(?<=[\dn]) (?:Euro|euro)\b"), " euros"),
    (re.compile(r"(?<=[\dn]) (?:Dollar|dólares|dollari)\b"), " dollars"),
)
_ASIAN: Final = {
    "zh": (
        ("亿", "億"), ("美元", "ドル"), ("欧元", "ユーロ"), ("日元", "円"), ("每天", "1日あたり"),
        ("每小时", "1時間あたり"),
    ),
    "ko": (
        ("억", "億"), ("만", "万"), ("원", "ウォン"), ("달러", "ドル"), ("유로", "ユーロ"),
        ("엔", "円"), ("년", "年"), ("월", "月"), ("일", "日"),
    ),
}  # fmt: skip
_KOREAN_COUNT: Final = re.compile(
    r"[\d.,]+(?:[억만천]\s?[\d.,]*){0,3}(?:원|달러|유로|엔|년|월|일)?"
)
_A_DAY: Final = (("하루에", "1日あたり"), ("시간당", "1時間あたり"))


def in_our_figures(text: str, language: str) -> str:
    """The text of an article in that language, its numbers as our own readers know them."""
    code = language[:2]
    if code in _COMMA_LANGUAGES:
        text = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), text)
        text = _DECIMAL.sub(r"\1.\2", text)
        for pattern, ours in _COUNTING:
            text = pattern.sub(ours, text)
    elif code == "ko":
        text = _KOREAN_COUNT.sub(lambda found: _spelled(found[0], _ASIAN["ko"]), text)
        text = _spelled(text, _A_DAY)
    elif code == "zh":
        text = _spelled(text, _ASIAN["zh"])
    return text


def _spelled(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for theirs, ours in pairs:
        text = text.replace(theirs, ours)
    return text
