"""Which of two a sentence puts above the other: AはBを上回った, BよりAが高い, "A beat B"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement

_MORE: Final = re.compile(
    r"上回|超え|しの[ぐい]|勝[るっりち]|優れ|安全|増え|伸び|(?:高|多|大き|速|早|長|重|強|良|よ|広)[いかくめ]"
)
_LESS: Final = re.compile(
    r"下回|及ば|届か|劣[るっり]|かなわ|負け|敗れ|減[りっ]|(?:低|少な|小さ|遅|短|軽|弱|悪|狭|安)[いかくめ]"
)
_DENIES: Final = re.compile("な(?:い|かっ)|ませ[んぬ]|ず")
_IS_DENIAL: Final = ("及ば", "届か", "かなわ")
_RIVAL: Final = re.compile(
    r"(?P<rival>[^、。「」]{1,30}?)"
    r"(?:より(?:も|は)?|を(?=上回|下回|超え|しの)|には?(?=及ば|届か|劣|勝|かなわ|負け))"
)
_NO_RIVAL: Final = re.compile(
    r"(?:それ|これ|去年|昨年|前年(?:同期|度)?|前の(?:年|期|月)|前期|前回|昨季|前四半期|1年前|いつも|例年|平年)(?:の[^の]{1,8})?\Z"
)
"""What was said just before, or the same thing at another time."""

_NAMED: Final = re.compile(r"(?P<who>[^、。「」はが]{1,30})[はが]")
_EN_MORE: Final = (
    r"beat|beats|beating|exceed\w*|outperform\w*|surpass\w*|tops|topped|"
    r"(?:higher|more|faster|larger|better|greater|bigger|stronger) than|above|ahead of"
)
_EN_LESS: Final = (
    r"below|lags?|lagged|trails?|trailed|behind|"
    r"(?:lower|less|slower|fewer|smaller|worse|weaker|cheaper) than"
)
_ENGLISH: Final = re.compile(rf"\b(?:(?P<more>{_EN_MORE})|(?P<less>{_EN_LESS}))\b", re.IGNORECASE)
_EN_REACH: Final = 60


@dataclass(frozen=True, slots=True)
class Ranking:
    """text[above] stands over text[below] (spans of the statement)."""

    above: tuple[int, int]
    below: tuple[int, int]


def rankings(statement: Statement) -> Iterator[Ranking]:
    """What a sentence ranks; an empty span where one of the two is not named."""
    if not statement.words:
        yield from _english(statement.text)
        return
    text = statement.text
    rival = next((one for one in _RIVAL.finditer(text) if not _NO_RIVAL.search(one["rival"])), None)
    said = _direction(text, rival.end()) if rival else 0
    if rival and said:
        mine = _ranked(text, rival) or (0, 0)
        start, end = rival.span("rival")
        theirs = (mine[1] if start < mine[1] <= end else start, end)
        yield Ranking(mine, theirs) if said > 0 else Ranking(theirs, mine)


def _direction(text: str, start: int) -> int:
    """1 for more, -1 for less, 0 where nothing says."""
    end = next((at for at in range(start, len(text)) if text[at] in "、。"), len(text))
    hits = [
        (found.start(), sign, found)
        for sign, way in ((1, _MORE), (-1, _LESS))
        if (found := way.search(text, start, end))
    ]
    if not hits:
        return 0
    _, sign, found = min(hits, key=lambda hit: hit[0])
    denied = found[0] not in _IS_DENIAL and _DENIES.match(text, found.end())
    return -sign if denied else sign


def _ranked(text: str, rival: re.Match[str]) -> tuple[int, int] | None:
    """The は or が before the rival (the last one), or right after it (BよりAが)."""
    before = list(_NAMED.finditer(text, 0, rival.end("rival")))
    after = _NAMED.match(text, rival.end())
    if before:
        return before[-1].span("who")
    return after.span("who") if after else None


def _english(text: str) -> Iterator[Ranking]:
    found = list(_ENGLISH.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)] * bool(found)
    for one, end in zip(found, ends, strict=True):
        mine = (max(0, found[0].start() - _EN_REACH), found[0].start())
        theirs = (one.end(), min(end, one.end() + _EN_REACH))
        yield Ranking(mine, theirs) if one["more"] else Ranking(theirs, mine)
