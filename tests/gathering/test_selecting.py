"""Which stories are told today."""

from __future__ import annotations

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.gathering import choose
from broadcaster.manifest import Skipped
from broadcaster.nouns import Article, Paragraph

LETTERS = "日本新型計算機公開研究所発表音声合成大学会社開発気象予報速度利用者申込来月"


def story(seed: int, length: int = 400) -> str:
    chance = random.Random(seed)
    return "".join(chance.choice(LETTERS) for _ in range(length))


def article(name: str, text: str, published: str = "", url: str = "") -> Article:
    return Article(name, f"題{name}", (Paragraph(text),), published=published, url=url, origin=name)


def told(articles: list[Article], most: int = 99, aired: tuple[str, ...] = ()) -> list[str]:
    rows = choose(articles, most=most, aired=aired)
    return [row.id for row in rows if isinstance(row, Article)]


def skipped(articles: list[Article], most: int = 99, aired: tuple[str, ...] = ()) -> list[Skipped]:
    return [row for row in choose(articles, most=most, aired=aired) if isinstance(row, Skipped)]


def test_oldest_first_undated_last_in_the_order_they_came() -> None:
    rows = [
        article("a", story(1)),
        article("b", story(2), "2024-10-17"),
        article("c", story(3), "2024-10-16T23:00:00+09:00"),
        article("d", story(4)),
        article("e", story(5), "2024-10-16T15:00:00Z"),
        article("f", story(6), "いつか"),
        article("g", story(7), "0001-01-01T00:00:00+14:00"),
        article("h", story(8), "9999-12-31T23:59:59-12:00"),
    ]
    assert told(rows) == ["g", "c", "e", "b", "h", "a", "d", "f"]


def test_what_was_on_air_is_not_told_again() -> None:
    rows = [
        article("a", story(1)),
        article("b", story(2), url="https://example.org/b/"),
        article("c", story(3), url="https://example.org/c#part"),
        article("d", story(4)),
    ]
    aired = ("a", "https://example.org/b", "https://example.org/c")
    assert told(rows, aired=aired) == ["d"]
    assert skipped(rows, aired=aired) == [Skipped(name, "放送ずみ") for name in "abc"]


def test_what_does_not_fit_waits() -> None:
    rows = [article("a", story(1)), article("b", story(2)), article("c", story(3))]
    assert told(rows, most=2) == ["a", "b"]
    assert skipped(rows, most=2) == [Skipped("c", "次の回へ")]
    assert told(rows, most=0) == []


def test_another_account_of_a_story_told_lately_is_not_told() -> None:
    whole = story(1)
    rows = [
        article("shorter", whole[:150]),
        article("longer", whole + story(9, 200)),
        article("other", story(2)),
    ]
    earlier = (article("told", whole), article("long ago", story(3)))
    found = list(choose(rows, most=99, aired=("told",), earlier=earlier))
    assert found == [
        Skipped("shorter", "放送ずみの「題told」と同じ話"),
        Skipped("longer", "放送ずみの「題told」と同じ話"),
        rows[2],
    ]


def test_the_same_story_is_told_once_by_the_longer_article() -> None:
    whole = story(1)
    rows = [
        article("lead", whole[:150]),
        article("whole", whole + story(9, 60)),
        article("edited", whole[:120] + story(8, 80) + whole[200:]),
        article("other", story(2)),
    ]
    assert told(rows) == ["whole", "other"]
    assert skipped(rows) == [
        Skipped("lead", "「題whole」と同じ話"),
        Skipped("edited", "「題whole」と同じ話"),
    ]


def test_width_case_and_spaces_do_not_make_another_story() -> None:
    text = story(1) + "Mixtral"
    rows = [article("a", text), article("b", " ".join(text).replace("Mixtral", "ＭＩＸＴＲＡＬ"))]
    assert len(told(rows)) == 1


def test_a_shared_sentence_is_no_shared_story() -> None:
    shared = "日本の研究所は新しい計算機を公開したと発表した"
    rows = [article(name, shared + story(seed)) for seed, name in enumerate("abcd")]
    assert told(rows) == list("abcd")


def test_empty_texts_do_no_harm() -> None:
    assert len(told([article("a", ""), article("b", "、。"), article("c", "短い")])) == 2


def test_many_articles_take_linear_time() -> None:
    boilerplate = story(0, 60)
    rows = [article(str(seed), boilerplate + story(seed, 300)) for seed in range(1, 1001)]
    began = time.process_time()
    assert len(told(rows, most=2000)) == 1000
    assert time.process_time() - began < 10


MADE = st.tuples(st.integers(0, 5), st.sampled_from(["", "2024-10-17", "2024-10-16"]))


@settings(max_examples=100, deadline=None)
@given(st.lists(MADE, max_size=10), st.integers(0, 6), st.sets(st.integers(0, 9)))
def test_every_article_is_told_or_skipped_once(
    made: list[tuple[int, str]], most: int, heard: set[int]
) -> None:
    rows = [article(str(at), story(seed), date) for at, (seed, date) in enumerate(made)]
    aired = tuple(str(at) for at in sorted(heard))
    out = list(choose(rows, most=most, aired=aired))
    names = [row.id if isinstance(row, Article) else row.origin for row in out]
    assert sorted(names) == sorted(row.id for row in rows)
    assert len(told(rows, most, aired)) <= most
    assert out == list(choose(rows, most=most, aired=aired))
