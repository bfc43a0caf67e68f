"""Did the one whom a line names say and do it? Are his words his own?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.translations import translated
from broadcaster.writing.facts.claims.concepts import plain_words
from broadcaster.writing.facts.claims.quotations import bare, quotations
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.naming.bodies import as_titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word
    from broadcaster.writing.facts.claims.quotations import Quotation
    from broadcaster.writing.facts.sight import Sight

_PARTS: Final = re.compile(
    r"[一-龠々]{2,}|[ァ-ヴー]{2,}|[A-Za-z][A-Za-z0-9.&'-]+|[一-龠ァ-ヴー々]+"
)
_NOBODY: Final = re.compile(
    r"(?:さん|氏|会社|同社|同氏|社長|会長|館長|市長|知事|記事|発表|会見|投手|選手|准教授|教授|先生|当局|関係者|広報|担当者?|側|代表|監督|議員|開発者|主任|研究員|頭取|理事長|院長|学長|校長|所長|部長|課長|局長|専務|常務|総裁|首相|大統領|大臣|理事|君|ちゃん|様|弁護士|医師|記者|店主|主将|捕手|社|自身|本人|自ら|最高経営責任者|最高財務責任者|CEO|CTO|CFO)+\Z"
)


def quotation_doubts(sight: Sight, voices: Sequence[str] = ()) -> Iterator[Doubt]:
    """Doubts about quoted words and about who is said to have spoken them."""
    whole = bare("".join(one.text for one in sight.statements))
    for quoted in quotations(sight.line):
        if bare(quoted.said) in whole:
            yield from _by_another(quoted, sight)
        elif not _is_a_name(quoted, sight) and not translated(
            quoted, _spellings(quoted.speaker, sight), sight, voices
        ):
            claim = f"「{quoted.said}」"
            yield Doubt("quotation", claim, _nearest_quoted(sight), "記事の言葉どおりでない")


_NAME_PARTS: Final = re.compile(r"[ァ-ヴー]{2,}|[A-Za-z]+|\d+(?:\.\d+)*")
_NAME_ALONE: Final = re.compile(r"[ァ-ヴー・A-Za-z]+[ -]?\d+(?:\.\d+)*")
"""「ミナモ2」っていう: a name with its number, and nobody's words."""

_BETWEEN_PARTS: Final = re.compile(r"[\s・]")
_INITIAL: Final = 2


def _is_a_name(quoted: Quotation, sight: Sight) -> bool:
    name = quoted.said.strip()
    if quoted.reported and not _NAME_ALONE.fullmatch(name):
        return False
    parts = _NAME_PARTS.findall(name)
    whole = "".join(parts) == _BETWEEN_PARTS.sub("", name)
    if _is_a_word(quoted, sight):
        return True
    known = (
        (part[0].isdigit() and sight.names.holds(part)) or sight.names.knows(part) for part in parts
    )
    return sight.names.knows(name) or (bool(parts) and whole and all(known))


_A_WORD: Final = re.compile("[一-龠々ァ-ヴー]{2,8}")


def _is_a_word(quoted: Quotation, sight: Sight) -> bool:
    """Whether a word that its English sentence has is only set off: 2個は「重大」."""
    start, end = quoted.start + 1, quoted.end - 1
    own = {sight.key(one.key) for one in sight.line.terms if start <= one.start < end}
    plain = sight.names.foreign and _A_WORD.fullmatch(quoted.said.strip())
    return bool(plain and own) and any(own <= one.keys for one in sight.near)


def _spellings(phrase: str, sight: Sight) -> frozenset[str]:
    """How the article may spell whom a phrase names."""
    found = {
        way for name in persons(phrase)
        for way in (sight.names.spelled(name), *sight.names.spellings(name))
    }  # fmt: skip
    return frozenset(
        name for name in found
        if len(name) > _INITIAL and name.lower() not in plain_words("stop_english")
        and not name.islower()
    )  # fmt: skip


def _nearest_quoted(sight: Sight) -> str:
    found = [one.said for place in (*sight.near, *sight.statements) for one in quotations(place)]
    return f"「{found[0]}」" if found else sight.nearest


def _by_another(quoted: Quotation, sight: Sight) -> Iterator[Doubt]:
    mine = persons(quoted.speaker)
    if not mine:
        return
    for place in sight.statements:
        for other in quotations(place):
            if bare(quoted.said) in bare(other.said) and other.speaker:
                theirs = also_called(persons(other.speaker), sight)
                same = _written_alike(quoted.speaker, other.speaker, sight)
                own = proper_of(mine, sight)
                own |= {sight.names.spelled(name) for name in own} - {""}
                if not same and not meet(own, theirs) and _known(mine, sight):
                    yield Doubt("speaker", quoted.speaker, other.speaker, "記事では別の人の言葉")
                return


def _written_alike(mine: str, theirs: str, sight: Sight) -> bool:
    """Whether one phrase is part of the other, or its man with his title is: 立花(修)予報課長."""
    titled = as_titled(mine.rpartition("の")[2], sight.names.text)
    return mine in theirs or theirs in mine or bool(titled and titled in theirs)


def persons(phrase: str) -> frozenset[str]:
    """The names and offices in a phrase that tells who: 校正者の白井さん."""
    found = (_NOBODY.sub("", part) or part for part in _PARTS.findall(phrase))
    return frozenset(part for part in found if part)


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a name of one is part of a name of the other."""
    return any(a in b or b in a for a in one for b in other)


def _known(mine: frozenset[str], sight: Sight) -> bool:
    return any(sight.names.knows(name) for name in mine)


def also_called(who: frozenset[str], sight: Sight) -> frozenset[str]:
    """Everything that phrases with one of these names call the same one."""
    found = set(who)
    for place in sight.statements:
        for phrase in (subject for one in place.predications for subject in one.subjects):
            parts = persons(phrase)
            if parts & who:
                found |= parts
    return frozenset(found)


_KATAKANA: Final = re.compile("[ァ-ヴ][ァ-ヴー]+")


def proper_of(mine: frozenset[str], sight: Sight) -> frozenset[str]:
    """Those of the names that are nobody else's (not 代打 or 社長), where there are any."""
    own = frozenset(
        word.surface for word in sight.line.words
        if is_proper(word) and any(word.surface in name for name in mine)
    )  # fmt: skip
    spelled = frozenset(
        name for name in mine if _KATAKANA.fullmatch(name) and name not in plain_words("loanwords")
    )
    return (own | spelled) or mine


def is_proper(word: Word) -> bool:
    """Whether a word of a line is somebody's or some body's own name."""
    if word.pos not in ("名詞", "フィラー", "感動詞") or word.surface in plain_words("loanwords"):
        return False
    if word.surface.lower() in plain_words("everyday"):
        return False
    latin = word.surface[0].isascii() and word.surface[0].isalpha()
    known = word.pos1 == "固有名詞" or word.surface in plain_words("surnames")
    return known or word.unknown or latin or bool(_KATAKANA.fullmatch(word.surface))
