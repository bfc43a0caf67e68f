"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.gathering.charset import decode
from broadcaster.gathering.faults import BINARY, EMPTY, NoTextError
from tests.gathering.tables import NEWS

LONG = (NEWS + "\n") * 20
ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le",
             "utf-16-be", "utf-32")  # fmt: skip
LENGTHS = (20, 60, 200, len(LONG))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("length", LENGTHS)
def test_japanese_is_read_in_every_encoding_and_length(encoding: str, length: int) -> None:
    text = LONG[:length]
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("start", range(0, 60, 7))
@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_twenty_characters_from_anywhere_tell_the_encoding(encoding: str, start: int) -> None:
    text = NEWS[start : start + 20]
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("①②Ⅲ㈱の髙橋さんが新しい会社をつくった。", "cp932"),
        ("ﾊﾝｶｸのカナも少しだけまじっている文章です。", "cp932"),
        ("日本銀行総裁会見、金融政策決定会合。", "euc_jp"),
        ("日本銀行総裁会見、金融政策決定会合。", "cp932"),
        ("Le modèle français est sorti à Paris, où il a été développé.", "cp1252"),
        ("The laboratory opened its new machine.", "utf-8"),
    ],
)
def test_hard_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_in_english(encoding: str) -> None:
    assert decode("The laboratory opened its machine.".encode(encoding))[1] == encoding


@pytest.mark.parametrize(
    ("declared", "encoding", "codec"),
    [
        ("Shift_JIS", "cp932", "cp932"),
        ("x-sjis", "cp932", "cp932"),
        ("EUC-JP", "euc_jp", "euc_jp"),
        ("gb2312", "gb18030", "gb18030"),
        ("iso-8859-1", "utf-8", "utf-8"),
        ("utf-7", "utf-8", "utf-8"),
        ("unicode_escape", "cp932", "cp932"),
        ("undefined", "utf-8", "utf-8"),
        ("utf-16", "utf-8", "utf-8"),
    ],
)
def test_a_declaration_counts_only_if_it_is_known_and_fits(
    declared: str, encoding: str, codec: str
) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{NEWS}~①</body></html>'
    if encoding == "euc_jp":
        page = page.replace("①", "")
    assert decode(page.encode(encoding)) == (page, codec)


def test_the_declaration_of_http_equiv_is_read_too() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">日本経済新聞社説'
    assert decode(page.encode("cp932"))[1] == "cp932"


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp"])
def test_a_file_cut_inside_a_character_loses_only_that(encoding: str) -> None:
    text = LONG.rstrip()
    assert decode(text.encode(encoding)[:-1])[0] == text[:-1]


def test_a_few_bad_bytes_become_replacement_characters() -> None:
    half = LONG[:300].encode(), LONG[300:].encode()
    assert decode(b"\xff".join(half)) == (f"{LONG[:300]}\ufffd{LONG[300:]}", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"%PDF-1.7\n1 0 obj\n",
        b"PK\x03\x04abc",
        b"ID3\x04rest of a sound",
        bytes(range(256)) * 4,
        bytes(1000),
    ],
)
def test_binary_is_recognised(data: bytes) -> None:
    with pytest.raises(NoTextError) as caught:
        decode(data)
    assert caught.value.fault is BINARY


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_empty_is_recognised(data: bytes) -> None:
    with pytest.raises(NoTextError) as caught:
        decode(data)
    assert caught.value.fault is EMPTY


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_no_text(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except NoTextError:
        return
    assert isinstance(text, str)


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=100).filter(lambda text: bool(text.strip("\t\n\r\f\v "))))
def test_valid_utf_8_with_a_mark_is_never_misread(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode())[0] == text
