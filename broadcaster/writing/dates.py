"""Relative dates made absolute: 今週月曜日 of an article of 2023-12-13 is 去年12月11日の月曜日.

An article's 昨日 is not the listener's. Every expression of time is resolved against the day the
article is from and said as on the day of broadcast; a sentence with one that cannot be resolved
must not be told. Nothing is changed inside quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from broadcaster.writing.resolving import Resolver
from broadcaster.writing.telling_dates import Calendar, Unresolved
from broadcaster.writing.time_words import STANDING, TIME

_QUOTED: Final = re.compile(r"(「[^「」]*」|『[^『』]*』|“[^”]*”)")
_PAST: Final = re.compile(
    r"(?:た|だった|ました|でした)(?:という|とされる|と[^、。]{1,12}た|と(?:言わ|さ|見ら|みら)れてい(?:る|ます))?[。！!]?\Z"
)
_DATE: Final = re.compile(r"[日月年週朝夜]\Z")
_STANDS: Final = re.compile(
    r"\Z|[、。ぁ-ん・）)」』〜~-]|[末初上中下前後半頃以付夕夜朝午未昼早遅分号比並同期度内春夏秋冬来世生卒間]|"
    r"時点|現在|実績|最|一[日番]|早々|(?:発売|公開|発表|開[催始幕])の"
)
"""What may follow a date directly: 9月末, 10月16日付, 去年並み."""

_VERB: Final = re.compile(
    r"[一-龠々]{2,4}(?:し|する|さ[れせ])|[ァ-ヴー]{2,}(?:し|する|さ[れせ])|"
    r"[一-龠々]{1,2}[かがさたなばまらわ]れ|[一-龠々]{1,2}[いうえきくけしすせちつてっなにぬねびぶべみむめまりるれらわんさた]"
)
"""Before a verb a date needs its に: 昨日発表した is 10月15日に発表した."""


def calendar(air: str, published: str) -> Calendar:
    """For ISO dates or date-times; what is no date is not known."""
    return Calendar(_day(air), _day(published))


def absolute(sentence: str, when: Calendar) -> tuple[str | None, Calendar]:
    """The sentence with every relative date resolved, and the calendar for the next sentence.

    None where one of them cannot be; the calendar then remembers no date.
    """
    resolver = Resolver(when, bool(_PAST.search(_QUOTED.sub("", sentence))))
    try:
        return "".join(_resolved(sentence, resolver)), resolver.when
    except (Unresolved, ValueError, OverflowError):
        return None, replace(when, anchor=None)


def has_relative_date(text: str) -> bool:
    """Whether the text speaks of a time that is another one on another day."""
    return any(match.lastgroup not in STANDING for match in TIME.finditer(text))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _resolved(sentence: str, resolver: Resolver) -> list[str]:
    """The pieces of the sentence, resolved; quotations as they are, or Unresolved."""
    pieces = _QUOTED.split(sentence)
    for quoted in pieces[1::2]:
        if has_relative_date(quoted):
            raise Unresolved
    for at in range(0, len(pieces), 2):
        pieces[at] = TIME.sub(lambda match: _joined(resolver.said(match), match), pieces[at])
    return pieces


def _joined(said: str, match: re.Match[str]) -> str:
    """The date with what its place in the sentence asks for: に before a verb, 、 before a noun."""
    following = match.string[match.end() :]
    if said == match[0] or match.lastgroup in STANDING or not _DATE.search(said):
        return said
    if _STANDS.match(following):
        return said
    return said + ("に" if _VERB.match(following) else "、")
