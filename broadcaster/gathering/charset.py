"""Bytes to text: byte order mark, declaration, escape sequences, strict UTF-8, share of kana."""

from __future__ import annotations

import codecs
import re
from typing import Final

from broadcaster.gathering.faults import BINARY, EMPTY, UNKNOWN_CHARSET, NoTextError

SAMPLE: Final = 1 << 16
"""Bytes looked at to judge; decoding itself is of the whole."""

# UTF-32 before UTF-16: its little-endian mark starts with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Only these may be asked for from outside (a page may say utf-7, idna, unicode_escape …). What
# the web calls Shift_JIS is Windows' cp932, its ISO-8859-1 is cp1252 (WHATWG Encoding, 4.2).
_DECLARED: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "windows-31j": "cp932",
    "cp932": "cp932",
    "ms932": "cp932",
    "euc-jp": "euc_jp",
    "x-euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
_ESCAPED: Final = ("iso2022_jp_ext", "iso2022_jp_2004", "iso2022_jp_2")
_JAPANESE: Final = ("cp932", "euc_jp", "euc_jis_2004")
_BINARY_HEADS: Final = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"ID3",
    b"\x7fELF", b"RIFF", b"OggS", b"fLaC", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!",
)  # fmt: skip
_CONTROLS: Final = bytes(n for n in range(32) if n not in b"\t\n\r\f\x1b") + b"\x7f"

_DECLARATION: Final = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_KANA: Final = re.compile("[ぁ-ゖァ-ヺー、。「」]")
_HALF_WIDTH: Final = re.compile("[\uff61-\uff9f]")
_PLAUSIBLE: Final = re.compile("[\t\n\r -~ぁ-ヿ、-〟一-鿿！-～]")


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding.

    Raises NoTextError where it is empty, binary, or in no encoding we can tell.
    """
    if not data.strip():
        raise NoTextError(EMPTY)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), codec
    codec = _wide(data)
    if codec:
        return data.decode(codec, "replace"), codec
    if _is_binary(data):
        raise NoTextError(BINARY)
    for codec in _candidates(data):
        text = _strict(data, codec)
        if text is not None:
            return text, codec
    return _by_kana(data)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark, told by what its characters would be; empty if it is not."""
    sample = data[: min(SAMPLE, len(data)) & ~1]
    shares = []
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample.decode(codec, "replace") or " "
        kana = len(_KANA.findall(text)) / len(text)
        share = len(_PLAUSIBLE.findall(text)) / len(text)
        if share > 0.9 and (kana > 0.2 or b"\0" in sample):
            shares.append((share, codec))
    return max(shares, default=(0.0, ""), key=lambda row: row[0])[1]


def _is_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return sample.startswith(_BINARY_HEADS) or controls > 0.02 * len(sample)


def _candidates(data: bytes) -> tuple[str, ...]:
    """Encodings to be tried strictly, in order."""
    found = _DECLARATION.search(data[:4096])
    declared = _DECLARED.get(found[1].decode("ascii", "replace").lower(), "") if found else ""
    escaped = _ESCAPED if b"\x1b$" in data or b"\x1b(" in data else ()
    if declared in ("", "utf-8", "cp1252", *_ESCAPED):
        # A single-byte encoding fits any bytes, so its declaration weighs less than valid UTF-8.
        return (*escaped, "utf-8", *((declared,) if declared == "cp1252" else ()))
    return (declared, *escaped, "utf-8")


def _strict(data: bytes, codec: str) -> str | None:
    """The text, or None; a character cut off by the end of the file is let go."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        if error.start < len(data) - 3 or error.start == 0:
            return None
        return _strict(data[: error.start], codec)


def _by_kana(data: bytes) -> tuple[str, str]:
    """Whichever encoding reads most like Japanese: kana, less what half-width kana there are."""
    readable = [(text, codec) for codec in _JAPANESE if (text := _strict(data, codec)) is not None]
    if readable:
        text, codec = max(readable, key=lambda row: _likeness(row[0]))
        if _likeness(text) > 0 or not _is_western(data):
            return text, codec
    if _is_western(data) and (western := _strict(data, "cp1252")) is not None:
        return western, "cp1252"
    return _least_broken(data)


def _likeness(text: str) -> float:
    sample = text[:SAMPLE]
    return (len(_KANA.findall(sample)) - len(_HALF_WIDTH.findall(sample))) / len(sample)


def _is_western(data: bytes) -> bool:
    """Accents are few and far between; Japanese is mostly bytes over 0x7F."""
    sample = data[:SAMPLE]
    high = sum(1 for byte in sample if byte > 0x7F)
    return high < 0.15 * len(sample)


def _least_broken(data: bytes) -> tuple[str, str]:
    """Text with a few bad bytes in it; they become U+FFFD."""
    texts = [(data.decode(codec, "replace"), codec) for codec in ("utf-8", *_JAPANESE)]
    text, codec = min(texts, key=lambda row: row[0].count("\ufffd") - _likeness(row[0]))
    if text.count("\ufffd") > 0.05 * len(text):
        raise NoTextError(UNKNOWN_CHARSET)
    return text, codec
