"""Is a version that a line names one of those that its article gives that name?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight

_NUMBER: Final = r"\d{1,4}(?:\.\d{1,4}){0,3}"
_NAMED: Final = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z'-]{2,}|[ァ-ヴー]{2,}|バージョン|版)」?[ \-]?v?"
    rf"(?P<number>{_NUMBER})"
    r"(?![\d,.]*\d)(?!\s?[%万億兆千百年月日時分秒円人個件社倍歳回位点台本枚つカ]|[カかヶケ][月国所年条]|"
    r"\s?(?:ドル|ユーロ|ポンド|million|billion|percent|per cent|people|years?|months?|days?|"
    r"[KMGT]?B\b)|[a-z])"
)
_NO_NAMES: Final = frozenset(("about", "only", "than", "the", "and", "for", "over", "from", "some",
    "nearly", "least", "most", "under", "with", "into", "around", "all", "our", "its", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Series", "to", "in", "of", "by", "at", "on", "or", "up",
))  # fmt: skip


_OF_ANYTHING: Final = ("バージョン", "版")
"""Larkspurの新しいバージョン4.2 is its Larkspur 4.2."""


def version_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each version of a known name that the article never gives it."""
    given: dict[str, set[str]] = {}
    for one in sight.statements:
        for name, number, _ in versions(one.text):
            given.setdefault(name, set()).add(number)
    yield from _turned_edges(sight)
    yield from _other_editions(sight)
    for name, number, text in versions(sight.line.text):
        spelled = sight.names.spelled(name)
        known = given.get(spelled) or given.get(name)
        if name in _OF_ANYTHING and any(number in numbers for numbers in given.values()):
            continue
        if known and number not in known and not _elsewhere(number, sight):
            yield Doubt("version", text, f"{spelled or name} {min(known)}", "記事にない版")


_EDITION: Final = re.compile(r"第(\d{1,3}(?:\.\d{1,3})?)版")


def _other_editions(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 第1.0版, where the article has 第2.0版 and 第2.1版 alone."""
    told = [match[1] for one in sight.statements for match in _EDITION.finditer(one.text)]
    for match in _EDITION.finditer(sight.line.text):
        if told and match[1] not in told:
            yield Doubt("version", match[0], f"第{told[0]}版", "記事にない版")


_UP: Final = "以上|以降"
_DOWN: Final = "以下|以前"
_NEEDED: Final = re.compile(
    "(?:じゃ|で)な(?:いと|きゃ|ければ)|が(?:必要|要る|いる)|専用|だけ|のみ|限"
)


def _turned_edges(sight: Sight) -> Iterator[Doubt]:
    """A doubt where a line asks for 16以下 and the article for 16以上, or the other way round."""
    for match in _NAMED.finditer(sight.line.text):
        for mine, theirs in ((_DOWN, _UP), (_UP, _DOWN)):
            edge = re.compile(mine).match(sight.line.text, match.end())
            if not edge or not _NEEDED.match(sight.line.text, edge.end()):
                continue
            told = [one for one in sight.statements if match["number"] in one.text]
            turned = [
                one
                for one in told
                if re.search(f"{re.escape(match['number'])}(?:{theirs})", one.text)
            ]
            if turned and not any(
                re.search(f"{re.escape(match['number'])}(?:{mine})", one.text) for one in told
            ):
                yield Doubt("range", match[0] + edge[0], turned[0].text, "記事では逆の側")


@lru_cache(maxsize=8192)
def versions(text: str) -> tuple[tuple[str, str, str], ...]:
    """Every name with a number behind it: the name, the number and both as they stand."""
    return tuple(
        (match["name"], match["number"], match[0])
        for match in _NAMED.finditer(text)
        if match["name"] not in _NO_NAMES
    )


def _elsewhere(number: str, sight: Sight) -> bool:
    """Whether the article has the number as a version without its name: 4.2で加える."""
    pattern = re.compile(
        rf"(?<![\d.]){re.escape(number)}(?:系|版|(?![\d.]*\d)(?=[でにへはをのと、]))"
    )
    return "." in number and any(pattern.search(one.text) for one in sight.statements)
