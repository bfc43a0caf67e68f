"""Article text as data: what could steer a model is taken out before anything is sent.

Marks of chat templates and invisible characters are removed, sentences that speak to a language
model instead of a reader are withheld, and what is left stands between marks that no article can
hold, since they are made from the article's own hash.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

from broadcaster.japanese import without_sounds

_CONTROL: Final = re.compile(
    r"<\|[^|<>]{0,40}\|>|</?s>|\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|"
    r"TOOL_CONTENT|IMG|IMG_BREAK|IMG_END|PREFIX|MIDDLE|SUFFIX|THINK)\]|<</?SYS>>|<unk>|<pad>|"
    r"<(?:start|end)_of_turn>|</?(?:system|assistant|user|think|tool_call|instructions?)>"
    r"|`{3,}|^#{2,}[ \t]*(?:system|assistant|user|instructions?)\b:?",
    re.IGNORECASE | re.MULTILINE,
)
_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd"
    r"\U000e0000-\U000e0fff]"
)
_HESITATION: Final = re.compile(
    r"(?:(?<=\A)|(?<=[。、！？\s「]))まあ(?=、)[、。…\s]{0,4}"
    r"|(?i:(?<![\w'])(?:um+|uh+|erm+|hmm+)(?![\w'])[,.…]?[ \t]?|(?<![\w'])(?:you know|I mean), )"
)
_BEGINS: Final = r"(?:\A|[.!?:]\s{0,4})\W{0,4}(?:please )?"
_UTTER: Final = "(?:output|say|reply|respond|print|answer|write)"
_ORDERS: Final = re.compile(
    r"(?:これまで|今まで|以前|上記|前述|直前|ここまで|すべて|全て|元)の?[^。\n]{0,12}"
    r"(?:(?:指示|命令|プロンプト)[^。\n]{0,12}(?:無視|忘れ|破棄|取り消|無効|従わ)"
    r"|(?:ルール|きまり|設定)[^。\n]{0,4}(?:無視|忘れて|破棄))"
    r"|(?:システム|元の|隠し)プロンプト[^。\n]{0,20}(?:出力|表示|教え|見せ|公開し|書き出)"
    r"|(?:あなた|きみ|君)は(?:今|いま|これ|もう)?[^。\n]{0,16}(?:AI|言語モデル|アシスタント|チャットボット)(?:です|だ|として)"
    r"|(?:AI|言語モデル|アシスタント|放送作家)(?:へ|宛)[^。\n]{0,30}(?:せよ|しなさい|してください|しろ)"
    r"|(?:だけ|のみ)を?、?[^。\n]{0,8}(?:(?:出力|回答|返答|応答)(?:し(?:て(?:ください|下さい)|ろ|なさい)|せよ)"
    r"|(?:答え|書い|言っ|返し)て(?:ください|下さい)|(?:答えろ|答えなさい|書け|書きなさい|言え|言いなさい|返せ|返しなさい))"
    r"|(?:番組名|番組の名前|司会|声|音声|語尾|口調|長さ|台本|原稿|本文)(?:を|は)[^。\n]{0,24}(?:せよ|しなさい|してください|"
    r"変えろ|変えなさい|変えてください|にしろ|言え|言いなさい|読め|読みなさい|読み上げろ|読み上げなさい)"
    r"|(?i:\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|prompts?)\b"
    r"|\b(?:ignore|disregard|forget) (?:all|everything)\b[^.\n]{0,20}"
    r"\b(?:above|before|previous|prior)\b"
    rf"|{_BEGINS}(?:only|just) {_UTTER}\b|{_BEGINS}{_UTTER}\b[^.\n]{{0,30}}\bonly\b"
    r"|\byou are (?:now|no longer) (?:an?|the)\b|\b(?:system|hidden|developer) prompt\b"
    r"|\bnew instructions?\b\s{0,4}:|\b(?:begin|end) (?:of )?system\b"
    rf"|{_BEGINS}(?:change|set|replace) (?:the |your )?"
    r"(?:show|programme|program|host|voice|persona|title)\b)"
)
"""What nobody writes to a reader. An article about such attacks loses the quoted order, no more."""


def harmless(text: str) -> str:
    """The text without what a chat template could mistake for its own, and without hesitations.

    Removed until none is left: taking one mark away may join the halves of another.
    """
    text = _INVISIBLE.sub("", text)
    while (cleaned := _CONTROL.sub("", text)) != text:
        text = cleaned
    return _HESITATION.sub("", without_sounds(text))


def is_order(sentence: str) -> bool:
    """Whether a sentence speaks to a language model: it is neither sent nor does it license."""
    return bool(_ORDERS.search(sentence))


def fence(text: str) -> str:
    """A mark for before and after a text, made from it so that it cannot stand in it."""
    return "記事" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
