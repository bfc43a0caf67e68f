"""A script in a person's hands: as rows of plain text, and back with what the rows kept.

A row that was not touched is the line it was, letter for letter, with its source. A reworded row
keeps the source of the line it replaced and is checked against it; a new row has none. Only what
changed is checked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster.errors import ScriptError
from broadcaster.nouns import Line, Segment
from broadcaster.writing.aligning import aligned
from broadcaster.writing.findings import GONE, Finding
from broadcaster.writing.fitness import MOST_MORAE
from broadcaster.writing.licensed import licensed
from broadcaster.writing.manuscript import SENTENCE, parts_of, read_manuscript, row_of, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from broadcaster.nouns import Article, Script
    from broadcaster.programme import Character

RULE: Final = "-------------"
MOST_ROWS: Final = 4000
_DISCLOSURE: Final = "disclosure"


@dataclass(frozen=True, slots=True)
class Revision:
    """A script after a person's edit. changed: the lines that are new or reworded.

    dropped: how many lines are gone. findings: what the check has to say of the changed ones.
    differs: whether it is another script at all (lines may have moved, too).
    """

    script: Script
    changed: tuple[Line, ...]
    dropped: int
    findings: tuple[Finding, ...]
    differs: bool


def editable(script: Script) -> str:
    """The script for a person's editor: one line a row, a rule of dashes between segments."""
    parts = ("\n".join(map(row_of, segment.lines)) for segment in script.segments)
    return f"\n{RULE}\n".join(parts) + "\n"


def revise(
    script: Script,
    text: str,
    articles: Sequence[Article],
    character: Character,
    morae: Callable[[str], int],
) -> Revision:
    """The script as the edited text has it, and what its changed lines lost.

    articles: what the lines were taken from. morae: of a sentence as it will be said. Raises
    ScriptError where the text cannot be broadcast.
    """
    parts = parts_of(text)
    if sum(map(len, parts)) > MOST_ROWS:
        raise ScriptError(f"has more than {MOST_ROWS} lines", "the manuscript", "split it up")
    before = [
        _Row(row_of(line), line, segment) for segment in script.segments for line in segment.lines
    ]
    rows = [row.strip() for part in parts for row in part]
    origins = [
        None if at is None else before[at]
        for at in aligned([row.text.strip() for row in before], rows)
    ]
    edit = _Edit(script, character, rows, origins)
    segments = tuple(edit.segments([len(part) for part in parts]))
    revised = replace(script, segments=segments)
    findings = _Check(script, articles, morae).findings(revised, edit.changed)
    dropped = len(before) - sum(origin is not None for origin in origins)
    changed = tuple(line for _, line in edit.changed)
    return Revision(revised, changed, dropped, tuple(findings), revised != script)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the script before the edit, its line and the segment it stood in."""

    text: str
    line: Line
    segment: Segment


class _Edit:
    """From edited rows to segments. changed: new and reworded lines with their new segment."""

    def __init__(
        self,
        script: Script,
        character: Character,
        rows: Sequence[str],
        origins: Sequence[_Row | None],
    ) -> None:
        self._script = script
        self._character = character
        self._rows = rows
        self._origins = origins
        self.changed: list[tuple[Segment, Line]] = []

    def segments(self, lengths: Sequence[int]) -> Iterator[Segment]:
        """The segments of so many rows each."""
        start = 0
        for length in lengths:
            places = range(start, start + length)
            start += length
            lines = [self._lines(at) for at in places]
            segment = replace(
                self._owner(places), lines=tuple(line for found in lines for line in found)
            )
            for at, found in zip(places, lines, strict=True):
                if not self._is_kept(at):
                    self.changed += [(segment, line) for line in found]
            yield segment

    def _owner(self, places: range) -> Segment:
        """The segment that most of these rows come from; a story of its own where none do."""
        origins = [origin for at in places if (origin := self._origins[at])]
        if not origins:
            text = "\n".join(self._rows[at] for at in places)
            return read_manuscript(text, self._character).segments[0]
        homes = {id(origin.segment): origin.segment for origin in origins}
        most = Counter(id(origin.segment) for origin in origins).most_common(1)[0][0]
        told = tuple(dict.fromkeys(name for home in homes.values() for name in home.articles))
        return replace(homes[most], articles=told, grave=any(home.grave for home in homes.values()))

    def _is_kept(self, at: int) -> bool:
        origin = self._origins[at]
        return origin is not None and origin.text.strip() == self._rows[at]

    def _lines(self, at: int) -> tuple[Line, ...]:
        origin, row = self._origins[at], self._rows[at]
        if origin is None:
            return self._new(at)
        if self._is_kept(at):
            return (origin.line,)
        if origin.line.style != "talk":
            return (replace(origin.line, text=row.strip("「」")),)
        said = list(spoken([row], origin.line.speaker, english=False))
        pauses = [*(line.pause for line in said[:-1]), origin.line.pause]
        return tuple(
            replace(origin.line, text=line.text, pause=pause)
            for line, pause in zip(said, pauses, strict=True)
        )

    def _new(self, at: int) -> tuple[Line, ...]:
        """A row nobody had written; after one that announces 英語スキル its title is English."""
        before = [self._rows[at - 1]] if at else []
        name = self._character.name
        known = len(tuple(spoken(before, name, english=True)))
        said = tuple(spoken([*before, self._rows[at]], name, english=True))[known:]
        return tuple(replace(line, pause=min(line.pause, SENTENCE)) for line in said)


class _Check:
    """Looks at changed lines only, each against what it may be taken from."""

    def __init__(
        self, script: Script, articles: Sequence[Article], morae: Callable[[str], int]
    ) -> None:
        self._script = script
        self._articles = {article.id: article for article in articles}
        self._morae = morae

    def findings(
        self, revised: Script, changed: Sequence[tuple[Segment, Line]]
    ) -> Iterator[Finding]:
        """What changed lines lost, in their order; then a disclosure that is gone."""
        for segment, line in changed:
            if lost := self._lost(segment, line):
                yield Finding("出典", line.text, "、".join(lost))
            if line.style == "talk" and (length := self._morae(line.text)) > MOST_MORAE:
                yield Finding("長さ", line.text, f"{length}モーラ")
        kept = {line.text for segment in revised.segments for line in segment.lines}
        for segment in self._script.segments:
            for line in segment.lines:
                if line.source.card.startswith(_DISCLOSURE) and line.text not in kept:
                    yield Finding(GONE, line.text, "なくなった")

    def _lost(self, segment: Segment, line: Line) -> tuple[str, ...]:
        """What the line says and its source does not."""
        source = line.source
        if source.card:
            return ()
        article = self._articles.get(source.article)
        if article is not None and source.paragraph < len(article.paragraphs):
            paragraph = article.paragraphs[source.paragraph].text
            return self._unlicensed(line, paragraph[source.start : source.end], article)
        told = [self._articles[name] for name in segment.articles if name in self._articles]
        found = [self._unlicensed(line, _text_of(one), one) for one in told]
        return min(found, key=len, default=licensed(line.text, ""))

    def _unlicensed(self, line: Line, text: str, article: Article) -> tuple[str, ...]:
        return licensed(line.text, text, published=article.published, air=self._script.date)


def _text_of(article: Article) -> str:
    return "\n".join([article.title, *(paragraph.text for paragraph in article.paragraphs)])
