"""Which of two is more: on what scale, which way, and beside what.

「速さはH100を2割下回った」 and "slipped to 390 from 420" are both told as one thing standing
above or below another on a scale.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.order import A_SUM, PAST, Order, keys_in
from broadcaster.writing.facts.claims.orders_english import english_orders
from broadcaster.writing.facts.claims.past import in_the_past
from broadcaster.writing.facts.claims.places import in_places
from broadcaster.writing.facts.claims.ways import scale_of, way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.japanese import Word
    from broadcaster.writing.facts.claims.statements import Statement

_THAN: Final = re.compile(
    "(?P<than>(?:[^、。はがも]|もの|ども){1,40}?)(?:のほう|の方)?"
    "(?:(?<![をに、])より(?!も?(?:以前|前|先|新し|古い|上の|下の))[もは]?|[にと]比べ(?:て|ると)?|"
    "を(?=[^、。をが]{0,8}?(?:上回|下回|超え|抜|しの|凌|割り込))|"
    "も(?=[^、。をがも]{0,6}?(?:上回|下回|超え|追い抜|抜[いかき]|しの[いぐ]|凌))|"
    "から(?=[^、。をがはも\\d]{0,8}?(?:拡大|縮小|増え|増加|減っ|減少|上が|上昇|下が|低下|伸び|落ち|広が|"
    "縮ま|縮ん|延び|短く|長く|高く|低く|多く|少なく))|"
    "には?、?(?=[^、。をが]{0,6}?(?:届か[なず]|届きませ|及ば[なず]|及びませ|勝[っちつ]|負け|劣[らっりる]|(?:追い)?抜か[れさ]|追い越され|水をあけられ)))"
)
_TIMES: Final = re.compile(
    r"(?P<than>[^、。はがも]{1,40}?)の(?:約|およそ|ざっと|ほぼ)?(?P<times>[\d.]+)倍"
)
NOT_ONLY: Final = re.compile(
    "だけ(?:で(?:は)?なく?て?|じゃなく(?:て)?)|ばかりか|どころか|に(?:続|つづ)き|に加えて?"
)
_BRACKETS: Final = re.compile(r"\([^()]{0,60}\)|[「」『』]")
_SIDE: Final = re.compile(
    "(?P<of>(?:[^、。「」はがも]|が(?=[^、。はがも]{2,12}たほうが)){1,30}?)"
    "(?:のほう|の方|(?<=[たうくすつぬむるぐぶだ])ほう)が"
)
_POINTED: Final = re.compile(
    r"[一-龠][いかくぁ-ん]{1,6}の[はが]、?(?:(?P<than>[^、。「」]{1,24}?)より、?)?"
    r"(?P<of>[^、。「」]{2,24}?)の?(?:ほう|方)"
    r"(?=なの|だ|で|。|、|\Z)"
)
"""速かったのはクラウド版のほう."""

_FALLS: Final = re.compile("減っ|減り|減[らる]|落ち込|下がっ")
_REACH: Final = 8
_LED: Final = 2
_THAT: Final = ("そ", "その", "これ", "それ", "こ")
IN_TRUTH: Final = "in truth"
_IN_TRUTH: Final = ("実際", "本来", "本当", "事実")
_THIS: Final = ("それ", "これ", "あれ")
_TOPIC: Final = re.compile("は(?!じ)|が(?!ら|っ)|も(?!う|の)")
_CUT: Final = re.compile("(?<![はがも])、|(?<=ながら)、|。")


def orders(statement: Statement) -> tuple[Order, ...]:
    """Every comparison that a sentence makes with something named."""
    found = _japanese(statement) if statement.words else english_orders(statement)
    return (*found, *in_places(statement))


def _japanese(one: Statement) -> Iterator[Order]:
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), one.text)
    yield from _multiples(one, text)
    for match in _THAN.finditer(text):
        told = way(text, match.end()) or _simply_more(text, match)
        if (
            not told
            or match["than"].endswith(_THIS)
            or _tells_the_topic(text, match)
            or _more_of_a_fall(one, match, told)
        ):
            continue
        scale, sign, end = told
        than, of = _two_sides(one, text, match, end)
        if than:
            yield Order(scale, sign, than, of - than, text, back=_said_before(text, match))
    for match in () if _THAN.search(text) else _SIDE.finditer(text):
        if told := way(text, match.end()):
            yield _one_sided(one, told, match, text)
    for match in _POINTED.finditer(text):
        told = way(text, match.start())
        if told and match["than"]:
            yield Order(
                told[0], told[1], keys_in(one, *match.span("than")),
                keys_in(one, 0, match.start()) | keys_in(one, *match.span("of")), text,
            )  # fmt: skip
        elif told:
            yield _one_sided(one, told, match, text)


def _two_sides(
    one: Statement, text: str, match: re.Match[str], end: int
) -> tuple[frozenset[str], frozenset[str]]:
    """What a comparison is beside, and what it is of. end: where the word ends that tells how."""
    side = _SIDE.search(text, match.end(), end) or _SIDE.search(text, 0, match.start())
    start = _beside(one, _whole(one, match.start("than")), match.end("than"))
    than = keys_in(one, start, match.end("than"))
    if one.text[start : match.end("than")] in _IN_TRUTH:
        than = frozenset((IN_TRUTH,))
    of = keys_in(one, *side.span("of")) if side else _but(one, start, match.end("than"), end)
    if side:
        than, of = than - of or than, of - than
    if in_the_past(match["than"]):
        than = than | {PAST}
    if PAST in than or all(key.startswith(A_SUM) for key in than):
        of = _own(one, match.start("than"), end) or of
    return than, of


def _tells_the_topic(text: str, match: re.Match[str]) -> bool:
    """利益も上回った is what did so; only of Aだけでなく、Bも上回った is B what was passed."""
    passed = match[0].endswith("も") and not match[0].endswith("よりも")
    led = re.search("は[^。]{0,30}で、", text[: match.start("than") + 1])
    return passed and not led and not NOT_ONLY.search(text, 0, match.end("than"))


def _one_sided(one: Statement, told: tuple[str, int, int], side: re.Match[str], text: str) -> Order:
    """金額の落ち込みの方が大きい: beside what, only the rest of the sentence tells."""
    of = keys_in(one, *side.span("of"))
    rest = _but(one, *side.span("of"), len(text)) - of
    return Order(told[0], told[1], frozenset(), of, text, rest)


def _simply_more(text: str, match: re.Match[str]) -> tuple[str, int, int] | None:
    """AのほうがBより空気を冷やした: whatever it did, it did more of it."""
    sided = "より" in match[0] and _SIDE.search(text, 0, match.start())
    return ("amount", +1, len(text)) if sided else None


def _more_of_a_fall(one: Statement, match: re.Match[str], told: tuple[str, int, int]) -> bool:
    """朝に歩くより下がった is a greater fall, and says nothing of which is lower."""
    past = in_the_past(match["than"]) or any(
        match.start("than") <= moment.start < match.end("than") for moment in one.moments
    )
    return not past and "より" in match[0] and bool(_FALLS.search(one.text, match.end(), told[2]))


def _multiples(one: Statement, text: str) -> Iterator[Order]:
    """女性は男性の3.6倍: a multiple stands above what it is a multiple of."""
    for match in _TIMES.finditer(text):
        start, end = _whole(one, match.start("than")), match.end("than")
        than = keys_in(one, start, end)
        back = "than" if match["than"] in _THAT else ""
        if in_the_past(match["than"]):
            than = than | {PAST}
        if not (than or back):
            continue
        sign = 1 if float(match["times"].strip(".") or 0) > 1 else -1
        of = _but(one, start, end, end) - than
        yield Order(
            scale_of(text[: end + _REACH]),
            sign,
            than,
            of,
            text,
            back=back,
            times=f"{float(match['times'].strip('.') or 0):g}",
        )


def _said_before(text: str, match: re.Match[str]) -> str:
    """昨年の96本を上回った: what did was said just before."""
    return "" if _TOPIC.search(text, 0, match.start("than") + 1) else "of"


def _whole(one: Statement, start: int) -> int:
    """Where a phrase starts that a verb or a 、 cuts: (ライバル、)スクログ, (Aが)作ったB."""
    at = next((at for at, word in enumerate(one.words) if word.start >= start), 0)
    if at < _LED or one.words[at].start != start:
        return start
    mark, before = one.words[at - 1].surface, one.words[at - 2]
    acts = one.words[at].pos == "動詞" or [
        word.base for word in one.words[at + 1 : at + 2] if one.words[at].pos1 == "サ変接続"
    ] == ["する"]
    led = (mark == "が" and acts) or (mark == "、" and _names(before) and not one.weak)
    if not led:
        return start
    text = one.text
    return max(text.rfind(sign, 0, before.start) for sign in "、。はがも") + 1


def _beside(one: Statement, start: int, end: int) -> int:
    """Where what is beside starts after an object or a place: (回数を)実際より, (試験で)7割を."""
    ends = [
        word.end for word in one.words
        if start <= word.start < end and word.pos == "助詞" and word.surface in ("を", "で")
    ]  # fmt: skip
    after = (word for word in one.words if ends and ends[-1] <= word.start < end)
    bare = ends and all(word.pos in ("名詞", "記号", "助詞", "接頭詞") for word in after)
    return ends[-1] if bare else start


def _names(word: Word) -> bool:
    return word.pos == "名詞" and word.pos1 not in ("非自立", "副詞可能", "接尾", "数")


def _own(one: Statement, start: int, end: int) -> frozenset[str]:
    """The keys of the clause around a phrase, where it has a topic: 利益も前年を上回った."""
    left = max((mark.end() for mark in _CUT.finditer(one.text, 0, start)), default=0)
    topic = _TOPIC.search(one.text, left, start + 1)
    return keys_in(one, left, end) if topic and keys_in(one, left, topic.start()) else frozenset()


def _but(one: Statement, start: int, stop: int, end: int) -> frozenset[str]:
    """The keys of a sentence up to an end, but for a phrase of it."""
    return keys_in(one, 0, start) | keys_in(one, stop, end)
