"""Markdown: headings, paragraphs, items and quotes; code, tables, images and HTML left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from broadcaster.gathering.draft import BROKEN, Draft, Facts
from broadcaster.gathering.faults import MARKUP_TOO_LARGE, MAX_MARKUP, NoTextError
from broadcaster.gathering.hygiene import one_line
from broadcaster.gathering.joining import join_lines
from broadcaster.nouns import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_DROPPED: Final = {
    "fence": "コード",
    "code_block": "コード",
    "table_open": "表",
    "image": "画像",
    "html_block": "HTML",
}
_COMMENT: Final = re.compile(r"\s*<!--")


def parse_markdown(text: str) -> Draft:
    """A draft of a Markdown text; its title is its first heading of level 1."""
    if len(text) > MAX_MARKUP:
        raise NoTextError(MARKUP_TOO_LARGE)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    titles = list(_titles(tokens))
    return Draft(
        tuple(_paragraphs(tokens)),
        Facts(title=titles[0] if titles else ""),
        marked_up=True,
        readings=tuple(pair for token in tokens for pair in _ruby(token.children or ())),
        notes=_notes(tokens),
    )


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    inside: list[str] = []
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting > 0:
            inside.append(name)
        elif token.nesting < 0:
            inside.pop()
        elif token.type == "inline" and "table" not in inside:
            text = _inline(token.children or ())
            if not text:
                continue
            if inside[-1] == "heading":
                yield Paragraph(text, "heading")
            elif "blockquote" in inside:
                yield Paragraph(text, "quote")
            elif "list_item" in inside:
                yield Paragraph(text, "item")
            else:
                yield Paragraph(text)


def _inline(tokens: Sequence[Token]) -> str:
    """The words of a run of text: links and emphasis without their marks, code as it stands."""
    lines = [""]
    in_reading = False
    for token in tokens:
        if token.type == "html_inline":
            in_reading = _reads(token, in_reading)
        elif token.type in ("softbreak", "hardbreak"):
            lines.append("")
        elif token.type in ("text", "code_inline") and not in_reading:
            lines[-1] += token.content
    return one_line(join_lines(lines))


def _reads(token: Token, before: bool) -> bool:
    """Whether we are inside <rt> or <rp> after this tag."""
    tag = token.content.lower()
    if tag.startswith(("<rt", "<rp")):
        return True
    return False if tag.startswith(("</rt", "</rp", "</ruby")) else before


def _ruby(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The pairs of <ruby>漢字<rt>かんじ</rt></ruby>."""
    part = ""
    pieces = {"base": "", "rt": "", "rp": ""}
    for token in tokens:
        tag = token.content.lower() if token.type == "html_inline" else ""
        if tag.startswith("<ruby"):
            part, pieces = "base", {"base": "", "rt": "", "rp": ""}
        elif tag.startswith("</ruby"):
            if pieces["base"] and pieces["rt"]:
                yield one_line(pieces["base"]), one_line(pieces["rt"])
            part = ""
        elif part and tag.startswith(("<rt", "<rp")):
            part = tag[1:3]
        elif part and tag.startswith(("</rt", "</rp")):
            part = "base"
        elif part and token.type == "text":
            pieces[part] += token.content


def _titles(tokens: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0:
            text = _inline(tokens[at + 1].children or ())
            if text and BROKEN not in text:
                yield text


def _notes(tokens: Sequence[Token]) -> tuple[str, ...]:
    """What was left out, by kind and number."""
    counts: dict[str, int] = {}
    for token in (part for block in tokens for part in (block, *(block.children or ()))):
        kind = _DROPPED.get(token.type)
        if kind:
            kind = "コメント" if _COMMENT.match(token.content) else kind
            counts[kind] = counts.get(kind, 0) + 1
    return tuple(f"{kind}を{count}個はずした" for kind, count in counts.items())
