"""Has anybody admitted or found what a line says that a defendant or a court has (認めた)?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.sight import Sight

_ADMITTED: Final = re.compile(
    "(?:(?:起訴内容|起訴事実|罪|容疑|関与|責任|違反|過失|非|ミス|誤り|不正)(?:の一部)?を?(?:すべて|全て|全面的に|大筋で)?"
    "|(?:裁判所|地裁|高裁|最高裁|判事|裁判長|裁判官|陪審)[^。]{0,60}(?:と|を))"
    "認め(?:[たて](?!い?な)|まし)"
)
_ADMITS: Final = re.compile(
    r"認め(?!ず|な|てい?な|られな)|認定|判断し|命じ|命令|支持し|言い渡|有罪|責任を負|謝罪|おわび|"
    r"\b(?:admit|acknowledg|conced|accept|recogni[sz]|confirm|convict|apologi[sz])\w*|"
    r"\b(?:agree[sd]? (?:with|that)|grant(?:s|ed)|approve[sd]|allow(?:s|ed)|ordered)\b|"
    r"\b(?:plead(?:s|ed)?|pled|found) guilty|\b(?:found|held) that\b|"
    r"\b(?:ruled|upheld|sided|fault|mistake|blame|responsib)\w*",
    re.IGNORECASE,
)


def admitted_doubts(mine: Clause, sight: Sight) -> Iterator[Doubt]:
    """A doubt where no sentence of the article has anybody admit or find anything."""
    found = _ADMITTED.search(mine.text)
    if found and not any(_ADMITS.search(place.text) for place in sight.statements):
        yield Doubt("certainty", found[0], sight.nearest, "記事では認めていない")
