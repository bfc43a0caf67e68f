"""A lead that is too long to be said, told as an announcer would: who first, then what.

Written news puts who, when, what and why into one sentence. Each way here parts it where the
second sentence still says whose word it is (という, としている), and adds nothing else.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from broadcaster.japanese import Word

_DAY: Final = (
    r"(?:(?:今年|去年|来年|[12][0-9]{3}年)?(?:[0-9]{1,2}月[0-9]{1,2}日)(?:の[月火水木金土日]曜日)?)"
)
_WHO: Final = (
    rf"(?P<who>[^、。]{{2,44}}?)は(?:、?(?P<day>{_DAY}(?:の[^、。「」はがを]{{2,16}}で)?)、|、)?"
)
_ANNOUNCED: Final = re.compile(
    rf"\A{_WHO}(?P<what>.{{8,}})"
    r"(?:と(?P<verb>(?:発表|公表|決定)し(?:た|ました)|明らかにし(?:た|ました))|"
    r"ことを(?P<act>[^、はがを]{0,8}(?:決め|決定し|承認し|明らかにし)(?:た|ました)))。\Z"
)
_CLAIMED: Final = re.compile(
    rf"\A(?P<head>[^、。「」]{{2,40}}は(?:、?{_DAY})?、)?(?P<claim>.{{8,}}?)として、(?P<main>.+(?:た|ました))。\Z"
)
_MADE: Final = re.compile(
    rf"\A{_WHO}(?P<what>.{{8,}})を"
    r"(?P<verb>(?:[^、をはが]{1,12}で)?(?:発表|公開|開発|発売|開設|設立|リリース|提供)し(?:た|ました)|始め(?:た|ました))。\Z"
)
_SHOWN: Final = re.compile(
    rf"\A(?P<what>.{{12,}})を、(?P<who>[^、。「」]{{2,40}})が(?P<day>{_DAY}(?:の週)?)?(?P<rest>(?:、|に)?[^。]*た)。\Z"
)
_ON_GROUNDS: Final = re.compile(
    r"\A[^「」。]{10,}?(?:を受けて?|に伴い|に伴って)、(?=[^、「」]{1,30}は)"
)
_MAY_BE: Final = re.compile(
    r"\A[^、。「」は]{2,30}が[^、。「」は]{2,20}(?:を受け|し|され|あり)、(?=[^。]+が[^。]+可能性がある(?:という)?。\Z)"
)
_REPORT: Final = re.compile(
    r"(?P<tail>という(?:こと(?:だ|です))?|とのこと(?:だ|です)|とされ(?:る|ている|ています)|としている|としています)。\Z"
)
_TOPIC: Final = re.compile(r"[^、「」]{1,30}は")
_GOES_WITH_THE_VERB: Final = re.compile(r"(?:[にでとへは]|[日月年時分]から|まで)\Z")
_PERSON: Final = re.compile(r"(?:さん|氏)[はが]")
_CALLING: Final = re.compile(r"(?:[者家長員手師優士]|教授|監督)\Z")
_PREDICATES: Final = ("動詞", "助動詞", "形容詞")


def apart(sentence: str) -> Iterator[tuple[str, ...]]:
    """The ways to tell a long sentence in parts, the most faithful to its order first."""
    for way in (_announced, _claimed, _made, _shown, _possible, _without_grounds, _without_titles):
        parts = way(sentence)
        if parts is not None:
            yield parts


def under_its_report(
    sentence: str, halves: Callable[[str], tuple[str, str] | None]
) -> tuple[str, str] | None:
    """4人がけがをし、1人が重傷だという → 4人がけがをしたという。1人が重傷だという。"""
    report = _REPORT.search(sentence)
    parts = halves(sentence[: report.start()] + "。") if report else None
    if report is None or parts is None or not _is_closed(parts[0].removesuffix("。")):
        return None
    first, second = (part.removesuffix("。") + report[0] for part in parts)
    return first, second


def _announced(sentence: str) -> tuple[str, str] | None:
    """会社は10日、人を雇うと発表した → 会社が、10日に発表した。人を雇うという。"""
    found = _ANNOUNCED.match(sentence)
    if not found or not _is_whole(found["who"]) or not _is_closed(found["what"]):
        return None
    told = found["verb"] or found["act"]
    return f"{found['who']}が{_on(found['day'])}{told}。", f"{found['what']}という。"


def _claimed(sentence: str) -> tuple[str, str] | None:
    """金を取ったとして、警察は男を逮捕した → 警察は男を逮捕した。金を取ったとしている。"""
    found = _CLAIMED.match(sentence)
    if not found or not _is_closed(found["claim"]) or not _is_whole(found["claim"]):
        return None
    if not (found["head"] or _TOPIC.match(found["main"])):
        return None
    return f"{found['head'] or ''}{found['main']}。", f"{found['claim']}としている。"


def _on(day: str | None) -> str:
    """10日に; of a meeting its で is there already."""
    return f"、{day}{'' if day.endswith('で') else 'に'}" if day else ""


def _made(sentence: str) -> tuple[str, ...] | None:
    """班は病気を見つけるAIを開発した → 班はAIを開発した。病気を見つけるAIだ。"""
    found = _MADE.match(sentence)
    if not found or not _is_whole(found["who"]):
        return None
    thing = _described(found["what"])
    if not thing or _GOES_WITH_THE_VERB.search(_first_part(found["what"], thing)):
        return None
    return (
        f"{found['who']}は{thing}を{found['verb']}。",
        f"{found['what']}だ。",
        *_then(found["verb"], found["day"]),
    )


def _then(deed: str, day: str | None) -> tuple[str, ...]:
    """公開したのは、10日だ。"""
    return (f"{deed}のは、{day}だ。",) if day else ()


def _shown(sentence: str) -> tuple[str, ...] | None:
    """道を教えるロボットを、会社が公開した → 会社がロボットを公開した。道を教えるロボットだ。"""
    found = _SHOWN.match(sentence)
    thing = _described(found["what"]) if found else ""
    if not found or not thing:
        return None
    rest = found["rest"].lstrip("、に")
    told = (f"{found['who']}が、{thing}を{rest}。", f"{found['what']}だ。")
    return (*told, *_then(rest, found["day"]))


def _possible(sentence: str) -> tuple[str] | None:
    """攻撃を受け、番号が漏れた可能性があるという → 番号が漏れた可能性があるという."""
    found = _MAY_BE.match(sentence)
    return (sentence[found.end() :],) if found else None


def _without_grounds(sentence: str) -> tuple[str] | None:
    """懸念が高まったのを受け、政府は会議を開いた → 政府は会議を開いた."""
    found = _ON_GROUNDS.match(sentence)
    return (sentence[found.end() :],) if found else None


def _without_titles(sentence: str) -> tuple[str] | None:
    """学者で、大学教授の田中さんが → 大学教授の田中さんが."""
    person = _PERSON.search(sentence)
    for word, after in pairwise(words(sentence)):
        if person is None or after.start >= person.start():
            return None
        is_so = word.pos == "助動詞" or _CALLING.search(sentence, 0, word.start)
        if word.surface == "で" and is_so and after.surface == "、":
            return (sentence[after.end :],)
    return None


def _described(text: str) -> str:
    """The noun phrase a text ends in, where a clause stands before it; empty where none does."""
    found = words(text)
    at = len(found)
    while at and _belongs_to_a_name(found, at - 1):
        at -= 1
    closed = 0 < at < len(found) and found[at - 1].cform == "基本形"
    return text[found[at].start :] if closed and found[at - 1].pos in _PREDICATES else ""


def _belongs_to_a_name(found: Sequence[Word], at: int) -> bool:
    return found[at].pos in ("名詞", "接頭詞", "フィラー") or found[at].surface in "「」・"


def _first_part(what: str, thing: str) -> str:
    """What stands before the last 、: it must belong to the clause, and not to the verb."""
    return what.removesuffix(thing).rpartition("、")[0]


def _is_closed(clause: str) -> bool:
    """Whether it ends as a sentence could: 募る, 静かだ, 遅い."""
    found = words(clause)
    return bool(found) and found[-1].pos in _PREDICATES and found[-1].cform == "基本形"


def _is_whole(text: str) -> bool:
    return text.count("「") == text.count("」") and text.count("『") == text.count("』")
