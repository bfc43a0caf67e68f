"""The clauses of a sentence: what each is about, denies, has done and has yet to come.

A line that tells one clause of a long sentence is held against that clause, whatever words it
uses: 罰則は設けない denies the 罰則 that a line has "in it".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.clause_english import (
    ASIDE,
    english_spans,
    is_ahead_in_english,
    is_denied_in_english,
    is_done_in_english,
    subject_before,
)
from broadcaster.writing.facts.claims.english import negative_english
from broadcaster.writing.facts.claims.likeness import SPEAKING
from broadcaster.writing.facts.claims.predications import denied
from broadcaster.writing.facts.claims.statements import phrase_before
from broadcaster.writing.facts.sight import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word
    from broadcaster.writing.facts.claims.statements import Statement

_MARKS: Final = frozenset(("は", "が", "も", "を", "まで", "さえ", "には", "では"))
_OF_IT: Final = "について"
_ENDING: Final = 18
"""How much of a Japanese clause's end is its grammar, in characters."""


@dataclass(frozen=True, slots=True)
class Clause:
    """statement.text[start:end].

    keys: its terms. said: what it says last; spoken: that somebody
    says so. about: those of them that は, が, も or を mark, and the sentence's
    topics (は); closest: the last of them. plain: it ends on a verb as the dictionary has it, as
    news says of what will be.
    """

    statement: Statement
    start: int
    end: int
    text: str
    keys: frozenset[str]
    said: str
    spoken: bool
    about: frozenset[str]
    topics: frozenset[str]
    denied: bool
    done: bool
    to_come: bool
    plain: bool = False
    closest: str = ""


def clauses_of(statement: Statement) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order; one without an ending of its own shares the next's."""
    if not statement.words:
        return tuple(_english(statement))
    found = list(_japanese(statement))
    for at in range(len(found) - 2, -1, -1):
        if _COMPLETED.search(found[at].text):
            found[at] = replace(found[at], done=True, to_come=False)
        elif _hangs_on(found[at]) and not found[at].done and not found[at].to_come:
            planned = bool(_PLANNED.search(found[at + 1].text)) and found[at + 1].to_come
            past = _has_past(statement, found[at + 1].start, found[at + 1].end)
            found[at] = replace(found[at], done=past, to_come=planned)
    return tuple(found)


_COMPLETED: Final = re.compile("(?:終え|終わり|完了し|済ませ)\\Z")
"""展開を終え、点検を進めている: it is done, whatever comes after."""


# ── Japanese ─────────────────────────────────────────────────────────────────────────────


def _hangs_on(clause: Clause) -> bool:
    """着工し、…を目指す: the time is told at the end."""
    inside = [w for w in clause.statement.words if clause.start <= w.start < clause.end]
    last = next((word for word in reversed(inside) if word.pos != "記号"), None)
    if last is None:
        return False
    return (last.pos == "動詞" and last.cform.startswith("連用")) or last.surface in (
        "て",
        "で",
        "ず",
    )


_SPOKEN: Final = re.compile(
    "と(?:し(?:た|てい|て\\Z)|する|の(?:考え|見方|見解|認識|立場)|話|述べ|語|言|い[うっ]|書[いきく]|答え|つぶや|返[事答]|約束|予告|締めくく|説明|発表|明らか|主張|強調|"
    "コメント|指摘|み[るて]|見|考え|思)|(?:と|って)[^、。「」とをが]{0,12}(?:発表|公表|明らかに|話し|述べ|語っ|言っ|いっ|説明)|(?:計画|方針|予定|考え|意向)[をも](?:明らか|発表|示し|打ち出|公表)|んだって|そうなの|そうだ|そうで|(?<=[うくぐすつぬぶむるたいだ])(?:という|っていう)|とのこと|"
    "[こそ]う(?:続け|話|述べ|語|言|指摘|説明|付け加え|書[いき]|答え|締めくく)"
)
_SHORTEST: Final = 3
_GOING_ON: Final = re.compile(
    "(?:て|(?<=ん)で)(?:い[るたてなま]|お[りる])|(?<=[しっいんき])て[るた]|中(?:だ|で|\\Z)"
)
_INTENT: Final = re.compile(
    "(?:待っ|予定|計画|検討|想定|予想|予測|期待|調整|準備|協議|模索|視野に入れ|目指|見込(?:[まん]|み)|考え|急い|求め|"
    "(?:協議|交渉|検討|準備|調整|議論|話し合い)[をが](?:進め|続け|続い|重ね))[しされんで]{0,2}て(?:い[るたてなま]|お[りる]|る)"
)
"""今秋を予定している: what goes on is only the plan."""

_PLANNED: Final = re.compile("予定|計画|方針|見込|見通|目指|つもり|考えだ|たい考え")
_AHEAD: Final = re.compile(
    "予定|計画|方針|見込|見通|目指|つもり|考えだ|たい考え|これから|今後|来(?:年|春|夏|秋|冬|月|週|季|期|シーズン|場所)|年内|へ\\Z|ことになっ"
)


def _japanese(statement: Statement) -> Iterator[Clause]:
    topics: frozenset[str] = frozenset()
    for start, end in _spans(statement):
        text = statement.text[start:end].strip("。!?、 ")
        about, topic, closest = _marked(statement, start, end)
        topics |= topic
        event = _event(text)
        said, spoken = _said(statement, start, end)
        yield Clause(
            statement, start, end, text, _keys(statement, start, end),
            said, spoken, about | topics, topics,
            denied="しか" not in event and _is_denied(_ending_of(event)),
            done=_is_done(statement, start, start + len(event), event),
            to_come=bool(_AHEAD.search(text)),
            plain=_is_plain(statement, start, start + len(event)), closest=closest,
        )  # fmt: skip


def _spans(statement: Statement) -> Iterator[tuple[int, int]]:
    """The clauses that have a verb; what has none goes with what follows: 政府は19日、…."""
    opened: int | None = None
    last = 0
    for start, end in clauses(statement.text):
        opened, last = start if opened is None else opened, end
        inside = [word for word in statement.words if opened <= word.start < end]
        if not _dangles(inside):
            yield opened, end
            opened = None
    if opened is not None:
        yield opened, last


_VERBAL: Final = frozenset(("動詞", "形容詞", "助動詞"))


def _dangles(words: Sequence[Word]) -> bool:
    """対応した版を、 or 政府は19日、: the verb is yet to be said."""
    last = next((word for word in reversed(words) if word.pos != "記号"), None)
    if last is None or "".join(word.surface for word in words).rstrip("、 ").endswith(_OF_IT):
        return True
    if last.pos1 == "格助詞" and last.surface in ("を", "に", "へ", "が"):
        return True
    counted = last.pos1 == "数" or last.pos2 == "助数詞"
    return last.pos == "名詞" and (counted or not any(word.pos in _VERBAL for word in words))


def _keys(statement: Statement, start: int, end: int) -> frozenset[str]:
    return frozenset(term.key for term in statement.terms if start <= term.start < end)


def _said(statement: Statement, start: int, end: int) -> tuple[str, bool]:
    """The key of the last thing said in a clause, and whether it ends on somebody's saying so."""
    said = [
        one.key for one in statement.predications
        if start <= one.start < end and not one.attributive
    ]  # fmt: skip
    told = next((key for key in reversed(said) if key not in SPEAKING), "")
    return told, bool(said) and said[-1] in SPEAKING


def _marked(
    statement: Statement, start: int, end: int
) -> tuple[frozenset[str], frozenset[str], str]:
    """The terms before は, が, も and を in a clause, and all in the phrases before は."""
    ending = {term.end: term.key for term in statement.terms}
    about: dict[str, None] = {}
    topics: set[str] = set()
    for at, word in enumerate(statement.words):
        marks = word.surface in _MARKS or statement.text.startswith(_OF_IT, word.start)
        if not start <= word.start < end or word.pos != "助詞" or not marks:
            continue
        named = _PLANNED_OF.search(statement.text, 0, word.start)
        if key := ending.get(named.start() if named else word.start):
            about.pop(key, None)
            about[key] = None
        if word.surface == "は":
            phrase = word.start - len(phrase_before(statement.text, statement.words, at))
            topics |= _keys(statement, max(start, phrase), word.start)
    return frozenset(about), frozenset(topics), next(reversed(about), "")


_PLANNED_OF: Final = re.compile("の(?:予定|計画|方針|見込み|可能性|必要|つもり)\\Z")
"""続編の計画(はない): what is said of the plan is said of the thing."""


def _event(text: str) -> str:
    """A clause without who says so: 流出していない(としている)."""
    spoken = _SPOKEN.search(text, _SHORTEST)
    return text[: spoken.start()] if spoken else text


_NAMED: Final = re.compile(
    "な(?:い|かった)(?:こと|の|点|ため|まま|状態)(?!は|もな|もあり|[だかで])"
)


_ARGUMENT: Final = re.compile(
    "[をが]|も(?!しれ)|(?<!と)は(?!な|あり|ず)|とは(?!な|あり|ず|[言い限])"
)


def _ending_of(event: str) -> str:
    """From its last subject or object on: 手間(がなくなる)."""
    marks = [match.start() for match in _ARGUMENT.finditer(event)]
    return event[max(marks[-1] if marks else 0, len(event) - _ENDING) :]


def _is_denied(ending: str) -> bool:
    """更新していなかったことだった says what is so."""
    told = _RATHER.sub("", ending)
    return denied(told) and not _NAMED.search(told)


_RATHER: Final = re.compile(
    "(?:では|じゃ)なく(?:て、?|、)?(?=[^、。]{2})|(?:ずに|ないで)(?=[^、。はもい])"
)
"""第5版ではなく第4版に従い, 腐らずに残る: what was done is told."""


def _is_done(statement: Statement, start: int, end: int, event: str) -> bool:
    """Whether た follows the last verb of statement.text[start:end]; 出す予定だった has both."""
    told = _INTENT.sub("", event) if _INTENT.search(event) else event
    past = _has_past(statement, start, end + 1) and not _INTENT.search(event)
    return past or bool(_GOING_ON.search(told[-_ENDING // 2 :]))


def _has_past(statement: Statement, start: int, end: int) -> bool:
    inside = [word for word in statement.words if start <= word.start < end]
    own = [at for at, word in enumerate(inside) if word.pos1 == "自立" and word.pos != "名詞"]
    return any(word.ctype == "特殊・タ" for word in inside[own[-1] if own else 0 :])


_STATES: Final = re.compile(
    "(?:[えけせてねめれげべ]る|[上下]回る|占める|ある|いる|できる|持つ|対応する|当たる|なる)\\Z"
)


def _is_plain(statement: Statement, start: int, end: int) -> bool:
    """建設する, of a deed and no state."""
    inside = [word for word in statement.words if start <= word.start < end]
    last = next((word for word in reversed(inside) if word.pos != "記号"), None)
    if last is None or last.pos != "動詞" or last.cform != "基本形":
        return False
    return not _STATES.search(statement.text[start : last.end])


# ── English ──────────────────────────────────────────────────────────────────────────────


def _english(statement: Statement) -> Iterator[Clause]:
    for start, end in english_spans(statement.text):
        aside = ASIDE.search(statement.text, start, end)
        own = _keys(statement, start, end)
        if aside:
            yield _english_clause(statement, (start, aside.end("aside")), own, aside["aside"])
            own -= _keys(statement, *aside.span("aside"))
        subject = subject_before(statement.text, start)
        shared = _keys(statement, 0, subject) if subject else frozenset()
        yield _english_clause(statement, (start, end), own, "", shared)


def _english_clause(
    statement: Statement,
    span: tuple[int, int],
    keys: frozenset[str],
    aside: str,
    shared: frozenset[str] = frozenset(),
) -> Clause:
    """aside: what is said of whom the clause is about. shared: a subject named before it."""
    text = statement.text[slice(*span)].strip()
    own = keys & _keys(statement, *span)
    event = aside or text
    return Clause(
        statement, *span, text, own, "", False, own | shared, frozenset(),
        denied=negative_english(aside) if aside else is_denied_in_english(text),
        done=is_done_in_english(event), to_come=is_ahead_in_english(event),
    )  # fmt: skip
