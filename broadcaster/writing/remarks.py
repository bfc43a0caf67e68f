"""What a host may say that no article holds: a wish or a feeling of his own, a signpost.

Only what is on these lists: everything else that shares nothing with its article is no remark
but a claim without a source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.numbers import quantities

if TYPE_CHECKING:
    from broadcaster.programme import Character

REMARK: Final = "remark"
"""The card key under which a model's remark is kept: no fact, and nothing licenses it."""

_MOST_CHARACTERS: Final = 32
_FEELS: Final = re.compile(
    r"(?:たい|うれしい|嬉しい|楽しみ|ほっとする|ほっとした|わくわくする|わくわくした|どきどきする|どきどきした|気になる|"
    r"待つ|待っている|数えて待つ|びっくりした|おどろいた|驚いた|うらやましい|忘れそう|食べる|練習する|ためす|試す|"
    r"おなかがすいた|目がまるくなった|首をかしげた|そわそわする|にっこりした)(?:のだ|な|な?のだ|です|ます)?[。！]\Z"
)
_SIGNPOST: Final = re.compile(
    r"\A(?:ここが(?:大事|大切|ポイント|おもしろいところ|面白いところ)|大事なのは、?ここから|ポイントは、?ここ|話はここから|"
    r"理由がある|わけがある|ただ、?注意がいる|注意したい点もある)(?:なのだ|のだ|です|ます|だよね|だね)?[。！]\Z"
)
_NAMES: Final = re.compile(r"[A-Za-z]|さん|氏|社長|首相|大統領|党|教[^え室科材育]|会社|政府")


def is_remark(text: str, character: Character) -> bool:
    """Whether the host speaks of himself: a wish or a feeling, without number or foreign name."""
    own = character.first_person
    return bool(
        own
        and text.startswith(own)
        and len(text) <= _MOST_CHARACTERS
        and _FEELS.search(text)
        and not _NAMES.search(text)
        and not quantities(text)
    )


def is_signpost(text: str) -> bool:
    """Whether a line only points at the next one."""
    return bool(_SIGNPOST.match(text))
