"""A short article of our own about a robot, whose name no dictionary has."""

from __future__ import annotations

_ARTICLE = """---
title: えだまめの小型ロボット
publisher: えだまめ新聞
url: https://example.com/robot
published: 2024-10-16
rights: own
---
えだまめ電機は10月16日、家庭用の小型ロボット「{name}」を発表した。
値段は3万円で、重さは2kgだ。
新しい「{name}」は、家の中を歩いて、ものを運ぶ。
ただし、発売の時期はまだ決まっていない。
"""


def article_about(name: str) -> str:
    """The article, front matter first."""
    return _ARTICLE.format(name=name)
