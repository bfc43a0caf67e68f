"""Which katakana are ordinary words, and where even those would be names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words as words_of
from broadcaster.writing.facts.claims.concepts import plain_words

if TYPE_CHECKING:
    from broadcaster.japanese import Word

BODY: Final = re.compile(
    "商会|商事|物産|製作所|製薬|銀行|電機|重工|証券|財団|大学|高校|電鉄|信金|工業|薬品|党(?![一-龠])|"
    "ファーマ|ホールディングス|ラボ(?![一-龠ァ-ヴー])|テクノロジー?ズ|ロボティクス|エナジー|ベンチャーズ|キャピタル|"
    "バンク|システムズ|モーターズ|エレクトロニクス"
)
"""What makes a name of any word before it: アカネ商会, 若葉ファーマ."""

TRADE: Final = re.compile(
    "車輛|交通|運輸|汽船|海運|食品|乳業|酒造|醸造|精機|精工|鉄工|化成|化学|繊維|紡績|印刷|書房|書店|出版|建設|不動産|急行|鉄道|"
    "電気|電器|電工|電子|通信|新聞|放送|テレビ|学園|水産|信用金庫|生命|損保|観光|ガス|電力|製鉄|製鋼|造船|航空|フーズ|自動車|"
    "工務店|病院|医院|クリニック|薬局|農園|牧場|ホテル|旅館|劇場|幼稚園|保育園|ソフト|システム"
)
"""What follows a name in that of a firm or house: みなせ交通."""

_PLACE: Final = re.compile(
    "建設|生命|自動車|鉄道|航空|新聞|放送|病院|研究所|[社町市村駅堂島川山岳](?![一-龠])"
)
"""What makes a name of katakana or of a proper noun before it."""

_CALLED: Final = re.compile(
    "」?(?:という|といった|って|と呼ばれる|と名付けられた|と名づけられた)"
    "(?:名前|名の|名で|名称|新製品|会社|ブランド|製品|モデル|企業|ソフト|薬|人|サービス)|"
    "」?と(?:名付け|名づけ|命名)"
)
_PERSON: Final = re.compile(
    "さん|氏(?![一-龠])|選手|投手|議員|博士|教授|准教授|CEO|社長|会長|CTO|CFO|容疑者|被告|監督|首相|大統領|大臣|知事|市長"
)
_MAKERS: Final = re.compile(
    "(?:者|員|手|家|客|士|師|長|ユーザー|ドライバー|ファン|オーナー|スタッフ|メンバー|リーダー|ー|ト|マン)\\Z"
)
"""ドライバーさん, パートさん: what anybody may be."""

_SOUND: Final = re.compile(r"[ァ-ヴー]{1,4}ッ\Z|([ァ-ヴー]{1,4})\1\Z")
"""パシャッ, コロコロ."""

_ABSTRACT: Final = re.compile(
    r"[ァ-ヴー]{2,}(?:ション|メント|ビリティー?|ロジー|イズム|ネス|グラフィー|メーション)\Z"
)
_LEAST: Final = 2
_NEVER_FIRST: Final = "ーッァィゥェォャュョヮン"
_LONGEST: Final = 24
_SHARED: Final = 4
_SHARED_IN_A_ROLE: Final = 3
_ROLE: Final = re.compile(r"[者社業店館園校院手員人家行局]の「?\Z")
"""クラウド事業者のスカイブリッジ: a name stands there."""

_APART: Final = 3


def called(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands where only a name does: (フェザー)という名前の."""
    return bool(_CALLED.match(text, end)) or "・" in (text[start - 1 : start], text[end : end + 1])


def titled(text: str, run: str, end: int) -> bool:
    """Whether a title or a kind of body follows katakana: ワタナベさん, アカネ商会."""
    if BODY.match(text, end) or _PLACE.match(text, end):
        return True
    return bool(_PERSON.match(text, end)) and not _MAKERS.search(run)


@lru_cache(maxsize=4096)
def everyday(run: str) -> bool:
    """Whether katakana is a common noun, made of two of them, or how something sounds."""
    if run in plain_words("loanwords") or _SOUND.match(run) or _ABSTRACT.match(run):
        return True
    known = words_of(run)
    if len(run) > _LONGEST or (len(known) == 1 and known[0].pos1 == "固有名詞"):
        return False
    cuts = [at for at in range(_LEAST, len(run) - _LEAST + 1) if run[at] not in _NEVER_FIRST]
    return _common(run) or any(_compound(run[:at], run[at:]) for at in cuts)


def _compound(first: str, second: str) -> bool:
    """Nouns, one of two a loanword of ours: ホットドリンク, but no ブライトウォーター."""
    ours = _ours()
    two = (first in ours and _common(second)) or (second in ours and _common(first))
    return two or (first in ours and _of_ours(second))


@cache
def _ours() -> frozenset[str]:
    return plain_words("loanwords") | plain_words("borrowed")


def _of_ours(run: str) -> bool:
    """Whether a run is nothing but loanwords of ours: (タイムリー)ツーベース."""
    ours = _ours()
    ends = [0]
    for end in range(_LEAST, len(run) + 1):
        if any(run[start:end] in ours for start in ends):
            ends.append(end)
    return ends[-1] == len(run)


@lru_cache(maxsize=8192)
def _common(part: str) -> bool:
    """Whether the dictionary has it as one noun that is nobody's name."""
    if part in plain_words("loanwords") or part in plain_words("borrowed"):
        return True
    found = words_of(part) if len(part) > _LEAST else ()
    return len(found) == 1 and _is_noun(found[0])


def _is_noun(word: Word) -> bool:
    return word.pos == "名詞" and word.pos1 != "固有名詞" and not word.unknown


def rival(run: str, others: tuple[str, ...], before: str = "") -> str:
    """A name that looks so like a compound that the one was put for the other. before: its text."""
    shared = _SHARED_IN_A_ROLE if _ROLE.search(before) else _SHARED
    for one in others:
        ends = one[-shared:] == run[-shared:] or one[:shared] == run[:shared]
        if len(run) > _SHARED and one_apart(one, run):
            return one
        if ends and one != run and abs(len(one) - len(run)) < _APART and not everyday(one):
            return one
    return ""


def one_apart(one: str, other: str) -> bool:
    """Whether one letter, and no more, was put for another: ナミテレビ, ナギテレビ."""
    both = zip(one, other, strict=False)
    return len(one) == len(other) and sum(a != b for a, b in both) == 1
