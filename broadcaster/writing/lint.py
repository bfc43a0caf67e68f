"""What can be said against a finished script by measuring it.

Length of sentences, variety of endings, pet words, lines heard before, facts that their source
does not license, and how much of a source is copied. What breaks a hard rule is said in
`broken`; the rest is for the operator to judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import morae
from broadcaster.writing.caps import count_word, spoken_sentences
from broadcaster.writing.copying import Copied, copied
from broadcaster.writing.endings import endings_of, longest_run
from broadcaster.writing.findings import Finding
from broadcaster.writing.licensed import licensed
from broadcaster.writing.phrasebook import MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from broadcaster.nouns import Article, Line, Script
    from broadcaster.programme import Character

MOST_MORAE: Final = 60
WORN: Final = "すごい"
"""The word that every host says too often."""

NEVER_ROTATE: Final = ("name", "name_titled", "bye", "notice")
_DISCLOSURE: Final = "disclosure"
_FIGURE: Final = re.compile(r"[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its morae."""

    text: str
    morae: int


@dataclass(frozen=True, slots=True)
class Share:
    """An ending: how often it is heard, its share, and the share the card asks for."""

    name: str
    times: int
    share: float
    wanted: float | None


@dataclass(frozen=True, slots=True)
class Count:
    """A pet word: how often it is said, and how often it may be; None where nothing caps it."""

    word: str
    times: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A frame line that an earlier show said too."""

    text: str
    card: str
    date: str


@dataclass(frozen=True, slots=True)
class Unlicensed:
    """A fact and what of it does not stand in its source; nothing named: it has no source."""

    text: str
    article: str
    missing: tuple[str, ...]

    @property
    def finding(self) -> Finding:
        """What `ok` settles: the same as an edit's finding on the same line."""
        return Finding("出典", self.text, "、".join(self.missing))


@dataclass(frozen=True, slots=True)
class Lint:
    """Everything measured on one script. Shares run from 0 to 1, lengths are in morae.

    measured: every sentence in the order of broadcast. broken: the hard rules that the script
    breaks, in the operator's language.
    """

    sentences: int
    mean: float
    p90: int
    longest: int
    too_long: tuple[Sentence, ...]
    endings: tuple[Share, ...]
    longest_run: int
    max_run: int
    exclaim: float
    most_exclaim: float
    words: tuple[Count, ...]
    repeated: tuple[Repeated, ...]
    unlicensed: tuple[Unlicensed, ...]
    copied: tuple[Copied, ...]
    measured: tuple[Sentence, ...] = ()
    broken: tuple[str, ...] = ()


def lint(
    script: Script,
    character: Character,
    earlier: Sequence[Script],
    articles: Sequence[Article],
    pronounce: Callable[[str], str],
    settled: Collection[str] = (),
) -> Lint:
    """The report on one script.

    earlier: the scripts of the shows before, oldest first. articles: what the script was written
    from. pronounce: text as it is said, so that Latin words count their real morae. settled: ids of
    findings a person has looked at and found right.
    """
    lines = [line for segment in script.segments for line in segment.lines]
    measured = tuple(_measured(lines, pronounce))
    lengths = sorted(one.morae for one in measured) or [0]
    endings = endings_of(lines, character.register)
    report = Lint(
        sentences=len(measured),
        mean=round(fmean(lengths), 1),
        p90=lengths[min(len(lengths) - 1, int(len(lengths) * 0.9))],
        longest=lengths[-1],
        too_long=tuple(one for one in measured if one.morae > MOST_MORAE),
        endings=tuple(_shares(endings, character)),
        longest_run=longest_run(endings),
        max_run=character.endings.max_run,
        exclaim=_exclaiming(measured),
        most_exclaim=character.caps.exclaim,
        words=tuple(_pet_words(script, character)),
        repeated=tuple(_repeated(lines, earlier)),
        unlicensed=tuple(_unsettled(script, articles, settled)),
        copied=copied(lines, articles),
        measured=measured,
    )
    return replace(report, broken=tuple(_broken(report)))


def _measured(lines: Sequence[Line], pronounce: Callable[[str], str]) -> Iterator[Sentence]:
    """Every sentence and its morae; an English title is nobody's ending and nobody's length."""
    for line in lines:
        if line.style != "english":
            yield from (Sentence(one, morae(pronounce(one))) for one in spoken_sentences(line))


def _exclaiming(measured: Sequence[Sentence]) -> float:
    return sum(one.text.endswith(("！", "!")) for one in measured) / max(1, len(measured))


def _pet_words(script: Script, character: Character) -> Iterator[Count]:
    """What the card caps, and すごい whether it does or not."""
    for word, most in ({WORN: None} | dict(character.caps.words)).items():
        yield Count(word, count_word(word, script.segments, character), most)


def _unsettled(
    script: Script, articles: Sequence[Article], settled: Collection[str]
) -> Iterator[Unlicensed]:
    """Unlicensed facts that nobody has looked at and found right."""
    known = {article.id: article for article in articles}
    return (fact for fact in _unlicensed(script, known) if fact.finding.id not in settled)


def _broken(report: Lint) -> Iterator[str]:
    if report.too_long:
        yield f"{MOST_MORAE}モーラを超える文が{len(report.too_long)}つ"
    if report.longest_run > report.max_run:
        yield f"同じ語尾が{report.longest_run}連(上限{report.max_run})"
    if report.unlicensed:
        yield f"出典で裏づけられない行が{len(report.unlicensed)}つ"


def _shares(endings: Sequence[str], character: Character) -> Iterator[Share]:
    """The card's endings in its order, then whatever else was heard."""
    wanted = dict(character.endings.mix)
    for name in (*wanted, *sorted(set(endings) - set(wanted))):
        times = endings.count(name)
        yield Share(name, times, times / max(1, len(endings)), wanted.get(name))


def _repeated(lines: Sequence[Line], earlier: Sequence[Script]) -> Iterator[Repeated]:
    """Frame lines said word for word in the shows before, the latest first."""
    before = {
        line.text: script.date
        for script in list(earlier)[-MEMORY:]
        for segment in script.segments
        for line in segment.lines
        if line.source.card
    }
    for line in lines:
        key = line.source.card
        fixed = not key or key in NEVER_ROTATE or key.startswith(_DISCLOSURE) or key == "title"
        if not fixed and line.text in before:
            yield Repeated(line.text, key, before[line.text])


def _unlicensed(script: Script, articles: Mapping[str, Article]) -> Iterator[Unlicensed]:
    """Facts of stories whose numbers, names or quotations their source does not hold."""
    facts = (
        line
        for segment in script.segments
        if segment.kind == "story" and segment.articles
        for line in segment.lines
        if not line.source.card
    )
    for line in facts:
        article = articles.get(line.source.article)
        missing = _missing(line, article, script.date) if article else ()
        if missing or (article is None and _FIGURE.search(line.text)):
            yield Unlicensed(line.text, line.source.article, missing)


def _missing(line: Line, article: Article, air: str) -> tuple[str, ...]:
    cut = _cut(line, article)
    return tuple(licensed(line.text, cut, published=article.published, air=air))


def _cut(line: Line, article: Article) -> str:
    """The range a line points at; the whole article where it points at no range."""
    source = line.source
    if source.end > source.start and source.paragraph < len(article.paragraphs):
        return article.paragraphs[source.paragraph].text[source.start : source.end]
    return "\n".join((article.title, *(paragraph.text for paragraph in article.paragraphs)))
