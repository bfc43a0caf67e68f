"""Are the numbers of a line in its article, of the same unit, of the same thing, so bounded?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.allowances import allowed, tops
from broadcaster.writing.facts.checks.lengths import lasts
from broadcaster.writing.facts.checks.mispaired import mispaired
from broadcaster.writing.facts.checks.reckoned import reckoned
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.quantities.amount import VERSION, comparable
from broadcaster.writing.facts.quantities.bounds import HIGH, LOW, NAMES, UNDER
from broadcaster.writing.facts.quantities.extents import equal, so_bounded
from broadcaster.writing.facts.sight import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight

    Placed = tuple[Statement, Amount]

_AS_NEAR: Final = 0.6
_HALF_TOLD: Final = 0.45
_ORDINAL: Final = re.compile(r"\s?(?:つ目|番目|本目|人目|点目|件目|個目)")
_FEW: Final = 5
"""3つ目の理由 numbers what is told; 27本目 counts."""

_ONE_OF: Final = ("つ", "個", "回", "番", "", "本", "枚", "段")
_SPANS: Final = ("秒", "分", "台", "枚", "年", "日", "か月", "時間", "週間")
_VERSION: Final = re.compile(r"(?:[A-Za-zァ-ヴー]\s?|バージョン|版の?|v)\Z")
_MOST_PLACES: Final = 24
_MOST_RECKONED: Final = 12
"""Amounts of a line that may follow from others; an honest one has fewer."""

_EACH_COSTS: Final = re.compile(
    r"(?:約|およそ)?\d[\d,.]*[万億]?\d{0,4}(?:円|ドル|ユーロ|ポンド|元|ウォン)"
)
"""1台95ユーロ: what one costs."""

_AMONG: Final = re.compile("[一-龠]{0,2}の(?:中|なか|うち)で|で(?:一番|いちばん|最も|もっとも)")
"""3台の中でいちばん: as many as are compared."""

_AS_MUCH: Final = re.compile("も")
"""900個も収穫できる: as many as that."""


def amount_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each amount that the article does not license."""
    reckonings = {id(one): reckoned(one, sight) for one in sight.line.amounts[:_MOST_RECKONED]}
    used = [other for pair in reckonings.values() for other in pair]
    for said in sight.line.amounts:
        if _only_counts(sight.line.text, said) and not _other_rate(said, sight):
            continue
        found = _found(said, sight)
        if tops(said, sight) and not any(one in sight.near for one, _ in found):
            doubt = None
        elif found:
            other_way = mispaired(said, found[:_MOST_PLACES], sight, used)
            doubt = None if other_way and lasts(said, sight) else other_way
            doubt = doubt or _unbounded(said, found, sight)
        elif reckonings.get(id(said)) or allowed(said, sight):
            doubt = None
        else:
            doubt = _missing(said, sight)
        if doubt:
            yield doubt


def _found(said: Amount, sight: Sight) -> list[Placed]:
    """Where the article has it; one only rounded counts where the line looks, if that has any."""
    found = [(one, other) for one in sight.statements for other in one.amounts if same(said, other)]
    if any(equal(said, other) for _, other in found):
        return found
    near = {one.at for one in sight.near if sight.shares[one.at] >= _AS_NEAR * sight.best}
    near |= {one.at for one in sight.before}
    rivals = any(
        other.unit == said.unit for one in sight.near if one.at in near for other in one.amounts
    )
    return [(one, other) for one, other in found if one.at in near or not rivals]


def _only_counts(text: str, said: Amount) -> bool:
    """1つ目, もう1つ, 一つ: no claim."""
    return (
        (said.figure <= _FEW and bool(_ORDINAL.match(text, said.end - len(said.written))))
        or (
            said.figure == 1
            and said.written in _SPANS
            and text.startswith(
                ("に", "で", "のもうけ", "の売", "の利益", "間の", "を通", "じゅう", "中"), said.end
            )
        )
        or (said.value == 1 and said.beside and not said.written)
        or (1 < said.value <= _FEW and said.kind != "money" and bool(_AMONG.match(text, said.end)))
        or (said.value == 1 and bool(_EACH_COSTS.match(text, said.end)))
        or said.text == "両方"
        or (
            (said.value == 1 or (said.figure == 1 and said.unit in ("秒", "か月")))
            and text.startswith(("あたり", "当たり", "につき"), said.end)
        )
        or (
            said.value == 1
            and said.written in _ONE_OF
            and "." not in said.text
            and not said.text[-1:].isdigit()
        )
    )


def _other_rate(said: Amount, sight: Sight) -> bool:
    """1分に, where the sentence it tells has it by the hour."""
    return said.unit == "秒" and any(
        one.unit == "秒" and one.figure == 1 and one.written != said.written
        for place in sight.near[:1]
        for one in place.amounts
    )


# ── not there ────────────────────────────────────────────────────────────────────────────


def _missing(said: Amount, sight: Sight) -> Doubt:
    pool = [other for one in (*sight.near, *sight.statements) for other in one.amounts]
    alike = [other for other in pool if other.value == said.value or _same_figures(said, other)]
    if _VERSION.search(sight.line.text[: said.start]) and said.unit in ("", VERSION):
        kind, why = "version", "記事にない版"
    elif alike and not comparable(alike[0].unit, said.unit):
        kind = "money" if "money" in (said.kind, alike[0].kind) else "unit"
        why = "単位が記事とちがう"
    else:
        kind, why = "number", "記事にない数"
    same_unit = [other for other in pool if other.unit == said.unit]
    nearest = alike or same_unit or [one for one in pool if comparable(one.unit, said.unit)]
    return Doubt(kind, said.text, nearest[0].text if nearest else sight.nearest, why)


def _same_figures(said: Amount, other: Amount) -> bool:
    return re.sub("[^0-9]", "", said.text) == re.sub("[^0-9]", "", other.text) != ""


# ── how far it holds ─────────────────────────────────────────────────────────────────────


_OUTRIGHT: Final = re.compile(
    "[^、。\\d]{0,3}?(?:以上|以下|未満|以内|超(?!え)|足らず|に(?:も|は)?満たな)"
)
_OF_ALL_MARKS: Final = re.compile("満点")
"""10点満点 is at most ten."""

_AT_MOST: Final = re.compile(
    "(?:最[大低小高長短]|少なくとも|[多長短遅早重軽高安]くても|上限は?|下限は?)(?:約|で)?\\Z"
)


def _is_bounded_outright(said: Amount, line: str) -> bool:
    """Whether a word that does nothing else bounds a number: 12時間以上, 多くても21億ドル."""
    before = line[max(0, said.start - 6) : said.start]
    return bool(_OUTRIGHT.match(line, said.end) or _AT_MOST.search(before))


def _unbounded(said: Amount, found: Sequence[Placed], sight: Sight) -> Doubt | None:
    near = [(one, other) for one, other in found if one in sight.near] or found
    if any(_holds(said, one, other, sight) for one, other in near):
        return None
    told = max(sight.topics[one.at] for one, _ in near)
    if any(
        _holds(said, one, other, sight)
        for one, other in found
        if sight.topics[one.at] >= _AS_NEAR * told or told < _HALF_TOLD
    ):
        return None
    source = near[0][1]
    if _OF_ALL_MARKS.match(sight.line.text, said.end):
        return None
    if not source.bound and not source.about and not _is_bounded_outright(said, sight.line.text):
        return None
    if not said.bound and source.bound in (LOW, UNDER):
        return None
    if source.bound == HIGH and not said.bound and _AS_MUCH.match(sight.line.text, said.end):
        return None
    why = (
        "「約」が落ちている"
        if source.about and not source.bound and not said.bound
        else f"記事では{NAMES.get(source.bound, source.bound)}"
    )
    return Doubt("range", said.text, near[0][0].text, why)


_ABOVE_THAT: Final = re.compile(
    r"(?:それ|これ)(?:以上|を(?:超|上回))|(?:Above|Beyond|Over) (?:that|this|it)\b|"
    r"Anything (?:above|over|more)"
)


def _holds(said: Amount, place: Statement, source: Amount, sight: Sight) -> bool:
    after = sight.statements[place.at + 1].text if place.at + 1 < len(sight.statements) else ""
    told = f"{place.text} {after}" if _ABOVE_THAT.match(after) else place.text
    return so_bounded(said, source, sight.line.text, told)
