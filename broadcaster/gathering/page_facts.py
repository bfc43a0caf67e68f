"""What a web page says of itself: JSON-LD, Open Graph and other meta elements, <title>."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from broadcaster.gathering.draft import BROKEN, Facts
from broadcaster.gathering.facts import http_url, iso_date, primary_language
from broadcaster.gathering.hygiene import one_line
from broadcaster.nouns import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_JSON: Final = 1_000_000
MAX_TITLE: Final = 200
MAX_HEADINGS: Final = 8

_HOME: Final = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.html?)?\Z")
_SEPARATORS: Final = ("|", "｜", " - ", " – ", " — ", " : ", " :: ", " « ", " » ", "：")
_ARTICLES: Final = ("Article", "NewsArticle", "BlogPosting", "TechArticle", "Report")


def facts_of_page(tree: Any) -> Facts:
    """Title, authors, publisher, address, date and language, each from where it is surest."""
    data = next(_articles(tree), {})
    meta = _meta(tree)
    publisher = _name(data.get("publisher")) or meta.get("og:site_name", "")
    headings = (*_headings(tree), meta.get("og:title", ""))
    said = (_text(data.get("headline")), meta.get("og:title", ""), _element(tree, "title"))
    title = _as_headed(next(filter(None, (*said, *headings)), ""), headings, publisher)
    return Facts(
        title=_without_site(title, publisher)[:MAX_TITLE],
        authors=_authors(data.get("author"), meta),
        publisher=publisher,
        url=_address(tree, data, meta),
        published=_published(tree, data, meta),
        language=primary_language(tree.get("lang", "")),
    )


def article_body(tree: Any) -> tuple[Paragraph, ...]:
    """The paragraphs of the JSON-LD articleBody, if there is one."""
    body = next(_articles(tree), {}).get("articleBody")
    lines = body.split("\n") if isinstance(body, str) else []
    return tuple(Paragraph(text) for line in lines if (text := one_line(line)))


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    for node in tree.iter("script"):
        text = node.text or ""
        if node.get("type", "").lower() != "application/ld+json" or len(text) > MAX_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for row in _objects(data):
            kinds = row.get("@type", "")
            if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield row


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    rows = data if isinstance(data, list) else [data]
    for row in rows:
        if isinstance(row, dict):
            yield row
            graph = row.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _meta(tree: Any) -> dict[str, str]:
    """The first content of every meta element, by its property or name."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or "").lower()
        content = _text(node.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _text(value: Any) -> str:
    text = one_line(value) if isinstance(value, str) else ""
    return "" if BROKEN in text else text


def _name(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return _text(first.get("name") if isinstance(first, dict) else first)


def _element(tree: Any, tag: str) -> str:
    node = next(tree.iter(tag), None)
    return "" if node is None else _text(node.text_content())


def _headings(tree: Any) -> Iterator[str]:
    """The page's <h1>s, less the one that is the site's own name: it leads home."""
    for node in islice(tree.iter("h1"), MAX_HEADINGS):
        links = [*node.iter("a"), *node.iterancestors("a")]
        if not any(_HOME.match(link.get("href", "")) for link in links):
            yield _text(node.text_content())


def _as_headed(title: str, headings: Sequence[str], site: str) -> str:
    """The title as a heading has it, where a site's name is all that the title adds to that.

    「記事の題 | 媒体名」 is 「記事の題」 on its own page. After the mark a heading must be the
    longer half.
    """
    parts: set[str] = set()
    for mark in _SEPARATORS:
        head, found, tail = title.rpartition(mark)
        if found:
            first, _, rest = title.partition(mark)
            parts |= {head.strip(), first.strip()}
            parts |= {
                after.strip()
                for before, after in ((head, tail), (first, rest))
                if len(after) > len(before)
            }
    able = [one for one in headings if one in parts and one.casefold() != site.casefold()]
    return max(able, key=len, default=title)


def _without_site(title: str, site: str) -> str:
    """「記事の題 | 媒体名」 without the outlet, where we know its name."""
    for mark in _SEPARATORS:
        head, found, tail = title.rpartition(mark)
        if found and site and head.strip() and tail.strip().casefold() == site.casefold():
            return head.strip()
    return title


def _authors(value: Any, meta: dict[str, str]) -> tuple[str, ...]:
    rows = value if isinstance(value, list) else [value]
    names = [_name(row) for row in rows] + [meta.get("author", "")]
    named = tuple(dict.fromkeys(name for name in names if name and "://" not in name))
    return named[:10]


def _address(tree: Any, data: dict[str, Any], meta: dict[str, str]) -> str:
    links = [node.get("href", "") for node in tree.iter("link") if node.get("rel") == "canonical"]
    said = [*links, meta.get("og:url", ""), _text(data.get("url"))]
    return next((url for row in said if row and (url := http_url(row.strip()))), "")


def _published(tree: Any, data: dict[str, Any], meta: dict[str, str]) -> str:
    times = [node.get("datetime", "") for node in tree.iter("time")][:1]
    names = ("article:published_time", "datepublished", "date", "dc.date", "pubdate")
    said = [_text(data.get("datePublished")), *(meta.get(name, "") for name in names), *times]
    return next((date for row in said if row and (date := iso_date(row))), "")
