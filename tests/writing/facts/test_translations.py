"""What a Japanese quotation may make of an English one."""

from __future__ import annotations

from functools import cache

import pytest

from broadcaster import reading
from broadcaster.nouns import Article, Paragraph
from broadcaster.programme import Lexicon
from broadcaster.writing.facts import Evidence

SOURCE = (
    '"It is the timing that matters, not the distance," said the engineer, Anna Lindqvist. '
    '"Clean air is not a luxury for people on the hill," said the mayor, Tom Okafor. '
    '"We are losing the young engineers faster than we can train them," said Ines Barros. '
    '"We rewrote the timetable because people were afraid to wait," said Hugo Weiss. '
    '"You cannot protect a forest that nobody is paid to watch," said the ranger, Ana Duarte. '
    '"I would rather ship a month late than ship something broken," said Yuki Sorensen. '
    '"Demand is running ahead of what we can build," said the chief executive, Rui Mendes.'
)


@cache
def evidence() -> Evidence:
    article = Article("0" * 16, "Three voices", (Paragraph(SOURCE),), published="2025-06-12")
    return Evidence.of(article)


@pytest.mark.parametrize(
    "said",
    [
        "大切なのは距離ではなくタイミング",
        "きれいな空気はぜいたくではない",
        "需要は作れる量を上回っている",
        "若いエンジニアを育てるより速いペースで失っている",
        "みんなが待つのを怖がっていたから、時刻表を書き直した",
        "見張る人にお金を払わなければ、森は守れない",
        "壊れたものを出すくらいなら、1か月遅れて出すほうがいい",
    ],
)
def test_a_good_translation_is_no_doubt(said: str) -> None:
    doubts = evidence().doubts(f"「{said}」という声があったと言うのだ。")
    assert not [doubt for doubt in doubts if doubt.kind == "quotation"]


@pytest.mark.parametrize(
    "said",
    [
        "大切なのはタイミングではなく距離だ",
        "きれいな空気は丘の上の人だけのぜいたくだ",
        "供給は作れる量を上回っている",
        "みんなが待ちたかったから、時刻表を書き直した",
        "見張る人にお金を払わなければ、川は守れない",
        "遅れて出すくらいなら、壊れたものを出すほうがいい",
    ],
)
def test_one_that_turns_it_round_is_doubted(said: str) -> None:
    doubts = evidence().doubts(f"「{said}」と話しているのだ。")
    assert [doubt for doubt in doubts if doubt.kind == "quotation"]


ALARM = Article(
    "6" * 16,
    "Outage report",
    (
        Paragraph("Corran Cloud published its report on Tuesday."),
        Paragraph('"We had a siren for this, and nobody was listening to it," wrote Ada Holm.'),
        Paragraph('"We would rather lose a month than lose a customer," said Jonas Pell.'),
    ),
    published="2025-03-04",
    language="en",
)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("ホルムさんは「サイレンはあったのに、誰も聞いていなかった」と書いているのだ。", []),
        (
            "ホルムさんは「サイレンがなかったから、誰も気づけなかった」と書いているのだ。",
            ["quotation"],
        ),
        ("ペルさんは「たった数袋のことで騒ぎすぎだ」とコメントしたのだ。", ["quotation"]),
    ],
)
def test_what_they_had_was_not_missing(line: str, kinds: list[str]) -> None:
    proof = Evidence.of(ALARM, pronounce=reading.pronouncer(Lexicon()))
    assert [one.kind for one in proof.doubts(line)] == kinds
