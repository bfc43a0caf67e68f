"""Converters' katakana in the spelling of news scripts.

ビジョン rather than ヴィジョン, バリエーション rather than ヴァリエイション.
"""

from __future__ import annotations

import re

_EVERYWHERE = (
    ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴュ", "ビュ"), ("ヴ", "ブ"),
    ("ズィ", "ジ"), ("スィ", "シ"), ("クォ", "クオ"),
)  # fmt: skip

_ATE = "イ(?=(?:ト|ツ|テッド|ター|ターズ|ティング|ション|ションズ)$)"
_LONG_A = "(?<=[エケセテネヘメレゲゼデベペ])イ(?=.ズ?$)"
_RULES = (
    ("at(?:e|es|ed|or|ors|ing|ion|ions)$", _ATE, "ー"),
    ("ad(?:e|es|ed|ing)$", "イ(?=(?:ド|ズ|デッド|ディング)$)", "ー"),
    ("a[gmnlpv]es?$", _LONG_A, "ー"),
    ("(?:ear|eer|ior|ier)s?$", "(?<=[イニリピビミシジキギヒ])アー(?=ズ?$)", "ア"),
    ("ity$", "ティー$", "ティ"),
    ("i[sz]ations?$", "リ(?=ゼーション)", "ライ"),
    ("i[sz]ations?$", "ニ(?=ゼーション)", "ナイ"),
    ("i[sz]ations?$", "ミ(?=ゼーション)", "マイ"),
    ("i[sz]ations?$", "ティ(?=ゼーション)", "タイ"),
)
_BY_SPELLING = tuple((re.compile(word), re.compile(said), put) for word, said, put in _RULES)
"""Where a word ends so and its katakana so, this is put for the latter: -ation レーション."""


def as_announced(word: str, katakana: str) -> str:
    """The katakana a converter made of `word`, in the orthography of announcers."""
    for odd, usual in _EVERYWHERE:
        katakana = katakana.replace(odd, usual)
    for spelling, said, put in _BY_SPELLING:
        if spelling.search(word):
            katakana = said.sub(put, katakana)
    return katakana
