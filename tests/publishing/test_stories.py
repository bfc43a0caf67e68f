"""Which chapter tells which article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadcaster.nouns import Chapter, Cue
from broadcaster.publishing import stories

if TYPE_CHECKING:
    from broadcaster.nouns import Episode


def test_a_chapter_tells_the_articles_it_names(episode: Episode) -> None:
    told = [[row.article for row in part.references] for part in stories.parts(episode)]
    assert told == [[], ["a1"], ["b2"], []]
    assert [part.chapter.title for part in stories.stories(episode)] == [
        "ミストラルの新モデル",
        "計算バグの修正",
    ]


def test_every_cue_is_in_one_chapter(episode: Episode) -> None:
    parts = stories.parts(episode)
    assert [len(part.cues) for part in parts] == [2, 3, 2, 1]
    assert tuple(cue for part in parts for cue in part.cues) == episode.cues


def test_a_cue_before_the_first_chapter_belongs_to_it(episode: Episode) -> None:
    early = replace(episode, cues=(Cue(0.0, 0.1, "ず", ("あ",)),))
    assert len(stories.parts(early)[0].cues) == 1


def test_a_script_that_came_without_articles_has_stories(episode: Episode) -> None:
    spoken = replace(episode, sources=())
    assert len(stories.stories(spoken)) == 2
    assert stories.headline(spoken) == "ミストラルの新モデル"


def test_the_headline_falls_back_on_the_show(episode: Episode) -> None:
    assert stories.headline(replace(episode, chapters=())) == episode.title
    blank = replace(episode, sources=(), chapters=(Chapter(0.0, 12.0, " "),))
    assert stories.headline(blank) == episode.title
