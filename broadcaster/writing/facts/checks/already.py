"""Does the article say done what a line calls done already?

もう始まった needs a sentence that has it begun: one that only plans it (来年10月に導入), weighs or
denies it licenses nothing, and neither does silence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.telling import elsewhere, holding, names
from broadcaster.writing.facts.checks.tenses import is_ahead
from broadcaster.writing.facts.claims.clause import clauses_of
from broadcaster.writing.facts.claims.likeness import ALREADY, SPEAKING
from broadcaster.writing.facts.claims.moods import certainty_of
from broadcaster.writing.facts.claims.predications import denied
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.sight import Sight

_FINISHED: Final = re.compile(
    "(?<![でく])済ん[でだ](?!いな)|済ませ[たて]|済み[だなで]|完了し[たて](?!ら)|終えて[いる]|(?<=[いきしちにみりぎびえ])終(?:え|わっ)[たて](?![らみい]|ほし|くだ|もら)|幕を(?:閉じ|下ろし|おろし)[たて](?!ら)|閉幕し[たて](?!ら)"
)
_FINISHING: Final = frozenset(("w:済む", "w:済ませる", "c:stop", "c:g_ready", "w:済み"))
"""What says of its object that it is done, and nothing else."""

_IS: Final = re.compile("[一-龠ァ-ヴー](?:なのだ|なんだ|だ|です)")
"""すでに黒字なのだ."""

_LONG_SINCE: Final = re.compile(r"既[知存]|すでに|既に|\balready\b")

_IF: Final = re.compile(
    "(?:[たるい]なら|たら|れば)(?:、|\\Z)|(?:いる|てる|[たる])(?:会社|人|方|ところ|企業|場合)(?:なら|[はに])"
)
"""すでに使っている会社なら: of whom something is said."""

_WHEN: Final = re.compile("(?:たら|だら|れば)、?\\Z")
"""メモリを増設したら、やってみる: it is yet to be done."""

_IN_PREPARATION: Final = re.compile(
    "(?:開発|準備|審査|検討|調整|協議|交渉|工事|建設|製作|制作|編集|改修|募集|作業|テスト|試験)中"
    r"|\b(?:is|are) (?:still )?being \w+"
    r"|\b(?:under|in) (?:construction|development|review|preparation)\b"
)
_PUT_OFF: Final = re.compile(
    r"延期|先送|見送|見合わせ|延び|持ち越|\b(?:postponed?|delayed|shelved|put off)\b"
)

_ALL: Final = re.compile("すべて|全て|全部|全員|残らず|ことごとく|全[一-龠ァ-ヴー]|最後まで")
_IN_PART: Final = re.compile(
    r"\d[^、。]{0,3}割|半分|半数|一部|途中|\d%|のうち\d|\b\d[\d,.]* of (?:its|the|their|\d)|"
    r"\b(?:percent|per cent|half|some of|most of|part of|a third|two-thirds|so far)\b"
)
"""7割が終わり: all of it is not done."""

_AS_CLOSE: Final = 0.5
_PLENTY: Final = 2
"""More words than this in common, and a clause tells the line's even beside one still ahead."""


def already_doubts(mine: Clause, sight: Sight) -> Iterator[Doubt]:
    """A doubt where nothing that the article says of it says that it is done."""
    now = ALREADY.search(mine.text) and (mine.done or _IS.search(mine.text))
    if (
        not (now or _FINISHED.search(mine.text))
        or denied(mine.text)
        or mine.to_come
        or _IF.search(mine.text)
    ):
        return
    told = list(_candidates(mine, sight))
    ahead = (one for one in told if one.plain or in_preparation(one) or is_ahead(one, sight.today))
    closest = max((_in_common(one, mine, sight) for one in ahead), default=0.0)
    licences = [
        one for one in told
        if _licenses(one, mine, sight) and _in_common(one, mine, sight) >= _AS_CLOSE * closest
    ]  # fmt: skip
    if _ALL.search(mine.text):
        licences = [one for one in licences if not _IN_PART.search(one.text)]
    if not licences:
        yield Doubt("tense", mine.text, sight.nearest, "記事ではまだこれから")


def _in_common(told: Clause, mine: Clause, sight: Sight) -> float:
    """How much of what the line's clause names, but for its deed, a clause names too."""
    shared = (mine.keys - names(mine) - {mine.said}) & (told.keys | told.about)
    return sum(sight.weights.get(key, 1.0) for key in sorted(shared))


def _candidates(mine: Clause, sight: Sight) -> Iterator[Clause]:
    for place in sight.near:
        if not place.weak:
            yield from clauses_of(place)
    yield from elsewhere(mine, sight)


def in_preparation(told: Clause) -> bool:
    """Whether a clause has a thing still in the making: 開発中, is being built."""
    return bool(_IN_PREPARATION.search(told.text))


def _licenses(told: Clause, mine: Clause, sight: Sight) -> bool:
    """Whether a clause of the article has done what a line's clause tells."""
    return _is_done(told, sight) and not _WHEN.search(told.text) and _is_of_it(told, mine, sight)


def _is_done(told: Clause, sight: Sight) -> bool:
    open_still = told.plain or told.denied or is_ahead(told, sight.today)
    put_off = _PUT_OFF.search(told.text) or in_preparation(told)
    is_so = told.done or bool(_IS.search(told.text) or _LONG_SINCE.search(told.text))
    return is_so and not (open_still or put_off or certainty_of(told.text))


def _is_of_it(told: Clause, mine: Clause, sight: Sight) -> bool:
    """By its deed and object, as far as the article has them; else by two words of content."""
    told_keys = told.keys | told.about
    no_deed = _FINISHING | SPEAKING | {mine.closest}
    deed = mine.said if mine.said in sight.holding and mine.said not in no_deed else ""
    thing = mine.closest if mine.closest in sight.holding else ""
    if deed and deed in told_keys:
        return not thing or thing in told_keys
    if deed and not any(_is_done(one, sight) for one in holding(deed, sight)):
        return False
    if thing:
        return thing in told.about
    return _shares_all(told_keys, mine, sight)


def _shares_all(told_keys: frozenset[str], mine: Clause, sight: Sight) -> bool:
    """Whether a clause holds what of the line the article knows, and nothing of it lies ahead."""
    known = {key for key in mine.keys - names(mine) - SPEAKING if key in sight.holding}
    if any(is_ahead(one, sight.today) for one in _candidates(mine, sight)):
        return len(known & told_keys) > _PLENTY
    return bool(known) and (known <= told_keys or len(known & told_keys) > 1)
