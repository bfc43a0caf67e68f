"""Every text format, whole: one small episode, compared with files a person has read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadcaster.publishing import chapters, feed, notes, subtitles, transcript

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcaster.nouns import Episode
    from broadcaster.programme import Show

EXPECTED = Path(__file__).parent / "expected"
SERVED = "https://example.com/podcast/"


@pytest.mark.parametrize(
    ("name", "render"),
    [
        ("episode.vtt", subtitles.render_vtt),
        ("episode.srt", subtitles.render_srt),
        ("chapters.json", chapters.render),
        ("shownotes.md", notes.render),
        ("transcript.txt", lambda episode: transcript.transcript(episode) + "\n"),
    ],
)
def test_a_small_episode_comes_out_as_expected(
    name: str, render: Callable[[Episode], str], episode: Episode
) -> None:
    assert render(episode) == (EXPECTED / name).read_text(encoding="utf-8")


def test_the_feed_of_a_small_episode_comes_out_as_expected(episode: Episode, show: Show) -> None:
    entry = feed.Entry(episode, f"{SERVED}2024-10-17/", 192345)
    xml = feed.render(show, [entry], f"{SERVED}feed.xml", f"{SERVED}cover-12345678.jpg")
    assert xml == (EXPECTED / "feed.xml").read_bytes()
