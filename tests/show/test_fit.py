"""`fit`: seconds for each story."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadcaster.nouns import Article, Paragraph
from broadcaster.show.fit import (
    AROUND_A_STORY,
    CHARACTERS_A_SECOND,
    FRAME_SECONDS,
    LEAST_STORY_SECONDS,
    fit,
)


def article(characters: int, name: str = "a") -> Article:
    return Article(name, name, (Paragraph("あ" * characters),))


def test_the_longest_story_comes_first_and_gets_most() -> None:
    plans = fit([article(500, "short"), article(3000, "long"), article(1000, "middle")], 5)
    assert [plan.article.id for plan in plans] == ["long", "middle", "short"]
    assert [(plan.ordinal, plan.of) for plan in plans] == [(1, 3), (2, 3), (3, 3)]
    assert plans[0].seconds > plans[1].seconds > plans[2].seconds


def test_what_a_short_article_leaves_goes_to_the_others() -> None:
    alone = fit([article(1000), article(1000)], 5)
    beside = fit([article(1000), article(100)], 5)
    assert beside[1].seconds == 100 / CHARACTERS_A_SECOND + AROUND_A_STORY
    assert beside[0].seconds > alone[0].seconds


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=8), st.floats(0.5, 60))
def test_never_more_than_the_target_or_the_text(lengths: list[int], minutes: float) -> None:
    plans = fit([article(length) for length in lengths], minutes)
    least = LEAST_STORY_SECONDS * len(plans)
    assert all(plan.seconds >= LEAST_STORY_SECONDS for plan in plans)
    total = sum(plan.seconds for plan in plans)
    assert total <= max(minutes * 60 - FRAME_SECONDS, least) + least + 0.1 * len(plans)
    for plan in plans:
        text = sum(len(paragraph.text) for paragraph in plan.article.paragraphs)
        assert (
            plan.seconds
            <= max(text / CHARACTERS_A_SECOND + AROUND_A_STORY, LEAST_STORY_SECONDS) + 0.1
        )


def test_what_cannot_be_told_of_a_story_goes_to_the_others() -> None:
    """A long article of which little can be told would otherwise leave the show short."""
    articles = [article(3000, "rich"), article(3000, "poor"), article(1000, "small")]
    tellable = {"rich": 300.0, "poor": 14.0, "small": 100.0}
    plans = fit(articles, 5, lambda one: tellable[one.id])
    assert [plan.article.id for plan in plans] == ["rich", "small", "poor"]
    assert plans[-1].seconds == 14.0 + AROUND_A_STORY
    assert abs(sum(plan.seconds for plan in plans) - (5 * 60 - FRAME_SECONDS)) < 1


def test_a_show_with_too_little_to_tell_is_short() -> None:
    plans = fit([article(3000, "a"), article(2000, "b")], 5, lambda _: 20.0)
    assert [plan.seconds for plan in plans] == [20.0 + AROUND_A_STORY] * 2
