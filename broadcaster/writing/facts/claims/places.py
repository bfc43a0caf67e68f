"""Who comes first, who next: 首位はA、Bが続く, "A led, followed by B"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.order import Order, keys_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement

RANK: Final = "rank"
"""The scale on which one comes before the other."""

_BREAK: Final = re.compile(
    r"、|。|[;,](?!\d)|\b(?:and|while|but|with)\b|\b(?=followed by|ahead of|behind\b)"
)
_FIRST: Final = re.compile(
    "最も|もっとも|首位|一番(?!目)|いちばん|トップ|最多|最大(?!で?[約\\d]|出力|風速|瞬間|級)|"
    "最高(?!裁|責任|経営|で|速|時速|気温|出力|\\d)|(?<!\\d)1位|1番(?!目)|優勝|金メダル|"
    r"\b(?:largest|biggest|highest|most|first|top|topped|led|leads|leading|won|best|winner)\b"
)
_RECORD: Final = re.compile("(?:史上|過去|観測以来|統計開始以来)[^、。]{0,4}(?:最|一番|1位)")
"""観測史上最大: above all that came before it, and above nothing beside it."""

_NEXT: Final = re.compile(
    "続[いくき]|次い|つい[でだ]|その次|次[がはに]|次点|2番手|銀メダル|準優勝|"
    r"\b(?:followed by|followed|follows|next|runner-up|second|ahead of|came behind)\b"
)
_NUMBERED: Final = re.compile(
    r"(?<![\d年回季])([1-9])(?:位|番目)|(?<![年回季])([二三四五])(?:位|番目)"
)
_KANJI: Final = "一二三四五"
_LEAST: Final = re.compile(
    "(?:最も|もっとも|一番|いちばん)(?:低|少な|小さ|遅|短|軽|弱|悪|安)|最下位|最低|最少|"
    r"\b(?:lowest|fewest|smallest|least|worst|last)\b"
)
_AFTER: Final = re.compile("(?P<than>[^、。「」はがも]{1,24}?)に(?:次[ぐいぎ]|続[くいき])")
_BEFORE: Final = re.compile("去年|昨年|前年|前の|前回|昨季|前期|これまで|だった[がけの]")
_OF_THE_SAME: Final = re.compile(
    r"\A[^はがも]*(?:位|番目|番手|次点)(?:(?:に|で|と|だ)[^はがも]{0,12})?。?\Z"
)
"""(初日は1位で、)2日目に転んで3位だった."""

_LISTED: Final = re.compile("、?[^はがを、。]{1,24}")
"""(Aが最も多く、)Bの5万8000人、(Cが続いた)."""

_TOPIC_OF_BOTH: Final = re.compile("(?<=[^、。])[はも](?=[^、。はが]{2,20}が)")
_OF_ALL: Final = frozenset(("c:most", "c:least", "c:high", "c:win", "c:continue"))
_NO_ONE: Final = frozenset(("w:一番", "w:いちばん", "w:最も", "w:首位", "w:トップ", "w:次ぐ"))


def in_places(one: Statement) -> Iterator[Order]:
    """An order for each two that a sentence puts one after the other."""
    found = tuple(_placed(one))
    for rank, keys in found:
        for other, below in found:
            if rank < other and keys - below and below - keys:
                yield Order(RANK, 1, below - keys, keys - below, one.text)


def leader(one: Statement) -> Order | None:
    """Whom a sentence puts first, where it names nobody else."""
    found = [(start, end) for start, end in _parts(one.text) if _first_in(one.text, start, end)]
    if (
        len(found) != 1
        or _BEFORE.search(one.text)
        or _NEXT.search(one.text)
        or _NUMBERED.search(one.text)
        or _RECORD.search(one.text)
    ):
        return None
    of = keys_in(one, 0, found[0][1]) - _OF_ALL - _NO_ONE
    return Order(RANK, 1, frozenset(), of, one.text) if of else None


def _placed(one: Statement) -> Iterator[tuple[int, frozenset[str]]]:
    """Each part of a sentence that gives a place, and what stands in it."""
    last = before = 0
    waiting: list[tuple[int, int]] = []
    for start, end in _parts(one.text):
        ahead = _AFTER.search(one.text, start, end)
        if ahead and ahead["than"][-1] not in "れそ" and not last:
            yield 2, keys_in(one, before, ahead.start())
            yield 1, keys_in(one, *ahead.span("than"))
            return
        if rank := _place(one.text, start, end, last):
            if last and _OF_THE_SAME.search(one.text[start:end]):
                return
            for between in waiting if rank == last + 1 and last else ():
                yield rank, keys_in(one, *between)
                rank += 1
            waiting, last = [], rank
            yield rank, keys_in(one, _after_topic(one.text, start, end), end) - _OF_ALL - _NO_ONE
        elif last and _LISTED.fullmatch(one.text, start, end):
            waiting.append((start, end))
        before = start


def _after_topic(text: str, start: int, end: int) -> int:
    """Where the part starts that its subject opens: (シェアは)Aが首位."""
    topic = _TOPIC_OF_BOTH.search(text, start, end)
    return topic.end() if topic else start


def _place(text: str, start: int, end: int, last: int) -> int:
    """Which place a part of a sentence gives, after the last that was given; 0 for none."""
    if numbered := _NUMBERED.search(text, start, end):
        return int(numbered[1]) if numbered[1] else 1 + _KANJI.index(numbered[2])
    if last and _NEXT.search(text, start, end):
        return last + 1
    return 1 if not last and _first_in(text, start, end) else 0


def _first_in(text: str, start: int, end: int) -> bool:
    return bool(_FIRST.search(text, start, end)) and not _LEAST.search(text, start, end)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _BREAK.finditer(text):
        yield start, mark.start()
        start = max(mark.start(), mark.end())
    yield start, len(text)
