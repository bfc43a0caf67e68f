"""A web page that was saved: its words decoded already, its body told from what surrounds it.

Blocks are made and classed by justext with language-neutral settings (stop words off; a block of
30 characters or more with few links is good); what justext then does with the neighbours is
quadratic in the number of blocks, so that step is ours. Nothing a page mentions is ever fetched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal

from justext.core import ParagraphMaker, classify_paragraphs
from lxml import etree
from lxml import html as lxml_html

from broadcaster.gathering.draft import Draft
from broadcaster.gathering.faults import (
    MARKUP_TOO_LARGE,
    MAX_MARKUP,
    TOO_DEEP,
    TOO_SHORT,
    NoTextError,
)
from broadcaster.gathering.hygiene import one_line
from broadcaster.gathering.page_facts import article_body, facts_of_page
from broadcaster.nouns import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MIN_BLOCK: Final = 30
SURE_BLOCK: Final = 60
MAX_LINKS: Final = 0.2
MAX_DEPTH: Final = 240
"""libxml2 silently drops what lies deeper than 256."""
HEADING_REACH: Final = 200

_DATA_URI: Final = re.compile(r"data:[a-z]{1,20}/[^\"'\s)>]{100,}", re.IGNORECASE)
_GIANT_TAG: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{20000,}>")
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^<>]{0,300}\?>")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNREAD: Final = (
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "video",
    "audio", "canvas", "button", "select", "textarea", "dialog", "nav", "aside", "footer",
    "figure", "img", "pre", "rp",
)  # fmt: skip
_NOTED: Final = {"pre": "コード", "figure": "図", "table": "表"}
_SENTENCE_END: Final = re.compile("[。！？!?.][」』）)]*$")


def parse_page(text: str) -> Draft:
    """A draft of a page's article. Raises NoTextError where the page is beyond all bounds."""
    tree = _tree(text)
    facts = facts_of_page(tree)
    told = article_body(tree)
    notes = _remove_unread(tree)
    readings = tuple(_take_ruby(tree))
    paragraphs = tuple(_body(_main_part(tree)))
    if told and _size(told) > 2 * _size(paragraphs):
        paragraphs = told
        notes += ("本文はページのJSON-LDから取った",)
    return Draft(paragraphs, facts, marked_up=True, readings=readings, notes=notes)


def _size(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(row.text) for row in paragraphs)


# ── the tree ─────────────────────────────────────────────────────────────────────────────


def _tree(text: str) -> Any:
    lean = _GIANT_TAG.sub(r"<\1>", _DATA_URI.sub("data:,", _XML_DECLARATION.sub("", text)))
    if len(lean) > MAX_MARKUP:
        raise NoTextError(MARKUP_TOO_LARGE)
    try:
        tree = lxml_html.document_fromstring(lean, parser=lxml_html.HTMLParser(encoding=None))
    except (etree.ParserError, ValueError) as error:
        raise NoTextError(TOO_SHORT) from error
    if _depth(tree) > MAX_DEPTH:
        raise NoTextError(TOO_DEEP)
    return tree


def _depth(tree: Any) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _remove_unread(tree: Any) -> tuple[str, ...]:
    """Take out what is not read; gives a note on what a reader of the page would miss."""
    counts: dict[str, int] = {}
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    doomed = list(tree.iter(*_UNREAD))
    doomed += [node for node in tree.iter("table") if node.find(".//th") is not None]
    # Some sites wrap the whole page in one form.
    doomed += [node for node in tree.iter("form") if node.find(".//p") is None]
    doomed += [node for node in tree.iter() if _is_hidden(node)]
    for node in doomed:
        if node.getparent() is not None:
            kind = _NOTED.get(node.tag)
            if kind:
                counts[kind] = counts.get(kind, 0) + 1
            node.drop_tree()
    return tuple(f"{kind}を{count}個はずした" for kind, count in counts.items())


def _is_hidden(node: Any) -> bool:
    style = node.get("style", "")
    return node.tag not in ("html", "body") and (
        "hidden" in node.attrib
        or node.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(style[:2000]))
    )


def _take_ruby(tree: Any) -> Iterator[tuple[str, str]]:
    """Take the readings out of <ruby>, leaving the words they stand over."""
    for ruby in list(tree.iter("ruby")):
        kana = "".join(one_line(node.text_content()) for node in ruby.iter("rt"))
        for node in [*ruby.iter("rt"), *ruby.iter("rtc")]:
            if node.getparent() is not None:
                node.drop_tree()
        base = one_line(ruby.text_content())
        if base and kana:
            yield base, kana


def _main_part(tree: Any) -> Any:
    """The one <article> or <main> if it holds a text of its own, else the page."""
    for tag in ("article", "main"):
        found = list(tree.iter(tag))
        if len(found) == 1 and len(one_line(found[0].text_content())) >= 2 * SURE_BLOCK:
            return found[0]
    return tree


# ── the body ─────────────────────────────────────────────────────────────────────────────


def _body(tree: Any) -> Iterator[Paragraph]:
    blocks = ParagraphMaker.make_paragraphs(tree)
    classify_paragraphs(
        blocks,
        frozenset(),
        length_low=MIN_BLOCK,
        length_high=SURE_BLOCK,
        stopwords_low=0,
        stopwords_high=0,
        max_link_density=MAX_LINKS,
    )
    for block, keep in zip(blocks, _kept(blocks), strict=True):
        text = one_line(block.text)
        if keep and text:
            yield Paragraph(text, _kind(block.dom_path.split(".")))


def _kind(path: Sequence[str]) -> Literal["text", "heading", "quote", "item"]:
    if any(re.fullmatch("h[1-6]", tag) for tag in path):
        return "heading"
    if "blockquote" in path:
        return "quote"
    return "item" if path[-1] == "li" or "li" in path else "text"


def _kept(blocks: Sequence[Any]) -> list[bool]:
    """Which blocks are of the article, in one pass from each side.

    good: kept. neargood (30 to 60 characters): kept unless bad blocks are on both sides. short:
    kept between two kept blocks, or beside one in the same element if it is a sentence. heading:
    kept where a kept block follows closely.
    """
    sure = ("good",) if any(row.cf_class == "good" for row in blocks) else ("good", "neargood")
    classes = ["good" if row.cf_class in sure else row.cf_class for row in blocks]
    before = _nearest(classes)
    after = _nearest(classes[::-1])[::-1]
    reach = _reach(blocks, classes)
    kept = []
    for at, name in enumerate(classes):
        sides = (before[at], after[at])
        if name == "good" or (name == "neargood" and "good" in sides):
            kept.append(True)
        elif name == "short" and blocks[at].heading:
            kept.append(reach[at] <= HEADING_REACH)
        else:
            kept.append(name == "short" and (sides == ("good", "good") or _is_last(blocks, at)))
    return kept


def _nearest(classes: Sequence[str]) -> list[str]:
    """For each block, the class of the nearest good or bad one before it."""
    nearest, last = [], "bad"
    for name in classes:
        nearest.append(last)
        last = name if name in ("good", "bad") else last
    return nearest


def _reach(blocks: Sequence[Any], classes: Sequence[str]) -> list[int]:
    """For each block, how many characters lie between it and the next good one."""
    distance = HEADING_REACH + 1
    reach = []
    for block, name in zip(reversed(blocks), reversed(classes), strict=True):
        reach.append(distance)
        distance = 0 if name == "good" else distance + len(block)
    return reach[::-1]


def _is_last(blocks: Sequence[Any], at: int) -> bool:
    """A short sentence right after a good block of the same element."""
    block, before = blocks[at], blocks[at - 1] if at else None
    if before is None or before.cf_class not in ("good", "neargood"):
        return False
    same = block.xpath.rsplit("/", 1)[0] == before.xpath.rsplit("/", 1)[0]
    return same and bool(_SENTENCE_END.search(block.text))
