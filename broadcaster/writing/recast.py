"""A line in the character's register: plain or polite Japanese in, のだ (or です・ます) out.

Only the tail of a predicate is replaced: the one that closes a sentence and, where のだ is
spoken, the polite ones inside it (安いですが → 安いが). Everything else, and everything between
quotation marks, is carried over character by character.

What のだ makes of the doubtful cases, and why:
- A question is のだ？ (読みましたか？ → 読んだのだ？), 〜ましょう a plain のだ, a request
  てほしいのだ. でしょう is だろう and no more, でしょうか is だろうか: certainty stays.
- ね stays behind the plain form (便利だね is one of the card's endings); よ, わ and ぞ go,
  since のだよ is banned.
- 体言止め takes なのだ, a headline's too (を発表なのだ): its tense is not ours to guess. An end
  in へ, も, ず or a bare か is a headline's hint and stays.
- いたす, おる and ござる are said as する, いる and ある; other courtesy is only conjugated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.writing.closing import closing
from broadcaster.writing.inner import edited, inner_edits, is_told
from broadcaster.writing.mending import legible, mended
from broadcaster.writing.untouched import all_quoted, aside, inside, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.programme import Character

_JAPANESE: Final = re.compile("[ぁ-ヿ一-鿿々]")
_MARKS: Final = "。．｡！!？?…♪〜～~ｗ―—☆★"
_SMILES: Final = range(0x1F300, 0x1FB00)


def recast(text: str, character: Character) -> str:
    """The text in the character's register, sentence by sentence.

    Numbers, names and quotations are untouched, and so are lines already in register and
    sentences without a Japanese character.
    """
    return "".join(_recast_sentence(part, character) for part in parts(text))


def _recast_sentence(sentence: str, character: Character) -> str:
    kept = inside(sentence)
    body = _without_marks(sentence, kept)
    if not body or kept[len(body) - 1] or all_quoted(body, kept) or not _JAPANESE.search(body):
        return sentence
    core = _without_marks(body[: aside(body)], kept) or body
    found = mended(words(legible(core, character.name)))
    core = core[: found[-1].end] if found else core
    tail = sentence[len(core) :]
    edits = list(inner_edits(found, kept)) if character.register == "noda" else []
    end = closing(found, core, tail, character.register)
    if end is None or (end.start == len(core) and is_told(core, edits)):
        return edited(core, edits) + tail
    start, tail = end.start, _asking(tail) if end.asks else tail
    if start == len(core):
        # A noun is told behind the brackets that explain it: 大規模言語モデル（LLM）なのだ。
        start = len(body)
        tail = tail[len(body) - len(core) :]
    return edited(body[:start], [edit for edit in edits if edit[1] <= start]) + end.said + tail


def _without_marks(text: str, kept: Sequence[bool]) -> str:
    """The text without what follows its last word: 。, a smile, a stray bracket, a space."""
    end = len(text)
    while end and (_is_mark(text, end - 1) or _is_stray(text, end - 1, kept)):
        end -= 1
    return text[:end]


def _is_mark(text: str, at: int) -> bool:
    char = text[at]
    if char == ".":
        return not (at and text[at - 1].isascii() and text[at - 1].isalnum())
    return char in _MARKS or char.isspace() or ord(char) in _SMILES


def _is_stray(text: str, at: int, kept: Sequence[bool]) -> bool:
    """Whether this closes a bracket that nothing opened."""
    return text[at] in ("）", ")") and not (at and kept[at - 1])


def _asking(tail: str) -> str:
    """A question that has lost its か needs its mark."""
    if "?" in tail or "？" in tail:
        return tail
    return "？" + tail.removeprefix("。")
