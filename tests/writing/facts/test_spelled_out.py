"""Numbers in English words, months told by others, days that are a length, and names nearly so."""

from __future__ import annotations

from datetime import date

import pytest

from broadcaster.writing.facts.quantities.amounts import amounts
from broadcaster.writing.facts.sight import same
from broadcaster.writing.facts.times.moments import moments
from tests.writing.facts.lines import evidence

_TODAY = date(2025, 6, 20)
_BAKERY = {
    "title": "The bakery is back (transcript)",
    "published": "2025-11-05",
    "text": """
The new oven cost two point four million euros, versus three and a quarter million for the old one.
They hope to open a second shop in the spring of next year. Saffron goes for $95 an ounce.
The company ships 4,500 metric tons of rye a year.
""",
}
_PIANOS = {
    "title": "カワシマ楽器、電子ピアノの生産を倍増",
    "published": "2025-06-20",
    "text": """
5月の電子ピアノの出荷は1万2000台で、前月の1万500台から増えた。2026年10月に着工し、29年の稼働を目指す。
今年4月の来店者は3100人で、前の年の同じ月より400人多かった。
部品大手のトキワ電装も出資を検討している。配当は1株0.35ユーロとする。配送するのは西峰ロジスティクスだ。
川島透社長は「焦らず育てる」と話した。みどり証券のアナリスト、遠藤まり氏は「競争は厳しい」と指摘する。
""",
}


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("240万ユーロ", "two point four million euros"),
        ("325万", "three and a quarter million"),
        ("750個", "seven hundred and fifty"),
        ("20万人", "two hundred thousand people"),
        ("42人", "forty-two people"),
        ("15位", "finished fifteenth"),
        ("9000トン", "9,000 metric tons"),
        ("1オンス", "1トロイオンス"),
    ],
)
def test_numbers_in_words_are_read_whole(said: str, source: str) -> None:
    (mine,) = amounts(said)
    assert [same(mine, one) for one in amounts(source)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "7日もっていた電池が5日から6日になる",
        "電池は7日から5〜6日に縮む",
        "4日から6〜7日に延ばした",
    ],
)
def test_days_that_something_lasts_are_no_dates(text: str) -> None:
    assert moments(text, _TODAY) == ()


@pytest.mark.parametrize("text", ["5日から6〜7日まで休む", "会期を2日から3日に延ばす"])
def test_days_of_a_month_stay_dates(text: str) -> None:
    assert all(one.day for one in moments(text, _TODAY))
    assert moments(text, _TODAY)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (_BAKERY, "2軒目の店は、2026年の春に開きたいと考えているのだ。"),
        (_PIANOS, "配当は1株あたり35セントなのだ。"),
        (_PIANOS, "4月の出荷は1万500台だったのだ。"),
        (_PIANOS, "工事は2026年10月に始まって、2029年に動かすのが目標なのだ。"),
        (_PIANOS, "2025年4月の来店者は、前の年の4月より400人多かったのだ。"),
    ],
)
def test_what_an_article_tells_in_other_words_is_licensed(row: dict[str, str], line: str) -> None:
    assert not evidence(row).doubts(line)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (_BAKERY, "サフランは1グラムあたり95ドルなのだ。"),
        (_BAKERY, "ライ麦は1年に4500キログラム出荷しているのだ。"),
        (_PIANOS, "3月の出荷は1万500台だったのだ。"),
        (_PIANOS, "出資を検討しているのは、部品大手のトキタ電装なのだ。"),
        (_PIANOS, "配送を受け持つのは東峰ロジスティクスなのだ。"),
        (_PIANOS, "「競争は厳しい」と、川島社長自身が認めているのだ。"),
    ],
)
def test_what_it_does_not_tell_is_doubted(row: dict[str, str], line: str) -> None:
    assert evidence(row).doubts(line)
