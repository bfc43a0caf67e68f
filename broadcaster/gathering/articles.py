"""From a file to an article: decode, repair, parse, clean, trim, name."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from broadcaster.gathering.captions import ARROW, parse_captions
from broadcaster.gathering.charset import decode
from broadcaster.gathering.dateline import split_dateline
from broadcaster.gathering.dialogue import as_spoken
from broadcaster.gathering.draft import BROKEN, Draft, Facts
from broadcaster.gathering.faults import GARBLED, MIN_LETTERS, TOO_SHORT, NoTextError
from broadcaster.gathering.files import Found, read_bytes
from broadcaster.gathering.front_matter import read_card, split_front_matter
from broadcaster.gathering.hygiene import one_line, tidy
from broadcaster.gathering.language import language_of
from broadcaster.gathering.markdown import parse_markdown
from broadcaster.gathering.mojibake import repair
from broadcaster.gathering.plaintext import parse_plain
from broadcaster.gathering.readings import readings_in
from broadcaster.gathering.titles import made_title, without_repeated_title
from broadcaster.gathering.trimming import trim
from broadcaster.japanese import sentences
from broadcaster.nouns import Article, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from broadcaster.programme import NewsSource

_LETTERS: Final = re.compile(r"[^\W_]")
_MARKDOWN_HEADING: Final = re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE)
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^<>]{0,300}\?>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE
)
_CAPTIONS: Final = re.compile(rf"\s*(?:WEBVTT(?:\s|$)|\d{{1,6}}\s+{ARROW.pattern})")


def read_article(found: Found, source: NewsSource) -> Article:
    """The article in a file.

    Raises NoTextError where there is none, CardError where its front matter or card is wrong.
    """
    text, notes = _text_of(read_bytes(found.path))
    own, body = split_front_matter(text, found.origin)
    card = f"{found.origin.rpartition('.')[0]}.toml"
    said = own.over(read_card(found.path.with_suffix(".toml"), card))
    draft = _draft(found.path.suffix.lower(), body)
    facts = said.over(Facts(publisher=source.name, rights=source.rights)).over(draft.facts)
    return _article(replace(draft, facts=facts, notes=notes + draft.notes), found.origin)


def _draft(suffix: str, body: str) -> Draft:
    """The text taken apart by its own parser; a line that only dates it is no part of it."""
    parse = _parser(suffix, body)
    if parse not in (parse_plain, parse_markdown):
        return parse(body)
    published, rest = split_dateline(body)
    draft = parse(rest)
    return replace(draft, facts=draft.facts.over(Facts(published=published)))


def _text_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, decoded and repaired, and notes on what that took."""
    decoded, codec = decode(data)
    repaired, damage = repair(decoded)
    text, strays = tidy(repaired)
    encoding = () if codec == "utf-8" else (f"文字コード{codec}から読んだ",)
    return text, (*encoding, *damage, *strays)


def _parser(suffix: str, text: str) -> Callable[[str], Draft]:
    """Which parser reads the text; a .txt may hold any of our kinds."""
    if suffix in (".vtt", ".srt") or (suffix == ".txt" and _CAPTIONS.match(text)):
        return parse_captions
    if suffix in (".html", ".htm") or _PAGE.match(text):
        # lxml takes longer to load than a plain article takes to read.
        from broadcaster.gathering.page import parse_page

        return parse_page
    if suffix == ".md" or len(_MARKDOWN_HEADING.findall(text)) > 1:
        return parse_markdown
    return parse_plain


def _article(draft: Draft, origin: str) -> Article:
    rows, notes = _whole(draft.paragraphs)
    rows, spoken = as_spoken(rows)
    language = draft.facts.language or language_of("\n".join(row.text for row in rows))
    rows, cuts = trim(rows, japanese=language == "ja", marked_up=draft.marked_up)
    title = draft.facts.title
    rows, repeats = without_repeated_title(rows, title) if title else (rows, ())
    _refuse_stubs(rows, garbled=bool(notes))
    made = () if title else ("題がないので本文から作った",)
    return Article(
        id=_digest(rows),
        title=title or made_title(rows),
        paragraphs=rows,
        authors=draft.facts.authors,
        publisher=draft.facts.publisher,
        url=draft.facts.url,
        published=draft.facts.published,
        language=language,
        rights=draft.facts.rights,
        sample=bool(draft.facts.sample),
        origin=origin,
        readings=_readings(draft.readings, rows),
        notes=(*draft.notes, *notes, *spoken, *cuts, *repeats, *made),
    )


def _whole(paragraphs: Iterable[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs on one line each, less the sentences that lost characters."""
    rows: list[Paragraph] = []
    dropped = 0
    for row in paragraphs:
        parts = sentences(one_line(row.text)) if BROKEN in row.text else (one_line(row.text),)
        whole = [part for part in parts if BROKEN not in part]
        dropped += len(parts) - len(whole)
        author = "" if BROKEN in row.author else row.author
        if text := "".join(whole).strip():
            rows.append(replace(row, text=text, author=author))
    if not dropped:
        return tuple(rows), ()
    return _without_bare_headings(rows), (f"文字の失われた{dropped}文をはずした",)


def _without_bare_headings(rows: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Less the headings whose text was lost: nothing, or another heading, comes after them."""
    following = [row.kind for row in rows[1:]] + ["heading"]
    pairs = zip(rows, following, strict=False)
    return tuple(row for row, after in pairs if {row.kind, after} != {"heading"})


def _refuse_stubs(rows: Sequence[Paragraph], *, garbled: bool) -> None:
    heads = (row.text[: 10 * MIN_LETTERS] for row in rows if row.kind != "heading")
    counts = accumulate(len(_LETTERS.findall(text)) for text in heads)
    if not any(count >= MIN_LETTERS for count in counts):
        raise NoTextError(GARBLED if garbled else TOO_SHORT)


def _digest(rows: Iterable[Paragraph]) -> str:
    return hashlib.sha256("\n".join(row.text for row in rows).encode()).hexdigest()[:16]


def _readings(
    marked: Iterable[tuple[str, str]], rows: Iterable[Paragraph]
) -> tuple[tuple[str, str], ...]:
    """Each surface once, the source's markup before its parentheses."""
    found: dict[str, str] = {}
    for surface, kana in (*marked, *readings_in(row.text for row in rows)):
        if BROKEN not in surface + kana:
            found.setdefault(surface, kana)
    return tuple(found.items())
