"""How far a number holds: at least, under, at most, up to, about."""

from __future__ import annotations

import re
from typing import Final

LOW: Final = "low"
UNDER: Final = "under"
HIGH: Final = "high"
UPTO: Final = "upto"
NAMES: Final = {LOW: "以上", UNDER: "未満", HIGH: "以下・最大", UPTO: "まで", "": "ちょうど"}
"""How the operator hears of a bound."""

BY_SO_MUCH: Final = (
    "(?:(?:ほんの)?(?:少し|ちょっと|わずか|かすか)(?:だけ|に)?|大き?く|大幅に|やや|はるかに|かなり|ずっと|"
    "軽く|楽に|ぎりぎり)?"
)
_CANNOT: Final = r"[^、。\d]{0,6}(?:使え|でき|動け|会え|乗れ|入れ|出られ|られ|なくな|待た)"
"""10人もいない is fewer; 6か月も使えない is as long."""

_OF_THEM: Final = "(?:とき|時|ところ|所|人|日|もの|場合|方)(?:で(?:も|は)?|には|は|だと)?"
_BEFORE: Final = {
    "about": (
        r"約|およそ|おおよそ|ほぼ|ざっと|だいたい|大体|推定|ほとんど|(?<!never )(?<!not )about|"
        r"around|roughly|approximately|some|"
        r"nearly|almost|an estimated"
    ),
    LOW: (
        r"最低(?:でも|で)?|最小(?:でも|で)?|少なくとも|"
        r"(?:少な|短|早|軽|安|低|若|小さ|狭|弱|近|浅)く(?:ても|とも)|"
        r"(?<![がほど])(?:少な|短|早|軽|安|低|若)くて(?!、)|"
        r"下限は?|at least|no fewer than|no less than|a minimum of|minimum of|"
        r"more than|(?:long|larg|high|great|old|bigg|heavi|tall)er than|"
        r"(?:start|begin)(?:s|ing)? (?:at|from)|(?:costs?|priced) from|from as little as|"
        r"over|above|exceed(?:s|ed|ing)?|upwards of|"
        rf"(?:少な|短|低|狭|浅|早|軽|小さ|弱|安|近|若)い{_OF_THEM}"
    ),
    UNDER: (
        r"(?:versions?|builds?|releases?|editions?)(?: [a-z]+)? "
        r"(?:before|prior to|older than|earlier than)|"
        r"less than|(?:short|small|low|young|light)er than|under|below|fewer than"
    ),
    HIGH: (
        r"(?:多|長|高|重|大き|強|広|深|遠|暑|厚)(?:ければ|く(?:ても|とも))|"
        r"(?<![がほど])(?:多|長|高|重|大き|広|深)くて(?!、)|"
        r"遅くとも|遅くて(?:も)?|"
        r"最悪(?:で|だと|の場合)?|どんなに[^、。\d]{1,8}(?:も|たって)|最大(?:でも|で)?|"
        r"最高(?:でも|で)?|最長(?:で)?|最多(?:で)?|上限は?|at most|up to|"
        r"as many as|as much as|a maximum of|no more than|maximum of|no later than|within|"
        rf"(?:多|長|高|広|深|速|遅|重|大き|強|暑|遠)い{_OF_THEM}"
    ),
}
_AFTER: Final = {
    "over": (
        r"余り|あまり|ちょっと(?!前)|少々|強(?![いくかさまめっ者化制力気調豪])|と(?:少し|ちょっと)(?!だけ)"
    ),
    "near": r"近[くい]|弱(?![いくかさまめっ者火])",
    "about": r"前後|程度|ほど|くらい|ぐらい|ごろ|もの",
    LOW: (
        r"(?:か|と|や|および|または)、?それ(?:以上|以降|より(?:も)?(?:上|高|多|長|大き|重|新し|後))|"
        r"より(?:も)?(?:高|多|長|大き|重|新し|後|遅|深|広|暑|熱|遠|速)|and (?:over|above|older|up)|"
        r"or (?:more|later|newer|longer|older|above|over|up|upwards|higher|larger|greater|heavier)|"
        r"以上|以降|超(?!え)|超え(?=[の、。]|\Z)|を(?:少し)?超え|をこえ|"
        rf"を{BY_SO_MUCH}(?:上回|突破)|(?<=[歳年月間分日])を過ぎ|を(?:下回|切)(?:ら|ること(?:は|が)?な)|"
        r"(?:は|が|を)(?:保証|確保(?!し(?:て|た|まし)|でき|済)|約束)|から(?=の|で|な[のん]|だ|"
        r"(?:使|利用|参加|借|入|応募|登録|乗|買|購入|申し込)[ぁ-ん]{0,3}(?:る|ます|OK)|対象|OK)"
    ),
    UNDER: (
        r"より(?:も)?(?:安|少な|低|短|小さ|軽|古|前|若|早|浅|狭|寒|手前)(?!と、?[\d.]{1,8}(?:そのもの|自体|自身))|"
        rf"も(?![たつとらうっち]|{_CANNOT})(?=[^、。\d]{{0,9}}(?<!少)(?:ない|なかっ|なく|なそう|ません|ず))|"
        r"(?<!少)ない(?=[のん。、]|\Z|です|くらい|ほど)|"
        r"未満|足らず|"
        r"に(?:は|も)?(?:満たな|届[いか]|及ば|達し(?:な|てい?な|てお))|"
        r"に(?:は|も)?(?:なら|なって(?:い)?)な|"
        rf"を{BY_SO_MUCH}(?:下回|割り込|割(?=[るっ])|切(?=[るっ]))"
    ),
    HIGH: (
        r"(?:or|and) (?:less|fewer|lower|below|earlier|under|younger|smaller|lighter|shorter)|"
        r"以下|以内|以前|"
        r"(?:か|と|や|および|または)、?それ(?:以下|以前|より(?:も)?(?:下|低|少な|短|小さ|軽|古|前))|"
        r"より(?:も)?(?:前|古い)(?:の?[ぁ-んァ-ヴー一-龠]{1,5})?と、?[\d.]{1,8}(?:そのもの|自体|自身)|"
        r"(?:まで)?(?:が|を|の)(?:上限|限度)|まで(?:で|に)(?:抑え|収め|とど|限)|を超えな"
    ),
    UPTO: (
        r"まで(?!(?:は|が)?(?:確保|集ま|進|済|完成|完了|終わ|仕上|こぎ着|こぎつ|積み上|そろ|揃|戻|迫|届)|"
        r"に?(?:減|下が|落ち|縮|下げ|増|上が|伸び|達|膨|回復|引き|延ば|広が|高ま|低))"
    ),
}
_HEAD: Final = re.compile(
    rf"(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _BEFORE.items())})[、\s]?\Z",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    rf"\s?(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _AFTER.items())})"
)
_OVER: Final = re.compile(r"\bover\s(?:the (?:past|last|next) )?\Z", re.IGNORECASE)
_LOOKS_BACK: Final = 18
_MOST_AFTER: Final = 2
_MOST_BEFORE: Final = 3


def bound_of(text: str, start: int, end: int, *, lasting: bool) -> tuple[str, bool]:
    """The bound of a number at text[start:end], and whether it is said to be about so much.

    lasting: it is a length of time, which "over three years" does not bound. The 弱 and 強 of an
    earthquake are part of its number.
    """
    before = text[max(0, start - _LOOKS_BACK) : start]
    if before.endswith("震度"):
        return text[end : end + 1].strip("のでを"), False
    after, about = _after(text, _past_the_counter(text, end))
    bound, nearly = _before(before)
    if lasting and _OVER.search(before):
        bound = ""
    return after or bound, about or nearly


_SOFT: Final = {"over": LOW, "near": UNDER, "about": ""}
"""400あまり is about 400, and no less; 4ドル弱 is about 4, and less."""


_COUNTER: Final = re.compile("[一-龠]|(?<=増)し|(?<=引)き")
_LONGEST_COUNTER: Final = 3


def _past_the_counter(text: str, end: int) -> int:
    """140光年あまり: the bound stands behind a counter that is no unit of ours."""
    for at in range(end, end + _LONGEST_COUNTER + 1):
        if _TAIL.match(text, at):
            return at
        if not _COUNTER.match(text, at):
            break
    return end


def _after(text: str, at: int) -> tuple[str, bool]:
    bound, about = "", False
    for _ in range(_MOST_AFTER):
        tail = _TAIL.match(text, at)
        if not tail:
            break
        name = tail.lastgroup or ""
        about = about or name in _SOFT
        bound = bound or _SOFT.get(name, name)
        at = tail.end()
    return bound, about


def _before(text: str) -> tuple[str, bool]:
    bound, about = "", False
    for _ in range(_MOST_BEFORE):
        head = _HEAD.search(text)
        if not head:
            break
        name = head.lastgroup or ""
        about, bound = about or name == "about", bound or (name if name != "about" else "")
        text = text[: head.start()]
    return bound, about
