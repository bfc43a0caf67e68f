"""Rows written into a lexicon that a person keeps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.cards import kana_morae, parse_lexicon, with_rows
from broadcaster.errors import CardError
from broadcaster.programme import LexiconRow

KEPT = """\
# 頭の注

"Qwen" = "クウェン"   # 注 "x" # y
'A#B' = { reading = "エー", gloss = "# no" } # c
Bare = "ベア"
"""

few = settings(max_examples=60, deadline=None)


def changed(text: str, *rows: LexiconRow) -> str:
    return with_rows(text.encode(), rows, "lexicon.toml").decode()


def test_a_row_is_replaced_in_its_place_and_everything_else_stays() -> None:
    made = changed(
        KEPT,
        LexiconRow("A#B", "エービー", 2, 'x"y'),
        LexiconRow("Qwen", "クエン"),
        LexiconRow("Bare", "ベアー"),
    )
    assert made == KEPT.replace('"クウェン"', '"クエン"').replace('"ベア"', '"ベアー"').replace(
        '{ reading = "エー", gloss = "# no" }',
        '{ reading = "エービー", accent = 2, gloss = "x\\"y" }',
    )


def test_new_rows_go_to_the_end_in_order() -> None:
    made = changed(KEPT, LexiconRow("B", "ビー"), LexiconRow("A", "エー", 1))
    assert made == KEPT + '"B" = "ビー"\n"A" = { reading = "エー", accent = 1 }\n'
    assert changed(made, LexiconRow("B", "ビー")) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", '"Q" = "キュー"\n'),
        ("\ufeff", '\ufeff"Q" = "キュー"\n'),
        ('"a" = "ア"', '"a" = "ア"\n"Q" = "キュー"\n'),
        ('"a" = "ア"\r\n', '"a" = "ア"\r\n"Q" = "キュー"\r\n'),
        (
            '"a" = "ア"\n\n["b"]\nreading = "ビー"\n',
            '"a" = "ア"\n\n"Q" = "キュー"\n\n["b"]\nreading = "ビー"\n',
        ),
    ],
)
def test_every_kind_of_ending_is_kept(text: str, made: str) -> None:
    assert changed(text, LexiconRow("Q", "キュー")) == made


def test_line_endings_of_a_replaced_row_stay() -> None:
    assert changed('"a" = "ア" # c\r\n', LexiconRow("a", "エー")) == '"a" = "エー" # c\r\n'


@pytest.mark.parametrize(
    "text", ['\n["b"]\nreading = "ビー"\n', '\n"b" = """\nビー"""\n', '\n"b".reading = "ビー"\n']
)
def test_a_row_over_several_lines_is_refused_by_its_line(text: str) -> None:
    try:
        parse_lexicon(text.encode(), "lexicon.toml")
    except CardError:
        return
    with pytest.raises(CardError, match=r"lexicon\.toml: line 2: 'b'"):
        changed(text, LexiconRow("b", "ベー"))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (LexiconRow("a", "abc"), "'a' is read 'abc'"),
        (LexiconRow("a", "アア", 3), "a.accent is 3; give the mora"),
        (LexiconRow("a", "アア", -1), "a.accent is -1"),
        (LexiconRow(" ", "ア"), "is not a word"),
        (LexiconRow("a\nb", "ア"), "is not a word"),
        (LexiconRow("a\ud800", "ア"), "not UTF-8"),
    ],
)
def test_a_bad_row_is_refused_by_the_file(row: LexiconRow, says: str) -> None:
    with pytest.raises(CardError) as caught:
        with_rows(KEPT.encode(), (row,), "lexicon.toml")
    assert str(caught.value).startswith("lexicon.toml: ")
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('\n"a" = "abc"\n', "line 2: 'a' is read 'abc'; write"),
        ("'a' = 'ア'\r\nb = { reading = 'ビー', acent = 1 }\r\n", "line 2: b.acent is not a key"),
        ('["a"]\nreading = "アア"\naccent = 9\n', "line 1: a.accent is 9"),
        ('"a" = "ア"\n"b" = [', "(at line 2)"),
    ],
)
def test_a_bad_row_is_refused_by_its_line(text: str, says: str) -> None:
    with pytest.raises(CardError) as caught:
        parse_lexicon(text.encode(), "lexicon.toml")
    assert str(caught.value).startswith("lexicon.toml: ")
    assert says in str(caught.value)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20))
@few
def test_any_surface_is_read_back(surface: str) -> None:
    row = LexiconRow(surface, "ア", 1, surface)
    if not surface.strip():
        return
    (read,) = parse_lexicon(with_rows(b"", (row,), "f"), "f").rows
    assert (read.surface, read.gloss) == (surface, surface.strip())
    again = with_rows(KEPT.encode(), (row,), "f")
    assert with_rows(again, (row,), "f") == again


@pytest.mark.parametrize(
    ("kana", "morae"), [("クウェンスリー", 6), ("ディーエックス", 6), ("ア・イ、ウ", 3), ("", 0)]
)
def test_morae_of_katakana(kana: str, morae: int) -> None:
    assert kana_morae(kana) == morae
