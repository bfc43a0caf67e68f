"""Is what a line calls certain, settled or found out called so in its article?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_SWORN: Final = re.compile(
    "必ず|絶対|確実|間違いな|断言|避けられな|免れな|はっきり(?:認め|言い|証明|示さ)|証明され"
)
_SURE: Final = re.compile(
    r"必ず|絶対|確実|間違いな|断言|はっきり|証明|明言|確か(?!ら)|避けられ|免れ|"
    r"\b(?:prove|inevitabl|unavoidabl|certain|definite|always|must|guarantee|sure)",
    re.IGNORECASE,
)
_SETTLED: Final = (
    (
        re.compile("確定(?!申告|拠出|的|値|版|診断)|正式に(?:決|発表され)"),
        re.compile(
            r"確定|正式|決定|決[まめ]|可決|承認|成立|合意|判明|当選|認定|確認|"
            r"\b(?:confirm|final|decid|approv|agree|settl|official|ruled|won\b|vote|sign|definit|formal)",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile("成立し[たて](?!ら)|(?:可決|採択)(?:し|され)[たて](?!ら)"),
        re.compile(
            r"成立|可決|通過|承認|採択|施行|賛成多数|\b(?:pass|enact|approv|adopt|ratif|sign|vote|law\b|back)",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile("確かめた(?![いら])|実証(?:し|され)た"),
        re.compile(
            r"確かめ|検証|実験|試験|調べ|測|確認|実証|証明|明らか|[分わ]か|"
            r"\b(?:test|measur|verif|check|confirm|prov|demonstrat|show|f[io]und|stud|trial|"
            r"establish|tri(?:ed|es))",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile("断定|突き止め|特定され|確かめられ(?![ずな])"),
        re.compile(
            r"断定|突き止|特定|判明|結論|認定|確認|確かめ|[分わ]か[りっる]|明らか|見つ|発見|証明|"
            r"\b(?:conclu|identif|determin|found|find|trac|establish|confirm|prov|locat|discover)",
            re.IGNORECASE,
        ),
    ),
)
"""What a line calls settled or found out, and what in an article licenses that."""


def sworn_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for what a line calls certain, and none of its sentences licenses."""
    for claim, licence in ((_SWORN, _SURE), *_SETTLED):
        found = claim.search(sight.line.text)
        sure = (one for one in sight.near if licence.search(one.text))
        if found and not _not_sure(sight.line) and all(map(_not_sure, sure)):
            yield Doubt("certainty", found[0], sight.nearest, "記事はそこまで言い切っていない")
            return


def _not_sure(place: Statement) -> bool:
    """does not prove: where its certain words are denied."""
    return bool(_UNPROVEN.search(place.text))


_UNPROVEN: Final = re.compile(
    r"(?:証明|確実|断言|明言|確かめ|確定|断定|特定|決ま|決定|決め|正式)[^、。]{0,8}(?:な[いか]|ず|ませ)|"
    r"\b(?:not|n't|never|cannot) (?:yet )?(?:been )?"
    r"(?:prove|certain|sure|definit|measur|test|tri|verif|confirm|check|demonstrat)\w*"
)
