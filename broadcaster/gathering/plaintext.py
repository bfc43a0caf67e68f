"""Plain text: paragraphs by blank lines or by lines, headings and items told by their look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.gathering.draft import BROKEN, Draft, Facts
from broadcaster.gathering.hygiene import one_line
from broadcaster.gathering.joining import join_lines
from broadcaster.gathering.trimming import SIGNATURE, without_breadcrumbs
from broadcaster.nouns import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_TITLE: Final = 80
LONGEST_HEADING: Final = 50

_ENDS_LINE: Final = re.compile(r"(?:[。．！？!?:：…|｜」』）)】]|\.)\s*$")
_BULLET: Final = re.compile(r"\s*[-*・•●◦]\s+|\s*・")
_NUMBERED: Final = re.compile(r"\s*(?:\d{1,2}[.)．）]|[①-⑳])\s*\S")
_NOT_A_TITLE: Final = re.compile(r"[。、…|｜]$|\.\.\.$|^(?:<<|>>)|https?://")
_SENTENCE_END: Final = re.compile("[。！？!?]|[.:：]$")
_WORD: Final = re.compile(r"[^\W_]")


def parse_plain(text: str) -> Draft:
    """A draft of plain text; its title is a first line that looks like one."""
    lines, notes = without_breadcrumbs(text.split("\n"))
    rows = tuple(row for block in _blocks(lines) for row in _paragraphs(block))
    if all(row.kind == "heading" for row in rows):
        rows = tuple(Paragraph(row.text) for row in rows)
    title = _title(rows)
    if title:
        rows = (Paragraph(title, "heading"), *rows[1:])
    return Draft(rows, Facts(title=title), notes=notes)


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines between blank ones; a rule of dashes parts like a blank line."""
    block: list[str] = []
    for line in (*lines, ""):
        if _WORD.search(line) or line.strip() == SIGNATURE:
            block.append(line)
        elif block:
            yield block
            block = []


def _paragraphs(block: list[str]) -> Iterator[Paragraph]:
    texts = [one_line(text) for text in _unwrapped(block)]
    for text in texts:
        if _BULLET.match(text):
            yield Paragraph(_BULLET.sub("", text, count=1), "item")
        elif _NUMBERED.match(text) and len(texts) > 1:
            yield Paragraph(text, "item")
        elif len(text) <= LONGEST_HEADING and not _SENTENCE_END.search(text):
            yield Paragraph(text, "text" if _NOT_A_TITLE.search(text) else "heading")
        else:
            yield Paragraph(text)


def _unwrapped(block: list[str]) -> Iterator[str]:
    """Lines of a block, those joined that were broken only to fit a width."""
    width = max(map(len, block))
    part: list[str] = []
    for line in block:
        starts_anew = line[:1] == "\u3000" or _BULLET.match(line) or _NUMBERED.match(line)
        if part and (starts_anew or not _is_wrapped(part[-1], width)):
            yield join_lines(part)
            part = []
        part.append(line)
    yield join_lines(part)


def _is_wrapped(line: str, width: int) -> bool:
    """Nearly as long as the longest and not at the end of a sentence."""
    return 15 <= width <= 120 and len(line) >= 0.8 * width and not _ENDS_LINE.search(line)


def _title(rows: tuple[Paragraph, ...]) -> str:
    """The first line if it is short, no sentence, and not all there is."""
    if len(rows) < 2 or rows[0].kind == "item":
        return ""
    text = rows[0].text
    is_sentence = "。" in text or _NOT_A_TITLE.search(text)
    longer_follows = any(len(row.text) > len(text) for row in rows[1:])
    if is_sentence or BROKEN in text or not longer_follows:
        return ""
    return text if 4 <= len(text) <= LONGEST_TITLE else ""
