"""A line in the character's register: plain or polite Japanese in, のだ (or です・ます) out.

Only the tail of a predicate is replaced: the one that closes a sentence and, where のだ is
spoken, the polite ones inside it (安いですが → 安いが). Everything else, and everything between
quotation marks, is carried over character by character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences, words
from broadcaster.writing.conjugation import verb
from broadcaster.writing.predicate import mended, predicate
from broadcaster.writing.registers import CONTRASTS, SAY, plain
from broadcaster.writing.requests import request

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word
    from broadcaster.programme import Character

_CLOSE: Final = re.compile(r"[\s。．!！?？…♪〜~ｗ]+\Z")
_ASIDE: Final = re.compile(r"[（(][^（）()]{0,80}[）)]\Z")
_WHOLE_QUOTE: Final = re.compile(r"\s*[「『][^「」『』]*[」』]\s*\Z")
_PARTICLES: Final = (
    "よね", "かな", "かしら", "なあ", "か", "ね", "よ", "わ", "ぞ", "ぜ", "さ", "な",
)  # fmt: skip
_HEARSAY: Final = ("って", "だって", "っけ", "んだって")
_JOINING: Final = {
    "が": "だが", "けど": "だけど", "けれど": "だけれど", "けれども": "だけれども",
    "から": "だから", "し": "だし", "と": "だと", "ので": "なので", "のに": "なのに",
}  # fmt: skip
_SET_PHRASES: Final = (
    ("ありがとうございました", "ありがとうなのだ"), ("ありがとうございます", "ありがとうなのだ"),
    ("おはようございます", "おはようなのだ"), ("すみませんでした", "すまなかったのだ"),
    ("すみません", "すまないのだ"), ("ごめんなさい", "ごめんなのだ"),
    ("そうですね", "そうだね"), ("そうですよね", "そうだよね"),
)  # fmt: skip


def recast(text: str, character: Character) -> str:
    """The text in the character's register, sentence by sentence.

    Numbers, names and quotations are untouched, and so are lines already in register.
    """
    return "".join(_recast_sentence(part, character.register) for part in sentences(text))


def _recast_sentence(sentence: str, register: str) -> str:
    body, tail = _parted(sentence)
    if not body or _WHOLE_QUOTE.match(body):
        return sentence
    phrase = _set_phrase(body) if register == "noda" else None
    if phrase is not None:
        return phrase + tail
    found = mended(words(body))
    edits = list(_inner_edits(found, body)) if register == "noda" else []
    final = _final_edit(found, body, register)
    if final is None:
        return _edited(body, edits) + tail
    start, said, asks = final
    kept = _edited(body[:start], [edit for edit in edits if edit[1] <= start])
    return kept + said + (_asking(tail) if asks else tail)


def _parted(sentence: str) -> tuple[str, str]:
    """A sentence without, and with only, what follows its last word: marks and an aside."""
    body = _CLOSE.sub("", sentence)
    aside = _ASIDE.search(body)
    if aside and aside.start() > 0:
        body = _CLOSE.sub("", body[: aside.start()])
    return body, sentence[len(body) :]


def _set_phrase(body: str) -> str | None:
    return next((body[: -len(old)] + new for old, new in _SET_PHRASES if body.endswith(old)), None)


def _asking(tail: str) -> str:
    """A question that has lost its か needs its mark."""
    if "?" in tail or "？" in tail:
        return tail
    return "？" + tail.removeprefix("。")


# ── the predicate that closes the sentence ───────────────────────────────────────────────


def _final_edit(found: Sequence[Word], body: str, register: str) -> tuple[int, str, bool] | None:
    """From where the sentence changes, what is said there, and whether か went with it."""
    if not found or body.endswith(_HEARSAY) or found[-1].end != len(body):
        return None
    core, particle = _without_particle(found)
    if particle == "か" and _is_rhetorical(core):
        return None
    asked = request(core, register) if core else None
    if asked is not None:
        return asked[0], asked[1], False
    clause = predicate(core)
    if clause is None:
        return None
    said = SAY[register](clause, particle)
    return clause.start, said, particle == "か" and not said.endswith("か")


def _without_particle(found: Sequence[Word]) -> tuple[Sequence[Word], str]:
    """The words before the particle that closes the sentence, and that particle."""
    last = found[-1]
    if last.pos == "助詞" and last.pos1 == "接続助詞" and last.surface in CONTRASTS:
        return found[:-1], last.surface
    size = 0
    while size < min(2, len(found) - 1) and _closes_a_sentence(found[-1 - size]):
        size += 1
    particle = "".join(word.surface for word in found[len(found) - size :])
    while size and particle not in _PARTICLES:
        size -= 1
        particle = "".join(word.surface for word in found[len(found) - size :])
    return found[: len(found) - size], particle


def _closes_a_sentence(word: Word) -> bool:
    return word.pos == "助詞" and "終助詞" in word.pos1 and word.surface in (*_PARTICLES, "か")


def _is_rhetorical(core: Sequence[Word]) -> bool:
    """のではないか says that it is so, and asks nothing."""
    tail = "".join(word.surface for word in core[-4:])
    return tail.endswith(("のではない", "んじゃない", "のじゃない", "んではない"))


# ── the polite predicates inside it ──────────────────────────────────────────────────────


def _inner_edits(found: Sequence[Word], body: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what is said instead) for each です or ます that joins two clauses."""
    depth = _quote_depth(body)
    for at, word in enumerate(found[:-1], start=0):
        if at == 0 or depth[word.start] or word.pos not in ("助詞", "助動詞"):
            continue
        edit = _joined(found[:at], word)
        if edit is not None:
            yield edit


def _joined(before: Sequence[Word], word: Word) -> tuple[int, int, str] | None:
    if word.surface in ("て", "たら") and before[-1].surface in ("まし", "でし"):
        return _te_or_tara(before, word)
    if word.pos1 != "接続助詞" or word.surface not in _JOINING:
        return None
    clause = predicate(before)
    if clause is None or not clause.polite:
        return None
    nominal = clause.head is None and not clause.past and clause.mood == "plain"
    if nominal and not clause.explained:
        return clause.start, word.end, _JOINING[word.surface]
    return clause.start, word.end, plain(clause) + word.surface


def _te_or_tara(before: Sequence[Word], word: Word) -> tuple[int, int, str] | None:
    """発表しまして → 発表して, 翌日でして → 翌日で, 使いましたら → 使ったら."""
    if before[-1].surface == "でし":
        return before[-1].start, word.end, "で" if word.surface == "て" else "だったら"
    head = verb(before[-2]) if len(before) > 1 else None
    if head is None:
        return None
    return before[-2].start, word.end, head.te if word.surface == "て" else head.past + "ら"


def _quote_depth(body: str) -> list[int]:
    depths, depth = [], 0
    for char in body:
        depth += char in "「『“"
        depths.append(depth)
        depth = max(0, depth - (char in "」』”"))
    return depths


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, said in edits:
        if start >= at:
            parts += [text[at:start], said]
            at = end
    return "".join((*parts, text[at:]))
