"""What an outlet says of itself (当社は…), as its own words with the speaker before them.

In the host's mouth 当社 would be the host's. A main sentence of this kind is quoted, not a
character changed; any other is left to be skipped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.fitness import tells_a_deed

if TYPE_CHECKING:
    from broadcaster.nouns import Article

_WE: Final = re.compile(r"(?:当社|弊社|小社|当方|私たち|わたしたち|私ども|我々|われわれ)[はが]")
_I: Final = re.compile(r"(?:筆者|私|わたし|僕)[はが]")
_UNQUOTABLE: Final = re.compile(r"[「」『』（）()“”]")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*")
_OWN_PAGE: Final = re.compile(r"公式|広報")


def in_their_words(sentence: str, article: Article) -> str:
    """〔outlet or author〕は「…」としている。 Empty where that cannot be said truthfully.

    Only of a sentence that tells what was done, and only where it is known whose 当社 it is: an
    outlet that writes about itself, the one author of a 筆者.
    """
    speaker = _speaker(sentence, article)
    unsaid = _LATIN.search(speaker) and not all(
        name in sentence for name in _LATIN.findall(speaker)
    )
    if not speaker or unsaid or _UNQUOTABLE.search(sentence) or not tells_a_deed(sentence):
        return ""
    return f"{speaker}は「{sentence.strip().rstrip('。')}」としている。"


def _speaker(sentence: str, article: Article) -> str:
    if _I.match(sentence):
        return article.authors[0] if len(article.authors) == 1 else ""
    publisher = article.publisher
    itself = bool(publisher) and (publisher in article.title or bool(_OWN_PAGE.search(publisher)))
    return publisher if itself and _WE.match(sentence) else ""
