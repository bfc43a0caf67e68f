"""What lint measures, and what it calls broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from broadcaster.cards import load_character
from broadcaster.nouns import Line, Paragraph, Script, Segment, Source
from broadcaster.programme import Caps
from broadcaster.writing import Lint, lint
from broadcaster.writing.copying import copied
from tests.writing.news import HEAD, article, as_written

ZUNDAMON: Final = load_character(Path(__file__).resolve().parents[2] / "voices", "zundamon")
TEXT: Final = "つくば大学が、小さなモデル「まめ3B」を公開した。大きさは、前の版の10分の1だ。"
ARTICLE: Final = article("まめモデル", TEXT)
FIRST: Final = TEXT.index("。") + 1


def _line(text: str, card: str = "", paragraph: int = 0, start: int = 0, end: int = 0) -> Line:
    told = Source(card=card) if card else Source(ARTICLE.id, paragraph, start, end)
    return Line(text, "ずんだもん", source=told)


OPENING: Final = Segment(
    "opening", "あいさつ",
    (_line("番組、10月18日なのだ！", "name"), _line("声はメイさん。", "borrowed"),
     _line("原稿はプログラムなのだ。", "disclosure.extractive")),
)  # fmt: skip
GOOD: Final = (
    _line("つくば大学が、小さなモデル「まめ3B」を公開したのだ。", paragraph=0, start=0, end=FIRST),
    _line("大きさは、前の版の10分の1。", paragraph=0, start=FIRST, end=len(TEXT)),
)


def _script(*lines: Line) -> Script:
    story = Segment("story", "まめ", tuple(lines), (ARTICLE.id,), writer="extractive")
    return replace(HEAD, segments=(OPENING, story))


def _report(*lines: Line, earlier: tuple[Script, ...] = ()) -> Lint:
    return lint(_script(*lines), ZUNDAMON, earlier, [ARTICLE], as_written)


def test_a_clean_script_breaks_nothing() -> None:
    report = _report(*GOOD)
    assert report.broken == ()
    assert report.sentences == 5
    assert report.unlicensed == ()
    assert report.mean == pytest.approx(17, abs=6)
    assert report.p90 <= report.longest <= 60
    assert report.exclaim == pytest.approx(0.2)


def test_long_sentences_are_listed() -> None:
    long = f"会社は、{'とても' * 20}大きいのだ。"
    report = _report(*GOOD, _line(long))
    assert [one.text for one in report.too_long] == [long]
    assert report.too_long[0].morae == report.longest > 60
    assert report.broken == ("60モーラを超える文が1つ",)


def test_endings_and_runs() -> None:
    report = _report(
        *GOOD, *(_line(f"雨{n}のだ。", "turn") for n in ("な", "だった", "になる", "が降る"))
    )
    shares = {row.name: row for row in report.endings}
    assert shares["体言止め"].times == 2
    assert shares["のだ"].times == 7
    assert shares["のだ"].wanted == 0.63
    assert sum(row.share for row in report.endings) == pytest.approx(1)
    assert report.longest_run == 4
    assert "同じ語尾が4連(上限3)" in report.broken


def test_pet_words_are_counted() -> None:
    report = _report(*GOOD, _line("すごい、すごい、ずんだ餅なのだ。", "hello"))
    assert {row.word: (row.times, row.most) for row in report.words} == {
        "すごい": (2, 1), "ずんだ": (1, 2), "枝豆": (0, 2),
    }  # fmt: skip
    bare = replace(ZUNDAMON, caps=Caps())
    report = lint(_script(_line("すごいのだ。", "hello")), bare, (), [ARTICLE], as_written)
    assert [(row.word, row.times, row.most) for row in report.words] == [("すごい", 1, None)]


def test_every_sentence_is_measured_in_its_place() -> None:
    report = _report(*GOOD)
    assert [one.text for one in report.measured][-2:] == [line.text for line in GOOD]
    assert report.measured[1].text == "声はメイさん。"
    assert report.longest == max(one.morae for one in report.measured)


def test_frame_lines_of_earlier_shows() -> None:
    report = _report(*GOOD, earlier=(replace(_script(*GOOD), date="2024-10-16"),))
    assert [(row.card, row.date) for row in report.repeated] == [("borrowed", "2024-10-16")]
    assert report.broken == ()


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("大きさは、前の版の100分の1なのだ。", "100分の1"),
        ("大きさは、Sanaの10分の1なのだ。", "sana"),
        ("大きさは「10分の1以下」なのだ。", "「10分の1以下」"),
    ],
)
def test_what_the_source_does_not_hold(said: str, missing: str) -> None:
    report = _report(GOOD[0], _line(said, paragraph=0, start=FIRST, end=len(TEXT)))
    assert [row.text for row in report.unlicensed] == [said]
    assert any(missing in one.lower() for one in report.unlicensed[0].missing)
    assert report.broken == ("出典で裏づけられない行が1つ",)


def test_a_fact_without_a_source_is_named() -> None:
    lost = replace(GOOD[1], source=Source())
    assert [row.missing for row in _report(GOOD[0], lost).unlicensed] == [()]


def test_a_line_without_a_range_is_held_against_the_whole_article() -> None:
    assert _report(_line("まめ3Bは、10分の1なのだ。")).unlicensed == ()
    assert len(_report(_line("まめ4Bは、10分の1なのだ。")).unlicensed) == 1


def test_a_manuscript_has_no_sources_to_check() -> None:
    story = Segment("story", "題", (Line("値段は3ドルなのだ！", "z"),), writer="manuscript")
    report = lint(replace(HEAD, segments=(story,)), ZUNDAMON, (), (), as_written)
    assert report.unlicensed == ()


def test_copying_is_measured_on_the_source() -> None:
    (row,) = _report(*GOOD).copied
    assert row.sentences == 2
    assert row.stretch == "つくば大学が、小さなモデル「まめ3B」を公開した"
    assert row.longest == len(row.stretch)
    assert row.share == pytest.approx(
        (len(row.stretch) + len("大きさは、前の版の10分の1")) / len(TEXT)
    )


def test_what_is_told_in_other_words_is_not_copied() -> None:
    (row,) = copied([_line("大学の新しいモデルは小さいのだ。")], [ARTICLE])
    assert (row.longest, row.share) == (0, 0)


def test_copying_is_linear() -> None:
    text = "あい" * 50_000
    big = replace(article("大きい", text), paragraphs=(Paragraph(text),))
    line = Line("あい" * 500, "z", source=Source(article=big.id))
    (row,) = copied([line] * 20, [big])
    assert row.longest == 1000


def test_an_empty_script() -> None:
    report = lint(replace(HEAD, segments=()), ZUNDAMON, (), (), as_written)
    assert (report.sentences, report.longest, report.longest_run) == (0, 0, 0)
    assert report.broken == ()
