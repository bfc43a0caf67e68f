"""Which way a quantity went, which of two has more and which of many has most, by the figures."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

_POOL = (
    "桜台の市民プールが改装を終えた。利用料は大人500円で、改装前の620円から下げた。\n"
    "水深は1.3mで変更ございません。監視員は14人となり、昨年は9人でした。\n"
    "コース別の利用者は、25mが480人、子ども用が350人、流れるプールが210人だった。\n"
    "騒音は、東側が52デシベル、西側が61デシベルだった。"
)
_MILL = (
    "The Aldow mill now ships 340 tonnes of flour a week, up from 290 tonnes last year.\n"
    "Its power bill is unchanged at $52,000. The crew fell to 31 from 38.\n"
    "Oats cost $410 at Benholm and $365 at Corrick.\n"
    "The largest buyer was Sweden with 120 tonnes, followed by Poland with 95 and Spain with 60."
)


def _doubted(text: str, line: str) -> bool:
    rows = tuple(Paragraph(one) for one in text.splitlines())
    return bool(Evidence.of(Article("0" * 16, "記事", rows, published="2026-05-02")).doubts(line))


@pytest.mark.parametrize(
    ("honest", "planted"),
    [
        ("大人の利用料は500円に値下げされたのだ。", "大人の利用料は500円に値上げされたのだ。"),
        (
            "水深は1.3メートルで、前と変わらないのだ。",
            "水深は1.3メートルで、前より深くなったのだ。",
        ),
        ("監視員は14人で、去年より増えたのだ。", "監視員は14人で、去年より減ったのだ。"),
        ("利用者が一番多いのは、25mなのだ。", "利用者が一番多いのは、子ども用なのだ。"),
        ("東側は52デシベルで、西側より静かなのだ。", "東側は52デシベルで、西側よりうるさいのだ。"),
    ],
)
def test_a_japanese_article(honest: str, planted: str) -> None:
    assert not _doubted(_POOL, honest)
    assert _doubted(_POOL, planted)


@pytest.mark.parametrize(
    ("honest", "planted"),
    [
        ("電気代は5万2000ドルで変わらないのだ。", "電気代は5万2000ドルに値上がりしたのだ。"),
        ("働く人は31人に減ったのだ。", "働く人は31人に増えたのだ。"),
    ],
)
def test_an_english_article(honest: str, planted: str) -> None:
    assert not _doubted(_MILL, honest)
    assert _doubted(_MILL, planted)
