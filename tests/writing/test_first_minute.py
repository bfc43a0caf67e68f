"""The first minute by the host's own pace, for both hosts and 2 to 4 stories.

A voice's pace counts its rests at 、: the built-in voice speaks the sample's opening within 0.4 s
of these times (disclosure over at 18.9 s, first fact at 27.5 s; the newsreader 19.1 and 29.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from broadcaster.cards import load_character
from broadcaster.japanese import sentences
from broadcaster.nouns import Article, Segment
from broadcaster.programme import Lexicon
from broadcaster.reading import glosses, pronouncer
from broadcaster.writing import Hired, write_script
from broadcaster.writing.measure import Ruler
from tests.writing.news import ENGLISH, FRENCH, HEAD, TRANSLATOR, article, plans, show

VOICES: Final = Path(__file__).resolve().parents[2] / "voices"
HOSTS: Final = {name: load_character(VOICES, name) for name in ("zundamon", "anchor")}
PACE: Final = {"zundamon": 8.1, "anchor": 7.5}
RULERS: Final = {name: Ruler(pronouncer(Lexicon()), pace) for name, pace in PACE.items()}
STORIES: Final = (
    TRANSLATOR,
    article("えだまめ電機、新しいチップを発表", "えだまめ電機が、新しいチップを発表しました。"),
    ENGLISH,
    FRENCH,
)
DAYS: Final = ("2024-10-17", "2024-12-28", "2025-09-29")
JINGLE, STINGER, INSIDE = 3.4, 1.8, 0.55


def _segments(host: str, day: str, articles: tuple[Article, ...], *, own: bool) -> list[Segment]:
    told = write_script(
        replace(HEAD, date=day), plans(*articles), show(), HOSTS[host], writer=Hired(),
        earlier=(), pronounce=pronouncer(Lexicon()), english=True, own_voice=own, pace=PACE[host],
        glosses=glosses(Lexicon()),
    )  # fmt: skip
    return [one for one in told if isinstance(one, Segment)]


def _ends(segments: list[Segment], ruler: Ruler) -> Iterator[tuple[str, float, float]]:
    """Key, start and end in seconds of every line of the opening and the first story."""
    now = JINGLE
    for segment in segments[:2]:
        for line in segment.lines:
            parts = len([one for one in sentences(line.text) if one.strip()])
            start = now
            now += ruler.morae(line.text) / ruler.pace + INSIDE * (parts - 1)
            yield line.source.card or "fact", start, now
            now += line.pause
        now += STINGER


@pytest.mark.parametrize("host", sorted(HOSTS))
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("own", [True, False])
def test_who_when_what_and_the_news_come_in_time(
    host: str, count: int, day: str, own: bool
) -> None:
    ruler = RULERS[host]
    times: dict[str, tuple[float, float]] = {}
    for key, start, end in _ends(_segments(host, day, STORIES[:count], own=own), ruler):
        times.setdefault(key, (start, end))
    name = times.get("name") or times["name_titled"]
    assert name[1] <= 10, "show and date"
    assert times["rundown"][1] <= 20, "headlines"
    assert times["disclosure.extractive"][1] <= 20, "disclosure"
    assert times["fact"][0] <= 30, "the first fact"
