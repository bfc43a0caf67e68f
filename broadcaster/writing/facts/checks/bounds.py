"""Is what a line bounds without a number (高校生以上, 国内のみ) bounded so in its article?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight

_BOUNDED: Final = re.compile(
    r"(?P<of>[一-龠々ァ-ヴーA-Za-z]{2,8}?)(?P<bound>以上|以下|未満|以外|以降|以前|以内)"
)


def bound_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each bound on a word that the article bounds in other ways only."""
    told: dict[str, list[str]] = {}
    for one in sight.statements:
        for match in _BOUNDED.finditer(one.text):
            told.setdefault(match["of"], []).append(match["bound"])
    for match in _BOUNDED.finditer(sight.line.text):
        known = told.get(match["of"])
        if known and match["bound"] not in known:
            yield Doubt("range", match[0], match["of"] + known[0], f"記事では{known[0]}")
    yield from _school_doubts(sight)
    yield from _grade_doubts(sight)


_SCHOOLS: Final = ("園児", "幼児", "未就学児", "小学生", "中学生", "高校生", "大学生", "大人")


def _school_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 高校生以上, where the article has 中学生以上 and nothing of the kind besides."""
    told = {
        (match["of"], match["bound"]): match[0]
        for one in sight.statements for match in _BOUNDED.finditer(one.text)
        if match["of"] in _SCHOOLS
    }  # fmt: skip
    for match in _BOUNDED.finditer(sight.line.text):
        rivals = [whole for (_, bound), whole in told.items() if bound == match["bound"]]
        if match["of"] in _SCHOOLS and rivals and match[0] not in told.values():
            yield Doubt("range", match[0], rivals[0], f"記事では{rivals[0]}")


_GRADE: Final = re.compile(
    r"(?<!最)(?P<school>[小中高大])(?:学校?|校)?の?(?P<year>[1-6])年?(?=[年生以未かまのをはがとや、・〜~-])"
)


def _grade_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for 小学3年, where the article has other years of that school only."""
    told = [match.groups() for one in sight.statements for match in _GRADE.finditer(one.text)]
    for match in _GRADE.finditer(sight.line.text):
        rivals = [year for school, year in told if school == match["school"]]
        if rivals and match["year"] not in rivals:
            why = f"記事では{rivals[0]}年"
            yield Doubt("range", match[0], f"{match['school']}{rivals[0]}", why)


_ONLY: Final = re.compile(
    r"(?<![\d一-龠々ァ-ヴーA-Za-z])[一-龠々ァ-ヴーA-Za-z]{2,}(?:だけ|のみ)(?=なの|だ(?!と(?![^。]{0,16}[断言述話説語主指認])|け|っ|が)|です(?!が)|。)"
)
_ALONE: Final = re.compile(
    r"だけ|のみ|限|しか|とどま|単独|唯一|以外|除|ほか|"
    r"\b(?:only|just|sole|alone|except|none|no other)\b"
)


def only_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt where a line says that it is one alone, and its sentences say so nowhere."""
    found = _ONLY.search(sight.line.text)
    if found and sight.near and not any(_ALONE.search(one.text) for one in sight.near):
        yield Doubt("range", found[0], sight.nearest, "記事は限っていない")


_EVERY: Final = re.compile(
    r"\d(?:[人社本台店校件]|つ|種類|か所|機種|モデル|製品|作品|チーム|か国)とも|すべて|全て|全部(?!で)|全員|いずれも|どれも"
)
_PART: Final = re.compile(
    r"このうち|うち[、\d約]|一部の|\b(?:of which|of (?:them|those)|some of)\b"
)
_EACH: Final = re.compile(
    r"とも|すべて|全|いずれ|どれ|みな|各|それぞれ|"
    r"\b(?:all|both|each|every|any|entire|whole)\b",
    re.IGNORECASE,
)


_IN_ALL: Final = re.compile("(?:全部|すべて|全て)の")
_TOTAL: Final = re.compile(r"総(?=[一-龠])|合計|\b(?:total|overall|altogether)\b", re.IGNORECASE)
"""全部の事業費 is 総事業費."""


def every_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt where a line tells of all what its sentence tells of some."""
    found = _EVERY.search(sight.line.text)
    if not found or not _PART.search(sight.nearest):
        return
    if _IN_ALL.match(sight.line.text, found.start()) and _TOTAL.search(sight.nearest):
        return
    if not any(_EACH.search(one.text) for one in sight.near):
        yield Doubt("range", found[0], sight.nearest, "記事では一部だけ")
