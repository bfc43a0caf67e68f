"""The feed as directories judge it."""

from __future__ import annotations

import os
import time
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from broadcaster.nouns import Chapter
from broadcaster.programme import Air
from broadcaster.publishing import feed
from tests.publishing.readers import paragraphs

if TYPE_CHECKING:
    from broadcaster.nouns import Episode
    from broadcaster.programme import Show

BASE = "https://example.com/podcast/"
NS = {"itunes": feed.ITUNES, "podcast": feed.PODCAST, "atom": feed.ATOM}


def _render(show: Show, *episodes: Episode) -> bytes:
    entries = [feed.Entry(row, f"{BASE}{row.date}/", 1000 + row.number) for row in episodes]
    return feed.render(show, entries, f"{BASE}feed.xml", f"{BASE}cover-0.jpg")


def _channel(xml: bytes) -> etree._Element:
    channel = etree.fromstring(xml).find("channel")
    assert channel is not None
    return channel


def test_the_channel_has_what_apple_requires(show: Show, episode: Episode) -> None:
    channel = _channel(_render(show, episode))
    for path in ("title", "description", "language", "link", "itunes:explicit", "itunes:author"):
        assert channel.findtext(path, namespaces=NS), path
    assert channel.findtext("itunes:explicit", namespaces=NS) == "false"
    category = channel.find("itunes:category", NS)
    assert category is not None
    assert [category.get("text"), *(row.get("text") for row in category)] == ["News", "Tech News"]
    (own,) = channel.findall("atom:link", NS)
    assert (own.get("rel"), own.get("href")) == ("self", f"{BASE}feed.xml")


def test_without_an_address_of_the_owner_there_is_no_owner(show: Show, episode: Episode) -> None:
    channel = _channel(_render(replace(show, email=""), episode))
    assert channel.find("itunes:owner", NS) is None
    locked = channel.find("podcast:locked", NS)
    assert locked is not None
    assert not locked.attrib


def test_newest_first_and_the_older_item_stays_as_it_was(show: Show, episode: Episode) -> None:
    evening = replace(episode, edition="evening", number=4, guid="g4")
    later = replace(episode, date="2024-10-18", number=5, guid="g5")
    channel = _channel(_render(show, episode, later, evening))
    assert [row.findtext("guid") for row in channel.findall("item")] == ["g5", "g4", episode.guid]
    alone = _channel(_render(show, episode)).find("item")
    assert alone is not None
    assert etree.tostring(channel.findall("item")[2]).strip() == etree.tostring(alone).strip()
    assert channel.findtext("lastBuildDate") == "Fri, 18 Oct 2024 06:30:00 +0900"


def test_the_order_in_which_episodes_are_found_changes_no_byte(
    show: Show, episode: Episode
) -> None:
    later = replace(episode, date="2024-10-18", number=4, guid="g4")
    assert _render(show, episode, later) == _render(show, later, episode)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_the_air_time_is_the_shows_own(
    show: Show, episode: Episode, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "TZ", zone)
    time.tzset()
    try:
        tokyo = feed.pub_date(episode, show.air)
        winter = feed.pub_date(
            replace(episode, date="2024-12-01"), Air(timezone="Europe/Paris", time="18:05")
        )
    finally:
        monkeypatch.undo()
        time.tzset()
    assert tokyo == "Thu, 17 Oct 2024 06:30:00 +0900"
    assert winter == "Sun, 01 Dec 2024 18:05:00 +0100"


def test_the_guid_of_the_channel_follows_the_namespace() -> None:
    """The example of the podcast namespace's own documentation."""
    assert feed.podcast_guid("https://mp3s.nashownotes.com/pc20rss.xml") == (
        "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    )
    assert feed.podcast_guid("http://x.org/f//") == feed.podcast_guid("https://x.org/f")
    assert uuid.UUID(feed.podcast_guid("https://x.org")).version == 5


def test_a_description_begins_its_stamps_at_nought_and_links(episode: Episode) -> None:
    shown = paragraphs(feed.description(episode))
    stamps = [p.text_content()[:8] for p in shown if p.text_content()[2] == ":"]
    assert stamps == ["00:00:00", "00:00:03", "00:00:07", "00:00:10"]
    assert [a.get("href") for p in shown for a in p.findall("a")] == [
        "https://example.com/%E6%96%B0?a=1&b=2"
    ]


def test_a_long_description_loses_its_end_only(show: Show, episode: Episode) -> None:
    many = tuple(Chapter(float(n), n + 1.0, f"<話題>{n}" * 5) for n in range(300))
    text = feed.description(replace(episode, chapters=many))
    assert 3500 < len(text.encode()) <= feed.LONGEST_DESCRIPTION
    assert text.startswith("<p>【AI・合成音声】")
    assert text.endswith("</p>")
    long = replace(show, summary="長" * 3000, title="題" * 300)
    channel = _channel(_render(long, episode))
    assert len((channel.findtext("description") or "").encode()) <= feed.LONGEST_DESCRIPTION
    assert channel.findtext("title") == "題" * 255


def test_an_ordinary_reader_finds_everything(show: Show, episode: Episode) -> None:
    feedparser = pytest.importorskip("feedparser")
    seen = feedparser.parse(_render(show, episode))
    assert not seen.bozo
    assert seen.feed.title == "えだまめAIニュース便"
    assert seen.feed.image.href == f"{BASE}cover-0.jpg"
    (item,) = seen.entries
    assert item.title == "ミストラルの新モデル"
    assert item.id == episode.guid
    assert item.published_parsed[:5] == (2024, 10, 16, 21, 30)
    assert item.itunes_duration == "12"
    (enclosure,) = item.enclosures
    assert (enclosure.href, enclosure.length, enclosure.type) == (
        f"{BASE}2024-10-17/episode.mp3",
        "1003",
        "audio/mpeg",
    )
