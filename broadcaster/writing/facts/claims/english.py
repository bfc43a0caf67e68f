"""What an English word says of something: the words before it in its clause say how."""

from __future__ import annotations

import re
from typing import Final

from broadcaster.writing.facts.claims.predications import (
    OPEN,
    PAST,
    PLANNED,
    POSSIBLE,
    WEIGHED,
    Predication,
)

_EN_NOT: Final = re.compile(
    r"\b(?:not|never|nobody|none|nothing|no|nor|neither|without|cannot|unlikely|"
    r"fail(?:ed|s)? to|declin(?:e[ds]?|ing) to|refus(?:ed|es) to|"
    r"yet to|stop(?:s|ped)?(?= \w+ing|\s*\Z)|unable|den(?:y|ied|ies)|"
    r"hardly|barely|scarcely|rule out)\b|n't\b",
    re.IGNORECASE,
)
_EN_POSSIBLE: Final = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|likely|(?<!than )expect(?:s|ed)?(?! by)|"
    r"forecasts?|predicts?|appears?|seems?|alleged(?:ly)?|"
    r"believed|thought|estimated?|probably)\b",
    re.IGNORECASE,
)
_EN_PLANNED: Final = re.compile(
    r"\b(?:will|would|plans?|planned|planning|intends?|aims?|going to|set to|due to|scheduled|"
    r"hopes?)\b|'ll\b|\bto (?:\w+ly )?\Z",
    re.IGNORECASE,
)
_EN_WEIGHED: Final = re.compile(
    r"\b(?:consider(?:s|ed|ing)?|discuss(?:es|ing)?|in talks|talks|negotiat\w+|consult(?:s|ing)|"
    r"weigh(?:s|ing)?(?= (?:up|a|an|the|whether|plans?)\b)|"
    r"explor(?:es|ing)|propos(?:es|ed|ing)|mulls?|mulling)\b",
    re.IGNORECASE,
)
_EN_PLURAL: Final = re.compile(r"[^su]s\Z")
"""listens to bridges: no infinitive ends so."""

_EN_PAST: Final = re.compile(r"\b(?:has|have|had|was|were|did)\b", re.IGNORECASE)
_EN_PRESENT: Final = re.compile(r"\b(?:is|are|be|being)(?: \w+ly)? \Z")
"""is released: no past, though the word looks like one."""

_EN_BY_MEANS: Final = re.compile(r"\bused (?!to\b)[^,;]*? to (?:\w+ly )?\Z")
"""used contracts to shut out rivals: so it did."""

_EN_JOINT: Final = re.compile(
    r"(?<!not )(?<!n't )\b(?:because|although|though|whereas|who|whose|which)\b", re.IGNORECASE
)
"""What a clause denies before one of these is not denied after it."""

_EN_LOOKS_BACK: Final = 45
_EN_PLAINLY: Final = re.compile(
    r"\b(?:will|would|plans?|planned|planning|intends?|aims?|going to|set to|scheduled|due in|"
    r"due on|due to (?!the|a|an|its|higher|lower)|slated|upcoming|hopes?)\b|'ll\b",
    re.IGNORECASE,
)


def predicated(key: str, start: int, end: int, sentence: str, *, past: bool) -> Predication:
    """The predication of an English word: the words before it in its clause say how."""
    clause = max(sentence.rfind(mark, 0, start) for mark in ",;:.") + 1
    joined = max(sentence.rfind(word, clause, start) for word in (" and ", " but ", " while "))
    before = sentence[max(clause, joined, start - _EN_LOOKS_BACK) : start]
    planned, certainty = bool(_EN_PLANNED.search(before)), ""
    planned = planned and not _EN_BY_MEANS.search(sentence, clause, start)
    if _EN_PLURAL.search(sentence[start:end]) and not _EN_PLAINLY.search(before):
        planned = False
    if _EN_WEIGHED.search(before):
        certainty = WEIGHED
    elif _EN_POSSIBLE.search(before):
        certainty = POSSIBLE
    elif planned:
        certainty = PLANNED
    done = (past and not _EN_PRESENT.search(before)) or bool(_EN_PAST.search(before))
    to_come = planned and not (past and not before.rstrip().endswith("to"))
    tense = OPEN if to_come else PAST if done else ""
    return Predication(
        key,
        sentence[start:end],
        start,
        end,
        _denied_by(before, sentence[start:end]),
        tense,
        certainty,
        passive=bool(past and _EN_PASSIVE.search(sentence, clause, start)),
        subjects=_english_subjects(sentence, clause, start, end),
    )


def _denied_by(before: str, word: str) -> bool:
    """is not affected because it uses: no word of the reason is denied."""
    joints = [match.start() for match in _EN_JOINT.finditer(before + word)]
    return bool(_EN_NOT.search(before[joints[-1] if joints else 0 :]))


_EN_DAYS: Final = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "In",
        "On",
        "At",
        "The",
        "It",
        "They",
        "He",
        "She",
        "We",
        "I",
        "This",
        "That",
        "There",
        "But",
        "And",
    ]
)
_EN_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9.&'-]*(?: (?:[A-Z][A-Za-z0-9.&'-]*|of|the|de|van))*")


_EN_DOER: Final = re.compile(rf"{_EN_NAME.pattern}|\b(?:it|they|he|she|which|who|that)\b")
_EN_QUOTED: Final = re.compile('["“][^"“”]*["”]')
_EN_AFTER: Final = re.compile(rf"\s+(?:[a-z-]+ ){{0,4}}(?P<who>{_EN_NAME.pattern})")
_EN_PASSIVE: Final = re.compile(r"\b(?:was|were|been|be|is|are)(?: \w+ly)? \Z")


def _english_subjects(sentence: str, clause: int, start: int, end: int) -> tuple[str, ...]:
    """The capitalised name before a verb in its clause, or right after it (said Marsh)."""
    sentence = _EN_QUOTED.sub(lambda found: " " * len(found[0]), sentence)
    before = [name for name in _EN_DOER.findall(sentence, clause, start) if name not in _EN_DAYS]
    after = _EN_AFTER.match(sentence, end)
    if not before and sentence[clause - 1 : clause] == ",":
        before = [one for one in _EN_NAME.findall(sentence, 0, clause) if one not in _EN_DAYS]
    names = before[-1:] or ([after["who"].strip()] if after else [])
    return tuple(name for name in names if name[0].isupper())


_PLURAL: Final = re.compile("[A-Z]{2,}s")
_ENDINGS: Final = (("ing", 4), ("ied", 3), ("ies", 3), ("ed", 4), ("es", 4), ("s", 3), ("e", 4))
"""Each with how many letters must stand before it."""

_DOUBLED: Final = re.compile(r"([bdgmnprt])\1\Z")


def stem_of(word: str) -> str:
    """An English word in small letters without its ending; names as they are."""
    if _PLURAL.fullmatch(word):
        return word[:-1].lower()
    if not word.islower():
        return word.lower()
    if word.endswith("ss"):
        return word
    if word.endswith("sses"):
        return word[:-2]
    for ending, root in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= root:
            bare = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            return _DOUBLED.sub(r"\1", bare)
    return word


def negative_english(sentence: str) -> bool:
    """Whether anything in an English sentence is denied."""
    return bool(_EN_NOT.search(sentence))


def certainty_in_english(sentence: str) -> frozenset[str]:
    """Every certainty that words of an English sentence give to anything."""
    marks = ((POSSIBLE, _EN_POSSIBLE), (WEIGHED, _EN_WEIGHED), (PLANNED, _EN_PLAINLY))
    return frozenset(name for name, words in marks if words.search(sentence))
