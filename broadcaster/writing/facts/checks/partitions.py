"""What an amount is only the measure or the part of: 1席6000円, 4台のうち1台."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from broadcaster.writing.facts.quantities.amount import Amount

_PRICED: Final = re.compile(r"(?:あたり|当たり|につき|ごとに)?(?:約|およそ|平均)?[$€£¥]?\d")


def is_each(text: str, amount: Amount) -> bool:
    """1席6000円: the seat is what the price is for, and counts nothing."""
    return amount.figure == 1 and bool(_PRICED.match(text, amount.end))


_OF_WHICH: Final = re.compile(
    r"[^、。\d]{0,6}?(?:のうち|の中の|中)、?(?:の|約|およそ)?|"
    r",? of (?:which|whom)(?: about)? "
)
_ONE_OF: Final = re.compile(r" (?:out )?of (?:the |its |their |all )?")


def is_part(text: str, part: Amount, whole: Amount) -> bool:
    """Whether a text has the one as so many of the other, so that its words tell of both."""
    if whole.end <= part.start:
        return bool(_OF_WHICH.fullmatch(text, whole.end, part.start))
    return bool(_ONE_OF.fullmatch(text, part.end, whole.start))
