"""Names that their surroundings make: りそな銀行, フェザーという名前の, ダニエル・オコンネル."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.concepts import plain_words
from broadcaster.writing.facts.naming.loanwords import BODY, TRADE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.naming.names import Names

_WRITTEN: Final = re.compile("[ァ-ヴー一-龠々A-Za-z]+|[ぁ-ん]{3,}")
_KATAKANA_BEFORE: Final = re.compile("[ァ-ヴー]+\\Z")
_HIRAGANA: Final = re.compile("[ぁ-ん]{2}")
_KANJI: Final = re.compile("[一-龠々]{2,4}")
_CALLED: Final = re.compile(
    r"(?P<name>[一-龠々ァ-ヴーA-Za-z0-9]{2,16}|(?<=「)[^「」]{2,16})」?(?:という(?:名前|名の|名で|名称)|と名付け|と名づけ)"
)
_WHOLE: Final = re.compile(r"(?<![ァ-ヴー・])[ァ-ヴー]{2,}(?:・[ァ-ヴー]{2,}){1,2}(?![ァ-ヴー・])")
_ONLY_NAMED: Final = re.compile(
    "車輛|汽船|乳業|酒造|醸造|精機|精工|鉄工|化成|紡績|書房|電器|電工|製鋼|造船|工務店|水産"
)
"""What hardly follows anything else."""

_BETWEEN: Final = 24
"""Letters that may stand between two parts of one name: Robert "Bob" van der Smith."""


def misnamed(line: Statement, names: Names) -> Iterator[str]:
    """Each name of a line that only its surroundings make one, and the article has not so."""
    yield from _unknown_bodies(line, names)
    yield from _mixed_names(line, names)


def _unknown_bodies(line: Statement, names: Names) -> Iterator[str]:
    """Each bank, school or firm of a line whose own part of the name the article never writes."""
    for at, word in enumerate(line.words):
        match = BODY.match(line.text, word.start)
        if not match or not at:
            continue
        stem = _stem_before(line, at, names)
        if stem and _is_unknown(stem, match[0], names):
            yield stem + match[0]
    for word in line.words:
        whole = word.pos2 == "組織" and _HIRAGANA.match(word.surface)
        if whole and not names.foreign and not names.knows(word.surface):
            yield word.surface
    yield from () if names.foreign else _unknown_firms(line, names)
    for match in _CALLED.finditer(line.text):
        if not names.knows(match["name"]) and not names.holds(match["name"]):
            yield match["name"]


def _is_unknown(stem: str, body: str, names: Names) -> bool:
    """Whether an article has no such body, or only one of another kind: みなと銀行, みなと通商."""
    if not names.knows(stem):
        return not names.knows(stem + body)
    return not names.foreign and names.goes_on(stem) and not names.holds(stem + body)


def _unknown_firms(line: Statement, names: Names) -> Iterator[str]:
    """Each firm of a line by a name in hiragana, or of a trade that only names have, unknown."""
    for one, other in zip(line.words, line.words[1:], strict=False):
        trade = TRADE.match(line.text, other.start)
        if not trade or one.end != other.start:
            continue
        if names.knows(one.surface):
            if _ONLY_NAMED.match(trade[0]) and not names.holds(trade[0]):
                yield one.surface + trade[0]
            continue
        named = one.pos1 == "固有名詞" and _HIRAGANA.match(one.surface)
        plain = _ONLY_NAMED.match(trade[0]) and _KANJI.fullmatch(one.surface)
        if (named or plain) and one.surface not in plain_words("bodies"):
            yield one.surface + trade[0]


def _stem_before(line: Statement, at: int, names: Names) -> str:
    """What stands right before a kind of body, where it can be a name: りそな, 若葉."""
    word = line.words[at - 1]
    run = _KATAKANA_BEFORE.search(line.text, 0, word.end)
    stem = run[0] if run and len(run[0]) > len(word.surface) else word.surface
    common = word.pos1 != "固有名詞" and not word.unknown
    if common and names.foreign:
        return ""
    joined = word.end == line.words[at].start and word.pos in ("名詞", "接頭詞", "フィラー")
    ordinary = stem in plain_words("bodies") or word.pos1 in ("数", "接尾", "代名詞", "非自立")
    if not joined or ordinary or len(stem) < 2 or not _WRITTEN.fullmatch(stem):
        return ""
    return stem


def _mixed_names(line: Statement, names: Names) -> Iterator[str]:
    """Each name of a line whose parts the article has, but nowhere side by side."""
    for match in _WHOLE.finditer(line.text):
        parts = [_written(part, names) for part in match[0].split("・") if part != "アンド"]
        if len(parts) < 2 or names.holds(match[0]) or not any(parts):
            continue
        if names.foreign if not all(parts) else not _side_by_side(parts, names.text):
            yield match[0]


def _written(part: str, names: Names) -> tuple[str, ...]:
    """Every way in which the article may write a part of a name; one of two words by its first."""
    alone = names.spellings(part)
    return alone or tuple(filter(None, [names.spelled(part)] if names.foreign else []))


def _side_by_side(parts: list[tuple[str, ...]], whole: str) -> bool:
    gap = f"[^\\n]{{0,{_BETWEEN}}}?"
    ways = (f"(?:{'|'.join(map(re.escape, part))})" for part in parts)
    return bool(re.search(gap.join(ways), whole))


def as_titled(head: str, text: str) -> str:
    """A man as an article writes him with his title: 立花修予報課長 of 立花予報課長; or empty."""
    family, title = re.escape(head[:2]), re.escape(head[2:])
    found = re.search(f"{family}[一-龠々ぁ-んァ-ヴー]{{0,4}}?{title}", text)
    return found[0] if found else ""
