"""The clauses of a headline: who, what, where, and what is done, by the particles.

A piece that denies, asks or only intends says so, for nothing may be made of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.writing.noun_phrase import (
    compounds,
    continues,
    is_act,
    is_case,
    is_noun_phrase,
    shorter,
    whole_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

_MARKS: Final = re.compile(
    r"(?:[、。！？?…　]|(?<!\d)[：:]|[：:](?!\d)|(?<![A-Za-z])!|\s(?=[^A-Za-z0-9]))+"
)
LONGEST: Final = 300
"""Characters from which a text is no headline, nor a sentence that could be one."""

LISTS: Final = ("、", " ", "　")
"""Marks after which a title goes on with what the one before them did."""

DOERS: Final = ("が", "は", "も")
DROPPABLE: Final = frozenset((
    "発表", "公開", "開始", "発売", "提供", "開発", "導入", "実施", "開催", "設置", "設立", "採用",
    "完成", "開設", "開業", "公表", "投入", "披露", "紹介", "発見", "解明", "報告", "配信", "開通",
    "リリース", "お披露目", "新設", "展開", "募集", "掲載", "出展", "受注", "考案", "制作", "製作",
    "試作",
))  # fmt: skip
"""Acts that bring a thing about or tell of it: the thing alone says the same."""

TELLING: Final = frozenset((
    "買収", "提訴", "告訴", "解雇", "人員削減", "値上げ", "値下げ", "逮捕", "撤退", "出資",
))  # fmt: skip
HAPPENS: Final = ("ある", "起きる", "起こる", "出る", "相次ぐ", "発生", "多発")
_MISREAD: Final = re.compile("[ぁ-んァ-ヶ]")
"""One kana that the analyser left over before a noun was the beginning of a name: さやまめ社."""

_DENIES: Final = ("ない", "ぬ", "ん", "まい", "ず", "なし", "無し")
_UNSURE: Final = ("か", "へ", "とは", "に", "のか", "と")
_DOES: Final = ("", "する", "した", "し", "して", "しました", "します", "される", "された")
_PART_OF_MORE: Final = tuple("+#&/%$@:：.,．，*=<>~〜～─―—^€£±×÷−°の")
"""Beside one of these a noun is only a part of something: 30 of 10:30, the rest of C++の規格."""


@dataclass(frozen=True, slots=True)
class Part:
    """A noun phrase of a clause with the particle after it. wide: with the verb before it."""

    text: str
    particle: str
    wide: str = ""
    start: int = 0

    def forms(self) -> tuple[str, ...]:
        """As long as it is, and shorter."""
        return tuple(filter(None, (self.wide, self.text, shorter(self.text))))


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a title. act: the verbal noun it ends in; head: another noun; verb: a verb."""

    parts: Sequence[Part]
    act: str = ""
    head: Part | None = None
    verb: str = ""
    denies: bool = False
    unsure: bool = False

    def doer(self, given: str) -> Part | None:
        """Who: what has a が, or what stood before the title's first 、."""
        own = next((part for part in self.parts if part.particle in DOERS), None)
        return own or (Part(given, "が") if given else None)

    def thing(self) -> Part | None:
        """What it was done to."""
        return next((part for part in reversed(self.parts) if part.particle == "を"), None)

    @property
    def is_told_by_its_thing(self) -> bool:
        """Whether the act may be left unsaid."""
        found = whole_words(self.act)
        plain = len(found) == 1 or self.act[:1].isdigit()
        return bool(found) and found[-1].surface in DROPPABLE and plain


def doer_of(sentence: str) -> str:
    """Who did it: what stands before the first 、, or has a が; empty where neither is a noun."""
    pieces = pieces_of(sentence) if len(sentence) <= LONGEST else []
    if not pieces:
        return ""
    first, mark = pieces[0]
    if len(pieces) > 1 and mark in LISTS and is_noun_phrase(first):
        return first
    doer = clause_of(first, asks=False).doer("")
    return doer.text if doer else ""


def pieces_of(title: str) -> list[tuple[str, str]]:
    """The title cut at its marks and after 〜し, each piece with the mark after it."""
    found, at = [], 0
    for start, end in (*_cuts(title), (len(title), len(title))):
        found.append((title[at:start], title[start:end].strip(" ") or " "))
        at = end
    return [(piece, mark) for piece, mark in found if piece]


def _cuts(title: str) -> list[tuple[int, int]]:
    """Where clauses part. A 、 after a particle (東京都が、) parts nothing."""
    found = whole_words(title)
    quoted = [(word.start, word.end) for word in found if word.surface[0] == "「"]
    inside = {word.end for word in found if is_case(word) and word.surface in (*DOERS, "を")}
    cuts = [
        mark.span()
        for mark in _MARKS.finditer(title)
        if not (mark[0] == "、" and mark.start() in inside)
        and not any(start <= mark.start() < end for start, end in quoted)
    ]
    cuts += [
        (verb.end, verb.end)
        for at, (verb, after) in enumerate(pairwise(found))
        if _hands_over(verb, after) and not (at and compounds(found, at))
    ]
    return sorted(cuts)


def _hands_over(verb: Word, after: Word) -> bool:
    """横転し、 without its 、: another clause begins right here."""
    return (verb.pos == "動詞" and verb.cform == "連用形" and after.pos in ("名詞", "接頭詞")) or (
        verb.pos1 == "接続助詞" and verb.surface in ("て", "で")
    )


def clause_of(piece: str, *, asks: bool) -> Clause:
    """The clause in a piece of a title. asks: a ？ stands after it."""
    found = whole_words(piece)
    parts, tail = _parts(piece, found)
    closing = "".join(word.surface for word in found if word.start >= tail)
    last = parts[-1] if parts else None
    bare = last if last and not last.particle else None
    trails = last is not None and not closing and last.particle in _UNSURE
    unsure = asks or closing in _UNSURE or trails
    act = bare.text if bare and closing in _DOES and is_act(bare.text) else ""
    verb = "" if bare else _plain_verb(found, tail)
    denies = any(
        _is_denial(word) and not (word.cform == "基本形" and _belongs_next(found, at))
        for at, word in enumerate(found)
    )
    rest = tuple(part for part in parts if part.particle)
    return Clause(rest, act, None if act else bare, verb, denies, unsure and not act)


def _belongs_next(found: Sequence[Word], at: int) -> bool:
    """Whether a noun follows, so that 眠らない is said of it alone: 眠らないチップ."""
    return at + 1 < len(found) and found[at + 1].pos in ("名詞", "接頭詞")


def _is_denial(word: Word) -> bool:
    return word.base in _DENIES or word.surface in _DENIES


def _plain_verb(found: Sequence[Word], tail: int) -> str:
    """The finite verb a clause ends in, as it stands before a noun."""
    ending = [word for word in found if word.start >= tail]
    if not ending or ending[0].pos != "動詞":
        return ""
    if ending[0].base in HAPPENS:
        return ending[0].base
    plain = ending[-1].cform == "基本形" and all(w.pos in ("動詞", "助動詞") for w in ending)
    return "".join(word.surface for word in ending) if plain else ""


def _parts(text: str, found: Sequence[Word]) -> tuple[list[Part], int]:
    """Noun phrases in order, and from where on the clause says what they do."""
    parts: list[Part] = []
    joint = (-1, -1)  # where the last part's particle ends, and where that part starts
    run: list[Word] = []
    after_doer = False
    tail = 0
    for at, word in enumerate(found):
        if continues(run, found, at):
            run.append(word)
            continue
        particle = word.surface if run and is_case(word) else ""
        if run:
            wide = joint[1] if _modifies(found, run[0], joint[0]) else -1
            _add(parts, text, (run[0].start, run[-1].end, wide), particle)
            tail = word.end if particle else word.start
            first = joint[1] if joint[0] == run[0].start and not after_doer else run[0].start
            joint = (word.end, first) if particle and particle != "は" else (-1, -1)
            after_doer = particle in DOERS
        run = []
    if run:
        wide = joint[1] if _modifies(found, run[0], joint[0]) else -1
        _add(parts, text, (run[0].start, run[-1].end, wide), "")
        tail = len(text)
    return parts, tail


def _modifies(found: Sequence[Word], first: Word, joint: int) -> bool:
    """Whether what lies between a particle and this noun is a verb that describes the noun."""
    between = [word for word in found if joint <= word.start < first.start]
    verbs = bool(between) and all(
        word.pos in ("動詞", "助動詞") or word.pos1 == "サ変接続" for word in between
    )
    return joint >= 0 and verbs and between[-1].cform == "基本形"


def _add(parts: list[Part], text: str, place: tuple[int, int, int], particle: str) -> None:
    start, end, wide = place
    clipped = text[:start].endswith(_PART_OF_MORE) or text[end:].startswith(_PART_OF_MORE)
    clipped = clipped or bool(_MISREAD.fullmatch(text[:start]))
    if wide >= 0:  # what its verb governs is no part of the clause itself
        parts[:] = [part for part in parts if part.start < wide]
    if not clipped and is_noun_phrase(text[start:end]):
        parts.append(Part(text[start:end], particle, text[wide:end] if wide >= 0 else "", start))


def tells_an_act(text: str, after: str) -> bool:
    """値下げ, 打ち上げ失敗、原因は…: no doer; まめ通信 is one, though 通信 is an act as well."""
    found = whole_words(text)
    alone = len(found) == 1 or found[-1].surface in DROPPABLE | TELLING
    return is_act(text) and (alone or clause_of(after, asks=False).doer("") is not None)
