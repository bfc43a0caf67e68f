"""Does a line deny, hope, tell as done and compare as its article does?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.certainties import sworn_doubts
from broadcaster.writing.facts.checks.comparisons import comparison_doubts
from broadcaster.writing.facts.checks.denials import denial_is_told
from broadcaster.writing.facts.checks.endings import at_large
from broadcaster.writing.facts.checks.unknown import undecided_doubts
from broadcaster.writing.facts.claims.concepts import akin
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.likeness import ALREADY, SPEAKING, as_sure
from broadcaster.writing.facts.claims.predications import GOING, OPEN, PAST, Predication
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.sight import clause_of, same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_TELLING: Final = frozenset(("c:say", "c:announce"))
_HOLDING: Final = frozenset(("c:in_scope", "c:g_include"))
_TOLD: Final = 0.3
_SWORN_OF: Final = 0.2
"""How much of a line must be told before it is held to what it insists on."""

_AS_CLOSE: Final = 0.7
_BESIDE: Final = 2.0
_MOST_AMOUNTS: Final = 12
_SELDOM: Final = 3


_FEELS: Final = re.compile(
    "うれし|嬉し|楽し|すご|凄|びっくり|驚|気にな|心配|残念|すてき|素敵|おもしろ|面白|ありがた|応援|期待|わくわく|ワクワク|"
    "どきどき|ドキドキ|大変|なるほど|さすが|たのし|かっこ|かわい|すばらし|素晴らし|うらやまし|知らな|覚えてお|だいじ|大事|注目|話題|ニュース|お話|はなし|困[っるり]|悩|なぞ|謎|ふしぎ|不思議|迷[っう]|待って(?:ほし|くだ)"
)
"""What a host feels is no claim."""


def word_doubts(sight: Sight) -> Iterator[Doubt]:
    """Doubts about negation, certainty, tense and comparison; none where nothing is near."""
    if sight.best >= _SWORN_OF:
        yield from sworn_doubts(sight)
    if sight.best < _TOLD:
        return
    yield from undecided_doubts(sight)
    turned = list(comparison_doubts(sight))
    yield from turned
    for said in sight.line.predications:
        if said.attributive:
            continue
        if said.last and points_at_a_noun(sight.line):
            continue
        near = _same_said(said, sight)
        if near:
            quoted = _is_quoted(said, sight.line)
            doubts = [
                one for one in _against(said, near, sight)
                if not quoted or one.kind != "certainty"
            ]  # fmt: skip
            yield from () if doubts and _said_elsewhere(said, sight) else doubts
        elif (
            said.last
            and not turned
            and not _is_quoted(said, sight.line)
            and not _FEELS.match(said.text)
        ):
            yield from at_large(said, sight)
    if not turned:
        yield from _closing_doubts(sight)


def _closing_doubts(sight: Sight) -> Iterator[Doubt]:
    """Doubts about how a line ends, where no word of content tells it."""
    ending = sight.line.closing
    japanese = sight.near and sight.near[0].words
    if not ending or not japanese or _said_last(sight.line) or _FEELS.search(ending.text):
        return
    if not (_ends_in_a_noun(sight.line) or points_at_a_noun(sight.line)):
        yield from at_large(ending, sight)


_QUOTED: Final = re.compile("「[^「」]{6,}」")


def _is_quoted(said: Predication, line: Statement) -> bool:
    """Whether somebody's own words say it, which are held against the article as a quotation."""
    return any(one.start() < said.start < one.end() for one in _QUOTED.finditer(line.text))


def _ends_in_a_noun(line: Statement) -> bool:
    """Whether nothing is said of what it ends on: 穴になったのはVPN装置."""
    last = next((word for word in reversed(line.words) if word.pos != "記号"), None)
    verbal = ("非自立", "接尾") if "のは" in line.text else ("サ変接続", "非自立", "接尾")
    return last is not None and last.pos == "名詞" and last.pos1 not in verbal


_POINTED: Final = re.compile("(?<!も)(?<!な)の[はが]、?(?!(?:まだ|もう))[^、。]{2,}\\Z")


def points_at_a_noun(line: Statement) -> bool:
    """Whether a line ends on what 〜のは points at: 求めていたのは、7800万円の賠償なのだ."""
    if not _POINTED.search(line.text.rstrip("。!? ")):
        return False
    ends = (word for word in reversed(line.words) if word.surface not in _COPULA)
    last = next(ends, None)
    return last is not None and last.pos == "名詞" and not _SOMEBODY.search(line.text[: last.end])


_COPULA: Final = frozenset(
    ("なの", "な", "の", "ん", "だ", "です", "だっ", "た", "って", "よ", "ね", "。", "!")
)
_SOMEBODY: Final = re.compile("(?:さん|氏|者|員|長|代表|監督|教授|選手|社|市|県|党|省)\\Z")


def _said_last(line: Statement) -> bool:
    """Whether a word of content tells the end; of 版を出した none does."""
    end = len(line.text.rstrip("。!? "))
    return any(one.last and one.end >= end for one in line.predications)


# ── the same thing said ──────────────────────────────────────────────────────────────────


def _same_said(said: Predication, sight: Sight) -> list[tuple[Statement, Predication]]:
    """Where the article says the same word, in the sentences that share most of its clause."""
    key = sight.key(said.key)
    whole, first = set(sight.keys.values()), sight.near[0]
    anchored = len(whole) < 3 or sight.line.amounts or sight.line.moments
    left, right = clause_of(sight.line.text, said.start, said.start + 1)
    mine = {sight.key(one.key) for one in sight.line.terms if left <= one.start < right}
    found = [
        (
            sum(sight.weights[shared] for shared in sorted(mine & one.keys))
            + _BESIDE * _same_sum((left, right), sight.line, other, one),
            one,
            other,
        )
        for one in sight.near
        if not one.weak and not one.text.endswith("?")
        and len(whole & one.keys) >= (1 if one is first and anchored else 2)
        for other in one.predications if _means(other.key, key, one)
    ]  # fmt: skip
    best = max((score for score, _, _ in found), default=0.0)
    said_by = {one.at for _, one, _ in found}
    for one in sight.near:
        named = bool(_naming(key, one) & one.keys) and one.at not in said_by and not one.weak
        close = 1.0 if key in one.keys else _AS_CLOSE
        most = max((sight.shares[at] for at in said_by), default=0.0)
        if named and sight.shares[one.at] >= close * most:
            return []
    closest = [(one, other) for score, one, other in found if score >= _AS_CLOSE * best]
    return [pair for pair in closest if not _is_of_another_clause(pair, closest, mine - {key})]


def _is_of_another_clause(
    told: tuple[Statement, Predication],
    near: Sequence[tuple[Statement, Predication]],
    mine: set[str],
) -> bool:
    """Whether its sentence says the word again in a clause that tells more of the line's.

    商用利用は認めるが、顔認識への利用は認めない says two things.
    """
    place = told[0]
    rivals = [other for one, other in near if one is place]
    return _told_around(told[1], place, mine) < max(
        _told_around(other, place, mine) for other in rivals
    )


def _told_around(said: Predication, place: Statement, mine: set[str]) -> int:
    """How many of these terms stand in the clause of what is said."""
    start, end = clause_of(place.text, said.start, said.start + 1)
    return len(mine & {one.key for one in place.terms if start <= one.start < end})


def _naming(key: str, place: Statement) -> frozenset[str]:
    """The terms that name what a word says: English has higher costs for costs that rose."""
    as_adjective = {"c:rise": "c:high", "c:fall": "c:low"}.get(key, key)
    return frozenset((key,) if place.words else (key, as_adjective))


def _same_sum(
    span: tuple[int, int], line: Statement, source: Predication, place: Statement
) -> bool:
    """Whether one amount stands in the line's clause and in the source's."""
    start, end = clause_of(place.text, source.start, source.start + 1)
    theirs = [one for one in place.amounts if start <= one.start < end]
    return any(
        same(mine, other) for mine in line.amounts if span[0] <= mine.start < span[1]
        for other in theirs[:_MOST_AMOUNTS]
    )  # fmt: skip


def _means(theirs: str, mine: str, place: Statement) -> bool:
    """Whether it is the same word; of "has not said" it may be 発表 too."""
    return (
        theirs == mine
        or {theirs, mine} <= _HOLDING
        or (not place.words and {theirs, mine} <= _TELLING)
        or (theirs[2:] in akin(mine[2:]) and mine == "c:announce")
    )


def _against(
    said: Predication, near: Sequence[tuple[Statement, Predication]], sight: Sight
) -> Iterator[Doubt]:
    so = [(one, other) for one, other in near if other.negated == said.negated]
    if not so and all(other.attributive and "こと" not in other.text for _, other in near):
        return
    if not so and _YET.search(near[0][0].text) and not said.negated and not _DONE.search(said.text):
        return
    if not so:
        if said.negated and not _is_turned_about(said, near[0][0], sight):
            return
        if not denial_is_told(said, near, sight):
            why = "記事は打ち消していない" if said.negated else "記事は打ち消している"
            yield Doubt("negation", said.text, near[0][0].text, why)
        return
    if said.key in SPEAKING and not said.certainty:
        return
    told = sight.moods
    sure = [(one, other) for one, other in so if as_sure(said, other, told, one)]
    if not sure:
        yield Doubt("certainty", said.text, so[0][0].text, "確かさが記事とちがう")
    elif _is_told_as_done(said, sight) and all(_is_to_come(said, one) for _, one in sure):
        yield Doubt("tense", said.text, sure[0][0].text, "したこととこれからのことが記事とちがう")


_DONE_ONCE: Final = frozenset(
    ("c:start", "c:stop", "c:buy", "c:sell", "c:open", "c:close", "c:release", "c:build")
)


def _is_told_as_done(said: Predication, sight: Sight) -> bool:
    """Whether a line insists that it is done, or ends on what is done once: 募金を始めました."""
    if ALREADY.search(sight.line.text):
        return True
    return said.last and said.key in _DONE_ONCE and bool(sight.near[0].words)


def _is_to_come(said: Predication, source: Predication) -> bool:
    """Whether the article has yet to come what a line has done or going on."""
    if source.tense != OPEN or said.negated:
        return False
    return said.tense == PAST or (said.tense == GOING and bool(source.certainty))


_OPEN_TO_ALL: Final = frozenset(("c:in_scope", "w:使う", "w:かかる", "w:つくる", "w:作る"))
"""What is not in, not used or not made is told in a hundred ways."""


_FALLS_SHORT: Final = re.compile(
    r"\b(?:below|short of|under|less|fewer|lacks?|fail\w*|miss\w*|before|until|declin\w+|refus\w+|"
    r"ruled out|exclud\w+|against|instead|rather)\b"
)


def _is_turned_about(said: Predication, place: Statement, sight: Sight) -> bool:
    """Whether a denial in a line can be held against the deed itself: 退けなかった.

    English denies in too many other ways wherever it denies anything.
    """
    if not place.words:
        return not any(
            negative_english(one.text) or _FALLS_SHORT.search(one.text) for one in sight.near
        )
    return said.key not in SPEAKING | _OPEN_TO_ALL


_DONE: Final = re.compile("[たてっ](?!め|く)")
_YET: Final = re.compile(r"まだ|未定|至って|\b(?:yet|still)\b")
"""まだ決まっていない: it is decided later."""


def _said_elsewhere(said: Predication, sight: Sight) -> bool:
    """Whether a seldom word is said just so in another sentence: 直るはずです … 直りました."""
    key = sight.key(said.key)
    holding = [
        (one, other) for one in sight.statements if not one.weak and one not in sight.near
        for other in one.predications if other.key == key
    ]  # fmt: skip
    return (
        key.startswith("w:")
        and 0 < len(holding) < _SELDOM
        and not any(_against(said, holding, sight))
    )
