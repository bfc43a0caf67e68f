"""An article as a model gets it: numbered sentences, cleaned, and the way back to its source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences
from broadcaster.nouns import Paragraph, Source
from broadcaster.writing.quarantine import fence, harmless, is_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Article

MOST_CHARACTERS: Final = 1_000_000
"""Of one article; what comes after is not read."""

_LONGEST: Final = 400
"""Characters of one numbered sentence: text without full stops is cut there."""


_LONGEST_NAME: Final = 30


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence as it is sent, and paragraph[start:end] of the article that it was.

    speaker: who says it in a transcript.
    """

    number: int
    text: str
    paragraph: int
    start: int
    end: int
    speaker: str = ""


@dataclass(frozen=True)
class Sendable:
    """What of an article may be sent. withheld: sentences that speak to a model."""

    article: Article
    rows: tuple[Numbered, ...]
    withheld: tuple[str, ...] = ()

    @cached_property
    def fence(self) -> str:
        """The mark around it; the same for every part of the article."""
        return fence(self.article.title + self.article.id)

    @cached_property
    def evidence(self) -> Article:
        """The article as far as it licenses a line: without what was withheld."""
        if not self.withheld:
            return self.article
        kept: dict[int, list[str]] = {}
        for row in self.rows:
            kept.setdefault(row.paragraph, []).append(row.text)
        title = "" if is_order(self.article.title) else self.article.title
        paragraphs = (
            replace(paragraph, text=_joined(kept.get(at, ())))
            for at, paragraph in enumerate(self.article.paragraphs)
        )
        return replace(
            self.article, title=title, paragraphs=tuple(one for one in paragraphs if one.text)
        )

    def source(self, number: int) -> Source | None:
        """Where the sentence of that number stands; None where there is none."""
        row = self.row(number)
        return Source(self.article.id, row.paragraph, row.start, row.end) if row else None

    def row(self, number: int) -> Numbered | None:
        """The sentence of that number; None where there is none, or it was withheld."""
        return self._by_number.get(number)

    @cached_property
    def _by_number(self) -> dict[int, Numbered]:
        return {row.number: row for row in self.rows}


def _joined(texts: Sequence[str]) -> str:
    return "".join(
        text if text.endswith(("。", "！", "？")) else text + "\n" for text in texts
    ).strip()


def sendable(article: Article) -> Sendable:
    """The article's sentences, the title first as number 0 where it tells something."""
    rows, withheld = [], []
    for number, (paragraph, start, end) in enumerate(_ranges(article), start=1):
        text = " ".join(harmless(article.paragraphs[paragraph].text[start:end]).split())
        if is_order(text):
            withheld.append(text)
        elif text:
            speaker = _speaker(article.paragraphs[paragraph])
            rows.append(Numbered(number, text, paragraph, start, end, speaker))
    if is_order(article.title):
        withheld.append(article.title)
    return Sendable(article, tuple(rows), tuple(withheld))


def as_sent(title: str, rows: Sequence[Numbered]) -> str:
    """The text between the marks: the title, then a numbered sentence a line.

    Of a transcript a line before them says whose the sentences from there on are.
    """
    head = "" if is_order(title) else " ".join(harmless(title).split())
    lines = [f"題名 {head}"] if head else []
    last = ""
    for row in rows:
        if row.speaker != last:
            lines.append(f"(ここから話し手は {row.speaker or '不明'})")
            last = row.speaker
        lines.append(f"{row.number} {row.text}")
    return "\n".join(lines)


def _speaker(paragraph: Paragraph) -> str:
    """Whose turn of a transcript the paragraph is."""
    name = " ".join(harmless(paragraph.author).split())[:_LONGEST_NAME]
    return "" if paragraph.kind != "text" or is_order(name) else name


def _ranges(article: Article) -> Iterator[tuple[int, int, int]]:
    left = MOST_CHARACTERS
    for at, paragraph in enumerate(article.paragraphs):
        for start, end in _sentences(paragraph):
            left -= end - start
            if left < 0:
                return
            yield at, start, end


def _sentences(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    start = 0
    for sentence in sentences(paragraph.text):
        end = start + len(sentence.rstrip())
        for cut in range(start, end, _LONGEST):
            yield cut, min(cut + _LONGEST, end)
        start += len(sentence)
