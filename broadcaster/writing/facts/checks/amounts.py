"""Are the numbers of a line in its article, of the same unit, of the same thing, so bounded?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.allowances import allowed, tops
from broadcaster.writing.facts.checks.lengths import lasts
from broadcaster.writing.facts.checks.reckoned import reckoned
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.quantities.amount import VERSION, comparable
from broadcaster.writing.facts.quantities.becoming import other_end
from broadcaster.writing.facts.quantities.bounds import HIGH, NAMES
from broadcaster.writing.facts.quantities.extents import equal, so_bounded
from broadcaster.writing.facts.sight import clause_of, labels, same

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

_AS_MUCH: Final = re.compile("も")
"""900個も収穫できる: as many as that."""

_FROM: Final = re.compile(r"\bfrom (?:about |around |roughly |nearly )?\Z")


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
            other_way = _mispaired(said, found[:_MOST_PLACES], sight, used)
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
            and text.startswith(("に", "で", "のもうけ", "の売", "の利益", "間の"), said.end)
        )
        or (said.value == 1 and said.beside and not said.written)
        or (said.figure == 1 and text.startswith(("あたり", "当たり", "につき"), said.end))
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


# ── there, but of something else ─────────────────────────────────────────────────────────


def _mispaired(
    said: Amount, found: Sequence[Placed], sight: Sight, used: Sequence[Amount]
) -> Doubt | None:
    if said.counter and all(_counts_others(said, other) for _, other in found):
        rivals = [
            rival for one in sight.near for rival in one.amounts
            if rival.counter == said.counter and not any(
                same(mine, rival) and mine.counter == rival.counter for mine in sight.line.amounts
            )
        ]  # fmt: skip
        if rivals:
            return Doubt(said.kind, said.text, rivals[0].text, "記事では別の数")
    if rival := _beside_its_fellow(said, found, sight):
        return Doubt(said.kind, said.text, rival.text, "記事では別の数と並ぶ")
    if rival := other_end(said, found, sight.line.text):
        return Doubt(said.kind, said.text, rival.text, "記事では変わる前と後が逆")
    own = frozenset(map(sight.key, labels(sight.line, said)))
    if not own or any(own & labels(one, other) for one, other in found):
        return None
    topic = max(sight.topics[one.at] for one, _ in found)
    for one in sight.near:
        for rival in one.amounts:
            if rival.unit != said.unit or equal(said, rival) or rival in used:
                continue
            if any(how(one, rival) and not how(sight.line, said) for how in (_is_change, _is_off)):
                continue
            shared = own & labels(one, rival)
            beside = any(one is place for place, _ in found)
            elsewhere = topic < 0.4 * sight.topics[one.at] and not any(
                same(mine, rival) for mine in sight.line.amounts
            )
            if (shared and beside and not _fits(said, rival, found, sight)) or (
                len(shared) > 1 and elsewhere
            ):
                return Doubt(said.kind, said.text, rival.text, "記事では別のものの数")
    return None


def _counts_others(said: Amount, other: Amount) -> bool:
    """Whether the two count different things: 9人 and 9社, but not 90分 and 1時間半."""
    alike = said.unit == other.unit != "" or "キロ" in (said.unit, other.unit)
    return other.counter not in ("", said.counter) and not alike


def _fits(said: Amount, rival: Amount, found: Sequence[Placed], sight: Sight) -> bool:
    """Whether the line tells both, and not each with what the article says of the other."""
    line = sight.line
    if any(_is_change(line, said) and _is_change(place, other) for place, other in found):
        return True
    if rival.side and any(other.side not in ("", rival.side) for _, other in found):
        return True
    mine = next((one for one in line.amounts if same(one, rival)), None)
    if mine is None:
        return any(same(one, rival) for one in sight.told)
    own = frozenset(map(sight.key, labels(line, mine)))
    for place, other in found:
        if _is_change(place, rival) and not _is_change(place, other):
            return _is_change(line, mine) and not _is_change(line, said)
        mine_from, theirs_from = _is_from(line.text, said), _is_from(place.text, other)
        if _is_from(line.text, mine) or mine_from:
            return mine_from == theirs_from or not (theirs_from or _is_from(place.text, rival))
        if own & labels(place, other) - labels(place, rival):
            return False
    return True


_CHANGE: Final = re.compile(
    r"(?:も|分|ぶん|ほど|くらい|ぐらい|以上|近く|余り)?(?:の|だけ)?\s?"
    r"(?:増|減|延|伸|長[くい]|短[くい]|高[くい]|安[くい]|上[がげ回乗]|上昇|下[がげ回]|下落|低下|縮|早[くいまめ]|遅[くいれ]|"
    r"重[くい]|軽[くい]|多[くい]|少な|広[くいが]|深[くい]|速[くい]|更新|塗り替|引き[上下]|値[上下]|"
    r"アップ|ダウン|プラス|マイナス|改善|悪化|"
    r"(?:long|short|high|low|heavi|light|clos|larg|small|great|fast|slow|earli|lat|cheap|deep|wid)er|"
    r"more|less|fewer|later|up|down|increase|decrease|rise|drop|fall)"
)


def _is_change(place: Statement, amount: Amount) -> bool:
    """20分長く, "two hours longer": how far something went, not how much it is."""
    return bool(_CHANGE.match(place.text, amount.end))


_OFF: Final = re.compile(
    r"\s?(?:(?:間|ほど|くらい)?(?:前|後|ぶり)|(?:after|before|later|earlier|ago)\b)"
)


def _is_off(place: Statement, amount: Amount) -> bool:
    """3日後, "two weeks after": how far off in time, not how long."""
    return bool(_OFF.match(place.text, amount.end))


def _is_from(text: str, amount: Amount) -> bool:
    """51.6%から, "from 51.6%": where a change starts."""
    before = _FROM.search(text, max(0, amount.start - 16), amount.start)
    return bool(before) or text.startswith(("から", "だったの", "より"), amount.end)


def _beside_its_fellow(said: Amount, found: Sequence[Placed], sight: Sight) -> Amount | None:
    """3.9から4.2: what stands with 3.9 in the article, where the line has something else."""
    span = clause_of(sight.line.text, said.start, said.end)
    fellows = [
        one for one in sight.line.amounts
        if one is not said and one.unit == said.unit and span[0] <= one.start < span[1]
    ]  # fmt: skip
    for one in sight.near:
        if not fellows or any(one is place for place, _ in found):
            return None
        for fellow in (
            other for other in one.amounts if any(same(mine, other) for mine in fellows)
        ):
            start, end = clause_of(one.text, fellow.start, fellow.end)
            for rival in one.amounts:
                inside = start <= rival.start < end and rival.unit == said.unit
                if inside and not any(same(mine, rival) for mine in sight.line.amounts):
                    return rival
    return None


# ── how far it holds ─────────────────────────────────────────────────────────────────────


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
