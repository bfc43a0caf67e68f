"""Which sentences of an article are told together, or not at all.

A sentence that leans on its predecessor (この, しかし, 2つ目は) comes with it; one that is taken
back by a ただし comes with that; a price or a performance comes with its condition. A sentence
that cannot be told takes with it only what may be about it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.writing.fitness import is_caveat, standing_alone
from broadcaster.writing.hearsay import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from broadcaster.writing.hearsay import Heard
    from broadcaster.writing.material import Sentence
    from broadcaster.writing.ranking import Graph

_REACH: Final = 3
"""Sentences told for the sake of one that leans on them."""

_MOST_LOST: Final = 6
"""Untellable sentences in a row that a thought may span."""

_MOST_CAVEATS: Final = 10
_LIST: Final = 8
"""Sentences that a counted list may run over."""

_ANNOUNCES: Final = re.compile(r"[2-5２-５二三四五](?:つ|点|種類)(?!目)")
_DEFINES: Final = re.compile(r"[^、。]{1,20}(?:というのは|とは、)|ある[^、。はが]{2,12}[はが]")
_NAMED: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9.+-]+|[一-龠ァ-ヴー]{2,}(?:社|氏|さん|大学|研究所|[市町村県省庁])"
)
_SUBJECT: Final = re.compile(r"(?:[^、。はがも]{1,14}、)?(.{1,40}?)[はがも]")
_NAME: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9.+-]+|[ァ-ヴー]{3,}|[一-龠ァ-ヴー]+(?:社|氏|さん|大学|研究所|[市町村県省庁])"
)
_NOBODY: Final = re.compile(
    r"(?:サービス|ユーザー|モデル|システム|データ|チーム|メンバー|スタッフ|プログラム|ソフト|アプリ|"
    r"ニュース|イベント|コスト|メモリー?|パソコン|インターネット|会社|当社|弊社|支社|本社|同社|両社|各社|AI|IT|PC|API|LLM|GPU|CPU)\Z"
)
_ROLE: Final = re.compile(
    r"(会社|団体|学校|工房|研究室|チーム|社長|担当者|開発者|研究者|大学)[はがも]"
)
_HAPPENS: Final = re.compile(
    r"(?<![弱利欠]点)(?<![問課]題)(?<![特傾効違意必][徴向果い見要])[がも][^、。]{0,6}(?:あっ|開か|起き|起こ|始まっ|発生し|行わ)"
)


class Bonds:
    """What ties the sentences of one article. able: whether the sentence at a place can be said.

    heard: what a model's lines have told of it.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        graph: Graph,
        able: Callable[[int], bool],
        heard: Heard = NOTHING,
    ) -> None:
        self._all = sentences
        self._graph = graph
        self._able = able
        self._touched = heard.touched
        self._losses = dict.fromkeys(heard.said | heard.touched, False)

    def group(self, at: int, lead: int, told: Collection[int]) -> list[int] | None:
        """A sentence with those before it that it leans on and the one that turns it around.

        None where one of them cannot be told. lead, told: where the story begins, and what of it
        is told already.
        """
        chain = [at]
        while self._needs_one_more(chain, told):
            before = self._before(self._all[chain[0]])
            if before is None or before < lead or len(chain) > _REACH:
                return None
            chain.insert(0, before)
        after = self.turn_after(at)
        if after is not None and self._able(after):
            chain.append(after)
        elif after is not None and self._all[after].limits:
            return None
        rest = [other for one in chain for other in self._rest_of_list(one)]
        chain += [one for one in dict.fromkeys(rest) if one not in chain]
        able = all(self._able(one) for one in chain)
        return (
            chain if able and all(self._is_introduced(one, chain, told) for one in chain) else None
        )

    def conditions(self, at: int, lead: int, told: Collection[int]) -> Iterator[list[int]]:
        """The caveats that could be told beside the value at a place, the nearest ただし first.

        Each with what it leans on, then, where it stands by itself, without.
        """
        able = [one for one in self._all[lead + 1 :] if one.caveat and not one.fault]
        able.sort(key=lambda one: (not one.limits, abs(one.at - at), one.at))
        for one in able[:_MOST_CAVEATS]:
            group = self.group(one.at, lead, told)
            if group is not None:
                yield group
            if one.limits and not one.leans and self._limits_by_itself(one):
                yield [one.at]

    def _limits_by_itself(self, one: Sentence) -> bool:
        """Whether it is a condition even without its ただし, which also opens consolations."""
        return is_caveat(standing_alone(one.said)) and self._able(one.at)

    def turn_after(self, at: int) -> int | None:
        """The place of the sentence that takes part of this one back; None for none."""
        turned = at + 1 < len(self._all) and self._all[at + 1].turns and not self._all[at + 1].first
        return at + 1 if turned else None

    def _is_introduced(self, at: int, chain: Sequence[int], told: Collection[int]) -> bool:
        """Whether somebody who is only called 会社 or 担当者 was spoken of before."""
        role = _ROLE.match(self._all[at].said)
        earlier = [one for one in (*told, *chain) if one < at]
        return not role or any(role[1] in self._all[one].said for one in earlier)

    def _rest_of_list(self, at: int) -> list[int]:
        """2つ目は … of the list that a 1つ目は begins: who says one says them all."""
        rest: list[int] = []
        wanted = self._all[at].counted + 1
        for one in self._all[at + 1 : at + 1 + _LIST] if wanted > 1 else ():
            if one.counted == wanted:
                rest.append(one.at)
                wanted += 1
        return rest

    # ── what stands before ───────────────────────────────────────────────────────────────

    def _needs_one_more(self, chain: Sequence[int], told: Collection[int]) -> bool:
        """Whether its first sentence leans on another, or it counts on without 1つ目."""
        first = self._all[chain[0]]
        if first.at in told:
            return False
        if max(self._all[at].counted for at in chain) > 1 and first.counted != 1:
            return True
        goes_on = first.at - 1 in told and not first.first
        if goes_on and first.at - 1 not in self._touched:
            return False
        if first.counted == 1 and self._announced(first):
            return True
        return first.leans or first.turns or not self._connected(first, told)

    def _announced(self, first: Sentence) -> bool:
        """Whether the sentence before says how many will be counted, and can be said."""
        at = first.at - 1
        return at >= 0 and bool(_ANNOUNCES.search(self._all[at].said)) and self._able(at)

    def _connected(self, first: Sentence, told: Collection[int]) -> bool:
        """Whether it opens a part of the article, or goes on with something that is told.

        多くの紙が無駄になる means somebody's paper: alone, it would be said of somebody else.
        """
        if first.first or _DEFINES.match(first.said) or self._names_its_subject(first):
            return True
        if any(self._graph.shares(first.at, one) for one in told if one < first.at):
            return True
        lost = self._lost_before(first)
        if lost is None:
            return False
        opens = bool(lost) and self._all[lost[-1]].first
        return opens or first.at - len(lost) - 1 in told

    def _before(self, one: Sentence) -> int | None:
        """The place of the sentence that this one follows; None where that cannot be told."""
        if one.first:
            return None
        if one.leans or one.turns or one.counted > 1:
            return one.at - 1 if one.at and self._able(one.at - 1) else None
        lost = self._lost_before(one)
        return None if lost is None else one.at - len(lost) - 1

    def _lost_before(self, one: Sentence) -> list[int] | None:
        """The sentences right before it that cannot be told, back to front.

        None where one of them may be what this one is about.
        """
        lost: list[int] = []
        for at in range(one.at - 1, -1, -1):
            if not self._is_lost(at):
                return lost
            if len(lost) == _MOST_LOST or self._may_be_about(one, self._all[at]):
                return None
            lost.append(at)
            if self._all[at].first:
                return lost
        return lost

    def _is_lost(self, at: int) -> bool:
        """Whether it cannot be told, or leans on what cannot be."""
        if at not in self._losses:
            one = self._all[at]
            leans = one.leans or one.turns
            alone = not at or one.first
            self._losses[at] = not self._able(at) or (leans and (alone or self._is_lost(at - 1)))
        return self._losses[at]

    def _may_be_about(self, one: Sentence, lost: Sentence) -> bool:
        """Whether a sentence goes on with one that cannot be told.

        It shares a word with it, or that one brought in somebody or something new.
        """
        return (
            self._graph.shares(one.at, lost.at)
            or bool(_HAPPENS.search(lost.said))
            or self._brings_somebody(lost)
        )

    def _names_its_subject(self, one: Sentence) -> bool:
        subject = _SUBJECT.match(one.said)
        names = _NAMED.findall(subject[1]) if subject else []
        return any(not _NOBODY.search(name) for name in names)

    def _brings_somebody(self, lost: Sentence) -> bool:
        subject = _SUBJECT.match(lost.said)
        names = _names_of_somebody(subject[1]) if subject else []
        earlier = [sentence.said for sentence in self._all[max(0, lost.at - 20) : lost.at]]
        return any(
            not _NOBODY.search(name) and not any(name in said for said in earlier) for name in names
        )


def _names_of_somebody(subject: str) -> list[str]:
    """Names in a subject; katakana that the dictionary knows for a thing (サイズ) is none."""
    things = {word.surface for word in words(subject) if not word.unknown and word.pos1 == "一般"}
    return [name for name in _NAME.findall(subject) if name not in things]
