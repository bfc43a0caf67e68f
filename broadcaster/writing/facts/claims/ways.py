"""The words that say which way a comparison goes: on what scale, and up or down."""

from __future__ import annotations

import re
from typing import Final

_NO_NOUN: Final = "(?!率|幅|方|ペース|[がはも])"
"""伸びが小さい, 減り方が速い: a growth that is spoken of goes no way yet."""

_WAYS: Final = (
    ("speed", +1, "速[いくかさ]|素早|早[いくか](?!ら)|先に(?:ゴール|着|終わ|届)|スピーディー|手早"),
    ("speed", -1, "遅[いくか]|時間(?:が|を|も)[^、。]{0,4}(?:かか|食|取)|のろ|ゆっくり"),
    ("age", +1, "古[いくか]|年上|年長"), ("age", -1, "新し[いくか]|若[いくか]|年下|年少"),
    ("light", +1, "明る[いくか]|まぶし"), ("light", -1, "暗[いくか]"),
    ("heat", +1, "暑[いくか]|暖か|温か|熱[いくか]"),
    ("heat", -1, "寒[いくか]|涼し|冷た|ひんやり|冷え"),
    ("price", -1, "安[いくか]|割安|手頃|手ごろ|お得|リーズナブル"), ("price", +1, "割高"),
    ("length", +1, "長[いくか持も]|延び|遠くまで"), ("length", -1, "短[いくか]"),
    ("weight", +1, "重[いくか]"), ("weight", -1, "軽[いくか]"),
    ("size", +1, "大き[いくかめ]|広[いくかめ]|分?厚[いくかめみ]|太[いくか]|でか|深[いくか]"),
    ("size", -1, "小さ[いくかめ]|狭[いくかめ]|薄[いくか]|細[いくか]|コンパクト|浅[いくか]"),
    ("noise", +1, "うるさ[いくか]|騒がし"), ("noise", -1, "静か"),
    ("distance", +1, "遠[いくか]"), ("distance", -1, "近[いくか](?!ら)"),
    ("merit", +1, "よ[いくか](?!うに|ら)|良[いくか]|優れ|優秀"),
    ("merit", -1, "悪[いくか]|劣っ|劣る|劣り|見劣り"),
    ("yen", +1, "(?<![0-9万億千])円高(?![いくか])"),
    ("yen", -1, "(?<![0-9万億千])円安(?![いくか])"),
    ("win", +1, "勝[っちつ]|打ち負か"), ("win", -1, "負け|敗れ"),
    ("", +1, "上回|超え|追い抜(?!か)|抜[いくきけ](?!つ)|しの[いぐ]|凌"),
    ("", +1, f"増[えやし]{_NO_NOUN}|伸[びば]{_NO_NOUN}"),
    ("", +1, f"(?:増加|拡大|上昇){_NO_NOUN}|広が|加速|強ま"),
    ("", +1, "多[いくか]め?|たくさん|いっぱい|強[いくかめ力]|高[いくかめ]"),
    ("", +1, "たっぷり|豊富|豊か|上が[っり]|アップ|下ら?ない|上(?=なの|だ|で|に|。|\\Z)"),
    ("", -1, "下(?=なの|だ|で|に|。|\\Z)"),
    ("", -1, "鈍[いくかっりる]|減速|弱ま|和ら"),
    ("", -1, "下回|少な[いくかめ]|低[いくかめ]|弱[いくかめ]|乏し"),
    ("", -1, f"減(?:少|[っりらる]){_NO_NOUN}|落ち(?!込み[がはも])"),
    ("", -1, f"下がっ|下がり(?!方)|(?:縮小|低下){_NO_NOUN}|縮[まん]"),
    ("", -1, "割り込|ダウン|抜か[れさ]|追い越され|水をあけられ"),
    ("", -1, "届か[なず]|及ば[なず]|届きませ|及びませ|控えめ"),
)  # fmt: skip
_NOUNS: Final = (
    ("speed", "速さ|速度|スピード"), ("heat", "気温|水温|温度|室温"),
    ("price", "値段|価格|料金|費用|コスト"),
    ("length", "長さ|距離|期間|寿命"), ("weight", "重さ|重量"),
    ("size", "大きさ|広さ|面積"),
)  # fmt: skip
_GROWS: Final = re.compile(
    "伸び|資産|予算|残高|総額|売上|シェア|比率|確率|人気|規模|[えりれ]方|幅|差|額|数|率|割合|得点|点|効果|影響|被害|損害|負担|需要|供給|売り?上げ?|赤字|黒字|利益|損失|"
    "落ち込み|減少|増加|変化|変動|リスク|危険|貢献|不安|不満|期待|反響|消費|揺れ|円安|円高|値上がり|値下がり"
)
"""Of a growth, a number or an effect large is only more."""

_DENIED: Final = re.compile(
    "[ぁ-ん]{0,2}(?:ない|なかっ|ませ|ずに|ず、|わけじゃ|わけでは)|"
    "[たるい](?!か)[^、。はがも]{1,12}[はがも]、?(?:(?:[一1](?:つ|社|人|件|回|校|台|度)|ひとつ|一切|どこに)も|ほとんど|まだ)?"
    "(?:な[いかく]|ありませ|いな[いか]|いませ|おら|ゼロ)"
)
"""上回らなかった; 上回ったモデルはなかった."""

_NOT_AFTER_ALL: Final = re.compile(
    "(?<=く)[^、。はがも]{1,12}?(?:わけじゃな|わけではな|ことはな|なかった|ない(?=のだ|です|。|\\Z))"
)
"""多く思い出せたわけじゃない."""

_REACH: Final = 30


def way(text: str, start: int) -> tuple[str, int, int] | None:
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
    negated = not re.search("届|及", text[start + at : end]) and (
        _DENIED.match(text, end) or _NOT_AFTER_ALL.match(text, end)
    )
    if scale == "size" and _GROWS.search(text, 0, start + at):
        scale = ""
    return scale or scale_of(text[:end]), -sign if negated else sign, end


def scale_of(before: str) -> str:
    """The scale that a noun names last: 速さは…を下回った."""
    last = [(match.end(), name) for name, nouns in _NOUNS for match in re.finditer(nouns, before)]
    return max(last, default=(0, "amount"))[1]
