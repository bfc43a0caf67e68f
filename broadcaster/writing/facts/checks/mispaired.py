"""Does a number stand beside what it stands beside in its article, or beside another's words?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.partitions import is_each, is_part
from broadcaster.writing.facts.checks.reckoned import DIFFERENCE
from broadcaster.writing.facts.checks.wholes import says
from broadcaster.writing.facts.doubt import Doubt
from broadcaster.writing.facts.quantities.amount import VERSION
from broadcaster.writing.facts.quantities.becoming import other_end
from broadcaster.writing.facts.quantities.extents import equal
from broadcaster.writing.facts.sight import clause_of, labels, same, stretch
from broadcaster.writing.facts.times.moment import agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.sight import Sight
    from broadcaster.writing.facts.times.moment import Moment

    Placed = tuple[Statement, Amount]

_FROM: Final = re.compile(r"\bfrom (?:about |around |roughly |nearly )?\Z")


def mispaired(
    said: Amount, found: Sequence[Placed], sight: Sight, used: Sequence[Amount]
) -> Doubt | None:
    """A doubt where a number that the article has is of something else there.

    found: where the article has it. used: amounts of the article from which the line's follow.
    """
    told = (
        (_of_its_counter(said, found, sight), "記事では別の数"),
        (_beside_its_fellow(said, found, sight), "記事では別の数と並ぶ"),
        (other_end(said, found, sight.line.text), "記事では変わる前と後が逆"),
        (_only_how_far(said, found, sight), "記事では変化の幅"),
        (_of_another_day(said, found, sight), "記事では別の時の数"),
        (_plainly_of_another(said, found, sight, used), "記事では別のものの数"),
        (_of_nothing_told(said, found, sight), "記事では別のところの数"),
        (_of_shared_words(said, found, sight, used), "記事では別のものの数"),
    )
    return next((Doubt(said.kind, said.text, one.text, why) for one, why in told if one), None)


def _of_its_counter(said: Amount, found: Sequence[Placed], sight: Sight) -> Amount | None:
    """What is counted in the line's 9人, where the article has 9社 alone."""
    if not said.counter or not all(_counts_others(said, other) for _, other in found):
        return None
    for rival in (rival for one in sight.near for rival in one.amounts):
        told = (mine.counter == rival.counter and same(mine, rival) for mine in sight.line.amounts)
        if rival.counter == said.counter and not any(told):
            return rival
    return None


def _of_shared_words(
    said: Amount, found: Sequence[Placed], sight: Sight, used: Sequence[Amount]
) -> Amount | None:
    """What stands beside the line's words, where the article's own number shares none of them."""
    own = frozenset(map(sight.key, labels(sight.line, said)))
    if not own or any(own & labels(one, other) for one, other in found):
        return None
    if any(_on_its_day(said, one, other, sight) for one, other in found):
        return None
    topic = max(sight.topics[one.at] for one, _ in found)
    for one in sight.near:
        for rival in one.amounts:
            if rival.unit != said.unit or equal(said, rival) or rival in used:
                continue
            told_both = any(same(mine, rival) for mine in sight.line.amounts)
            pointed = not said.unit and "." in said.text and "." in rival.text
            if not (told_both or said.unit == VERSION or pointed):
                continue
            if is_each(one.text, rival):
                continue
            if any(how(one, rival) and not how(sight.line, said) for how in (is_change, _is_off)):
                continue
            shared = own & labels(one, rival)
            beside = any(one is place for place, _ in found)
            elsewhere = topic < 0.4 * sight.topics[one.at] and not any(
                same(mine, rival) for mine in sight.line.amounts
            )
            if (shared and beside and not _fits(said, rival, found, sight)) or (
                len(shared) > 1 and elsewhere
            ):
                return rival
    return None


def _only_how_far(said: Amount, found: Sequence[Placed], sight: Sight) -> Amount | None:
    """見込みは12億円, of what is 12億円多い96億円: how far it went, told for how much it is."""
    if not said.unit or says(DIFFERENCE, sight.line.text) or is_change(sight.line, said):
        return None
    if not all(place is sight.near[0] and is_change(place, one) for place, one in found):
        return None
    levels = (
        one for one in sight.near[0].amounts
        if one.unit == said.unit and not is_change(sight.near[0], one)
    )  # fmt: skip
    return next((one for one in levels if not any(same(mine, one) for mine in sight.told)), None)


def _of_another_day(said: Amount, found: Sequence[Placed], sight: Sight) -> Amount | None:
    """去年は630万人, of "5.8 million last year, below the 6.3 million of 2019"."""
    days = _days_of(sight.line, said)
    places = [one for place, one in found if place is sight.near[0]]
    small = bool(places) and not places[0].unit and places[0].value < _LARGE
    if not days or small or len(places) != 1 or len(found) != 1:
        return None
    place = sight.near[0]
    if any(agree(day, other, sight.today) for day in days for other in _days_of(place, places[0])):
        return None
    for rival in place.amounts:
        told = any(same(mine, rival) for mine in sight.told)
        if told or not _as_counted(rival, places[0]) or _moves(place, rival):
            continue
        theirs = [day for day in _days_of(place, rival) if day.grain == days[0].grain]
        if any(agree(days[0], day, sight.today) for day in theirs):
            return rival
    return None


def _on_its_day(said: Amount, place: Statement, source: Amount, sight: Sight) -> bool:
    """5年前は705グラム, of 5年前の705グラム."""
    theirs = _days_of(place, source)
    alone = len(sight.line.moments) == 1
    mine = sight.line.moments if alone else _days_of(sight.line, said)
    return any(agree(one, day, sight.today) for one in mine for day in theirs)


_LARGE: Final = 1000


def _as_counted(rival: Amount, mine: Amount) -> bool:
    """Of one unit, or "the 6.3 million" beside 5.8 million passengers."""
    large = min(rival.value, mine.value) >= _LARGE
    return rival is not mine and (rival.unit == mine.unit or (large and not mine.unit))


def _days_of(place: Statement, amount: Amount) -> list[Moment]:
    start, end = stretch(place, amount)
    return [one for one in place.moments if start <= one.start and one.end <= end]


def _of_nothing_told(said: Amount, found: Sequence[Placed], sight: Sight) -> Amount | None:
    """小学生は1830円, of 小学生は1800円, where 1830円 stands in a sentence about shares."""
    place = sight.near[0]
    if not said.unit or any(sight.topics[one.at] > 0 or one in sight.near for one, _ in found):
        return None
    own = frozenset(map(sight.key, labels(sight.line, said)))
    for rival in place.amounts:
        told = any(same(mine, rival) for mine in sight.told)
        if not told and rival.unit == said.unit and own & labels(place, rival):
            return rival
    return None


_PLAINLY: Final = 3
_OF_WHICH: Final = re.compile("の?(?:うち|中|内)")


def _plainly_of_another(
    said: Amount, found: Sequence[Placed], sight: Sight, used: Sequence[Amount]
) -> Amount | None:
    """連携は13歳以上, of 利用は13歳以上、連携は18歳以上: what the line's words tell there."""
    of_kind = [(one, other) for one, other in found if other.unit == said.unit != ""]
    if len(of_kind) != 1 or of_kind[0][0] is not sight.near[0]:
        return None
    if _OF_WHICH.match(sight.line.text, said.end):
        return None
    place, mine = of_kind[0]
    end = stretch(sight.line, said)[1]
    own = frozenset(sight.key(term.key) for term in sight.line.terms if term.start < end)
    for rival in place.amounts if not _moves(place, mine) else ():
        alike = (rival.unit, rival.bound, rival.side) == (mine.unit, mine.bound, mine.side)
        told = any(same(one, rival) for one in sight.told)
        if rival is mine or told or not alike or _moves(place, rival) or rival in used:
            continue
        if is_each(place.text, rival) or is_part(place.text, mine, rival):
            continue
        of_rival = own & labels(place, rival) - labels(place, mine)
        of_mine = own & labels(place, mine)
        if len(of_rival) >= _PLAINLY - 1 and len(of_rival) >= _PLAINLY * len(of_mine):
            return rival
    return None


_ONWARDS: Final = re.compile("(?:へ|に)(?:と|は)?[一-龠]|まで")


def _moves(place: Statement, amount: Amount) -> bool:
    """Whether it starts or ends a change, or is one: it shares its words with the other end."""
    before = place.text[max(0, amount.start - 3) : amount.start]
    return (
        is_change(place, amount)
        or _is_from(place.text, amount)
        or "から" in before
        or bool(_ONWARDS.match(place.text, amount.end))
    )


def _counts_others(said: Amount, other: Amount) -> bool:
    """Whether the two count different things: 9人 and 9社, but not 90分 and 1時間半."""
    alike = said.unit == other.unit != "" or "キロ" in (said.unit, other.unit)
    return other.counter not in ("", said.counter) and not alike


def _fits(said: Amount, rival: Amount, found: Sequence[Placed], sight: Sight) -> bool:
    """Whether the line tells both, and not each with what the article says of the other."""
    line = sight.line
    turned = [is_change(line, said) and is_change(place, other) for place, other in found]
    if any(turned) and not any(is_change(place, rival) for place, _ in found):
        return True
    if rival.side and any(other.side not in ("", rival.side) for _, other in found):
        return True
    mine = next((one for one in line.amounts if same(one, rival)), None)
    if mine is None:
        return any(same(one, rival) for one in sight.told)
    own = frozenset(map(sight.key, labels(line, mine)))
    for place, other in found:
        if is_change(place, rival) and not is_change(place, other):
            return is_change(line, mine) and not is_change(line, said)
        mine_from, theirs_from = _is_from(line.text, said), _is_from(place.text, other)
        if _is_from(line.text, mine) or mine_from:
            return mine_from == theirs_from or not (theirs_from or _is_from(place.text, rival))
        if own & labels(place, other) - labels(place, rival):
            return False
    return True


_CHANGE: Final = re.compile(
    r"(?:も|分|ぶん|ほど|くらい|ぐらい|以上|近く|余り){0,2}(?:の|だけ)?\s?"
    r"(?:増|減|延|伸|長[くいか]|短[くいか]|高[くいか]|安[くいか]|上[がげ回乗]|上昇|下[がげ回]|下落|低下|縮|早[くいかまめ]|遅[くいかれ]|"
    r"[高安増減](?:の|、|。|\Z)|重[くいか]|軽[くいか]|多[くいか]|少な|広[くいが]|深[くいか]|速[くいか]|更新|塗り替|引き[上下]|値[上下]|"
    r"アップ|ダウン|プラス|マイナス|改善|悪化|小さ|大き|浅[くいか]|薄[くいか]|厚[くいか]|太[くいか]|細[くいか]|狭[くいか]|暖か|涼し|"
    r"寒[くいか]|暑[くいか]|熱[くいか]|冷|静か|うるさ|明る|暗[くいか]|近[くいか]|遠[くいか]|若[くいか]|強[くいか]|弱[くいか]|下だ|上だ|開|繰り[上下]|前倒|後ろ倒|ずれ|"
    r"(?:long|short|high|low|heavi|light|clos|larg|small|great|fast|slow|earli|lat|cheap|deep|wid)er|"
    r"more|less|fewer|later|up|down|(?:over|under|too|ahead|behind)\b|increase|decrease|rise|drop|fall)"
)


def is_change(place: Statement, amount: Amount) -> bool:
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
