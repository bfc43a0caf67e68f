"""Which of two is more: on what scale, which way, and beside what.

「速さはH100を2割下回った」 and "slipped to 390 from 420" are both told as one thing standing
above or below another on a scale.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.order import PAST, Order, keys_in
from broadcaster.writing.facts.claims.orders_english import english_orders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.japanese import Word
    from broadcaster.writing.facts.claims.statements import Statement

_WAYS: Final = (
    ("speed", +1, "速[いくかさ]|素早|早かった"),
    ("speed", -1, "遅[いくか]|時間がかか|のろ|ゆっくり"),
    ("heat", +1, "暑[いくか]|暖か|熱[いくか]"), ("heat", -1, "寒[いくか]|涼し|冷た|ひんやり|冷え"),
    ("price", -1, "安[いくか]|割安|手頃|手ごろ|お得|リーズナブル"), ("price", +1, "割高"),
    ("length", +1, "長[いくか]"), ("length", -1, "短[いくか]"),
    ("weight", +1, "重[いくか]"), ("weight", -1, "軽[いくか]"),
    ("size", +1, "大き[いくか]|広[いくか]"), ("size", -1, "小さ[いくか]|狭[いくか]"),
    ("", +1, "上回|超え|追い抜(?!か)|抜[い]|しの[いぐ]|凌|多[いくか]|高[いくか]|増え|増し|伸び"),
    ("", +1, "たっぷり|豊富|豊か|上がっ|勝[っちつ]|アップ|下ら?ない|上(?=なの|だ|で|に|。|\\Z)"),
    ("", -1, "下(?=なの|だ|で|に|。|\\Z)|劣り"),
    ("", -1, "下回|少な[いくか]|低[いくか]|減[っりら]|落ち込|下がっ|乏し|劣っ|劣る"),
    ("", -1, "割り込|負け|ダウン|抜か[れさ]|追い越され|水をあけられ"),
    ("", -1, "届か[なず]|及ば[なず]|届きませ|及びませ|控えめ"),
)  # fmt: skip
_NOUNS: Final = (
    ("speed", "速さ|速度|スピード"), ("heat", "気温|水温|温度|室温"),
    ("price", "値段|価格|料金|費用|コスト"),
    ("length", "長さ|距離|期間|寿命"), ("weight", "重さ|重量"),
    ("size", "大きさ|広さ|面積"),
)  # fmt: skip
_THAN: Final = re.compile(
    "(?P<than>[^、。はがも]{1,40}?)(?:のほう|の方)?"
    "(?:より(?!も?(?:以前|前|先|新し|古い|上の|下の))も?|[にと]比べ(?:て|ると)?|"
    "を(?=[^、。をが]{0,8}?(?:上回|下回|超え|抜|しの|凌|割り込))|"
    "には?、?(?=[^、。をが]{0,6}?(?:届か[なず]|届きませ|及ば[なず]|及びませ|勝[っちつ]|負け|劣[らっりる]|(?:追い)?抜か[れさ]|追い越され|水をあけられ)))"
)
_TIMES: Final = re.compile(
    r"(?P<than>[^、。はがも]{1,40}?)の(?:約|およそ|ざっと|ほぼ)?(?P<times>[\d.]+)倍"
)
_BRACKETS: Final = re.compile(r"\([^()]{0,60}\)|[「」『』]")
_GROWS: Final = re.compile(
    "伸び|[えりれ]方|幅|差|額|数|率|割合|得点|点|効果|影響|被害|損害|負担|需要|供給|売り?上げ?|赤字|黒字|利益|損失|"
    "落ち込み|減少|増加|変化|変動|リスク|危険|貢献|不安|不満|期待|反響|消費|揺れ|円安|円高|値上がり|値下がり"
)
"""Of a growth, a number or an effect large is only more."""
_THE_PAST: Final = re.compile(
    "去年|昨年|前年|前の(?:年|期|月|週|日|四半期)|昨季|前期|前回|先月|前月|昨シーズン|一昨年|前四半期|これまで"
)
_SIDE: Final = re.compile("(?P<of>[^、。「」はがも]{1,24}?)(?:のほう|の方)が")
_POINTED: Final = re.compile(
    r"[一-龠][いかくぁ-ん]{1,6}の[はが]、?(?P<of>[^、。「」]{2,24}?)の?(?:ほう|方)"
    r"(?=なの|だ|で|。|、|\Z)"
)
"""速かったのはクラウド版のほう."""

_FALLS: Final = re.compile("減っ|減り|減[らる]|落ち込|下がっ")
_DENIED: Final = re.compile("[ぁ-ん]{0,2}(?:ない|なかっ|ませ|ずに|ず、|わけじゃ|わけでは)")
_REACH: Final = 30
_LED: Final = 2


def orders(statement: Statement) -> tuple[Order, ...]:
    """Every comparison that a sentence makes with something named."""
    return tuple(_japanese(statement) if statement.words else english_orders(statement))


def _japanese(one: Statement) -> Iterator[Order]:
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), one.text)
    yield from _multiples(one, text)
    for match in _THAN.finditer(text):
        way = _way(text, match.end()) or _simply_more(text, match)
        if not way or _more_of_a_fall(one, match, way):
            continue
        scale, sign, end = way
        side = _SIDE.search(text, match.end(), end) or _SIDE.search(text, 0, match.start())
        start = _whole(one, match.start("than"))
        than = keys_in(one, start, match.end("than"))
        of = keys_in(one, *side.span("of")) if side else _but(one, start, match.end("than"), end)
        if _THE_PAST.search(match["than"]):
            than = than | {PAST}
        if than:
            yield Order(scale, sign, than, of - than, text)
    for match in () if _THAN.search(text) else _SIDE.finditer(text):
        if way := _way(text, match.end()):
            yield _one_sided(one, way, match, text)
    for match in _POINTED.finditer(text):
        if way := _way(text, match.start()):
            yield _one_sided(one, way, match, text)


def _one_sided(one: Statement, way: tuple[str, int, int], side: re.Match[str], text: str) -> Order:
    """金額の落ち込みの方が大きい: beside what, only the rest of the sentence tells."""
    of = keys_in(one, *side.span("of"))
    return Order(way[0], way[1], frozenset(), of, text, _but(one, *side.span("of"), len(text)) - of)


def _simply_more(text: str, match: re.Match[str]) -> tuple[str, int, int] | None:
    """AのほうがBより空気を冷やした: whatever it did, it did more of it."""
    sided = "より" in match[0] and _SIDE.search(text, 0, match.start())
    return ("amount", +1, len(text)) if sided else None


def _more_of_a_fall(one: Statement, match: re.Match[str], way: tuple[str, int, int]) -> bool:
    """朝に歩くより下がった is a greater fall, and says nothing of which is lower."""
    past = _THE_PAST.search(match["than"]) or any(
        match.start("than") <= moment.start < match.end("than") for moment in one.moments
    )
    return not past and "より" in match[0] and bool(_FALLS.search(one.text, match.end(), way[2]))


def _multiples(one: Statement, text: str) -> Iterator[Order]:
    """女性は男性の3.6倍: a multiple stands above what it is a multiple of."""
    for match in _TIMES.finditer(text):
        start, end = _whole(one, match.start("than")), match.end("than")
        than = keys_in(one, start, end)
        if _THE_PAST.search(match["than"]) or not than:
            continue
        sign = 1 if float(match["times"].strip(".") or 0) > 1 else -1
        yield Order(_scale(text[:start]), sign, than, _but(one, start, end, end) - than, text)


def _whole(one: Statement, start: int) -> int:
    """Where a phrase starts that a verb or a 、 cuts: (ライバル、)スクログ, (Aが)作ったB."""
    at = next((at for at, word in enumerate(one.words) if word.start >= start), 0)
    if at < _LED or one.words[at].start != start:
        return start
    mark, before = one.words[at - 1].surface, one.words[at - 2]
    led = (mark == "が" and one.words[at].pos == "動詞") or (mark == "、" and _names(before))
    if not led:
        return start
    text = one.text
    return max(text.rfind(sign, 0, before.start) for sign in "、。はがも") + 1


def _names(word: Word) -> bool:
    return word.pos == "名詞" and word.pos1 not in ("非自立", "副詞可能", "接尾", "数")


def _but(one: Statement, start: int, stop: int, end: int) -> frozenset[str]:
    """The keys of a sentence up to an end, but for a phrase of it."""
    return keys_in(one, 0, start) | keys_in(one, stop, end)


def _way(text: str, start: int) -> tuple[str, int, int] | None:
    """The first word after a place that says which way: its scale, sign and end."""
    stop = min(at for at in (text.find("。", start), start + _REACH, len(text)) if at >= 0)
    found = [
        (match.start(), match.end(), scale, sign)
        for scale, sign, words in _WAYS if (match := re.search(words, text[:stop][start:]))
    ]  # fmt: skip
    if not found:
        return None
    at, end, scale, sign = min(found)
    end += start
    negated = not re.search("届|及", text[start + at : end]) and _DENIED.match(text, end)
    if scale == "size" and _GROWS.search(text, 0, start + at):
        scale = ""
    return scale or _scale(text[:end]), -sign if negated else sign, end


def _scale(before: str) -> str:
    """The scale that a noun names last: 速さは…を下回った."""
    last = [(match.end(), name) for name, nouns in _NOUNS for match in re.finditer(nouns, before)]
    return max(last, default=(0, "amount"))[1]
