"""What somebody said in so many words, and who."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.english_sentences import GOES_ON
from broadcaster.writing.facts.claims.statements import phrase_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.claims.statements import Statement

_QUOTED: Final = re.compile(r"[「『“]([^「」『』“”]+)[」』”]")
_ENGLISH: Final = re.compile(r'["“]([^"“”]{3,400})(?:["”]|\Z)')
_MARKS: Final = re.compile(r"[\s、。,.!?！？・]+")
_SAYS: Final = re.compile(r"(?:だ|なんだ)?(?:などと|と|って|との)(?!いう(?:名|題|モデル|船|雑|番))")
_AFTER: Final = re.compile(r"(?:と|って)、?(?P<who>[^、。「」はが]{2,24}?)[はが]")
_HEARD: Final = re.compile(
    "(?:などと|と|って)[^。、「」はが]{0,8}?(?:言われ|いわれ|告げられ|頼まれ|聞かされ|だまされ|誘われ|脅され|迫られ|怒られ|褒められ|"
    "注意され|指摘され|説明され|伝えられ|教えられ|要求され|うそをつかれ|(?:うそ|嘘|話|説明|連絡|電話)を(?:され|言われ|いわれ|つかれ|受け|聞))"
)
"""「…」とうそを言われて: whoever that happened to has not said it."""

_POINTED: Final = re.compile(
    r"(?:などと|と|って|との)[^。「」]{1,24}?(?<!も)の[はが]、?(?P<who>[^、。「」]{2,40}?)(?:なの|だった|だ|です|でし|さ?、|。|!|\Z)"
)
"""「…」と会見で強調したのは、園部社長なのだ."""


_IN_HIS_WORDS: Final = re.compile(
    r"(?P<who>[^、。「」はが]{2,40}?)(?:が|の|に)(?:言う|いう|話す|語る|説明する|言わせる|言わせれ)(?:に|ところで|こと)?[はば]、?\Z"
)
"""早瀬さんが言うには「…」."""

_HAS_ITS_VERB: Final = re.compile("(?:けれども|けれど|けど|ものの|一方で|[たるいだ]が)、?\\Z")
"""値上げの波は弱まっているけど「…」: not the wave says so."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words at text[start:end] of a statement; speaker: the phrase that names him."""

    said: str
    start: int
    end: int
    speaker: str
    reported: bool


def quotations(statement: Statement) -> tuple[Quotation, ...]:
    """What stands in Japanese quotation marks, in order."""
    return tuple(_found(statement))


def _found(statement: Statement) -> Iterator[Quotation]:
    text = statement.text
    for match in _QUOTED.finditer(text):
        reported = bool(_SAYS.match(text, match.end()))
        told = reported and not _HEARD.match(text, match.end())
        speaker = _speaker(statement, match) if told else ""
        yield Quotation(match[1], match.start(), match.end(), speaker, reported)


def _speaker(statement: Statement, quoted: re.Match[str]) -> str:
    """Whom 〜のは points at, or the は before the mark opens or right after 「…」と, or the が."""
    if pointed := _POINTED.match(statement.text, quoted.end()):
        return pointed["who"]
    if told := _IN_HIS_WORDS.search(statement.text, 0, quoted.start()):
        return told["who"]
    after = _AFTER.match(statement.text, quoted.end())
    return (
        _before(statement, quoted.start(), "はも")
        or (after["who"] if after else "")
        or _before(statement, quoted.start(), "はが")
    )


def _before(statement: Statement, start: int, marks: str) -> str:
    """The phrase that the nearest of these particles marks, of those whose verb is yet to come."""
    words = statement.words
    for at in range(len(words) - 1, 0, -1):
        word = words[at]
        if word.end > start or word.pos != "助詞" or word.surface not in marks:
            continue
        if not _HAS_ITS_VERB.search(statement.text, word.end, start):
            return phrase_before(statement.text, words, at)
    return ""


def bare(text: str) -> str:
    """Words without marks and spaces, by which quotations are compared."""
    return _MARKS.sub("", text)


def quotes_english(texts: Sequence[str]) -> bool:
    """Whether any of the English sentences quotes somebody."""
    return any(_ENGLISH.search(text) for text in texts)


def english_speeches(
    statements: Sequence[Statement], voices: Sequence[str]
) -> list[tuple[Statement, ...]]:
    """The English sentences that quote somebody; those of one quotation stand together.

    voices: for each sentence who speaks it, in a transcript; empty where nobody is named.
    """
    runs: list[list[Statement]] = []
    for one in statements:
        voiced = bool(voices and voices[one.at])
        if one.words or not (voiced or quotes_english([one.text])):
            continue
        if runs and runs[-1][-1].at == one.at - 1 and runs[-1][-1].text.endswith(GOES_ON):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [tuple(run) for run in runs]
