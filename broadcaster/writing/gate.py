"""The character gate: a model's line in the host's register, or the reason why it cannot be.

What only sounds wrong is mended (a polite ending, 私 for ぼく, a label, a smile); what is mended is
compared with what was written: numbers, Latin and katakana names and quotations must be the same.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences
from broadcaster.numbers import quantities
from broadcaster.writing.dates import has_relative_date
from broadcaster.writing.fitness import MOST_MORAE, unfit
from broadcaster.writing.quarantine import harmless
from broadcaster.writing.recast import recast
from broadcaster.writing.splitting import halves
from broadcaster.writing.untouched import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.programme import Character
    from broadcaster.writing.measure import Ruler

LEAST_MORAE: Final = 5
_LABEL: Final = re.compile(r"\A(?:[^\s、。「」：:]{1,12}[：:]\s*|[-*・•▼■●]\s*|[0-9]{1,2}[.)]\s+)")
_MARKUP: Final = re.compile(r"\*{1,3}|_{2,}|~{2,}|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")
_CLOSED: Final = ("。", "！", "？", "!", "?")
_KANA: Final = re.compile(r"[ぁ-んァ-ヶ]")
_SELF: Final = re.compile(r"\A(?:私|わたし|僕|ボク|俺|あたし)(?=[はもがのをに、])")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*|[ァ-ヴー]{2,}")
_QUOTED: Final = re.compile(r"「[^「」]*」|『[^『』]*』")
_HEARD: Final = (
    "のだよ",
    "のだね",
    "なのだよ",
    "なのだね",
    "のですよ",
    "のですね",
    "んですよ",
    "んですね",
)
_TWICE_ENDED: Final = re.compile(
    r"(?P<polite>ました|ます|です|でした|ません|でしょう|だろう)(?:な?のだ|なのです)(?=[。！]?\Z)"
)
_NODA: Final = re.compile(r"(な)?のだ(?=[。！]?\Z)")
OF_THE_FRAME: Final = "belongs to the frame"
"""The fault of a greeting, a transition or a closing: those are built by our code."""

_OF_THE_FRAME: Final = re.compile(
    r"こんにちは|おはよう|こんばんは|番組|次のニュース|次の話題|次は[0-9０-９]?本|続いてのニュース|以上、|さようなら|"
    r"お届け|お伝えし|お送りし|リスナー|視聴者|チャンネル登録|高評価|みなさん|皆さん|またね|ばいばい|本日の放送|プロンプト|"
    r"\A(?:さあ|さて|それでは|では)?、?ここからは|の(?:時間|コーナー)(?:な?のだ|です|だ|だよ)[。！]?\Z"
)
_OURS: Final = (
    "not ours to say", "praise", "cannot be spoken", "points at the page", "fragment",
    "open bracket", "quotation without its speaker",
)  # fmt: skip
"""Faults of `fitness.unfit` that hold for a model's line as for a source's sentence."""


@dataclass(frozen=True, slots=True)
class Gated:
    """A line after the gate: its sentences in register, or why there are none. mended: changed."""

    texts: tuple[str, ...] = ()
    fault: str = ""
    mended: bool = False


class Gate:
    """The gate of one host."""

    def __init__(self, character: Character, ruler: Ruler) -> None:
        self._character = character
        self._ruler = ruler

    def through(self, line: str) -> Gated:
        """The line's sentences as the host says them."""
        plain = tidy(line, self._character)
        said: list[str] = []
        for sentence in sentences(plain):
            parts, fault = self._said(sentence.strip())
            if fault:
                return Gated(fault=fault)
            said += parts
        if fact_tokens("".join(said)) != fact_tokens(plain):
            return Gated(fault="mending would change a fact")
        return Gated(tuple(said), mended="".join(said) != line.strip())

    def _said(self, sentence: str) -> tuple[tuple[str, ...], str]:
        text = self._in_register(sentence)
        fault = self._fault(text)
        if fault != "too long":
            return (text,), fault
        parted = halves(sentence)
        texts = tuple(map(self._in_register, parted or ()))
        return texts, next(filter(None, map(self._fault, texts)), "") if texts else fault

    def _in_register(self, sentence: str) -> str:
        """Recast; an ending put upon an ending, and a よ behind のだ, are taken off first."""
        sentence = _TWICE_ENDED.sub(r"\g<polite>", sentence)
        if self._character.register != "noda":
            sentence = _NODA.sub(lambda found: "だ" if found[1] else "", sentence)
        text = recast(sentence, self._character)
        if self._character.register == "noda":
            body = text.rstrip("。！!")
            if body.endswith(_HEARD):
                text = recast(body[:-1] + text[len(body) :], self._character)
        return text

    def _fault(self, text: str) -> str:
        kept = "".join(char for char, deep in zip(text, inside(text), strict=True) if not deep)
        if not _KANA.search(kept):
            return "not Japanese"
        if is_of_the_frame(kept):
            return OF_THE_FRAME
        bare = text.rstrip("。！？!?")
        if self._character.endings.banned and bare.endswith(self._character.endings.banned):
            return "out of register"
        if has_relative_date(kept):
            return "relative date"
        unsaid = unfit(text)
        if unsaid in _OURS:
            return unsaid
        length = self._ruler.morae(text)
        return "too long" if length > MOST_MORAE else "too short" if length < LEAST_MORAE else ""


def is_of_the_frame(text: str) -> bool:
    """Whether a line greets, announces, leads over or says goodbye: what our own code says."""
    return bool(_OF_THE_FRAME.search(text))


def tidy(line: str, character: Character) -> str:
    """The line as a sentence: no label, no markup, no hesitation, the host's own word for I."""
    text = _LABEL.sub("", _MARKUP.sub("", harmless(line)).strip())
    text = re.sub(r"([！？!?])[！？!?]{1,20}", r"\1", text)
    if character.first_person:
        text = _SELF.sub(character.first_person, text)
    return text if not text or text.endswith(_CLOSED) else text + "。"


def fact_tokens(text: str) -> Counter[str]:
    """What must survive any mending: quantities, Latin and katakana names, quotations."""
    return Counter(_tokens(text))


def _tokens(text: str) -> Iterator[str]:
    yield from (f"{one.value.normalize()} {one.unit}" for one in quantities(text))
    yield from (name.rstrip(".+-") for name in _NAME.findall(text))
    yield from _QUOTED.findall(text)
