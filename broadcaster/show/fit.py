"""`fit`: how many seconds each story gets before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Article, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FRAME_SECONDS: Final = 50.0
"""Jingles, opening and closing together, as the frame's own limits have it."""
LEAST_STORY_SECONDS: Final = 12.0
AROUND_A_STORY: Final = 14.0
"""Transition, outlet, date and a reaction: said besides what the article has text for."""

CHARACTERS_A_SECOND: Final = 4.0
"""Written Japanese spoken at seven morae a second, pauses counted; measured on short news: 4.2."""


def by_length(article: Article) -> float:
    """Seconds in which the whole text of an article could be read out."""
    return _length(article) / CHARACTERS_A_SECOND


def fit(
    articles: Sequence[Article], minutes: float, tellable: Callable[[Article], float] = by_length
) -> tuple[Plan, ...]:
    """Plans in order of broadcast, longest story first; their seconds add up to the target.

    tellable: the seconds that the writer can fill with an article, judged before any is written.
    No story gets more than that and the frame's lines around it; what it leaves goes to the
    others. Text grows faster than interest: shares go by the root of the article's length. Where
    all of them together have too little to tell, the show is as short as that.
    """
    by_text = sorted(articles, key=_length, reverse=True)
    shares = _shares(
        [max(_length(article), 1) ** 0.5 for article in by_text],
        [tellable(article) + AROUND_A_STORY for article in by_text],
        max(minutes * 60 - FRAME_SECONDS, LEAST_STORY_SECONDS * len(by_text)),
    )
    ordered = sorted(zip(shares, by_text, strict=True), key=lambda pair: -pair[0])
    return tuple(
        Plan(article, ordinal, len(ordered), max(round(share, 1), LEAST_STORY_SECONDS))
        for ordinal, (share, article) in enumerate(ordered, start=1)
    )


def _length(article: Article) -> int:
    return sum(len(paragraph.text) for paragraph in article.paragraphs)


def _shares(weights: list[float], limits: list[float], total: float) -> list[float]:
    """Split `total` by weight, none above its limit; what a full one leaves goes round again."""
    shares = [0.0] * len(weights)
    hungry = list(range(len(weights)))
    while hungry and total > 1e-9:
        weight = sum(weights[index] for index in hungry)
        full = [i for i in hungry if limits[i] <= total * weights[i] / weight]
        if not full:
            for index in hungry:
                shares[index] = total * weights[index] / weight
            return shares
        for index in full:
            shares[index] = limits[index]
        total -= sum(limits[index] for index in full)
        hungry = [index for index in hungry if index not in full]
    return shares
