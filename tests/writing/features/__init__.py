"""Six long articles of our own, with all that makes sentences lean on each other."""

from __future__ import annotations

from pathlib import Path

from broadcaster import gathering
from broadcaster.nouns import Article
from broadcaster.programme import NewsSource

HERE = Path(__file__).parent


def features(many: int) -> tuple[Article, ...]:
    """The first so many of them."""
    named = (path.name for path in sorted(HERE.glob("*.md"))[:many])
    found = gathering.gather([NewsSource(name) for name in named], HERE)
    return tuple(one for one in found if isinstance(one, Article))
