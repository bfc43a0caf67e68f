"""A long sentence made short enough to say: parted where a clause closes, or a modifier cut.

Only where what is left stands by itself. What is reported (〜と述べた, 〜ことが示された) rules
over both halves, so such a sentence is never parted: a claim would turn into a fact.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.writing.conjugation import verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word

_JOINTS: Final = tuple(
    (re.compile(f"(?P<joint>{pattern})、"), said)
    for pattern, said in (
        ("が|けど|けれども?", ""),
        ("ものの", "ただ、"),
        ("にもかかわらず|にも関わらず", "それでも、"),
        ("一方で?", "一方で、"),
        ("(?<=[るたい])ほか", "また、"),
        ("(?<!な)ので|(?<=[たい])ため", "そのため、"),
    )
)
"""What closes a clause before a comma, and how the second half then begins.

Of ため only the one after た and い: after a verb it may mean "in order to". が says by what it
joins whether it objects, contrasts or only goes on: see `_after_ga`.
"""

_OBJECTS: Final = re.compile(
    r"な[いくか]|ません|限られ|限定|必要|課題|難し|遅[いく]|高[いく]|重[いく]|悪[いく]|低下|劣|不足|"
    r"対象外|有料|未[定公発対]|残[っるり]|注意|かか[るり]|にとどま|しか"
)
_TOPIC: Final = re.compile(r"[^、「」]{1,24}は")

_OPENED: Final = re.compile(r"しかし|ただ|一方|それでも|そのため|だから|むしろ|逆に|さらに")
_PREDICATES: Final = ("動詞", "助動詞", "形容詞")
_POLITE: Final = re.compile(r"(?:ます|ました|です|でした|ません)。\Z")
_REPORTED_FACT: Final = re.compile(
    r"ことが(?:示され|分か|わか|判明|明らかにな|確認され)[^、。はがを]{0,8}[。！!]\Z"
)
_REPORTS: Final = re.compile(
    r"(?:と(?:言|い|述|語|話|書|説|発|見|み|さ|の|思|考|予|指|主|伝|報|強)|ことが|ことを|という|そうで|よう|"
    r"らし[いく]|見通|可能性|と、?[^、。]{1,16}[はが](?:述べ|語|話|説明|発表|見|み|主張|指摘|報告|答え|書))"
    r"[^、]{0,30}\Z"
)
_PAST: Final = re.compile(r"(?:た|ました|でした|だった)[。！!]?\Z")
_DID: Final = re.compile(r"(?:ました|(?<!だっ)(?<!でし)た)[。！!]?\Z")
_RULES_OVER: Final = re.compile(
    r"によると|によれば|では、|場合|なら|れば|たら|とき|際|もし|かつて|ため|のに|ても|とみられ"
)
"""Words of a modifier that may mean the whole sentence, and must not be cut with it."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]*\Z|[ァ-ヴー・]{3,}(?:AI|社)?\Z")
_COMMON: Final = re.compile(
    r"(?:モデル|サービス|システム|ソフト|アプリ|チーム|ユーザー|メーカー|データ|プログラム|ロボット|カメラ|メモリー?)\Z"
)
"""Katakana that names a kind of thing, of which the modifier says which."""

_WITH_DAY: Final = re.compile(
    r"(?P<who>[^、。「」『』]{1,30}[はが]、?)?"
    r"(?P<day>(?:(?:今年|去年|来年|[12][0-9]{3}年)(?:の[春夏秋冬])?)?"
    r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日(?:の(?:[月火水木金土日]曜日|週|週末))?)?)?"
    r"(?:午[前後][0-9]{1,2}時(?:[0-9]{1,2}分)?(?:ごろ|頃|すぎ|過ぎ)?)?)、"
)
_DATED: Final = re.compile(r"[^、。「]{0,14}(?:[日月年週]|曜日)、")
_LEAST: Final = 3


def halves(sentence: str) -> tuple[str, str] | None:
    """Two sentences that say together what this one says; None for one that stays whole.

    Where a clause closes (〜が、 〜ものの、 〜ので、), the second beginning with what the joint
    meant (ただ、 そのため、); else where a past sentence tells two deeds of one doer (工場を建て、
    人を雇った → 工場を建てた。人を雇った。). The second leans on the first.
    """
    found = words(sentence)
    reported = _REPORTED_FACT.search(sentence)
    if reported:
        joints = [*_each_reported(_clauses(sentence, found), reported[0])]
    elif _REPORTS.search(sentence):
        return None
    else:
        joints = (
            [*_clauses(sentence, found)]
            or [*_states(sentence, found)]
            or [*_two_deeds(sentence, found)]
            or [*_two_events(sentence, found)]
        )
    middle = len(sentence) / 2
    return min(joints, key=lambda pair: abs(len(pair[0]) - middle), default=None)


def _clauses(sentence: str, found: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The sentence cut behind each clause that closes, its joint said at the second half."""
    ends = {word.end: word for word in found}
    for pattern, said in _JOINTS:
        for match in pattern.finditer(sentence):
            last = ends.get(match.start("joint"))
            closed = last is not None and last.pos in _PREDICATES and last.cform == "基本形"
            joins = match["joint"] != "が" or _joins_clauses(match.end(), found)
            if closed and joins and not _inside_quotes(sentence, match.start()):
                rest = sentence[match.end() :]
                first = sentence[: match.start("joint")] + "。"
                yield first, _opened_by(said or _after_ga(first, rest), rest)


def _joins_clauses(end: int, found: Sequence[Word]) -> bool:
    """Whether the が before a comma joins clauses, and does not mark a doer."""
    return any(word.end == end - 1 and word.pos1 == "接続助詞" for word in found)


def _after_ga(first: str, rest: str) -> str:
    """How the half after が begins: ただ、 where it objects, 一方で、 where two topics are set side
    by side, nothing where が only goes on: what is no objection must not become one.
    """
    if _OBJECTS.search(rest):
        return "ただ、"
    return "一方で、" if _TOPIC.match(first) and _TOPIC.match(rest) else ""


def _opened_by(said: str, rest: str) -> str:
    return rest if _OPENED.match(rest) else said + rest


def _each_reported(pairs: Iterator[tuple[str, str]], report: str) -> Iterator[tuple[str, str]]:
    """Both halves with the ことが示された that rules over them."""
    for first, second in pairs:
        if not _POLITE.search(first):
            yield first.removesuffix("。") + report, second


def _states(sentence: str, found: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """値段は3万円で、色は黒だ → 値段は3万円だ。色は黒だ; 反発しており、 → 反発している。"""
    if _RULES_OVER.search(sentence):
        return
    for at, (word, after) in enumerate(pairwise(found)):
        if after.surface != "、" or _inside_quotes(sentence, word.start):
            continue
        lasts = word.surface == "おり" and found[at - 1].surface in ("て", "で")
        counted = found[at - 1].pos1 == "数" or found[at - 1].pos2 == "助数詞"
        is_so = word.surface == "で" and (word.pos == "助動詞" or counted)
        if (lasts or is_so) and _has_topic(found[:at]):
            end = "いる。" if lasts else "だ。"
            yield sentence[: word.start] + end, sentence[after.end :]


def _two_deeds(sentence: str, found: Sequence[Word]) -> Iterator[tuple[str, str]]:
    if not _PAST.search(sentence):
        return
    for at, (word, after) in enumerate(pairwise(found)):
        if after.surface != "、" or _inside_quotes(sentence, word.start):
            continue
        deed = verb(word) if word.pos == "動詞" and word.cform == "連用形" else None
        if deed and _has_topic(found[:at]) and _only_acts(found[at + 2 :]):
            yield f"{sentence[: word.start]}{deed.past}。", sentence[after.end :]


def _two_events(sentence: str, found: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """爆発があり、3人が死亡した: each clause with its own が, and nothing that rules over both."""
    if not _PAST.search(sentence) or _RULES_OVER.search(sentence):
        return
    for at, (word, after) in enumerate(pairwise(found)):
        if after.surface != "、" or _inside_quotes(sentence, word.start):
            continue
        event = verb(word) if word.pos == "動詞" and word.cform == "連用形" else None
        if event and _happens(found[:at]) and _happens(found[at + 2 :]):
            yield f"{sentence[: word.start]}{event.past}。", sentence[after.end :]


def _happens(found: Sequence[Word]) -> bool:
    """Whether the clause next to the cut has a doer of its own, and no topic that others share."""
    marked = [word.surface for word in found if word.pos == "助詞" and word.surface in ("は", "が")]
    return marked[:1] == ["が"] and "は" not in marked


def _has_topic(found: Sequence[Word]) -> bool:
    return any(word.pos == "助詞" and word.surface in ("は", "が") for word in found)


def _only_acts(found: Sequence[Word]) -> bool:
    """No doer of its own, and no clause inside that describes a noun."""
    described = any(
        word.cform == "基本形" and after.pos == "名詞" for word, after in pairwise(found)
    )
    return len(found) > _LEAST and not described and not _has_topic(found)


def without_modifier(sentence: str) -> str | None:
    """The sentence without the clause that describes the name it is about; None if it has none.

    資金調達を終えたばかりのMistralが、 → Mistralが、. Only a name may lose it: of anything else
    (速い機械が) the modifier says which one is meant.
    """
    found = words(sentence)
    for at, word in enumerate(found):
        if (
            word.pos == "助詞"
            and word.surface in ("は", "が")
            and not _inside_quotes(sentence, word.start)
        ):
            return _cut(sentence, found[:at])
    return None


def _cut(sentence: str, before: Sequence[Word]) -> str | None:
    ends = [
        after.start
        for word, after in pairwise(before)
        if (
            word.cform == "基本形"
            and word.pos in ("動詞", "助動詞")
            and after.pos in ("名詞", "フィラー", "記号")
        )
        or sentence.endswith("たばかりの", 0, after.start)
    ]
    if not before or not ends:
        return None
    doer = sentence[ends[-1] : before[-1].end]
    clause = sentence[: ends[-1]]
    if (
        not _NAME.search(doer)
        or _COMMON.search(doer)
        or "、" in doer
        or "。" in clause
        or _RULES_OVER.search(clause)
    ):
        return None
    date = _DATED.match(clause)
    return (date[0] if date else "") + sentence[ends[-1] :]


def day_apart(sentence: str) -> tuple[str, str] | None:
    """What happened, then when: 10月16日、会社が… → 会社が…。それは、10月16日のことだ。"""
    found = _WITH_DAY.match(sentence)
    if not found or not found["day"] or not _DID.search(sentence) or _REPORTS.search(sentence):
        return None
    rest = (found["who"] or "") + sentence[found.end() :]
    return rest, f"それは、{found['day']}のことだ。"


def _inside_quotes(sentence: str, at: int) -> bool:
    before = sentence[:at]
    return any(before.count(mark) > before.count(close) for mark, close in ("「」", "『』"))
