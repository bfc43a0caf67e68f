"""Clauses over an English article: what one of them denies is not what its neighbour says."""

from __future__ import annotations

import pytest

from broadcaster import reading
from broadcaster.nouns import Article, Paragraph
from broadcaster.programme import Lexicon
from broadcaster.writing.facts import Evidence

RAIL = Article(
    "7" * 16,
    "Corwen Rail delays night line",
    (
        Paragraph(
            "Corwen Rail said on Monday that it will open a night line between "
            "Ashby and Port Lunn in March, with no stops in between."
        ),
        Paragraph(
            "The line cost 90 million pounds and was built by Delmar Works, without any state aid."
        ),
        Paragraph("The trains were tested for six months, and none of them broke down."),
        Paragraph(
            "The company has not said how much tickets will cost, but it promised "
            "seats for 240 passengers."
        ),
        Paragraph(
            "Chief executive Joan Pell said the new line could bring 300,000 "
            "visitors a year, but that it has no plans to hire more staff."
        ),
        Paragraph("She blamed the delay on rising steel prices."),
        Paragraph(
            "The union did not sign the agreement, and two smaller groups of "
            "drivers backed it on Friday."
        ),
        Paragraph("Strikes are not expected because the drivers won a 4 percent raise in June."),
        Paragraph("The old ferry, which does not carry cars, keeps running until May."),
        Paragraph("Ferry owner Lunn Lines declined to disclose its earnings."),
        Paragraph(
            "A judge did not block the sale of the ferry, and legal experts said "
            "the terminal may be closed."
        ),
        Paragraph(
            "Only the Ashby station has a lift; the one at Port Lunn has none, "
            "although work began there in August."
        ),
    ),
    published="2025-10-09",
)
PRICES = Article(
    "8" * 16,
    "新型カメラを10月に発売",
    (
        Paragraph("光学機器のミナト社は1日、新型カメラ「R7」を10月に発売すると発表した。"),
        Paragraph("R7の重さは480グラムで、日本での価格は未定としている。"),
        Paragraph("修理の件数は年に1.3件で、従来機の2.9件より少ないとしている。"),
    ),
    published="2025-07-03",
)


@pytest.fixture(scope="module")
def rail() -> Evidence:
    return Evidence.of(RAIL, pronounce=reading.pronouncer(Lexicon()))


@pytest.fixture(scope="module")
def prices() -> Evidence:
    return Evidence.of(PRICES, pronounce=reading.pronouncer(Lexicon()))


@pytest.mark.parametrize(
    "line",
    [
        "路線にかかったお金は9000万ポンドで、デルマー・ワークスが建てたのだ。",
        "故障した列車はひとつもなかったのだ。",
        "切符の値段は、まだ明らかにされていないのだ。",
        "きっぷがいくらになるかは、まだ決まっていないみたいなのだ。",
        "ペルさんは、新しい路線で年に30万人が訪れるかもしれないと話しているのだ。",
        "会社は、遅れたのは鉄の値段が上がったせいだと言っているのだ。",
        "組合は合意に署名しなかったけど、運転士の小さな団体ふたつは金曜日に支持したのだ。",
        "運転士の給料が6月に4パーセント上がったから、ストライキは起きない見通しなのだ。",
        "ラン・ラインズは、もうけを明かしていないのだ。",
        "判事はフェリーの売却を止めなかったのだ。",
    ],
)
def test_says_what_a_clause_says_whatever_its_neighbour_denies(rail: Evidence, line: str) -> None:
    assert not rail.doubts(line)


@pytest.mark.parametrize(
    "line",
    [
        "夜の路線は、途中の駅にも止まるのだ。",
        "試験では、列車がいくつか故障したのだ。",
        "切符の値段は、もう発表されているのだ。",
        "新しい路線で、年に30万人が訪れることが確定したのだ。",
        "会社は社員を増やす計画なのだ。",
        "組合は合意に署名したのだ。",
        "ストライキは確実に起きるのだ。",
        "ラン・ラインズは、もうけを公表したのだ。",
        "船着き場は閉鎖されることが決まったのだ。",
    ],
)
def test_doubts_what_the_clause_itself_denies_or_leaves_open(rail: Evidence, line: str) -> None:
    assert rail.doubts(line)


@pytest.mark.parametrize(
    "line",
    [
        "R7が日本でいくらになるかは、まだ決まってないんだって。",
        "修理の件数は年に1.3件で、従来機の2.9件より少ないらしいのだ。",
        "会社によると、修理は従来機より少ないみたいなのだ。",
    ],
)
def test_leaves_open_and_hears_what_its_sentence_does(prices: Evidence, line: str) -> None:
    assert not prices.doubts(line)


@pytest.mark.parametrize(
    "line",
    [
        "R7の重さがどれくらいになるかは、まだ決まってないんだって。",
        "R7の日本での価格は、もう決まっているのだ。",
    ],
)
def test_doubts_what_its_sentence_leaves_open_or_tells(prices: Evidence, line: str) -> None:
    assert prices.doubts(line)
