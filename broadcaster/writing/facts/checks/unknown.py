"""Does a line call unknown, undecided or unproven what its article tells outright?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.telling import holding
from broadcaster.writing.facts.claims.clause import clauses_of
from broadcaster.writing.facts.claims.moods import certainty_of, negative
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.sight import Sight

_UNKNOWN: Final = re.compile(
    "(?:[分わ]か|明らかにな|はっきりし)って(?:い)?(?:な[いく]|ませ)|不明(?=[なだで])|謎(?=[なだで])|未定(?=[なだで])|"
    "(?:決ま|定ま|固ま)って(?:い)?(?:な[いく]|ませ)"
)
_OPEN: Final = re.compile(
    r"不明|未定|調査中|調べ|謎|検討|協議|議論|これから|今後|見通せ|まだ|\?|？|"
    r"\b(?:unknown|unclear|uncertain|undecided|whether|mystery|question|puzzle\w*|"
    r"investigat(?!ors?\b)\w+|under review|pending|open|yet|still|unsettled|remains?|disputed?)\b",
    re.IGNORECASE,
)


_WHETHER: Final = re.compile(
    "(?P<of>かどうか|いつ|何[年月日時]|可否|是非)[^。]{0,16}?"
    "(?:決ま(?:って|り)い?な|決め(?:て|られ)い?な|検討中|検討して|未定|結論[はが][^。]{0,3}出て|"
    "出していな|固まっていな)"
)
_WEIGHS: Final = re.compile(
    r"未定|検討|決ま(?:って|ら)|決めて(?:い|お)|結論|判断|不明|[分わ]か(?:って|ら)|明らかに|示さ|明かさ|"
    r"言及|調整|協議|白紙|かもしれ|可能性|今後|これから|まだ|見通せ|見極め|調査|調べ|固ま|議論|模索|"
    r"公表して|発表して|非公表|いつ|かどうか|\?|"
    r"\b(?:whether|undecided|un(?:known|clear|certain)|under|consider\w*|discuss\w*|may|might|could|"
    r"to be (?:announced|determined|decided)|declin\w+|yet|still|pending|weigh\w*|talks|review\w*|"
    r"investigat\w*|depend\w*|if|open|study\w*|explor\w*|hopes?|possible)\b",
    re.IGNORECASE,
)


def undecided_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 出すかどうかはまだ検討中, where its sentences leave nothing open."""
    found = _WHETHER.search(sight.line.text)
    if (
        found
        and sight.near
        and not any(_WEIGHS.search(one.text) or negative(one.text) for one in sight.near)
    ):
        yield Doubt("certainty", found[0], sight.nearest, "記事ではもう決まっている")


def unknown_doubts(mine: Clause, sight: Sight) -> Iterator[Doubt]:
    """A doubt where no clause about it leaves it open."""
    found = _UNKNOWN.search(mine.text)
    if not found:
        return
    about = [one for key in sorted(mine.about) for one in holding(key, sight)]
    if about and not any(_leaves_open(one.text) for one in about) and not _says_open(mine, sight):
        yield Doubt("certainty", found[0], about[0].statement.text, "記事ではわかっている")


_UNDECIDED: Final = re.compile(
    r"未定|不明|わかっていな|分かっていな|決まっていな|明らかになっていな|"
    r"\b(?:unknown|unclear|undecided|undetermined|(?:not|n't) (?:yet )?(?:been )?"
    r"(?:known|decided?|determined?|set|settled|finali[sz]ed|confirmed?|say|said|disclosed?|announced?)|"
    r"under (?:consideration|review|discussion))\b"
)


def _says_open(mine: Clause, sight: Sight) -> bool:
    """Whether a clause of the sentence that the line tells calls it so: 日本での価格は未定."""
    told = clauses_of(sight.near[0]) if sight.near else ()
    keys = set(map(sight.key, mine.keys | mine.about))
    return any(keys & (one.keys | one.about) and _UNDECIDED.search(one.text) for one in told)


def _leaves_open(text: str) -> bool:
    return bool(_OPEN.search(text)) or negative(text) or bool(certainty_of(text))
