"""Other people's readers, untyped as they are."""

from __future__ import annotations

from typing import Any

import lxml.html
import mutagen.id3
import mutagen.mp3

ID3: Any = mutagen.id3.ID3
MP3: Any = mutagen.mp3.MP3


def paragraphs(html: str | None) -> list[Any]:
    """The <p> elements of an HTML fragment."""
    whole: Any = lxml.html.fromstring(f"<div>{html or ''}</div>")
    return list(whole.findall("p"))
