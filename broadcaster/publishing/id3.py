"""ID3v2.4 tags, written by the book (id3.org: structure, native frames, chapter addendum).

Text is UTF-8 throughout. Frames stand in the order given here, chapters in their own order:
players built on ffmpeg list chapters as they find them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.publishing.chapters import marks
from broadcaster.publishing.imprint import imprint
from broadcaster.publishing.printable import address, one_line, printable
from broadcaster.publishing.stories import headline
from broadcaster.publishing.transcript import transcript

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Episode
    from broadcaster.programme import Show
    from broadcaster.publishing.chapters import Mark

_UTF8 = b"\x03"
_LATIN1 = b"\x00"
_JAPANESE = b"jpn"
_FRONT_COVER = b"\x03"
_NO_OFFSET = b"\xff\xff\xff\xff"  # "use the times": byte offsets would bind players to one file
_TOP_LEVEL_ORDERED = b"\x03"


def render(episode: Episode, show: Show, cover: bytes) -> bytes:
    """The whole tag of an episode. cover: a JPEG or PNG, small enough to stand before the sound."""
    frames = [
        text("TIT2", headline(episode)),
        text("TPE1", show.author or show.title),
        text("TALB", episode.title),
        text("TDRC", episode.date),
        text("TRCK", str(episode.number)),
        text("TCON", "Podcast"),
        text("TLAN", "jpn"),
        comment("\n".join(imprint(episode))),
        lyrics(transcript(episode)),
        *chapters(marks(episode)),
        picture(cover),
    ]
    return tag(frames)


def tag(frames: Sequence[bytes]) -> bytes:
    """Frames behind a header: version 2.4, no unsynchronisation, no padding."""
    body = b"".join(frames)
    return b"ID3\x04\x00\x00" + synchsafe(len(body)) + body


def frame(name: str, body: bytes) -> bytes:
    """A frame without flags. In version 2.4 its size is synchsafe too."""
    return name.encode("ascii") + synchsafe(len(body)) + b"\x00\x00" + body


def synchsafe(number: int) -> bytes:
    """Four bytes of seven bits, so that no size looks like the start of an MPEG frame."""
    if not 0 <= number < 1 << 28:
        raise ValueError(f"{number} does not fit an ID3 size")
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def text(name: str, value: str) -> bytes:
    """A text frame (T…), one line; nothing for no text, since readers drop an empty frame."""
    line = one_line(value)
    return frame(name, _UTF8 + line.encode()) if line else b""


def comment(value: str) -> bytes:
    """COMM: a remark, in Japanese, without a description."""
    return _told("COMM", value)


def lyrics(value: str) -> bytes:
    """USLT: what is said, in Japanese, without times."""
    return _told("USLT", value)


def link(url: str) -> bytes:
    """WXXX: an address, percent-encoded since the frame only holds Latin-1."""
    return frame("WXXX", _UTF8 + b"\x00" + address(url).encode("ascii"))


def picture(image: bytes) -> bytes:
    """APIC: the front cover, JPEG or PNG."""
    mime = b"image/png" if image.startswith(b"\x89PNG") else b"image/jpeg"
    return frame("APIC", _LATIN1 + mime + b"\x00" + _FRONT_COVER + b"\x00" + image)


def chapters(rows: Sequence[Mark]) -> list[bytes]:
    """CTOC, then CHAP in order. None for no chapters; a table of contents counts in one byte."""
    rows = rows[:255]
    names = [f"ch{index:03d}".encode("ascii") for index in range(len(rows))]
    if not rows:
        return []
    children = b"".join(name + b"\x00" for name in names)
    contents = b"toc\x00" + _TOP_LEVEL_ORDERED + bytes([len(names)]) + children
    marks_ = [_chapter(name, row) for name, row in zip(names, rows, strict=True)]
    return [frame("CTOC", contents), *marks_]


def _told(name: str, value: str) -> bytes:
    lines = printable(value)
    return frame(name, _UTF8 + _JAPANESE + b"\x00" + lines.encode()) if lines else b""


def _chapter(name: bytes, row: Mark) -> bytes:
    times = row.start_ms.to_bytes(4, "big") + row.end_ms.to_bytes(4, "big")
    parts = text("TIT2", row.title) + (link(row.url) if row.url else b"")
    return frame("CHAP", name + b"\x00" + times + _NO_OFFSET * 2 + parts)
