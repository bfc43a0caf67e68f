"""The clauses of an English sentence: where each ends, and whether it tells of what is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.english import negative_english

if TYPE_CHECKING:
    from collections.abc import Iterator

_DONE: Final = re.compile(r"\b(?:was|were|has|have|had|did)\b")
_PAST: Final = re.compile(
    r"\b(?!expected|planned|scheduled|proposed|need|used)[a-z]{2,}(?:ed|ought|old|aid|ade|ent)\b"
    r"|\b(?:fell|rose|grew|drew|won|lost|took|gave|began|ran|saw|came|went|became|led|held|met|left|kept|found|felt|stood|wrote|beat|broke|flew|hit"
    r"|made|paid|sent|sold|bought|fought|sought|caught|taught|spoke|drove|chose|built|dealt|got"
    r"|sank|shrank|knew|threw|blew|heard|rode|shook|struck|swept|tore|wore|shot|stole|overtook|spun)\b"
)
_SET_FOR: Final = (
    r"\b(?:has |have |had )?(?:been )?(?:set|fixed|scheduled) "
    r"(?:(?:the|an?|its|his|her|their) [\w -]{1,40} )?for "
    r"(?=(?:[A-Z][a-z]+\.? \d|(?:next|early|late|mid|spring|summer|autumn|fall|winter|20\d\d)\b|"
    r"[A-Z]\w+day\b|January|February|March|April|May\b|June|July|August|September|October|"
    r"November|December))"
)
"""has set the first hearing for July 21."""

_TELLS: Final = re.compile(
    rf"{_SET_FOR}|"
    r"\b(?:said|says|announced|told (?:\w+ )?|revealed|confirmed|added|disclosed)\b"
    r"(?=[^.;]*?(?:\b(?:will|would|plans?|is|are) |'ll\b))|"
    r"\b(?:has |have |had )?(?:agreed|decided|chosen|pledged|promised|voted) (?:on \w+ )?to\b"
)
"""said it would: the deed is yet to come."""
_WILL: Final = re.compile(
    r"\b(?:will(?! now (?:cost|sell))|plans? (?:to(?! (?:an?|the|its|our|\d))|on|for)|planned|"
    r"planning|"
    r"intends?|aims?|scheduled|set to|"
    r"(?<!than )expected(?! by\b)|should|hopes?|would|due to (?!the|an?|its|higher|lower|bad)|"
    r"(?:is|are|was|were) to (?!be sure)(?:be )?[a-z]+|"
    r"(?:agreed|decided|pledged|promised|voted) (?:on \w+ )?to|"
    rf"next (?:year|month|week)|later this)\b|'ll\b|{_SET_FOR}",
    re.IGNORECASE,
)


_TO_BE: Final = re.compile(r"\b(?:was|were) (?:to|due|set|scheduled|planned|expected)\b")

_AUXILIARY: Final = (
    r"\b(?:is|are|was|were|will|would|has|have|had|may|might|can|could|should|must|do|does|did|says?|said)\b|"
    r"\b[a-z]{3,}ed\b|n't\b|'ll\b"
)
_SPLIT: Final = re.compile(
    r"[;:](?= )|,? \b(?:but|while|although|though|because|if)\b"
    r"|, (?:since|after|until|unless|as|so|saying|adding)\b"
    r"|,? \band\b(?= (?:that|which|no)\b)"
    r"|,? \band\b(?= (?:plans?|aims?|hopes?|intends?|expects?|wants?) to\b)"
    r"|,? \band\b(?= [a-z]+s (?:no|not|an?|the|its|their)\b)"
    r"|, (?=(?:but )?with (?:no|none|nothing|neither)\b|without\b|none of\b)"
    r"|,? \band\b(?= (?:no|neither|nor|without)\b)|: (?=(?:it|he|she|they|we|I|this|that|there)\b)"
    rf"|,? \band\b(?=(?: [\w'-]+){{0,4}}? (?:{_AUXILIARY}))"
    rf"|, and\b(?=(?: [\w'-]+){{1,8}}? (?:{_PAST.pattern}))"
)
_WHO: Final = re.compile(r"(?!\A)\b(?:who|whose|whom|which|where|without|if|unless|until)\b.*")
"""What a relative clause denies is not what the sentence denies."""


_WHOLE: Final = re.compile(r"\A(?:[;:]|(?:,? (?:but|while|although|though)|, so)\b|, \Z)")
"""What a whole clause stands before, whether or not its verb is known."""

_FEWEST: Final = 3
_VERB_BEFORE: Final = re.compile(
    rf"{_AUXILIARY}|\b(?:plans?|aims?|hopes?|intends?|expects?|wants?|needs?|tries) to\b"
)


def english_spans(text: str) -> Iterator[tuple[int, int]]:
    """What has no verb of its own goes with what follows: apps and games are not covered."""
    start = 0
    for mark in _SPLIT.finditer(text):
        before = text[start : mark.start()]
        whole = _WHOLE.match(mark[0]) and len(before.split()) >= _FEWEST
        if whole or _sends_no(mark) or _VERB_BEFORE.search(before):
            yield start, mark.start()
            start = mark.end()
    yield start, len(text)


_NO: Final = re.compile(r" [a-z]+s (?:no|not)\b")


def _sends_no(mark: re.Match[str]) -> bool:
    """A feature that runs on the computer and sends no text: another verb stands before."""
    return bool(_NO.match(mark.string, mark.end()))


_SHARES: Final = re.compile(
    rf"\s*(?:{_AUXILIARY}|(?:plans?|aims?|hopes?|intends?|expects?|wants?) to\b|"
    r"[a-z]+s (?:no|not|an?|the|its|their)\b)"
)
_VERB: Final = re.compile(rf"{_AUXILIARY}|{_PAST.pattern}")


def subject_before(text: str, start: int) -> int:
    """Where the subject ends that a clause shares with the one before it; 0 where it has its own.

    A fix did not make it and is planned for 2.3.1. text[start:] is the clause.
    """
    if not start or not _SHARES.match(text, start):
        return 0
    verb = _VERB.search(text)
    return verb.start() if verb and verb.start() < start else 0


ASIDE: Final = re.compile(
    r", (?:(?:an?|another|the) [^,;]{1,80}? (?=who (?:was|were|did|had|has|is) not\b))?"
    r"(?P<aside>(?:who|whose|which) [^,;]{4,120}?)(?:,|\Z)"
)
"""The study's author, who was not involved in the trial, said so."""


def is_done_in_english(text: str) -> bool:
    """has been installed, installed; not: will be installed."""
    event = _TO_BE.sub("", _TELLS.sub("", text))
    return bool(_DONE.search(event)) or bool(_PAST.search(event) and not _WILL.search(text))


def is_ahead_in_english(text: str) -> bool:
    """will be installed, is to be, has agreed to."""
    return bool(_WILL.search(text))


def is_denied_in_english(text: str) -> bool:
    """Whether a clause denies anything outside what it says of whom, or on what condition."""
    return negative_english(_WHO.sub("", text))
