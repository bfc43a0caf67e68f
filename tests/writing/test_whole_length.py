"""A whole show takes the minutes it was promised, whoever writes and however much he says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any, Final

import pytest

from broadcaster.manifest import ToldOut
from broadcaster.nouns import Article, Line, Segment
from broadcaster.programme import Air, Show
from broadcaster.show.fit import by_length, fit
from broadcaster.writing import Hired, tellable, write_script
from broadcaster.writing.lengths import seconds_of
from broadcaster.writing.material import material
from broadcaster.writing.measure import Ruler
from broadcaster.writing.vllm_server import VllmServer
from tests.writing.features import features
from tests.writing.news import HEAD, ZUNDAMON, as_written, show
from tests.writing.scripted_server import as_json, stage
from tests.writing.test_lengths import AT_A_STORY, MUSIC, ROOMY
from tests.writing.test_prompted import user

RULER: Final = Ruler(as_written)
NEAR: Final = 0.05

Reply = Callable[[dict[str, Any]], str]
Numbered = list[tuple[int, str]]


def rows(asked: dict[str, Any]) -> Numbered:
    """The numbered sentences that were sent."""
    lines = (line.partition(" ") for line in user(asked).split("\n"))
    return [(int(number), text) for number, _, text in lines if number.isdigit()]


# ── what a model may do ──────────────────────────────────────────────────────────────────


def lazy(asked: dict[str, Any]) -> str:
    """Three lines, and the same three when it is asked for more."""
    return as_json(*rows(asked)[:3])


def from_the_middle(asked: dict[str, Any]) -> str:
    """The lead and two sentences that stand far apart in the article."""
    found = rows(asked)
    return as_json(found[0], found[len(found) // 3], found[2 * len(found) // 3])


def without_numbers(asked: dict[str, Any]) -> str:
    """As lazy, and it does not say where it has it from."""
    return as_json(*(text for _, text in rows(asked)[:3]))


def talkative(asked: dict[str, Any]) -> str:
    """All that fits into a reply."""
    return as_json(*rows(asked)[:48])


def by_turns(asked: dict[str, Any]) -> str:
    """Lazy in one story, talkative in all others."""
    return lazy(asked) if "連絡船" in user(asked) else talkative(asked)


MODELS: Final = (lazy, from_the_middle, without_numbers, talkative, by_turns)


# ── a show ───────────────────────────────────────────────────────────────────────────────


def told(
    articles: Sequence[Article], minutes: float, reply: Reply | None = None
) -> tuple[float, list[Segment], list[ToldOut]]:
    """Seconds, segments, and what ran out; by our own writer where no reply is given."""
    made = replace(show(), air=Air(minutes=minutes))
    if reply is None:
        able = tellable(made, ZUNDAMON, HEAD.date, as_written)
        return _told(articles, made, able, Hired())
    with stage(reply, models=ROOMY) as server:
        return _told(articles, made, by_length, Hired(VllmServer(server.address)))


def _told(
    articles: Sequence[Article], made: Show, able: Callable[[Article], float], writer: Hired
) -> tuple[float, list[Segment], list[ToldOut]]:
    items = list(
        write_script(
            HEAD,
            fit(articles, made.air.minutes, able),
            made,
            ZUNDAMON,
            writer=writer,
            earlier=(),
            pronounce=as_written,
            english=False,
            own_voice=False,
        )
    )
    segments = [one for one in items if isinstance(one, Segment)]
    spoken = sum(seconds_of(segment.lines, RULER) for segment in segments)
    seconds = MUSIC + AT_A_STORY * len(articles) + spoken
    return seconds, segments, [one for one in items if isinstance(one, ToldOut)]


def facts(segment: Segment) -> list[Line]:
    return [line for line in segment.lines if line.source.article]


def places(segment: Segment, article: Article) -> list[int]:
    """The article's sentences that a story tells, in the order in which it tells them."""
    found = {(one.paragraph, one.start): one.at for one in material(article, HEAD.date)}
    return [found[line.source.paragraph, line.source.start] for line in facts(segment)]


SHOWS: Final = [(3, 3), (5, 3), (5, 2), (10, 4), (15, 6)]


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one.__name__)
@pytest.mark.parametrize(("minutes", "many"), SHOWS)
def test_a_models_show_takes_its_minutes(model: Reply, minutes: int, many: int) -> None:
    seconds, segments, out = told(features(many), minutes, model)
    assert seconds == pytest.approx(60 * minutes, rel=NEAR)
    assert not out
    assert any(segment.writer == "tiny" for segment in segments)
    for segment in segments[1:-1]:
        said = [line.text for line in facts(segment)]
        assert len(set(said)) == len(said)


@pytest.mark.parametrize(("minutes", "many"), [*SHOWS, (10, 3), (15, 5)])
def test_our_own_writers_show_takes_its_minutes(minutes: int, many: int) -> None:
    seconds, _, out = told(features(many), minutes)
    assert seconds == pytest.approx(60 * minutes, rel=NEAR)
    assert not out


def test_what_is_filled_in_follows_the_article() -> None:
    articles = {one.id: one for one in features(3)}
    _, segments, _ = told(tuple(articles.values()), 5, from_the_middle)
    for segment in segments[1:-1]:
        article = articles[segment.articles[0]]
        sentences = material(article, HEAD.date)
        order = places(segment, article)
        models = {0, len(sentences) // 3, 2 * len(sentences) // 3}
        filled = [one for one in order if one not in models]
        assert len(filled) > 8
        assert filled == sorted(filled)
        for before, here in pairwise(order):
            leans = here not in models and sentences[here].leans
            assert not leans or before in (here - 1, here), sentences[here].said


def test_what_one_story_leaves_is_told_in_the_others() -> None:
    """A foreign article of which nothing can be quoted, beside two that hold enough."""
    foreign = replace(features(3)[2], id="f" * 16, language="en", paragraphs=tuple(
        replace(one, text="The ferry crosses the bay in twenty-five minutes. " * 4)
        for one in features(3)[2].paragraphs
    ))  # fmt: skip
    articles = (*features(2), foreign)
    for reply in (lazy, None):
        seconds, segments, out = told(articles, 5, reply)
        assert seconds == pytest.approx(300, rel=NEAR)
        assert not out
        poor = next(one for one in segments if one.articles == (foreign.id,))
        assert seconds_of(poor.lines, RULER) < 30


@pytest.mark.parametrize("reply", [lazy, None], ids=["lazy", "extractive"])
def test_a_show_that_articles_cannot_fill_says_so(reply: Reply | None) -> None:
    short = replace(features(1)[0], paragraphs=features(1)[0].paragraphs[:2])
    seconds, segments, out = told((short,), 5, reply)
    assert seconds < 285
    assert out == [ToldOut(stories=1)]
    pauses = [line.pause for line in facts(segments[1])[:-1]]
    assert max(pauses) < 0.6, "nobody drags his words where that does not help"


def test_a_source_that_may_only_be_quoted_is_counted() -> None:
    quoted = replace(features(1)[0], rights="quote")
    _, _, (out,) = told((quoted,), 5)
    assert out == ToldOut(stories=1, quoted=1)


def test_the_same_show_twice() -> None:
    one, other = (told(features(3), 5, partial(lazy)) for _ in range(2))
    assert one[1] == other[1]
