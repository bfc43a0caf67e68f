"""A headline made into a noun phrase: 「A社、B社を買収」 is on air 「A社によるB社の買収」.

What was announced may stand alone (新モデルを公開 → 新モデル); whatever else was done to a thing
is said with it (発売を中止 → 発売の中止). A clause that denies, asks or only intends names nothing
that happened: of it at most the thing it asks about is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from broadcaster.writing.clauses import (
    DOERS,
    HAPPENS,
    LISTS,
    LONGEST,
    TELLING,
    Clause,
    Part,
    clause_of,
    pieces_of,
    tells_an_act,
)
from broadcaster.writing.noun_phrase import CASES, is_act, is_count, is_noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGAINST: Final = ("提訴", "告訴", "告発", "攻撃", "空爆", "爆撃")
_DISASTER: Final = re.compile(r"(?:事故|火災|火事|地震|津波|洪水|爆発|脱線|噴火|停電|障害)\Z")
_PLACE: Final = re.compile(
    r"[場駅港店線館園所市県区町村海山川道橋内沖室国都府]\Z|(?:センター|ビル|病院|学校|倉庫|施設)\Z"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. event: it says what happened, not only who or what it is about.

    clause: the piece of the title that it was made from.
    """

    text: str
    event: bool = False
    clause: str = ""


def nominal(title: str) -> Iterator[Phrase]:
    """Noun phrases that may stand for a title, the most telling first; none for a long text."""
    if len(title) > LONGEST:
        return
    pieces = pieces_of(title)
    if is_noun_phrase(title):
        yield Phrase(title, event=is_act(title) or bool(_DISASTER.search(title)), clause=title)
    given = ""
    for at, (piece, mark) in enumerate(pieces):
        clause = clause_of(piece, asks="？" in mark or "?" in mark)
        if at == 0 and len(pieces) > 1 and mark in LISTS and is_noun_phrase(piece):
            given = "" if tells_an_act(piece, pieces[1][0]) else piece
        if given and piece == given:
            continue
        yield from (replace(phrase, clause=piece) for phrase in _of_clause(clause, given))


def _of_clause(clause: Clause, given: str) -> Iterator[Phrase]:
    if clause.denies:
        return
    if clause.unsure:
        yield from (Phrase(part.text) for part in clause.parts if not is_act(part.text))
    elif clause.act or clause.verb in HAPPENS:
        yield from _of_act(clause, clause.doer(given))
    elif clause.head:
        yield from _of_head(clause, clause.head, clause.doer(given))
    elif clause.verb:
        yield from _of_verb(clause, clause.doer(given))


def _of_act(clause: Clause, doer: Part | None) -> Iterator[Phrase]:
    thing = clause.thing()
    if clause.act in HAPPENS or clause.verb in HAPPENS:
        yield from _of_happening(clause, doer)
    elif thing is None and clause.is_told_by_its_thing:
        yield from (Phrase(text) for text in (doer.forms() if doer else ()))  # 新モデルが公開
    elif thing is None:
        yield from _of_act_alone(clause, doer)
    elif clause.is_told_by_its_thing and not is_count(thing.text):
        yield from _owned(doer, thing)
    else:
        yield from _done_to(clause.act, doer, thing)


def _of_happening(clause: Clause, doer: Part | None) -> Iterator[Phrase]:
    """工場で爆発事故があり → 工場の爆発事故."""
    event = next((part for part in reversed(clause.parts) if part.particle in DOERS), doer)
    for part in clause.parts:
        if event and part.particle in ("で", "に"):
            yield from (
                Phrase(f"{where}{_at(where, event.text)}{event.text}", event=True)
                for where in part.forms()
            )
    if event:
        yield Phrase(event.text, event=True)


def _of_act_alone(clause: Clause, doer: Part | None) -> Iterator[Phrase]:
    """AがBと提携 → AのBとの提携, Bとの提携; 大雨で川が氾濫 → 川の氾濫."""
    for part in reversed(clause.parts):
        for text in part.forms() if part.particle not in (*DOERS, "で") else ():
            if doer:
                yield Phrase(f"{doer.text}の{text}{CASES[part.particle]}{clause.act}", event=True)
            yield Phrase(f"{text}{CASES[part.particle]}{clause.act}", event=True)
    if doer:
        yield from (Phrase(f"{who}の{clause.act}", event=True) for who in doer.forms())
    for part in clause.parts:
        for text in part.forms() if part.particle == "で" else ():
            yield Phrase(f"{text}{_at(text, clause.act)}{clause.act}", event=True)
    yield from (Phrase(text, event=True) for text in Part(clause.act, "").forms())


def _owned(doer: Part | None, thing: Part) -> Iterator[Phrase]:
    """東京都、新予算案を発表 → 東京都の新予算案, 新予算案."""
    for text in thing.forms():
        if doer and text in (thing.wide, thing.text) and doer.text not in text:
            yield Phrase(f"{doer.text}の{text}")
        yield Phrase(text)


def _done_to(act: str, doer: Part | None, thing: Part) -> Iterator[Phrase]:
    """A社がB社を買収 → A社によるB社の買収, B社の買収, A社による買収."""
    joined = "への" if act in _AGAINST else "の"
    for text in thing.forms():
        if doer:
            yield Phrase(f"{doer.text}による{text}{joined}{act}", event=True)
        yield Phrase(f"{text}{joined}{act}", event=True)
        if doer and act in TELLING:
            yield from (Phrase(f"{who}による{act}", event=True) for who in doer.forms())


def _of_head(clause: Clause, head: Part, doer: Part | None) -> Iterator[Phrase]:
    """工場で爆発事故 → 工場の爆発事故; ことり銀行、窓口に音声AI → ことり銀行の音声AI."""
    if head.text[0] == "「" and any(part.particle in DOERS for part in clause.parts):
        return  # 量産の遅れは「解消」
    places = [part for part in clause.parts if part.particle == "で"]
    if _DISASTER.search(head.text):
        for where in (text for part in places for text in part.forms()):
            yield Phrase(f"{where}{_at(where, head.text)}{head.text}", event=True)
    if is_count(head.text) or any(part.particle in DOERS for part in clause.parts):
        told = clause.parts[-1:] if not head.wide else ()
        yield from (Phrase(part.text, event=True) for part in told)  # 値段は3万円未満
    elif doer:
        yield Phrase(f"{doer.text}の{head.text}")
    elif not head.wide:
        goals = [part for part in clause.parts if part.particle == "に"]
        yield from (Phrase(f"{goal.text}の{head.text}") for goal in goals)
    if head.wide or not any(part.particle in DOERS for part in clause.parts):
        yield from (Phrase(text, is_act(text)) for text in head.forms() if not is_count(text))


def _of_verb(clause: Clause, doer: Part | None) -> Iterator[Phrase]:
    """AIが古文書を読む → 古文書を読むAI; else the thing alone."""
    before = [part for part in clause.parts if part.particle not in DOERS]
    for aim in before[-1:] if not any(is_count(part.text) for part in before) else ():
        for what, who in product(aim.forms(), doer.forms() if doer else ()):
            yield Phrase(f"{what}{aim.particle}{clause.verb}{who}", event=True)
    for part in (clause.thing(), doer):
        if part and not is_act(part.text) and not is_count(part.text):
            yield from (Phrase(text) for text in part.forms())


def _at(where: str, event: str) -> str:
    """工場の火災, but 電池の不具合での火災."""
    return "の" if _PLACE.search(where) and _DISASTER.search(event) else "での"
