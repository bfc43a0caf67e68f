"""Is it told in other words, where a line denies what its article says, or the reverse?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.kept_back import kept_back
from broadcaster.writing.facts.checks.telling import holding, numbers_shared, with_its_sums
from broadcaster.writing.facts.claims.clause import clauses_of
from broadcaster.writing.facts.claims.concepts import opposites
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.likeness import SPEAKING
from broadcaster.writing.facts.claims.predications import denied
from broadcaster.writing.facts.sight import clause_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.writing.facts.claims.clause import Clause
    from broadcaster.writing.facts.claims.predications import Predication
    from broadcaster.writing.facts.claims.statements import Statement
    from broadcaster.writing.facts.sight import Sight


def denial_is_told(
    said: Predication, near: Sequence[tuple[Statement, Predication]], sight: Sight
) -> bool:
    """Whether a word that the article says with the other sign is told so all the same.

    near: where the article says the word, every time with the other sign.
    """
    if _contrary(said, sight) or _tells_another_speech(said, sight):
        return True
    if not said.negated:
        foreign = not near[0][0].words
        return _turned_back(sight.line) or (foreign and _its_sum_is_not_denied(said, sight))
    return (
        any(_denied_there(one, said, sight) for one in near)
        or _denied_in_its_words(said, sight)
        or _denied_elsewhere(said, sight)
        or kept_back(said, sight)
    )


def _denied_there(told: tuple[Statement, Predication], said: Predication, sight: Sight) -> bool:
    """Whether the clause around what the article says denies anything but what the line does too.

    同意がない複製を禁じていない denies a ban, and no consent.
    """
    place, one = told
    start, end = clause_of(place.text, one.start, one.start + 1)
    clause = place.text[start:end]
    too = {sight.key(other.key) for other in sight.line.predications if other.negated} - {one.key}
    denials = [
        other for other in place.predications if other.negated and start <= other.start < end
    ]
    if denials and all(other.key in too for other in denials):
        return False
    return (
        "c:deny" in place.keys
        or denied(clause)
        or negative_english(clause)
        or (bool(_SHUTS_OUT.search(place.text)) and not _SHUTS_OUT.search(said.text))
    )


def _denied_in_its_words(said: Predication, sight: Sight) -> bool:
    """Whether the clause that shares most with the line's denies, whatever its verb: 対応しない."""
    left, right = clause_of(sight.line.text, said.start, said.start + 1)
    mine = {sight.key(one.key) for one in sight.line.terms if left <= one.start < right}
    around = _clause_around(said, sight)
    places = dict.fromkeys((*sight.near, *sight.telling(mine)))
    told = [
        (
            sum(sight.weights.get(key, 1.0) for key in sorted(mine & one.keys))
            + (sum(numbers_shared(around, one, sight)) if around else 0),
            one.denied,
        )
        for place in places if not place.weak
        for one in clauses_of(place)
    ]  # fmt: skip
    most = max((shared for shared, _ in told), default=0.0)
    return most > 0 and all(is_denied for shared, is_denied in told if shared == most)


def _denied_elsewhere(said: Predication, sight: Sight) -> bool:
    """Whether another sentence denies the word, of something that the line's clause names."""
    mine = _clause_around(said, sight)
    key = sight.key(said.key)
    others = {sight.key(one) for one in mine.keys} - {key} if mine else set()
    return any(one.denied and others & (one.keys | one.about) for one in holding(key, sight))


def _tells_another_speech(said: Predication, sight: Sight) -> bool:
    """Whether what somebody says so is told by a clause that denies nothing: she blamed prices."""
    mine = _clause_around(said, sight)
    speech = mine is not None and mine.spoken and bool(mine.said)
    return speech and said.key in SPEAKING and not _denied_in_its_words(said, sight)


def _clause_around(said: Predication, sight: Sight) -> Clause | None:
    """The line's clause in which something is said."""
    return next((one for one in clauses_of(sight.line) if one.start <= said.start < one.end), None)


def _its_sum_is_not_denied(said: Predication, sight: Sight) -> bool:
    """Whether the clauses in which its amount stands deny nothing: could add $12 million."""
    mine = _clause_around(said, sight)
    if mine is None:
        return False
    source = [one for place in sight.near if not place.weak for one in clauses_of(place)]
    told = with_its_sums(mine, source, sight)
    return bool(told) and not any(one.denied for one in told)


_SHUTS_OUT: Final = re.compile(
    r"に限[らりるっ定]|のみ|だけ|禁[止じ]|無料|無償|不要|免除|"
    r"\b(?:only|limited to|free|waived|bars?|barred|bans?|banned|forbid\w*|prohibit\w*)\b"
)
"""13歳以上に限る: the others cannot."""


def _turned_back(line: Statement) -> bool:
    """Whether a line denies anything at the end of a clause: AではなくB."""
    return any(one.denied or _RATHER.search(one.text) for one in clauses_of(line))


_RATHER: Final = re.compile("(?:では|じゃ)な[いく]")


def _contrary(said: Predication, sight: Sight) -> bool:
    """Whether the opposite is said with the other sign: 下回らなかった, 上回った."""
    return any(
        other.key[2:] in opposites(said.key[2:]) and other.negated != said.negated
        for one in sight.near
        for other in one.predications
    )
