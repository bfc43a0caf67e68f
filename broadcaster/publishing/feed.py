"""The podcast feed: RSS 2.0 with Apple's and Podcasting 2.0's tags.

Sources: A Podcaster's Guide to RSS (Apple), podcast namespace as of 13 May 2026. Nothing here
looks at a clock: the newest episode's air date is the feed's date.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lxml import etree

from broadcaster.publishing.imprint import imprint
from broadcaster.publishing.names import CHAPTERS, FEED, MP3, SRT, TYPES, VTT
from broadcaster.publishing.printable import address, one_line
from broadcaster.publishing.stories import headline, stories, unplaced
from broadcaster.publishing.timecode import day, milliseconds, stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from broadcaster.nouns import Episode, Reference
    from broadcaster.programme import Air, Show

ATOM = "http://www.w3.org/2005/Atom"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
NAMESPACES = {"atom": ATOM, "itunes": ITUNES, "podcast": PODCAST}
LONGEST_TITLE = 255
LONGEST_DESCRIPTION = 4000
"""Apple's limits: characters of a value, bytes of a description."""

_PODCAST_GUIDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished episode on the server. folder: its address, ending in a slash."""

    episode: Episode
    folder: str
    mp3_bytes: int


def render(show: Show, entries: Sequence[Entry], feed_url: str, cover_url: str) -> bytes:
    """feed.xml, newest episode first. entries: at least one, in any order."""
    newest_first = sorted(entries, key=_on_air, reverse=True)
    root = etree.Element("rss", {"version": "2.0"}, nsmap=NAMESPACES)
    channel = _channel(root, show, feed_url, cover_url)
    _put(channel, "lastBuildDate", pub_date(newest_first[0].episode, show.air))
    for entry in newest_first:
        _item(channel, show, entry)
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return xml


def pub_date(episode: Episode, air: Air) -> str:
    """The moment of broadcast in the show's own zone, as RFC 2822 writes it."""
    moment = datetime.combine(
        date.fromisoformat(episode.date), time.fromisoformat(air.time), ZoneInfo(air.timezone)
    )
    return format_datetime(moment)


def podcast_guid(feed_url: str) -> str:
    """The channel's guid: UUIDv5 of the feed's address without scheme and closing slashes."""
    return str(uuid.uuid5(_PODCAST_GUIDS, feed_url.split("://", 1)[-1].rstrip("/")))


def description(episode: Episode) -> str:
    """What apps show under the title: how it was made, time stamps, articles. HTML.

    Apple and Spotify make chapters of the stamps. What passes the limit is left out from the
    end; the disclosure and the credits come first so that they never are.
    """
    return "".join(_fitting(_blocks(episode), LONGEST_DESCRIPTION))


def _on_air(entry: Entry) -> tuple[str, str]:
    return entry.episode.date, entry.episode.edition


def _channel(root: etree._Element, show: Show, feed_url: str, cover_url: str) -> etree._Element:
    channel = etree.SubElement(root, "channel")
    _put(channel, "title", show.title[:LONGEST_TITLE])
    _put(channel, "link", address(show.link) or feed_url.rsplit("/", 1)[0] + "/")
    _put(channel, "description", _cut(show.summary or show.title, LONGEST_DESCRIPTION))
    _put(channel, "language", "ja")
    _mark(channel, ATOM, "link", rel="self", href=feed_url, type=TYPES[FEED])
    _put(channel, _tag(ITUNES, "author"), show.author or show.title)
    _put(channel, _tag(ITUNES, "type"), "episodic")
    _put(channel, _tag(ITUNES, "explicit"), "false")
    _mark(channel, ITUNES, "image", href=cover_url)
    news = _mark(channel, ITUNES, "category", text="News")
    _mark(news, ITUNES, "category", text="Tech News")
    if show.email:
        owner = etree.SubElement(channel, _tag(ITUNES, "owner"))
        _put(owner, _tag(ITUNES, "name"), show.author or show.title)
        _put(owner, _tag(ITUNES, "email"), show.email)
    _put(channel, _tag(PODCAST, "guid"), podcast_guid(feed_url))
    locked = _put(channel, _tag(PODCAST, "locked"), "yes")
    if show.email:
        locked.set("owner", one_line(show.email))
    _put(channel, _tag(PODCAST, "medium"), "podcast")
    _ai_content(channel)
    return channel


def _item(channel: etree._Element, show: Show, entry: Entry) -> None:
    episode = entry.episode
    item = etree.SubElement(channel, "item")
    _put(item, "title", headline(episode)[:LONGEST_TITLE])
    _put(item, "description", "").text = etree.CDATA(description(episode))
    mp3 = _served(entry, MP3)
    _mark(item, "", "enclosure", **mp3, length=str(entry.mp3_bytes))
    _put(item, "guid", episode.guid).set("isPermaLink", "false")
    _put(item, "pubDate", pub_date(episode, show.air))
    _put(item, _tag(ITUNES, "duration"), str(max(1, milliseconds(episode.duration) // 1000)))
    _put(item, _tag(ITUNES, "explicit"), "false")
    _put(item, _tag(ITUNES, "episodeType"), "full")
    if episode.number > 0:
        _put(item, _tag(ITUNES, "episode"), str(episode.number))
    for transcript in (VTT, SRT):
        _mark(item, PODCAST, "transcript", **_served(entry, transcript), language="ja")
    _mark(item, PODCAST, "chapters", **_served(entry, CHAPTERS))
    _ai_content(item)


def _served(entry: Entry, name: str) -> dict[str, str]:
    return {"url": entry.folder + name, "type": TYPES[name]}


def _blocks(episode: Episode) -> Iterable[str]:
    made = "<br/>".join(map(_html, imprint(episode)))
    yield f"<p>{made}</p>"
    for index, chapter in enumerate(episode.chapters):
        # Players only believe a list that begins at nought.
        time_ = stamp(chapter.start if index else 0.0)
        yield f"<p>{time_} {_html(chapter.title)}</p>"
    told = [row for part in stories(episode) for row in part.references]
    yield from map(_article, (*told, *unplaced(episode)))


def _article(reference: Reference) -> str:
    shown, target = _html(reference.title), address(reference.url)
    linked = f'<a href="{escape(target)}">{shown}</a>' if target else shown
    facts = [_html(fact) for fact in (reference.publisher, day(reference.published)) if fact]
    return f"<p>{'、'.join([linked, *facts])}</p>"


def _html(text: str) -> str:
    return escape(one_line(text), quote=False)


def _fitting(blocks: Iterable[str], most: int) -> Iterable[str]:
    for block in blocks:
        most -= len(block.encode())
        if most < 0:
            return
        yield block


def _cut(text: str, most: int) -> str:
    return one_line(text).encode()[:most].decode(errors="ignore")


def _ai_content(parent: etree._Element) -> None:
    _put(parent, _tag(PODCAST, "txt"), "true").set("purpose", "ai-content")


def _tag(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


def _put(parent: etree._Element, tag: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, tag)
    element.text = one_line(text)
    return element


def _mark(parent: etree._Element, namespace: str, name: str, **facts: str) -> etree._Element:
    given = {key: one_line(value) for key, value in facts.items()}
    return etree.SubElement(parent, _tag(namespace, name), given)
