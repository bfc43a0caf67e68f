"""Plain text and Markdown to paragraphs; lines joined; hygiene; language; readings; titles."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.gathering.hygiene import one_line, tidy
from broadcaster.gathering.joining import close_up, join_lines
from broadcaster.gathering.language import language_of
from broadcaster.gathering.markdown import parse_markdown
from broadcaster.gathering.plaintext import parse_plain
from broadcaster.gathering.readings import readings_in
from broadcaster.gathering.titles import (
    LONGEST,
    LONGEST_FOREIGN,
    made_title,
    without_repeated_title,
)
from broadcaster.nouns import Paragraph
from tests.gathering.tables import NEWS

few = settings(max_examples=150, deadline=None)
newslike = st.text(alphabet="あ漢カaZ9１。！?「」（）-*・#>|、: \n　.\u200b\u3099か", max_size=120)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


# ── plain text ───────────────────────────────────────────────────────────────────────────


def test_blocks_by_blank_lines_with_headings_and_items() -> None:
    text = (
        f"計算機を公開した日\n\n{NEWS}\n\n使い方\n\n・申し込む\n・待つ\n\n{NEWS}\n----\n終わり方。"
    )
    draft = parse_plain(text)
    assert draft.facts.title == "計算機を公開した日"
    assert [row.kind for row in draft.paragraphs] == [
        "heading", "text", "heading", "item", "item", "text", "text",
    ]  # fmt: skip
    assert draft.paragraphs[3].text == "申し込む"


def test_wrapped_lines_are_joined_and_whole_ones_are_not() -> None:
    wrapped = (
        "研究所は二十日に、とても新しい計算\n機を公開した。申し込めば誰でも使え、\n"
        "気象の計算が速くなる。"
    )
    whole = "研究所は計算機を公開した。\n申し込めば誰でも使える。"
    rows = parse_plain(f"{wrapped}\n\n{whole}").paragraphs
    assert [row.text for row in rows] == [wrapped.replace("\n", ""), *whole.split("\n")]


def test_an_indented_line_starts_a_paragraph() -> None:
    rows = parse_plain(
        "　研究所は計算機を公開したと発表し\n　申し込めば誰でも使えると述べた。"
    ).paragraphs
    assert len(rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        f"{NEWS}\n\n短い行",
        "一行目は文です。\n\n" + NEWS,
        f"・項目から始まる\n\n{NEWS}",
        "短い",
    ],
)
def test_no_title_where_the_first_line_is_not_one(text: str) -> None:
    assert parse_plain(text).facts.title == ""


@few
@given(newslike)
def test_plain_text_keeps_every_letter(text: str) -> None:
    draft = parse_plain(text)
    dropped = "".join(note.partition(": ")[2] for note in draft.notes)
    kept = "".join(row.text for row in draft.paragraphs)
    assert letters(dropped + kept) == letters(tidy(text)[0])


# ── Markdown ─────────────────────────────────────────────────────────────────────────────


def test_markdown_gives_paragraphs_by_kind_and_says_what_it_left_out() -> None:
    draft = parse_markdown(
        f"# 題の**太字**\n\n{NEWS[:20]}\n{NEWS[20:]}\n\n## 使い方\n\n"
        "1. [申し込む](https://example.org)\n2. 待つ\n\n> 引いた文。\n\n```\ncode\n```\n\n"
        "<!-- 覚え -->\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "![図](a.png)\n\n`make`を打つ。\n"
    )
    assert [(row.kind, row.text) for row in draft.paragraphs] == [
        ("heading", "題の太字"),
        ("text", NEWS),
        ("heading", "使い方"),
        ("item", "申し込む"),
        ("item", "待つ"),
        ("quote", "引いた文。"),
        ("text", "makeを打つ。"),
    ]
    assert draft.facts.title == "題の太字"
    assert draft.notes == (
        "コードを1個はずした", "コメントを1個はずした", "表を1個はずした", "画像を1個はずした",
    )  # fmt: skip


def test_ruby_in_markdown_is_a_reading_and_not_text() -> None:
    draft = parse_markdown("<ruby>豆花<rp>(</rp><rt>まめか</rt><rp>)</rp></ruby>さんが話した。")
    assert draft.paragraphs[0].text == "豆花さんが話した。"
    assert draft.readings == (("豆花", "まめか"),)


@pytest.mark.parametrize("bomb", ["[" * 50_000, ">" * 50_000, "*a_" * 20_000, "`" * 50_000])
def test_markdown_takes_linear_time(bomb: str) -> None:
    began = time.process_time()
    parse_markdown(bomb)
    assert time.process_time() - began < 10


@few
@given(newslike)
def test_markdown_never_raises(text: str) -> None:
    parse_markdown(text)


# ── joining, hygiene ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["日本の", "研究所"], "日本の研究所"),
        (["open", "source"], "open source"),
        (["新しい", "Mixtral"], "新しいMixtral"),
        (["Mixtral", "を出した"], "Mixtralを出した"),
        (["one,", "", " two "], "one, two"),
        (["文。", "Next"], "文。Next"),
        ([], ""),
    ],
)
def test_lines_join(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


def test_spaces_beside_japanese_marks_close_up() -> None:
    assert close_up("今日は、 『名前』 を見る。 Open Source だ。") == (
        "今日は、『名前』を見る。Open Source だ。"
    )


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("\ufeff題", "題"),
        ("右\u202eから左\u2066へ", "右から左へ"),
        ("a\u200bb\u200dc\u00ad", "abc"),
        ("葛\U000e0100城", "葛城"),
        ("\U000e0001\U000e0041x", "x"),
        ("か\u3099", "が"),
        ("a\r\nb\rc\u2028d\x85e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("\ud800x", "x"),
    ],
)
def test_hygiene(dirty: str, clean: str) -> None:
    text, notes = tidy(dirty)
    assert text == clean
    assert bool(notes) == (len(dirty.replace("\r\n", "\n")) != len(clean))


@few
@given(st.text(alphabet=st.characters(), max_size=80))
def test_hygiene_settles_and_loses_no_letter(text: str) -> None:
    once, _ = tidy(text)
    assert tidy(once) == (once, ())
    line = one_line(text)
    assert one_line(line) == line
    assert "\n" not in line
    wanted = unicodedata.normalize("NFC", letters(text))
    assert letters(line) == letters(unicodedata.normalize("NFC", wanted))


def test_a_flood_of_combining_marks_takes_linear_time() -> None:
    began = time.process_time()
    tidy("a" + "\u0316\u0301" * 200_000)
    assert time.process_time() - began < 10


# ── language, readings, titles ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (NEWS, "ja"),
        ("Mixtral 8x7B と GPT-4 の code generation を Apache HTTP server で比べる", "ja"),
        ("北京的研究所今天公开了新的计算机。任何人都可以申请。", "zh"),
        ("연구소는 새로운 컴퓨터를 공개했다.", "ko"),
        ("The laboratory opened its new machine to the public.", "en"),
        ("Le laboratoire a ouvert la machine et les chercheurs sont dans la salle.", "fr"),
        ("Das Labor hat die neue Maschine für die Forscher und den Alltag.", "de"),
        ("El laboratorio abrió la máquina para los investigadores.", "es"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("豆花（まめか）さんと枝村（エダムラ）さん。", [("豆花", "まめか"), ("枝村", "エダムラ")]),
        ("首相山田太郎（やまだたろう）が話した。", []),
        ("山田太郎（やまだたろう）が話した。", [("山田太郎", "やまだたろう")]),
        ("社長（当時）が話した。", []),
        ("豆花(まめか)は半角。", []),
        ("モデル（もでる）は片仮名。", []),
        ("木（こころざしのたかさ）", []),
    ],
)
def test_readings_in_the_text(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(readings_in([text])) == pairs


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("研究所が計算機を公開した。次の文。", "研究所が計算機を公開した"),
        ("はい。研究所が計算機を公開した。", "研究所が計算機を公開した"),
        ("私たちは新しい計算機を公開した。研究所は申し込みを始めた。", "研究所は申し込みを始めた"),
        (
            "国立の研究所は二十日、気象の計算がこれまでより十倍速くなる新しい計算機を公開すると述べた。",
            "国立の研究所は二十日、気象の計算がこれまでより十倍速くなる新しい計算機",
        ),
        (
            "国立の研究所は二十日、新しい計算機を公開した。" * 2,
            "国立の研究所は二十日、新しい計算機を公開した",
        ),
        (
            "国立の研究所が公開した計算機は、申し込めば誰でも使えるうえ、気象の計算がとても速い。",
            "国立の研究所が公開した計算機は、申し込めば誰でも使えるうえ",
        ),
        ("漢" * 60, "漢" * 40),
        ("短い", "短い"),
    ],
)  # fmt: skip
def test_titles_are_made_of_the_first_telling_sentence(text: str, title: str) -> None:
    assert made_title([Paragraph(text)]) == title


@few
@given(newslike)
def test_a_made_title_is_short_and_from_the_text(text: str) -> None:
    title = made_title([Paragraph(text)])
    japanese = any(char in "あ漢カか" for char in title)
    assert len(title) <= (LONGEST if japanese else LONGEST_FOREIGN)
    assert title.removesuffix("…") in text


def test_a_made_title_in_english_is_a_whole_sentence_or_says_that_it_was_cut() -> None:
    first = "The library in the old harbor town has started lending small robots to readers."
    assert made_title([Paragraph(first + " It is free.")]) == first.rstrip(".")
    assert made_title([Paragraph("word " * 40 + ".")]) == "word " * 19 + "word…"


@pytest.mark.parametrize(
    ("second", "dropped"),
    [
        (Paragraph("計算機を研究所が公開 国立の新しい", "heading"), True),
        (Paragraph("使い方", "heading"), False),
        (Paragraph("国立の研究所が新しい計算機を公開した。", "text"), False),
        (Paragraph("国立の研究所が新しい計算機を公開した", "item"), False),
    ],
)
def test_a_title_said_twice_is_said_once(second: Paragraph, *, dropped: bool) -> None:
    title = "国立の研究所が新しい計算機を公開"
    rows = (Paragraph(title, "heading"), second, Paragraph(NEWS))
    kept, notes = without_repeated_title(rows, title)
    assert (second not in kept) == dropped
    assert bool(notes) == dropped
    assert kept[-1].text == NEWS
