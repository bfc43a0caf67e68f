"""Plans, days that hold, and what is admitted: told as the article has them, and not so."""

from __future__ import annotations

import pytest

from tests.writing.facts.lines import evidence

COURT = {
    "title": "着服事件の初公判",
    "published": "2025-06-03",
    "text": "横領の罪に問われた柏木修被告の初公判が3日に開かれた。柏木被告は起訴内容を否認した。"
    "判決までは1年以上かかる可能性がある。",
}
PARK = {
    "title": "森の植物園",
    "published": "2025-07-01",
    "text": "植物園の休園日は火曜日だが、7月22日と8月12日は開園する。"
    "夜の光の祭りは8月1日から3日まで開かれる。音声に対応した「案内機2」は来年春の公開を目指して開発中だ。",
}
HONEST = [
    (COURT, "柏木被告は起訴内容を否認したのだ。"),
    (COURT, "判決まで1年より長くかかるかもしれないのだ。"),
    (PARK, "お休みは火曜日だけど、8月12日は開いてるのだ。"),
    (PARK, "案内機2は音声に対応する予定なのだ。"),
]
PLANTED = [
    (COURT, "柏木被告は、初公判で起訴内容を認めたのだ。"),
    (COURT, "裁判所は、柏木被告が横領したと認めたのだ。"),
    (PARK, "光の祭りは、たくさんの人が訪れて幕を閉じたのだ。"),
]


@pytest.mark.parametrize(("article", "line"), HONEST)
def test_what_the_article_says_is_not_doubted(article: dict[str, str], line: str) -> None:
    assert not evidence(article).doubts(line)


@pytest.mark.parametrize(("article", "line"), PLANTED)
def test_what_it_does_not_say_is_doubted(article: dict[str, str], line: str) -> None:
    assert evidence(article).doubts(line)
