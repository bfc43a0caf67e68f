"""What a sentence says of something: done or planned, sure or not, so or not so.

A predication is a word of content with what follows it up to the next one: 値上げ(を検討している),
公開(していない). English ones are in `english`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.japanese import Word

PAST: Final = "past"
GOING: Final = "going"
OPEN: Final = "open"

PLANNED: Final = "planned"
POSSIBLE: Final = "possible"
WEIGHED: Final = "weighed"
DECIDED: Final = "decided"


@dataclass(frozen=True, slots=True)
class Predication:
    """key: the concept or word that is said. text: the piece of the sentence that says it.

    tense: past, going, open (not yet or always) or empty. certainty: planned, possible, weighed,
    decided or empty. subjects: who, as far as は and が tell. last: nothing is said after it.
    """

    key: str
    text: str
    start: int
    end: int
    negated: bool = False
    tense: str = ""
    certainty: str = ""
    passive: bool = False
    subjects: tuple[str, ...] = ()
    last: bool = False


_NOT_NEGATIVE: Final = re.compile(
    r"かもしれな[いくか]っ?|かもしれませ[んず]|に違いな[いく]|に違いありませ|なけれ?ばなら(?:な[いく]|ず|ませ)|"
    r"なくてはなら(?:な[いく]|ませ)|しかな[いく]|しかありませ|だけでな[いく]|だけじゃな[いく]|ばかりでな[いく]|では?ないか|じゃないか|のではな[いく]か|"
    r"少なくとも|間もなく|まもなく|せざるを得な|すくな|少な|はず|まず|必ず|わけな?のだ|残念なく"
)
_NEGATIVE: Final = re.compile(
    r"な(?:い|かっ|く(?:て|な|、|も|は|\Z|[一-龠])|さそう|し(?=[。、!]|\Z))|ませ[んぬ]|ず(?=に|、|と|で|\Z|[一-龠])|"
    r"ぬ(?=[。、])|とは限ら|を避け|を断|を拒|を見送|は見送|を中止|できず|わけじゃ|ことはな"
)
_HEARSAY: Final = re.compile(
    r"んだって|んだそう|だそう|とのこと|そうなのだ|そうです|そうだ|ということ|という|と伝え|によ[るり]と?"
)
_LIKELY: Final = re.compile(r"[いきしちにひみりぎじびけせてねめれべさえげ]そう(?!した|いう|すると)")
_POSSIBLE: Final = re.compile(
    r"可能性|かもしれ|てもいい|てもよい|恐れ|おそれ|見通し|見込|みられ|見られ|とされ|らしい|ようだ|ようです|だろう|でしょう|考えられ|"
    r"と予想|と予測|推定|とみて|と見て|との見方|という見方|かねない|疑い|しれない|うる(?=[。、])|という声|との声|との指摘|んじゃないか|と思[わうっい]|はずだ|はずです|はずな|になりそう"
)
_WEIGHED: Final = re.compile(
    r"検討|協議|議論|模索|交渉|調整中|話し合|未定|結論は出て|たい考え|を提案|出そうか|しようか|うかと|かどうか|ことも考え|検討中|視野"
)
_PLANNED: Final = re.compile(
    r"予定|計画|方針|つもり|目指|目標|ねらい|狙い|考えだ|考えで|考えを|意向|構え|へ\Z"
)
_DECIDED: Final = re.compile(r"決め|決定|決ま|確定|合意|正式に|確実|必ず|間違いな")
_VERBAL: Final = re.compile(
    r"(?:[をはもがに]|とも)?(?:まだ|もう|すでに|正式に)?"
    r"(?:し[たてなまよ、]|する|せず|すれ|され|さ[せれ]|でき|行[わっいう]|おこな|予定|検討|決[めま定]|計画|方針|目指|見込|見通|中[だでのな。]|か[もど]|へ\Z|可能性|しない|する|し\Z|ずみ|済み|見送|避け|断[っわる]|拒)"
)
_EXISTS: Final = re.compile(
    r"(?:[はがも]|など[はがも]|とか[はがも]|(?=あり|な[いくか]))(?:まだ|もう|ほとんど|特に)?(?:あ[るりっれ]|な[いくかし]|ありませ|い[たるなま]|出て|起[きこ]|みられ|見られ|報告|確認|生じ)"
)
_COPULAR: Final = re.compile(
    r"(?:だ(?!け)|です|でし|なの|である|で?は?な[いかく]|では|じゃ|だっ|でも?あ)"
)
_CONDITION: Final = re.compile(
    r"[ぁ-ん]{0,5}?(?:[ただ]ら|[れけせえてめべねげ]ば|なら(?!な))(?!な)|[ぁ-ん]{0,2}(?:には|のに|ために)|[ぁ-ん]{0,4}かどうか"
)
"""If it were so, in order to, whether: nothing is claimed."""

_PASSIVE: Final = re.compile(r"\A(?:を|が|は)?(?:さ?れ|られ)")


def of_tail(
    key: str,
    head: tuple[int, int],
    tail_end: int,
    sentence: str,
    words: Sequence[Word],
    *,
    verb: bool,
) -> Predication | None:
    """The predication of a Japanese head and what follows it; None where it is only named."""
    start, end = head
    raw = sentence[end:tail_end]
    if _CONDITION.match(raw):
        return None
    tail = re.sub(r"\A([はがも])[、\s]", r"\1", raw)
    if not verb and not (_VERBAL.match(tail) or _EXISTS.match(tail) or _COPULAR.match(tail)):
        return None
    heard = _HEARSAY.sub("、", tail)
    certainty = _certainty(tail, heard)
    return Predication(
        key=key,
        text=sentence[start:tail_end].strip("、。!? "),
        start=start,
        end=tail_end,
        negated=denied(tail),
        tense=_tense(tail, words, end),
        certainty=certainty,
        passive=bool(_PASSIVE.match(tail)),
    )


def _certainty(tail: str, heard: str) -> str:
    if _WEIGHED.search(tail):
        return WEIGHED
    if _DECIDED.search(tail):
        return DECIDED
    if _POSSIBLE.search(tail) or _LIKELY.search(heard):
        return POSSIBLE
    return PLANNED if _PLANNED.search(tail) else ""


_MODAL: Final = re.compile(
    r"予定|計画|方針|見込|見通|可能性|検討|考え|決[めま定]|目指|つもり|とみ|とさ|と予|はず|恐れ|おそれ|へ\Z"
)


_OPEN_TAIL: Final = re.compile(r"る|ます|ない|うと|[うくぐすつぬぶむ](?=[。、!]|の|\Z)")
_ENDS_OPEN: Final = tuple("うくぐすつぬぶむる")


def _tense(tail: str, words: Sequence[Word], offset: int) -> str:
    """past, going or open, of the event itself: 公開される予定だった is open."""
    modal = _MODAL.search(tail)
    ends = offset + (modal.start() if modal else len(tail))
    past = any(word.ctype == "特殊・タ" and offset <= word.start < ends for word in words)
    if re.search(
        r"て(?:い[るたなまく]|る|た(?![い])|お[りる])|中(?:だ|で|なの|の)", tail[: ends - offset]
    ):
        return GOING
    if past:
        return PAST
    verbal = tail[:1] in _ENDS_OPEN or _OPEN_TAIL.search(tail)
    return OPEN if modal or verbal else ""


def certainty_in(sentence: str) -> frozenset[str]:
    """Every certainty that words of a Japanese sentence give to anything."""
    heard = _HEARSAY.sub("、", sentence)
    marks = (
        (POSSIBLE, bool(_POSSIBLE.search(sentence) or _LIKELY.search(heard))),
        (WEIGHED, bool(_WEIGHED.search(sentence))),
        (PLANNED, bool(_PLANNED.search(sentence))),
        (DECIDED, bool(_DECIDED.search(sentence))),
    )
    return frozenset(name for name, found in marks if found)


def denied(sentence: str) -> bool:
    """Whether the grammar of a Japanese sentence denies anything."""
    return bool(_NEGATIVE.search(_NOT_NEGATIVE.sub("", sentence)))
