"""What the host lets slip after a fact: hung on a cue word of the line just said.

A reaction claims no more than its cue licenses. What is denied, over, planned, reported, only
compared or sad sets nothing off. It comes once or twice a story, at the end of a paragraph where
there is a choice, never in a grave story or right before one, and none is heard again within six
shows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Line, Segment, Source
from broadcaster.writing.caps import within_caps
from broadcaster.writing.fitness import leans_on_predecessor, turns_it_around
from broadcaster.writing.phrasebook import closed
from broadcaster.writing.remarks import REMARK
from broadcaster.writing.subject import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Article
    from broadcaster.programme import Character, Reaction
    from broadcaster.writing.measure import Ruler
    from broadcaster.writing.phrasebook import Phrasebook

MOST_MORAE: Final = 20
LONG_NAME, LONG_NAME_MORAE = "long_name", 10
"""The reaction whose cue is no word but a name of that many morae."""

RESERVED: Final = 3.2
"""Seconds kept free for a reaction where the article has a cue for one."""

_PREFIX: Final = "reactions."
_ENOUGH_FACTS: Final = 8
_APART: Final = 3
_PAUSE: Final = 0.9
_SPOKEN_OF: Final = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”")
_DENIED: Final = re.compile(
    r"ない|ません|なかっ|なく|ぬ[。、]|ず[、に]|不可|禁止|限ら|有料|終了|廃止|中止|延期|撤回|取りやめ|取り消|断念|"
    r"見送|失敗|難し|課題|問題|必要|しか|だけ(?!で[^、。])|不明|未定|一部|かどうか|か[、。は]|誤っ|誤り|偽|うそ"
)
_OVER: Final = re.compile(
    r"だった|かった|でした|以前|かつて|従来|これまで|昔|当時|もともと|元は|ていたのだ|当初|前身|旧"
)
_UNSURE: Final = re.compile(
    r"という|とされ|とみられ|らしい|そうな|だろう|かもしれ|可能性|見込|見通|予定|計画|方針|目指|目標|はず|検討|"
    r"よう[にだな]|狙|ねらい|れば|たら|なら[、ば]|場合|もし|主張|予想|期待|願|求め|べき|たい|より|比べ|対し|ため[、に]"
)
_SORE: Final = re.compile(
    r"批判|懸念|不安|心配|被害|苦情|けが|病|患者|亡|危険|違法|詐欺|悪用|差別|破産|倒産|赤字|戦|攻撃|侵害|罰|漏|"
    r"停電|障害|故障|欠陥|不具合|バグ|虐待|貧困|感染|治療|手術|診断|抗議|対立|選挙|逮捕|裁判|事故|災害|混乱|だま"
)
"""What no host laughs next to, although the story as a whole is not grave."""

_SCRIPTS: Final = (
    re.compile("[一-龠々]"),
    re.compile("[ァ-ヶー]"),
    re.compile("[0-9０-９.]"),
    re.compile("[A-Za-z]"),
)
"""Characters that make one word with their like: 速 of 高速 goes on in 道路, バス in ケット."""


def react(
    segment: Segment,
    before: Sequence[Segment],
    book: Phrasebook,
    ruler: Ruler,
    *,
    grave_next: bool = False,
) -> Segment:
    """The story with its reactions, each right after the line that sets it off.

    before: the segments that were said until now. grave_next: the story after this is grave, so
    its last words are no joke.
    """
    if segment.grave or not book.character.reactions or _has_remark(segment):
        return segment
    facts = [at for at, line in enumerate(segment.lines) if _is_fact(line)]
    if not facts:
        return segment
    most = 2 if len(facts) >= _ENOUGH_FACTS else 1
    said: dict[int, Line] = {}
    for at in _places(segment, facts[:-1] if grave_next else facts):
        near = any(at - other < _APART for other in said)
        if near or len(said) == most:
            continue
        so_far = (*before, replace(segment, lines=tuple(_woven(segment.lines, said))))
        reaction = _drawn(segment.lines[at], so_far, book, ruler)
        if reaction is not None:
            said[at] = reaction
    return replace(segment, lines=tuple(_woven(segment.lines, said)))


def may_react(article: Article, character: Character) -> bool:
    """Whether anything in the article might set a reaction off."""
    cues = [cue for row in character.reactions for cue in row.cue]
    return any(cue in paragraph.text for paragraph in article.paragraphs for cue in cues)


def sets_off(reaction: Reaction, text: str, ruler: Ruler) -> bool:
    """Whether the line licenses this reaction: its cue is there, and holds here and now."""
    if reaction.key == LONG_NAME:
        return any(ruler.morae(name) >= LONG_NAME_MORAE for name in _katakana_names(text))
    spoken = _SPOKEN_OF.sub("", text)
    return any(_stands(cue, spoken) and _holds(cue, spoken) for cue in reaction.cue)


def _holds(cue: str, spoken: str) -> bool:
    """Whether nothing around the cue takes it back; what the cue itself says, the card means."""
    around = spoken.replace(cue, "、")
    vetoes = (veto for veto in (_DENIED, _OVER, _UNSURE) if not veto.search(cue))
    return not any(veto.search(around) for veto in (_SORE, *vetoes))


def _stands(cue: str, text: str) -> bool:
    """Whether the cue is a word of its own somewhere, not the inside of a longer one."""
    at = text.find(cue)
    while at >= 0:
        end = at + len(cue)
        if not (_one_word(text[at - 1 : at], cue[0]) or _one_word(cue[-1], text[end : end + 1])):
            return True
        at = text.find(cue, at + 1)
    return False


def _one_word(char: str, following: str) -> bool:
    return any(script.match(char) and script.match(following) for script in _SCRIPTS)


def _katakana_names(text: str) -> Iterator[str]:
    return (name for name in names_in(text) if re.fullmatch(r"[ァ-ヴー・]+", name))


def _has_remark(segment: Segment) -> bool:
    """Whether a model let the host say something of his own already."""
    return any(line.source.card == REMARK for line in segment.lines)


def _is_fact(line: Line) -> bool:
    """A line that tells one known sentence of the source."""
    return not line.source.card and line.source.end > line.source.start


def _places(segment: Segment, facts: Sequence[int]) -> tuple[int, ...]:
    """Where the host may let something slip: ends of paragraphs first, then between two facts.

    Never after the story's first fact, which wants its outlet, nor after a caveat, which wants to
    be heeded, nor before a sentence that leans on the one just said.
    """
    lines = segment.lines
    free = [at for at in facts[1:] if not (turns_it_around(lines[at].text) or _goes_on(lines, at))]
    ends = [at for at in free if _ends_paragraph(lines, at)]
    return (*ends, *(at for at in free if at not in ends))


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether the line after this one belongs to it: the frame's own, or one that leans on it."""
    following = lines[at + 1 : at + 2]
    return any(not _is_fact(line) or leans_on_predecessor(line.text) for line in following)


def _ends_paragraph(lines: Sequence[Line], at: int) -> bool:
    here, following = lines[at].source, lines[at + 1 : at + 2]
    return all(line.source.paragraph != here.paragraph for line in following)


def _drawn(line: Line, before: Sequence[Segment], book: Phrasebook, ruler: Ruler) -> Line | None:
    """The first reaction of today's order that fits the line and was not heard lately."""
    used = {one.source.card for part in before for one in part.lines}
    rows = {row.key: row for row in book.character.reactions}
    for key in book.shuffled("reactions", tuple(rows)):
        if _PREFIX + key in used or not sets_off(rows[key], line.text, ruler):
            continue
        for say in book.fresh(_PREFIX + key, rows[key].say):
            text = closed(say)
            if ruler.morae(text) <= MOST_MORAE and within_caps(text, before, book.character):
                source = Source(card=_PREFIX + key)
                return Line(text, line.speaker, pause=_PAUSE, weight=0.3, source=source)
    return None


def _woven(lines: Sequence[Line], said: dict[int, Line]) -> Iterator[Line]:
    for at, line in enumerate(lines):
        yield replace(line, pause=0.55) if at in said else line
        if at in said:
            yield said[at]
