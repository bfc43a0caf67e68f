"""Which of the gathered stories are told today, and in which order."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from broadcaster.manifest import Skipped
from broadcaster.nouns import Article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

SHINGLE: Final = 5
SAME_STORY: Final = 0.3
"""Share of the shorter story's shingles that the longer one has too. Measured: unrelated stories
reach 0.05, the same story cut, edited or given a tail stays over 0.58."""
MOST_LETTERS: Final = 20_000
MOST_HOLDERS: Final = 50
"""A piece that so many different stories share is boilerplate and tells nothing."""

_NOT_LETTERS: Final = re.compile(r"[\W_]+")


def choose(
    articles: Iterable[Article],
    *,
    most: int,
    aired: Collection[str],
    earlier: Sequence[Article] = (),
) -> Iterator[Article | Skipped]:
    """The stories to tell, oldest published first (undated last), and what is left out and why.

    most: how many at most. aired: ids and addresses of stories that were on air before. earlier:
    articles told lately; another's account of one is the same story. A story told twice is told
    once, by its longer article. Whatever comes, comes in a fixed order.
    """
    on_air = {_address(name) for name in aired}
    fresh: list[Article] = []
    for article in articles:
        if article.id in on_air or (article.url and _address(article.url) in on_air):
            yield _skipped(article, "放送ずみ")
        else:
            fresh.append(article)
    known = (*earlier, *fresh)
    twins = _twins(known, len(earlier))
    for at, article in enumerate(known):
        if at in twins:
            before = "放送ずみの" if twins[at] < len(earlier) else ""
            yield _skipped(article, f"{before}「{known[twins[at]].title}」と同じ話")
    told = [one for at, one in enumerate(known) if at >= len(earlier) and at not in twins]
    told.sort(key=_published)
    yield from told[: max(0, most)]
    for article in told[max(0, most) :]:
        yield _skipped(article, "次の回へ")


def _skipped(article: Article, reason: str) -> Skipped:
    return Skipped(article.origin or article.url or article.title, reason)


def _address(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def _published(article: Article) -> tuple[bool, float]:
    """Undated last; a date counts from its midnight, a time without zone as UTC."""
    try:
        moment = dt.datetime.fromisoformat(article.published)
    except ValueError:
        return True, 0.0
    zone = moment.utcoffset() or dt.timedelta()
    since = moment.replace(tzinfo=None) - dt.datetime(1, 1, 1)  # noqa: DTZ001 (zone taken off)
    return False, (since - zone).total_seconds()


# ── the same story twice ─────────────────────────────────────────────────────────────────


def _twins(articles: Sequence[Article], told: int) -> dict[int, int]:
    """For each article that tells the story of another, which one (both by position).

    told: so many articles at the head were on air and are nobody's twins; of the others the
    longer one is told.
    """
    letters = [_letters(article) for article in articles]
    shingles_of = [_shingles(text) for text in letters]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    twins: dict[int, int] = {}
    for at in sorted(range(len(articles)), key=lambda at: (at >= told, -len(letters[at]), at)):
        shingles = shingles_of[at]
        shared = Counter(holder for piece in shingles for holder in holders.get(piece, ()))
        nearest = min(shared, key=lambda holder: (-shared[holder], holder), default=None)
        if at >= told and nearest is not None:
            shorter = min(len(shingles), len(shingles_of[nearest]))
            if shared[nearest] >= SAME_STORY * shorter:
                twins[at] = nearest
                continue
        for piece in shingles:
            if len(holders[piece]) < MOST_HOLDERS:
                holders[piece].append(at)
    return twins


def _letters(article: Article) -> str:
    text = "".join(row.text for row in article.paragraphs)
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _shingles(letters: str) -> dict[str, None]:
    """The different five-letter pieces in order; the text itself if it is shorter."""
    head = letters[:MOST_LETTERS]
    ends = range(max(1, len(head) - SHINGLE + 1))
    return dict.fromkeys(head[at : at + SHINGLE] for at in ends)
