"""The closing's list of stories is a sentence, whichever lines are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from broadcaster.cards import load_character
from broadcaster.nouns import Line
from broadcaster.programme import Character, Lexicon, Phrases
from broadcaster.reading import pronouncer
from broadcaster.writing.headline import Topic
from broadcaster.writing.measure import Ruler
from broadcaster.writing.phrasebook import Phrasebook
from broadcaster.writing.recapping import recap

VOICES: Final = Path(__file__).resolve().parents[2] / "voices"
HOSTS: Final = {
    "zundamon": load_character(VOICES, "zundamon"),
    "anchor": load_character(VOICES, "anchor"),
    "silent": Character("silent", "係", "カカリ", register="noda"),
}
RULER: Final = Ruler(pronouncer(Lexicon()))
SHORT: Final = (Topic("雨の予報", "雨の予報"), Topic("ミストラル", "ミストラルの話題"),
                Topic("「まめ」", "「まめ」の話題"))  # fmt: skip
LONG: Final = tuple(
    Topic(f"{place}の新しい料理教室", f"{place}の新しい料理教室")
    for place in ("海辺", "山あい", "町なか", "川ぞい")
)


def _lines(host: Character, key: str, topics: tuple[Topic, ...]) -> Iterator[Line]:
    """The recap with each of the card's lines in turn."""
    for line in host.phrases(key) or ("",):
        rows = tuple(row for row in host.lines if row.key != key)
        one = replace(host, lines=(*rows, Phrases(key, (line,))) if line else host.lines)
        said = recap(topics, Phrasebook(one, "s", "2024-10-17"), RULER)
        assert said is not None
        yield said


@pytest.mark.parametrize("host", HOSTS.values(), ids=list(HOSTS))
@pytest.mark.parametrize("count", [2, 3])
def test_numbered_items_stand_in_sentences_of_their_own(host: Character, count: int) -> None:
    """「話したのは、1本目は…」 has two topics in one clause."""
    for line in _lines(host, "recap", SHORT[:count]):
        assert line.source.card == "recap"
        assert not re.search(r"は、1本目は|も、1本目は|が、1本目は", line.text), line.text
        items = re.findall(r"\d本目は、[^。]+", line.text)
        assert len(items) == count
        assert RULER.morae(line.text) <= 60
        assert all(RULER.morae(item) <= 20 for item in items[:-1])


@pytest.mark.parametrize("host", HOSTS.values(), ids=list(HOSTS))
@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_list_closes_as_a_phrase_does(host: Character, count: int) -> None:
    for line in _lines(host, "recap_list", LONG[:count]):
        assert line.source.card == "recap_list"
        assert RULER.morae(line.text) <= 60
        assert "料理教室" in line.text
        assert "などなのだ" not in line.text
        assert not re.search(r"話の話|話題の話題|話題の話|のことの話", line.text)
        assert len(re.findall("は、", line.text)) <= 1


@pytest.mark.parametrize("host", HOSTS.values(), ids=list(HOSTS))
def test_stories_of_one_name_are_one(host: Character) -> None:
    said = recap((SHORT[1], SHORT[1]), Phrasebook(host, "s", "2024-10-17"), RULER)
    assert said is not None
    assert said.source.card == "recap_one"
    assert said.text.count("ミストラル") == 1


def test_a_name_too_long_to_take_home_is_left_out_of_the_list() -> None:
    endless = Topic("どこまでも長く続いてゆく名前のとても大きな料理教室", "長い話題")
    said = recap((*LONG[:2], endless), Phrasebook(HOSTS["zundamon"], "s", "2024-10-17"), RULER)
    assert said is not None
    assert endless.label not in said.text
    assert "など" in said.text
