"""The files of a finished episode, and what a web server must call them."""

from __future__ import annotations

from typing import Final

MP3: Final = "episode.mp3"
VTT: Final = "episode.vtt"
SRT: Final = "episode.srt"
CHAPTERS: Final = "chapters.json"
NOTES: Final = "shownotes.md"
FEED: Final = "feed.xml"

EPISODE_FILES: Final = (MP3, VTT, SRT, CHAPTERS, NOTES)
"""All that packaging leaves, in the order the manifest lists them."""

TYPES: Final = {
    MP3: "audio/mpeg",
    VTT: "text/vtt",
    SRT: "application/x-subrip",
    CHAPTERS: "application/json+chapters",
    NOTES: "text/markdown",
    FEED: "application/rss+xml",
}
