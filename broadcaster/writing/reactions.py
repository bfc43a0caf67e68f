"""What the host lets slip after a fact: hung on a cue word of the line just said.

A reaction claims no more than its cue licenses. What is denied, over, planned, reported or only
compared sets nothing off. It comes at the end of a paragraph, once or twice a story, never in a
grave one or right before one, and none is heard again within six shows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Line, Segment, Source
from broadcaster.writing.caps import within_caps
from broadcaster.writing.headline import names_in
from broadcaster.writing.phrasebook import closed
from broadcaster.writing.remarks import REMARK

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
    r"ない|ません|なかっ|なく|ぬ[。、]|ず[、に]|不可|禁止|限ら|有料|終了|廃止|中止|延期|撤回|取りやめ|断念|見送|失敗|"
    r"難し|課題|問題|必要|だけ|しか|未満しか"
)
_OVER: Final = re.compile(
    r"だった|かった|でした|以前|かつて|従来|これまで|昔|当時|もともと|元は|ていたのだ|当初|前身|旧"
)
_UNSURE: Final = re.compile(
    r"という|とされ|とみられ|らしい|そうな|だろう|かもしれ|可能性|見込|見通|予定|計画|方針|目指|目標|はず|検討|"
    r"よう[にだな]|狙|ねらい|れば|たら|なら[、ば]|場合|もし|主張|予想|期待|願|求め|べき|たい|より|比べ|対し|ため[、に]"
)


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
    for at in _paragraph_ends(segment, facts)[: -1 if grave_next else None]:
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
    for cue in reaction.cue:
        if cue in spoken:
            around = spoken.replace(cue, "、")
            # A cue may itself be denied or planned (まだ公開されていない): then the card means it.
            vetoes = [veto for veto in (_DENIED, _OVER, _UNSURE) if not veto.search(cue)]
            if not any(veto.search(around) for veto in vetoes):
                return True
    return False


def _katakana_names(text: str) -> Iterator[str]:
    return (name for name in names_in(text) if re.fullmatch(r"[ァ-ヴー・]+", name))


def _has_remark(segment: Segment) -> bool:
    """Whether a model let the host say something of his own already."""
    return any(line.source.card == REMARK for line in segment.lines)


def _is_fact(line: Line) -> bool:
    """A line that tells one known sentence of the source."""
    return not line.source.card and line.source.end > line.source.start


def _paragraph_ends(segment: Segment, facts: Sequence[int]) -> tuple[int, ...]:
    """Facts that close a paragraph of the article, the story's first fact aside."""
    lines = segment.lines
    pairs = zip(facts, (*facts[1:], None), strict=True)
    return tuple(
        at
        for at, following in pairs
        if at != facts[0]
        and (following is None or lines[following].source.paragraph != lines[at].source.paragraph)
    )


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
