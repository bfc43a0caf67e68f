"""Is it first that a line calls second, or that another came before?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.orders import in_order
from broadcaster.writing.facts.checks.speakers import persons
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight

_TOLD: Final = 0.35
_LATER: Final = re.compile(
    "(?:[2-9二三四五六七八九十]|1[0-9])(?:番目|位(?!置))|準優勝|二番手|2番手"
)
_TOP: Final = re.compile(
    "過去最|史上最|最も|もっとも|首位|一番|いちばん|トップ|最多|最高|最大|1位|優勝|"
    r"\b(?:largest|biggest|highest|most|record|first|top|winner|won)\b"
)
_ORDINAL: Final = re.compile(
    r"番目|[2-9]位|準優勝|次い|[にが]次[ぐぎ]|続[いくき]|次点|番手|銀|"
    r"\b(?:second|third|fourth|fifth|runner-up|No\. ?[2-9]|next|followed|follows|"
    r"behind|trailed|ahead of)\b"
)
_LEADS: Final = re.compile(
    r"(?:一番|いちばん|首位|トップ|最多|1位|優勝)[^、。]{0,8}?のは、?"
    r"(?P<one>[^、。「」]{2,20}?)(?:さん|氏|選手)?(?:なのだ|だ|で|です|。|、|\Z)"
    r"|(?:\A|、)(?P<two>[^、。「」はが]{2,20}?)(?:さん|氏|選手)?が、?"
    r"(?:一番|首位|トップ|最多|1位|優勝)"
)
_BEATEN: Final = re.compile(
    r"(?P<who>[^、。「」はがを]{2,20}?)(?:さん|氏|選手)?を"
    "(?:抜|追い抜|上回|破|下し|追い越|かわ|逆転)"
    r"|\b(?:beat|beating|overtook|overtaking|passed|passing|surpassed|ahead of) "
    r"(?P<him>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)"
)


_WHO_BEAT: Final = re.compile("を[^、。]{1,6}[ただ]")


_MOST: Final = re.compile(
    "(?:最も|もっとも|一番|いちばん)(?:(?P<how>大き|高|長|広|多|重|速|早|古|深|新し)|人気)|最(?P<at>[大高長多古速])"
)
_NTH: Final = re.compile(
    "(?:[2-9二三四五六七八九十]|1[0-9])(?:番目|位)に(?P<how>大き|高|長|広|多|重|速|早|古|深|新し)"
    r"|\b(?:second|third|fourth|fifth)[- ]"
    r"(?P<en>largest|biggest|highest|tallest|longest|oldest|fastest|busiest)"
)
_ENGLISH: Final = {
    "largest": "大き", "biggest": "大き", "highest": "高", "tallest": "高", "longest": "長",
    "oldest": "古", "fastest": "速", "busiest": "多",
}  # fmt: skip


def _later_told_first(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 一番大きい where the nearest sentence has 3番目に大きい, and no one first."""
    said, told = _MOST.search(sight.line.text), _NTH.search(sight.near[0].text)
    if not said or not told or _LATER.search(sight.line.text):
        return
    way = told["how"] or _ENGLISH[told["en"]]
    same = way.startswith(said["how"] or said["at"] or "\n")
    if same and not _TOP.search(sight.near[0].text):
        yield Doubt("comparison", said[0], sight.near[0].text, "記事では一番でない")


def first_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for a later place given to the first, and for the first given to one it beat."""
    if sight.best < _TOLD or not sight.near:
        return
    text = sight.near[0].text
    later = _LATER.search(sight.line.text)
    if later and not in_order(sight) and _TOP.search(text) and not _ORDINAL.search(text):
        yield Doubt("comparison", later[0], text, "記事では一番")
    yield from _later_told_first(sight)
    if leads := _LEADS.search(sight.line.text):
        yield from _beaten(leads["one"] or leads["two"], sight)


def _beaten(who: str, sight: Sight) -> Iterator[Doubt]:
    own = _WHO_BEAT.split(who)[-1]
    names = {sight.names.spelled(part) or part for part in persons(own)}
    told = (one for one in sight.statements if sight.shares[one.at] > 0)
    for place in told:
        losers = [match["who"] or match["him"] for match in _BEATEN.finditer(place.text)]
        if _TOP.search(place.text) and any(name in loser for name in names for loser in losers):
            yield Doubt("comparison", who, place.text, "記事では抜かれた側")
            return
