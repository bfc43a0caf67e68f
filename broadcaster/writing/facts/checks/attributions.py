"""Is it he who said what a line has him say, or whom a line points at?

A line's own words are looked for in the article without the name; where every sentence that tells
them is somebody else's, the name is doubted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.speakers import is_proper, persons
from broadcaster.writing.facts.claims.concepts import akin, equals, opposites
from broadcaster.writing.facts.claims.quotations import quotes_english
from broadcaster.writing.facts.claims.speakers import around, names_its_speaker, speaks
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.naming.bodies import as_titled
from broadcaster.writing.facts.sight import same
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight

_SAYING: Final = (
    "(?:話|語|述べ|言|いわ|説明|強調|指摘|批判|訴え|主張|コメント|こぼ|嘆|胸を張|明か|認め|評価|見て|みて|"
    "考え|期待|心配|懸念|喜|ぼや|呼|答え|振り返|書|反論|注文|くぎ|釘|太鼓判|警告|念を押|力を込め|漏ら|打ち明|"
    "予想|予測|見込|推定|読ん|明言|断言|力説|求め|要望|注文|呼びかけ|呼び掛け|責め|非難|否定|打ち消|疑問|不満|怒|残念が|悔や|悔し|"
    "感謝|釈明|促|期し|つづ|証言|回想|供述|発言|発表|宣言|表明|約束|"
    "(?:方針|考え|意向|見通し|見方|認識|見解|姿勢|計画|予定|意欲|期待|懸念|危機感|決意|理解|不快感|自信)を(?:示|明|表|語|述|あらわ|伝え))"
)
_CLEFT: Final = re.compile(
    r"(?P<told>.{4,}?)(?<!も)(?<!な)の(?:は|が)、?「?(?P<who>[^。「」はが]{2,40}?)」?(?:なのだ|だったのだ|なんだ|だ[。!よ]|です|でし|だって|で、|。|!|\Z)"
)
_QUOTING: Final = re.compile(
    rf"(?:と|って|」|なんて)、?(?:[^。、「」はが]{{2,30}}[はが])?[^。、]{{0,12}}?{_SAYING}"
    "|(?:方針|考え|意向|見通し|見方|認識|見解|計画|意欲|懸念)を(?:示し|明らかに|明かし|表明|語っ|述べ|伝え)"
)
_SO: Final = re.compile(rf"(?:そう|こう|このように)[^。、「」]{{0,12}}?{_SAYING}")
"""そう語ったのは: of the sentence before."""

_SPEAKER: Final = re.compile(
    r"(?:\A|[、。」]|(?<=[たるいだん])と、?)(?P<who>[^、。「」]{2,36}?(?:さん|氏|CEO|CTO|CFO|教授|准教授|博士|先生|大臣|相|知事|監督|選手|代表|専務|常務|議員|首相|大統領|頭取|弁護士|裁判官|判事|検事|医師|研究員|アナリスト|担当者|創業者|技術者|エンジニア|飼育員|棋士|作家|記者|主任|リーダー|ディレクター|プロデューサー|(?<=[一-龠])長))"
    r"(?:自身|本人|自ら)?(?:は|が|によると|によれば|いわく|も|の(?:話|説明|見方|見立て|考え|分析)では?)"
)
_FIGURE: Final = re.compile(
    r"\d[^、。]{0,8}?(?:倍|%|割|分の|点|円|ドル|ユーロ|ポンド|人|件|台)(?:以上|以下|近く|ほど|くらい)?\Z"
)
"""コルベインの2倍以上: no one is pointed at."""

_HEAD: Final = re.compile("[一-龠々]{4,}")
_PERSON: Final = re.compile(
    "さん|氏\\Z|頭取|研究員|判事|検事|裁判官|弁護士|医師|CEO|CTO|CFO|長\\Z|教授|博士|先生|大臣|相\\Z|知事|監督|選手|代表|議員|・"
)
_TELLING: Final = frozenset(("c:say", "c:announce", "c:claim", "c:criticise", "c:praise"))
_CLOSE: Final = 0.6
_ENOUGH: Final = 0.4
_FOREIGN_WORD: Final = 0.4
_LEAST_SHARED: Final = 2
_QUOTED: Final = re.compile("「([^「」]{4,})」")
_WORDS_WEIGH: Final = 12.0
_SPEECH_WEIGHS: Final = 1.0
_LEAD: Final = 3


_SPEAKERS: Final = re.compile(
    "(?:さん|氏|先生|教授|社長|会長|代表|知事|市長|町長|大臣|[一-龠]長|長官|議員|頭取|判事|弁護士|医師|研究員|役員|取締役|専務|常務|監督|選手|CEO|CTO|CFO|広報)(?:は|が)"
)
"""Where two speak, who said which is not told apart here."""


def attribution_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for the one whom a line makes the speaker, or the one meant, in another's place."""
    if len(_SPEAKERS.findall(sight.line.text)) > 1:
        return
    for who, start, end, reported in _claimed(sight.line.text):
        names = _known_names(who, sight)
        lead = "\n".join(one.text for one in sight.statements[:_LEAD])
        person = bool(_PERSON.search(who))
        if not names:
            continue
        told = _told_at(sight, (start, end), 1 if reported else _LEAST_SHARED)
        if _SO.match(sight.line.text) and sight.before:
            told = [sight.before[0]]
        if (
            not person
            and _named_in(names, lead)
            and not (reported and all(map(names_its_speaker, told)))
        ):
            continue
        if not reported and _does_it(names, (start, end), sight):
            continue
        if reported and told:
            told = [one for one in told if speaks(one)] if speaks(told[0]) else []
        if _tells_it(names, sight):
            told = [one for one in told if names_its_speaker(one)]
        if told and not any(_named_in(names, around(one, sight.statements)) for one in told):
            yield Doubt("speaker", who, told[0].text, "記事では別の人の話")
            return


_ITSELF: Final = re.compile(
    r"[^、。\s]{1,16}の(?P<ja>[^、。\s]{1,16}?)です|(?:\A|[、。])(?P<own>[^、。\sのはがを]{1,16}?)です(?=[。、!])|"
    r"\b(?P<en>[A-Z][a-z]+) here\b|\b(?:I'm|I am|[Tt]his is|[Mm]y name is) (?P<me>[A-Z][a-z]+)"
)
_OPENING: Final = 4


def _tells_it(names: tuple[frozenset[str], ...], sight: Sight) -> bool:
    """Whether it is he who tells the whole article: ガジェット部屋のリョウです; Dana here."""
    opening = sight.statements[:_OPENING]
    selves = [found for one in opening for found in _ITSELF.finditer(one.text)]
    return any(
        _named_in(names, next(filter(None, found.groups()))) for found in selves
    )  # fmt: skip


def _claimed(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Whom a line names, where it does, and whether for what he says: (who, start, end, said).

    What follows a cleft (引っぱったのはAで、Bも加わった) is another claim.
    """
    if (cleft := _CLEFT.match(text)) and not _FIGURE.search(cleft["who"]):
        yield (
            cleft["who"],
            cleft.start("who"),
            len(text),
            bool(_QUOTING.search(cleft["told"]) or _SO.match(text)),
        )
        return
    if _QUOTING.search(text):
        for match in _SPEAKER.finditer(text):
            yield match["who"], *match.span("who"), True


def _does_it(names: tuple[frozenset[str], ...], left_out: tuple[int, int], sight: Sight) -> bool:
    """Whether some sentence that names him tells the same deed: (車体を)造る."""
    deeds = {one.key for one in sight.line.predications if one.end <= left_out[0] + 1}
    return any(
        _named_in(names, place.text) and deeds & {one.key for one in place.predications}
        for place in sight.statements
    )


def _known_names(who: str, sight: Sight) -> tuple[frozenset[str], ...]:
    """For each proper name in a phrase, every way in which the article may write it.

    Of 東信索道の桑原社長 only the man's own name, where he has one.
    """
    head = who.rpartition("の")[2] if _PERSON.search(who) else who
    own = tuple(_spelled(head, sight))
    if not own and _HEAD.fullmatch(head) and as_titled(head, sight.names.text):
        return (frozenset((head[:2],)),)
    return own or tuple(_spelled(who, sight))


def _spelled(phrase: str, sight: Sight) -> Iterator[frozenset[str]]:
    for part in sorted(persons(phrase)):
        proper = any(
            is_proper(word) and (word.surface in part or part in word.surface)
            for word in sight.line.words
        )
        spelled = sight.names.spelled(part) if proper else ""
        if spelled:
            family = {
                word.surface for word in sight.line.words
                if word.pos2 == "人名" and len(word.surface) > 1 and part.startswith(word.surface)
            }  # fmt: skip
            ways = {spelled, part, *family, *equals(part), *sight.names.spellings(part)}
            yield frozenset(way.lower() for way in ways)


def _named_in(names: tuple[frozenset[str], ...], text: str) -> bool:
    lower = text.lower()
    return any(way in lower for ways in names for way in ways)


def _told_at(sight: Sight, left_out: tuple[int, int], least: int) -> list[Statement]:
    """The sentences that tell most of the line but for a part of it; none for a guess.

    least: how many words or amounts they must share.
    """
    start, end = left_out
    keys = {
        sight.key(term.key) for term in sight.line.terms
        if term.key not in _TELLING and not (start <= term.start < end)
    }  # fmt: skip
    scored = [(_score(keys, one, sight), one) for one in sight.statements if not one.weak]
    best = max((score for score, _ in scored), default=0.0)
    whole = sum(_worth(key, sight) for key in sorted(keys)) or 1.0
    first = max(scored, key=lambda pair: pair[0], default=(0.0, None))[1]
    if first is None or best < _ENOUGH * whole or _count(keys, first, sight) < least:
        return []
    ranked = sorted(scored, key=lambda pair: (-pair[0], pair[1].at))
    return [one for score, one in ranked if score >= _CLOSE * best]


def _worth(key: str, sight: Sight) -> float:
    """What a word of the line weighs; one that the article never uses, little."""
    known = any(key in one.keys for one in sight.statements)
    return sight.weights.get(key, 1.0) if known else _FOREIGN_WORD


def _score(keys: set[str], place: Statement, sight: Sight) -> float:
    score = sum(_weigh(key, place, sight) for key in sorted(keys))
    score += 3.0 * sum(any(same(mine, one) for one in place.amounts) for mine in sight.line.amounts)
    score += sum(
        any(agree(mine, one, sight.today) for one in place.moments) for mine in sight.line.moments
    )
    said = [match[1] for match in _QUOTED.finditer(sight.line.text)]
    score += _SPEECH_WEIGHS * (bool(said) and not place.words and quotes_english([place.text]))
    return score + _WORDS_WEIGH * any(words in place.text for words in said)


def _weigh(key: str, place: Statement, sight: Sight) -> float:
    weight = sight.weights.get(key, 1.0)
    if key in place.keys:
        return weight
    near = akin(key[2:]) | opposites(key[2:])
    return 0.6 * weight if any(f"c:{one}" in place.keys for one in near) else 0.0


def _count(keys: set[str], place: Statement, sight: Sight) -> int:
    shared = len(keys & place.keys)
    shared += sum(any(same(mine, one) for one in place.amounts) for mine in sight.line.amounts)
    said = any(match[1] in place.text for match in _QUOTED.finditer(sight.line.text))
    return shared + _LEAST_SHARED * said
