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
    attributive: it only says which (参加した人), or 〜のは: taken for granted, not claimed.
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
    attributive: bool = False


_NOT_NEGATIVE: Final = re.compile(
    r"ない(?:と|では)(?:いけな[いく]|なら(?:な[いく]|ず))|なけれ?ば(?:いけな[いく]|だめ|ダメ)|な(?:きゃ|くちゃ|くては)(?:いけな[いく]|なら(?:な[いく]|ず)|だめ|ダメ)?|"
    r"(?<=[がではもに、])なくな[るりっられ]|かもしれ(?:な[いくか]っ?|ませ[んず]|ず)|に違いな[いく]|に違いありませ|なけれ?ばなら(?:な[いく]|ず|ませ)|"
    r"なくてはなら(?:な[いく]|ませ)|な(?:い|く)とは(?:言|い|言い切|限)[ぁ-ん]?な[いかく]っ?|しかな[いく]|しかありませ|だけでな[いく]|だけじゃな[いく]|ばかりでな[いく]|では?ないか(?!ら)|じゃないか(?!ら|っ)|のではな[いく]か|"
    r"少なくとも|間もなく|まもなく|せざるを得な|すくな|少な|はず|まず|必ず|わけな?のだ|残念なく|(?:問題|滞り|支障|ほど|まも|異常)なく"
)
_NEGATIVE: Final = re.compile(
    r"な(?:い|かっ|く(?:て|な|、|も|は|\Z|[一-龠ァ-ヶ])|さそう|し(?=[。、!]|\Z))|ませ[んぬ]|ず(?=に|、|と|で|\Z|[一-龠])|"
    r"ぬ(?=[。、])|とは限ら|[をは]避け|[をは]断(?!定|言)|[をは]拒|[をは]見送|[をは]中止|[をは]控え|できず|わけじゃ|ことはな|持ち越|先送り|"
    r"(?:ちゃ|ては|じゃ|では)、?(?:だめ|ダメ|駄目|いけな|ならな)|不要(?!不急)|対象外|未定|無理(?=だ|で[しす]|なの|。)|"
    r"(?:非|未)(?:対応|公[開表]|発表|搭載|実装|導入|参加|加入|確認|完成|使用|解決|承認)"
)
_HEARSAY: Final = re.compile(
    r"(?<=た)いそう(?=[なだで])|んだって|んだそう|だそう|とのこと|(?<![きしちにひみりぎじびけせてねめれべさえげ])(?:そうなのだ|そうです|そうだ)|ということ|という|と伝え|によ[るり]と?"
)
_LIKELY: Final = re.compile(r"[いきしちにひみりぎじびけせてねめれべさえげ]そう(?!した|いう|すると)")
_POSSIBLE: Final = re.compile(
    r"可能性|かもしれ|恐れ|おそれ|見通し|見込|とみられ|と見られ|とされ|らしい|ようだ|ようです|だろう|でしょう|考えられ(?!ていた)|みたい[だなで]|っぽい|"
    r"[とがを]予想|[とがを]予測|推定|とみて|と見て|との見方|という見方|[はがも]み(?=てい|る)|かねない|疑い|容疑|しれない|[りえ]うる|あり得る|んじゃないか|と思[わうっい]|はずだ|はずです|はずな|になりそう"
)
_WEIGHED: Final = re.compile(
    r"てほし[いく]|べきだ|べきと|検討|協議|議論|模索|交渉|調整中|話し合|未定|結論は出て|たい考え|を提案|出そうか|しようか|うかと|(?:案|こと)[をも]考え|検討中|視野|選択肢|可否|是非を"
)
_PLANNED: Final = re.compile(
    r"予定|計画|方針|つもり|たい(?=そう|と|、|。|の|\Z)|目指|目標|ねらい|狙い|考えだ|考えで|考えを|意向|構え|へ\Z"
)
_DECIDED: Final = re.compile(r"決め|決定|決ま|確定|合意|正式に|確実|必ず|間違いな")
_VERBAL: Final = re.compile(
    r"(?:と(?:する|し|は)|に[はも]?至[らっ]|に(?:なる|なっ|なり|なら|は?なら))|(?:[をはもがに]|とも)?(?:まだ|もう|すでに|正式に|今回[はも]?|当面[はも]?|しばらく|当分|一切|全く|まったく|ほとんど|特に|(?:今|現時点)のところ|現時点では|年内に|来年)?"
    r"(?:し[たてなまよ、]|する|せず|すれ|され|さ[せれ]|でき|行[わっいう]|おこな|予定|検討|決[めま定]|計画|方針|目指|見込|見通|中[だでのな。]|か[もど]|可能性|しない|する|し\Z|ずみ|済み|見送|避け|断[っわる]|拒)"
)
_EXISTS: Final = re.compile(
    r"(?:[はがも]|など[はがも]|とか[はがも]|(?=あり|な[いくか]))(?:まだ|もう|ほとんど|特に|[1一][件人度回つ台例]も|ひとつも|一つも|誰も|だれも)?(?:あ[るりっれ]|な[いくかし]|ありませ|い[たるなま]|出て|起[きこ]|みられ|見られ|報告|確認|生じ)"
)
_COPULAR: Final = re.compile(
    r"(?:だ(?!け)|です|でし|なの|である|で?は?な[いかく]|では|じゃ|だっ|でも?あ)"
)
_CONDITION: Final = re.compile(
    r"[ぁ-ん]{0,5}?(?:[ただ]ら|[れけせえてめべねげ]ば|なら(?!な))(?!な|いけ|だめ|ダメ)|ば(?!な|いけ|だめ|ダメ)|[ぁ-ん]{0,2}(?:には|のに|ために)|[ぁ-ん]{0,4}かどうか|[ぁ-ん]{0,3}ように"
)
"""If it were so, in order to, whether: nothing is claimed."""

_NO_CLAIM: Final = re.compile(
    r"[ぁ-ん]{0,14}?、?(?:という|との|って|なんて|っていう)[^、。]{0,8}?(?:話|噂|うわさ|報道|声|指摘|質問|疑い|疑問|不安|懸念)"
    r"|(?:[ぁ-ん]{0,4}(?:の|ん)|だけ)?(?:では|じゃ)なく(?!な)"
    r"|[ぁ-ん]{0,5}?(?:とは|なんて)[^。]{0,20}?(?:思|予想|考え|知)[^。]{0,4}な|[^、。]{0,10}?[?？]"
)
"""What is asked, rumoured or was not thought of is not claimed."""

_HEARD: Final = frozenset(("報道", "うわさ", "噂", "声", "指摘", "疑問"))

_PROHIBITED: Final = re.compile(
    "[ぁ-ん]{0,3}?(?:ちゃ|ては|じゃ|では)、?(?:だめ|ダメ|駄目|いけな|ならな)"
)
_PREFIXED: Final = frozenset("非未不")
"""非対応: the word is denied."""

_BOUNDED: Final = re.compile(r"(?:\d[^、。ぁ-ん]{0,8}|半分|[分割倍])(?:に|も|には|にも|までは?)\Z")
_FALLS_SHORT: Final = re.compile("[ぁ-ん]{0,4}な[いかく]|[ぁ-ん]{0,3}ず|[ぁ-ん]{0,4}ませ")


def _is_a_bound(sentence: str, start: int, tail: str) -> bool:
    """15メートルに届かない: a number is told, and nothing denied."""
    return bool(_FALLS_SHORT.match(tail) and _BOUNDED.search(sentence[max(0, start - 12) : start]))


_ONLY: Final = re.compile("しか[^、。]{0,16}\\Z")


def _only_before(sentence: str, start: int) -> bool:
    """3冊しか残っていない: so it is, of no more."""
    return bool(_ONLY.search(sentence[max(0, start - 24) : start]))


_SAID_SO: Final = re.compile(
    "と(?=し[たて]|する|話|述べ|語|言|明らか|明言|公表|説明|発表|主張|強調|指摘|み[るて]|見て)"
)
"""勧告できる(とした): when it was said is not when it is."""

_PASSIVE: Final = re.compile(r"\A(?:を|が|は)?(?:さ?れ|られ)")


_NONE_OF: Final = re.compile(
    r"(?:[をがは]?[ぁ-ん]{1,6}|の)(?:と?いう|との)?(?:例|形跡|事実|事例|報告|こと|話|ケース|証拠|様子|兆候|情報|動き|人)"
    r"[はも][^、。「」]{0,10}?(?:な[いかく]|ませ[んぬ]|ゼロ)"
)
"""悪用された例は確認されていない: what is said of none."""


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
    if sentence[start:end] in _HEARD or sentence.endswith("とは", 0, start):
        return None
    if _CONDITION.match(raw) or _NO_CLAIM.match(sentence, end) or _is_a_bound(sentence, start, raw):
        return None
    tail = re.sub(r"\A([はがも])[、\s]", r"\1", raw)
    nothing = _NONE_OF.match(sentence, end)
    if not verb and not (_VERBAL.match(tail) or _EXISTS.match(tail) or _COPULAR.match(tail)):
        return None
    heard = _HEARSAY.sub("、", tail)
    certainty = _certainty(tail, heard)
    return Predication(
        key=key,
        text=sentence[start:tail_end].strip("、。!? "),
        start=start,
        end=tail_end,
        negated=(denied(tail) and not _only_before(sentence, start))
        or bool(nothing)
        or bool(_PROHIBITED.match(sentence, end))
        or sentence[start - 1 : start] in _PREFIXED,
        tense=_tense(_SAID_SO.split(tail)[0], words, end),
        certainty=certainty,
        passive=bool(_PASSIVE.match(tail)),
    )


_WISHED: Final = re.compile(
    r"(?:(?:を|への)(?:[^、。「」をがは]{1,14}に|今回は?|当面)?、?(?P<asked>申請|要請|要求|求め|提案|要望|期待|申し入|呼びかけ|働きかけ|迫[りるっ])"
    r"|[をはがも](?:[^、。「」をがは]{1,14}[には]|今回は?|当面)?、?(?P<dropped>見送|断念|否定|拒[否ん]|撤回|取りやめ|中止|免れ|逃し))"
)


def wished(key: str, head: tuple[int, int], sentence: str) -> Predication | None:
    """What a noun only asks for (承認を国に申請した) or gives up (対応は今回は見送られた)."""
    start, end = head
    found = _WISHED.match(sentence, end)
    if not found:
        return None
    return Predication(
        key, sentence[start : found.end()], start, found.end(),
        negated=bool(found["dropped"]), certainty=WEIGHED if found["asked"] else "",
    )  # fmt: skip


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


_SUBORDINATE: Final = re.compile(
    "[うくぐすつぬぶむる](?:など|ほか|とともに|と同時に|一方で?|うえで?|ついでに|たびに|まで)(?=、|\\Z)"
)
"""骨折するなど、3人がけがをした: when, the main clause tells."""

_OPEN_TAIL: Final = re.compile(r"る|ます|ない|うと|[うくぐすつぬぶむ](?=[。、!]|の|\Z)")
_ENDS_OPEN: Final = tuple("うくぐすつぬぶむる")


def _tense(tail: str, words: Sequence[Word], offset: int) -> str:
    """past, going or open, of the event itself: 公開される予定だった is open."""
    if _SUBORDINATE.search(tail):
        return ""
    modal = _MODAL.search(tail)
    ends = offset + (modal.start() if modal else len(tail))
    past = any(word.ctype == "特殊・タ" and offset <= word.start < ends for word in words)
    if re.search(
        r"(?:て|(?<=ん)で)(?:い[るたてなま]|いて|る|た(?![い])|お[りる])|中(?:だ|で|なの|の)",
        tail[: ends - offset],
    ):
        return GOING
    if past:
        return PAST
    verbal = tail[:1] in _ENDS_OPEN or _OPEN_TAIL.search(tail)
    return OPEN if modal or verbal else ""


_ENDING: Final = 16
_WITHOUT: Final = re.compile("(?:ずに|ないで|なくても?)(?=[^、。はもい])")
"""駅に寄らずに変更できる: how it is done."""

_RESOLVE: Final = re.compile("(?:方針|計画|見通し|見込み|予定|考え|意向|可能性|姿勢|目標)を\\Z")


def closing(sentence: str, words: Sequence[Word]) -> Predication:
    """How a Japanese sentence ends, whatever its last word of content is."""
    bare = sentence.rstrip("。!?！？ 」』")
    start = max(bare.rfind("、") + 1, len(bare) - _ENDING, 0)
    told = bare.rfind("を", start) + 1
    if told and not _RESOLVE.search(bare, start, told):
        start = told
    tail = bare[start:]
    return Predication(
        "", tail, start, len(bare), negated=denied(_WITHOUT.sub("", tail)),
        tense=_tense(_SAID_SO.split(tail)[0], words, start),
        certainty=_certainty(tail, _HEARSAY.sub("、", tail)),
    )  # fmt: skip


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
