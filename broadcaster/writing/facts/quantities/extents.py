"""How far a line's number may stray from its article's: rounded, or bounded in other words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.quantities.bounds import HIGH, LOW, UNDER, UPTO

if TYPE_CHECKING:
    from broadcaster.writing.facts.quantities.amount import Amount

_LEAST_OF: Final = Decimal("0.6")
_MOST_OF: Final = Decimal("1.2")
_ROUGHLY: Final = Decimal("0.12")
_DIGITS: Final = 12
_BARE: Final = 1000
"""Numbers so large that leave out their unit mean the one spoken of."""


def equal(said: Amount, source: Amount) -> bool:
    """Whether the values are the same to twelve figures; 500万トン is "5 million" of them too."""
    bare = said.unit and not source.unit and source.value >= _BARE
    value = said.figure if bare else said.value
    return abs(value - source.value) * 10**_DIGITS <= abs(source.value)


_EXTREME: Final = re.compile(
    "最|一番|いちばん|[長高多遠重早遅大]き?(?:かった|い人|いもの)|中には|なかには"
)
"""長かった人は3時間以上 is told of 最長で3時間20分."""


_FRACTION: Final = re.compile(r"半|分の")
_NEXT_FRACTION: Final = Decimal("1.5")


def _passes_fraction(said: Amount, source: Amount) -> bool:
    """半分以上, of 6割."""
    return (
        said.bound == LOW
        and not said.about
        and said.unit == source.unit == "%"
        and bool(_FRACTION.search(said.text))
        and said.value <= source.value < _NEXT_FRACTION * said.value
    )


def _fineness(source: Amount) -> Decimal:
    """How fine a source's figures are; "two-thirds" is no round number."""
    in_words = source.unit == "%" and not source.text[0].isdigit()
    return Decimal(1) if in_words and "." in str(source.value) else source.step


def rounded(said: Amount, source: Amount) -> bool:
    """Whether およそ, 以上 or 弱 with fewer figures tells the truth of a source's value."""
    if _passes_fraction(said, source):
        return True
    if not said.value or not source.value or said.step <= _fineness(source):
        return False
    if (said.kind == "money" or said.unit in ("倍", "%")) and said.unit != source.unit:
        return False
    if said.bound == LOW:
        return reaches(said, source.value)
    if said.bound == UNDER:
        return source.bound in ("", UNDER, HIGH, UPTO) and stays_under(said, source.value)
    return not source.bound and said.about and nears(said, source.value)


def reaches(said: Amount, value: Decimal) -> bool:
    """Whether N以上 is told of a value that has no figure more than N, cut short: 1000 of 1200."""
    return _LEAST_OF * value <= said.value <= value and value - said.value < said.step


def stays_under(said: Amount, value: Decimal) -> bool:
    """Whether N弱 or N未満 is told of a value that N is the next round number above."""
    return value < said.value <= _MOST_OF * value and said.value - value < said.step


def nears(said: Amount, value: Decimal) -> bool:
    """Whether 約N is told of a value that rounds to N."""
    off = abs(said.value - value)
    return 2 * off <= said.step and off <= _ROUGHLY * abs(said.value)


_NEAR_ENOUGH: Final = Decimal("0.01")
_NEARLY: Final = Decimal("0.05")
_RATIO_ROUNDED: Final = Decimal("0.025")
_NEARLY_ALL: Final = Decimal("0.9")


def tells(said: Amount, value: Decimal) -> bool:
    """Whether a number tells a value that was reckoned: its own, rounded, or bounded by it."""
    if said.bound == LOW:
        return reaches(said, value) or _NEARLY_ALL * value <= said.value <= value
    if said.bound in (UNDER, HIGH):
        return stays_under(said, value) or value <= said.value <= value / _NEARLY_ALL
    off = abs(said.value - value)
    if said.about and (nears(said, value) or off <= _NEARLY * abs(value)):
        return True
    most = _RATIO_ROUNDED if said.unit in ("倍", "%") else _NEAR_ENOUGH
    return 2 * off <= said.step and off <= most * abs(value)


_COUNTED_WHOLE: Final = ("歳", "人", "回", "つ", "個", "台", "枚", "社", "件", "本", "日", "年")


def next_below(said: Amount, source: Amount) -> bool:
    """Whether 5歳まで is told of 6歳未満."""
    if source.written not in ("", said.written) or said.written not in _COUNTED_WHOLE:
        return False
    below = source.figure - said.figure
    return source.bound == UNDER and said.bound in (HIGH, UPTO) and below == 1


_SAID: Final = {
    LOW: re.compile(
        r"少なくとも|少なくて|最低|以上|下限|必要|保証|あれば|ある[^、。]{0,8}なら|積んだ|より[上高多新]|"
        r"下回ら|切ら|ないと|いるのだ|要る|から|上回|突破|超|"
        r"\b(?:at least|minimum|or (?:more|older|later)|more than|over|above|exceed\w*|"
        r"past|beat\w*|surpass\w*|top(?:s|ped)|ahead|(?:small|short|low|young|cheap|light|near|clos|"
        r"narrow|shallow|earli|cold|weak)est|fewest|least|newer)\b|"
        r"最[小短低少若安軽]|(?:最も|もっとも|いちばん|一番)[少短低若小軽近早弱安狭浅寒]"
    ),
    UNDER: re.compile(
        r"未満|届か|満た|足らず|及ば|切[るっら]|割り込|下回|より[下低少安古短]|なっていな|なる前|"
        r"\b(?:before|prior|earlier|older|under|below|less|fewer|behind|short of|lower|trail\w*)\b"
    ),
    HIGH: re.compile(
        r"最[大高長多悪]|(?:最も|もっとも|いちばん|一番)[多高長広深速遅重大強遠暑]|ピーク|上限|限度|"
        r"まで|多くて|長くて|高くて|以内|以下|どんなに|どれだけ|うちに|期限|"
        r"\b(?:gave|given?|respond|within|peak\w*|up to|maximum|limit\w*|no more than|"
        r"at most|cap(?:ped)?|deadline|(?:larg|bigg|high|long|old|deep|tall|heavi|fast|hott?|warm|"
        r"strong|wid|great|farth|furth|lat)est|most|older|earlier)\b"
    ),
}
_SAID[UPTO] = _SAID[HIGH]
_BEYOND: Final = re.compile(
    r"\b(?:longer|more than|above|beyond|over|exceed\w*|larger|older|higher|heavier)\b|"
    r"それ以上|それより|超え|超の|上回る"
)
_STRICTLY: Final = re.compile("を?超|より")
_ROOM: Final = re.compile(
    r"\b(?:can (?:hold|store|carry|handle|fit|seat|reach)|capacity|supports?|holds?|seats?)\b|"
    r"できる|られる|容量|定員|収容|上限|積め|入る|対応"
)


def so_bounded(said: Amount, source: Amount, line: str, place: str) -> bool:
    """Whether the source's number holds as far as the line says. line, place: what tells them."""
    if not equal(said, source):
        return said.bound != LOW or source.bound != HIGH or bool(_EXTREME.search(line))
    if said.bound == source.bound:
        return said.about or not source.about or bool(said.bound)
    if said.about and source.about:
        return True
    if not said.bound:
        if _ITSELF.match(line, said.end):
            return True
        return _bound_elsewhere(said, source, line) or source.bound == UPTO
    if not source.bound:
        return _bound_apart(said, source, line, place)
    if {said.bound, source.bound} == {HIGH, UPTO}:
        return True
    beyond = source.bound in _UPWARDS and said.bound == LOW
    if beyond and _STRICTLY.match(line, said.end) and _BEYOND.search(place):
        return True
    return _shut_out(said, source, line, place) or _is_charged(said, source, line, place)


_ITSELF: Final = re.compile("(?:そのもの|自体|自身)")
"""4.6そのもの is one of 4.6以前."""

_UPWARDS: Final = (HIGH, UNDER, UPTO)
_RIVAL: Final = re.compile(
    r"より(?:も)?[高多長大重安少低短小軽上下新古早遅速]|に(?:は|も)?(?:届か|及ば|届い|達し)|を(?:下回|切)"
)


_PASSED: Final = re.compile("を[^、。を\\d]{0,6}?(?:上回|超え|こえ|抜|しの|突破)")
_ANOTHERS: Final = re.compile(
    "(?:予想|予測|見込み|見通し|目標|計画|想定|平均|記録|基準|去年|昨年|前年|前回|前期|先月|前月|"
    "(?:それ|これ)まで|従来|過去|以前|前の[一-龠ァ-ヴー]{1,6}|[ァ-ヴー]{3,}[ \\d.]{0,6})"
    "(?:(?:され|し)て?い?[たる]|の)?(?:約|およそ)?\\Z"
)
_AS_FAR_AS: Final = {
    HIGH: re.compile(
        r"\bas (?:far|long|large|big|high|tall|deep|wide|fast|old|late|heavy|hot)"
        r"(?: [a-z]+)? as (?:about )?[$€£¥]?\Z"
    ),
    LOW: re.compile(
        r"\bas (?:close|near|little|few|low|short|small|early|young|cheap|light|cold)"
        r"(?: [a-z]+)? as (?:about )?[$€£¥]?\Z"
    ),
}


def _passes_another(said: Amount, line: str) -> bool:
    """予想していた39セントを上回った: a number of something else, which it bounds for nothing."""
    return bool(_PASSED.match(line, said.end) and _ANOTHERS.search(line, 0, said.start))


def _bound_apart(said: Amount, source: Amount, line: str, place: str) -> bool:
    """Whether a bound of the line's fits a number that its place does not bound by itself.

    It may be an end of a range, what something else is compared with, or bounded from afar.
    """
    if source.side:
        return (said.bound in _UPWARDS) == (source.side == HIGH)
    if said.bound == UPTO or _RIVAL.match(line, said.end) or _passes_another(said, line):
        return True
    if (ahead := _AS_FAR_AS.get(said.bound)) and ahead.search(place, 0, source.start):
        return True
    words = _SAID.get(said.bound)
    return bool(words and words.search(place)) or (said.bound == HIGH and bool(_ROOM.search(place)))


_CANNOT: Final = re.compile(
    r"(?:[えせてねべめ]|(?<!し)れ|でき|動か|対応(?:して|し)い?|対象(?:では|じゃ)|作し)(?:な[いかく]|ません|ず)|"
    r"対象外|禁|不可|ダメ|だめ|断[るらっ]|\b(?:cannot|can't|block|ban|banned|barred|prohibit|stop|not|reject\w*|refus\w*)\b"
)
_FREE: Final = re.compile(r"無料|無償|ただで|タダ|\bfree\b")
_CHARGED: Final = re.compile(
    r"払|有料|かか[るりっ]|もら[うい]|徴収|\b(?:pay|pays|charged?|fees?)\b"
)
_OTHER_SIDE: Final = {(LOW, UNDER), (UNDER, LOW), (LOW, HIGH), (HIGH, LOW), (UPTO, LOW)}
_KANA: Final = re.compile("[ぁ-ん]")
_CLAUSE_END: Final = re.compile("[、。;]")


def _shut_out(said: Amount, source: Amount, line: str, place: str) -> bool:
    """15歳未満は使えない says that it is for those 15歳以上."""
    if (said.bound, source.bound) not in _OTHER_SIDE:
        return False
    ends = _CLAUSE_END.search(place, source.end)
    starts = source.end if _KANA.search(place) else 0
    there = bool(_CANNOT.search(place, starts, ends.start() if ends else len(place)))
    here = bool(_CANNOT.search(line, said.end)) and "しか" not in line
    return here != there


def _is_charged(said: Amount, source: Amount, line: str, place: str) -> bool:
    """18歳以上は払う, where those 18歳未満 are free: who pays is who does not go free."""
    if (said.bound, source.bound) not in _OTHER_SIDE:
        return False
    line, place = line[said.end :], place[source.start :] if _KANA.search(place) else place
    free, charged = bool(_FREE.search(line)), bool(_CHARGED.search(line))
    return free != charged and (
        (charged and bool(_FREE.search(place)) and not _FREE.search(line))
        or (free and bool(_CHARGED.search(place)) and not _FREE.search(place))
    )


def _bound_elsewhere(said: Amount, source: Amount, line: str) -> bool:
    """4%か2000万ユーロの大きいほうを上限に: the bound stands apart from its number."""
    words = _SAID.get(source.bound)
    if source.bound == LOW and line.startswith("から", said.end):
        return True
    rest = line[: said.start] + line[said.end :]
    return bool(words and words.search(rest)) and (said.about or not source.about)


_POINT: Final = re.compile(r"\.(\d+)")


def alike_behind_the_point(said: Amount, source: Amount) -> bool:
    """Whether two versions have the same behind their point: 5.10 is no 5.1, but 5.0 is 5."""
    return _behind_the_point(said.text) == _behind_the_point(source.text)


def _behind_the_point(text: str) -> str:
    found = _POINT.search(text)
    return found[1] if found and found[1].strip("0") else ""
