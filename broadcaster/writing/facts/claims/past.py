"""What the time before is called, in both languages."""

from __future__ import annotations

import re
from typing import Final

_THE_PAST: Final = re.compile(
    "去年|昨年|前年|前の(?:年|期|月|週|日|四半期|版|型|モデル|機種|世代|バージョン|シーズン|大会)|昨季|前期|前回|先月|前月|"
    r"昨シーズン|一昨年|前四半期|これまで|従来|(?:いま|今)まで|以前\Z|(?<![一-龠ァ-ヶ])前\Z|(?:\d|[一二三四五十数])[0-9]*(?:年|か月|カ月|ヶ月|週間|日)前|(?:期|年)初|(?:いま|今|現在|現行)(?:の|\Z)|旧型|先代|"
    "前機種|前モデル|前作|前週|前日|先週|昨夏|昨冬|昨春|昨秋|1年前|前世代|前版|昨年度|前年度"
)
_BEFORE: Final = re.compile(
    r"\b(?:before|ago|earlier|previously|now|today|predecessor|"
    r"last (?:year|quarter|month|week|season|time)|"
    r"(?:previous|prior|preceding|year-earlier|old|older|current|existing|original|earlier) "
    r"(?:\w+ )?(?:year|quarter|month|period|season|version|model|generation|release|record|"
    r"edition|one|chip)|"
    r"same (?:period|quarter|month|week|time))\b"
)


def in_the_past(text: str) -> bool:
    """Whether a phrase names the time before, or what came before: 前年, the previous model."""
    return bool(_THE_PAST.search(text) or _BEFORE.search(text))
