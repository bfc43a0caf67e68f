"""Why a file gives no article: once for an error, once for the rundown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MAX_BYTES: Final = 50_000_000
MAX_MARKUP: Final = 10_000_000
MIN_LETTERS: Final = 30

KINDS: Final = (".txt", ".md", ".html", ".htm", ".vtt", ".srt")
"""The kinds of files we read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """what, do: for an error, in English. reason: for the rundown, in Japanese."""

    what: str
    do: str
    reason: str


class NoTextError(Exception):
    """A file gives no article. Never leaves the room: the door raises or skips."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.what)


EMPTY: Final = Fault("the file is empty", "give a file with an article in it", "中身が空")
BINARY: Final = Fault(
    "not text, it looks binary", f"give one of {' '.join(KINDS)}", "テキストではない（バイナリ）"
)
UNKNOWN_CHARSET: Final = Fault(
    "its character encoding cannot be told", "save the file as UTF-8", "文字コードが分からない"
)
GARBLED: Final = Fault(
    "the text is garbled and too many characters are lost to restore it",
    "get the original file and save it as UTF-8",
    "文字化けで元の文字が失われている",
)
TOO_SHORT: Final = Fault(
    f"less than {MIN_LETTERS} letters of text in it",
    "give a whole article",
    f"本文が{MIN_LETTERS}字に足りない",
)
TOO_LARGE: Final = Fault(
    f"larger than {MAX_BYTES // 1_000_000} MB",
    "give only the article",
    f"{MAX_BYTES // 1_000_000} MBを超えている",
)
MARKUP_TOO_LARGE: Final = Fault(
    f"more than {MAX_MARKUP // 1_000_000} million characters of markup",
    "give only the article",
    f"ページが{MAX_MARKUP // 10_000}万字を超えている",
)
TOO_DEEP: Final = Fault(
    "its tags are nested too deeply", "save the article as plain text", "タグの入れ子が深すぎる"
)
NOT_A_FILE: Final = Fault(
    "not a regular file", "give a file or a folder", "ふつうのファイルではない"
)
UNKNOWN_KIND: Final = Fault(
    "not a kind of file we read",
    f"give one of {' '.join(KINDS)}",
    f"読めない種類（読めるのは {' '.join(KINDS)}）",
)


def refused_by_system(reason: str) -> Fault:
    """The operating system does not let us read it; `reason` is its own word."""
    return Fault(f"cannot be read ({reason})", "check the file", f"読めない（{reason}）")
