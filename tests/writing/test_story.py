"""A story around the writer's body: who says it, and when it is from, said once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from broadcaster.writing import Hired, write_script
from broadcaster.writing.airdates import says_day_of
from tests.writing.news import HEAD, ZUNDAMON, article, as_written, plans, show

if TYPE_CHECKING:
    from broadcaster.nouns import Article, Segment
    from broadcaster.programme import Character

CARD = replace(
    ZUNDAMON,
    lines=(
        *ZUNDAMON.lines,
        replace(ZUNDAMON.lines[0], key="dated", lines=("出たのは、{date}なのだ",)),
        replace(ZUNDAMON.lines[0], key="outlet", lines=("出典は、{publisher}なのだ",)),
    ),
)


def _story(one: Article, card: Character = CARD) -> list[str]:
    script = write_script(
        replace(HEAD, date="2024-10-25"),
        plans(one),
        show(),
        card,
        writer=Hired(),
        earlier=(),
        pronounce=as_written,
        english=False,
        own_voice=True,
    )
    stories: list[Segment] = [part for part in script if getattr(part, "kind", "") == "story"]  # type: ignore[misc]
    return [line.text for line in stories[0].lines if line.source.card not in ("first", "only")]


def test_a_date_that_the_fact_tells_is_not_said_again() -> None:
    told = _story(article("", "町は10月16日、池を公開した。", published="2024-10-16"))
    assert sum("10月16日" in line for line in told) == 1


def test_an_old_article_says_its_date() -> None:
    told = _story(article("", "町は10月15日、池を公開した。", published="2024-10-16"))
    assert sum("10月16日" in line for line in told) == 1, "the day before is another day"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("10月16日に発表した。", True),
        ("今年10月16日に発表した。", True),
        ("2024年10月16日に発表した。", True),
        ("去年10月16日に発表した。", False),
        ("2023年10月16日に発表した。", False),
        ("110月16日に発表した。", False),
        ("10月1日に発表した。", False),
    ],
)
def test_the_very_day(text: str, same: bool) -> None:
    assert says_day_of("2024-10-16", "2024-10-25", text) is same


def test_a_year_ago_needs_its_year() -> None:
    assert says_day_of("2023-10-16", "2024-10-25", "去年10月16日に発表した。")
    assert not says_day_of("2023-10-16", "2024-10-25", "10月16日に発表した。")
    assert not says_day_of("", "2024-10-25", "10月16日に発表した。")


def test_who_says_so_comes_before_a_fact_without_a_doer() -> None:
    undated = "まめソフトは昨日、辞書を公開した。読み取りは端末の中で終わる。"
    told = _story(article("まめソフト、辞書を公開", undated, publisher="まめソフト"))
    at = {line: n for n, line in enumerate(told)}
    outlet = next(line for line in told if "まめソフト" in line and "出典" in line)
    fact = next(line for line in told if "読み取り" in line)
    assert at[outlet] < at[fact]


def test_a_lead_in_two_parts_is_not_torn_by_the_outlet() -> None:
    text = (
        "配車アプリを手掛けるハヤテは10月21日、全従業員のおよそ2割にあたる320人の"
        "早期の引退を新しい制度で募ると発表した。"
    )
    told = _story(article("", text, published="2024-10-21", publisher="経済朝報"))
    assert told[0] == "配車アプリを手掛けるハヤテが、10月21日に発表したのだ。"
    assert told[1].startswith("全従業員のおよそ2割にあたる320人の")
    assert told[2].startswith("出典は、経済朝報")


def test_what_cannot_be_told_is_said_last() -> None:
    one = article("Small News", "Nothing here is Japanese.", language="en", publisher="Harbor")
    card = replace(
        CARD, lines=(*CARD.lines, replace(CARD.lines[0], key="untold", lines=("紹介だけなのだ",)))
    )
    assert _story(one, card)[-1] == "紹介だけなのだ。"


def test_the_deed_comes_before_the_outlet() -> None:
    text = "まめソフトが、辞書を公開した。読み取りは端末の中で終わる。"
    told = _story(article("まめソフト、辞書を公開", text, publisher="まめソフト"))
    outlet = next(n for n, line in enumerate(told) if "出典" in line)
    assert "公開" in told[outlet - 1]
