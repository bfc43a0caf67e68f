"""What one article licenses, claim by claim."""

from __future__ import annotations

import time

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence, coverage
from tests.writing.facts.lines import article, evidence, load

MODEL = load("a1_model")
ENGLISH = load("a7_english")
TRADE = Article(
    "1" * 16,
    "商社2社の決算",
    (
        Paragraph("売上高は、青葉商事が3億円、若草物産が5億円だった。"),
        Paragraph("青葉商事は先月、倉庫を1ダース買った。"),
        Paragraph("会議は12時間続き、参加者の半分が反対した。"),
    ),
    published="2024-10-16",
)


@pytest.fixture(scope="module")
def trade() -> Evidence:
    return Evidence.of(TRADE)


@pytest.mark.parametrize(
    "line",
    [
        "青葉商事の売上高は3億円なのだ。",
        "若草物産は5億円だったのだ。",
        "青葉商事は9月に、倉庫を12買ったのだ。",
        "会議は半日も続いたのだ。",
        "参加者の50%が反対したのだ。",
        "今日もいい天気なのだ！",
        "ふたつ目の話題に行くのだ。",
        "",
    ],
)
def test_licensed(trade: Evidence, line: str) -> None:
    assert trade.doubts(line) == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("売上高は、青葉商事が5億円、若草物産が3億円なのだ。", "money"),
        ("青葉商事の売上高は3億ドルなのだ。", "money"),
        ("青葉商事は10月に、倉庫を買ったのだ。", "date"),
        ("会議は11時間続いたのだ。", "number"),
        ("参加者の半分が賛成したのだ。", "comparison"),
        ("双葉商事の売上高は3億円なのだ。", "name"),
        ("会議は12時間以上続いたのだ。", "range"),
    ],
)
def test_not_licensed(trade: Evidence, line: str, kind: str) -> None:
    assert kind in [doubt.kind for doubt in trade.doubts(line)]


def test_a_doubt_points_at_what_the_article_says() -> None:
    (doubt,) = evidence(MODEL).doubts("利用料は100万トークンあたり5セントなのだ。")
    assert (doubt.kind, doubt.claim, doubt.nearest) == ("number", "5セント", "0.04ドル")


def test_relative_days_of_a_line_are_those_of_the_broadcast() -> None:
    line = "きのう、公開されたのだ。"
    said = article(MODEL)
    assert Evidence.of(said, air="2024-10-16").doubts(line) == ()
    assert [doubt.kind for doubt in Evidence.of(said, air="2024-10-18").doubts(line)] == ["date"]


def test_nearest_sentence_is_the_article_s_own() -> None:
    proof = evidence(MODEL)
    assert proof.nearest_sentence("値段は5セントで、60%も安いのだ。").startswith(
        "利用料は100万トークン"
    )
    assert evidence(ENGLISH).nearest_sentence("9月に東京へ進出するのだ。").startswith("The company")


def test_coverage_tells_which_headline_facts_survived() -> None:
    proof = evidence(ENGLISH)
    told = coverage(["ラークスパーAIが、4億1500万ドルを集めたのだ。"], proof)
    assert "$415 million" in told.told
    assert "Larkspur" in told.told
    assert "Greystone" in told.missed
    assert 0 < told.share < 1
    assert coverage([], Evidence.of(Article("2" * 16, "", (Paragraph("あ。"),)))).share == 1.0


def test_the_same_answer_twice() -> None:
    lines = [line for _, line in MODEL["planted"]]
    one, other = evidence(MODEL), evidence(MODEL)
    assert [one.doubts(line) for line in lines] == [other.doubts(line) for line in lines]


@pytest.mark.parametrize(
    "piece", ["1億2", "「", "の", "8%減り、", "Mr. A said. ", "10月1日、", "ァ"]
)
def test_floods_end(piece: str) -> None:
    """Neither a long article nor a long line takes more than its length."""
    began = time.monotonic()
    flood = Article("3" * 16, "題", (Paragraph(piece * 1000),), published="2024-10-16")
    Evidence.of(flood).doubts(piece * 1000)
    assert time.monotonic() - began < 60


TRANSCRIPT = Article(
    "0" * 16,
    "図書館の人に聞く",
    (
        Paragraph("図書館は、10月1日に、ロボットを3台入れました。", author="館長 青野"),
        Paragraph("まあまあ大きな買い物でした。", author="司会 木村"),
        Paragraph("値段は、1台が280万円です。", author="館長 青野"),
    ),
)


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("青野館長は、ロボットを3台入れたと話したのだ。", ""),
        ("青野さんによると、値段は1台が280万円なのだ。", ""),
        ("木村さんは、大きな買い物だったと言ったのだ。", ""),
        ("木村さんは、ロボットを3台入れたと話したのだ。", "館長 青野"),
        ("木村さんによると、値段は1台が280万円なのだ。", "館長 青野"),
        ("青野さんは、大きな買い物だったと言ったのだ。", "司会 木村"),
    ],
)
def test_the_speakers_of_a_transcript_keep_their_words(line: str, whose: str) -> None:
    doubts = Evidence.of(TRANSCRIPT, air="2024-10-18").doubts(line)
    assert [one.nearest for one in doubts] == ([whose] if whose else [])
