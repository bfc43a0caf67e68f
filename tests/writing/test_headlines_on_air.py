"""The table of titles: what a story is called, and that every line it goes into says no more."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from broadcaster.cards import load_character
from broadcaster.japanese import morae
from broadcaster.nouns import Article, Segment
from broadcaster.programme import Lexicon
from broadcaster.reading import pronouncer
from broadcaster.writing import Hired, write_script
from broadcaster.writing.gravity import grave_cues, grave_words_in, is_grave
from broadcaster.writing.headline import MOST_MORAE, Topic, topic
from broadcaster.writing.measure import Ruler
from broadcaster.writing.noun_phrase import is_noun_phrase
from tests.writing.news import ACCIDENT, HEAD, TRANSLATOR, article, plans, show

ROOT: Final = Path(__file__).resolve().parents[2]
PRONOUNCE: Final = pronouncer(Lexicon())
RULER: Final = Ruler(PRONOUNCE)
HOSTS: Final = {name: load_character(ROOT / "voices", name) for name in ("zundamon", "anchor")}
HOST: Final = HOSTS["zundamon"]
CASES: Final[list[dict[str, Any]]] = tomllib.loads(
    (ROOT / "tests/cases/headlines.toml").read_text("utf-8")
)["case"]
IDS: Final = [case["title"] or "untitled" for case in CASES]
ENGLISH: Final = "The library lends small robots. Each robot can read aloud. Each robot is free."


def _article(case: dict[str, Any]) -> Article:
    one = article(case["title"], case.get("text", "本文です。"))
    return replace(one, language=case.get("language", "ja"))


def _topic(one: Article) -> Topic:
    return topic(one, RULER, grave=grave_cues(HOST) if is_grave(one, HOST) else ())


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_a_story_is_called(case: dict[str, Any]) -> None:
    one = _article(case)
    found = _topic(one)
    assert is_grave(one, HOST) is case.get("grave", False)
    assert found.label in case["any"]
    assert RULER.morae(found.label) <= MOST_MORAE
    assert not any(word in found.headline for word in case.get("never", ()))


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_label_is_a_noun_of_the_source_with_its_numbers(case: dict[str, Any]) -> None:
    """A の may come in where a particle was; digits and Latin letters stand in the source."""
    one = _article(case)
    label = _topic(one).label
    source = one.title + "".join(row.text for row in one.paragraphs)
    known = set(re.findall(r"[0-9.,:]*[0-9]|[A-Za-z]+", source))
    assert set(re.findall(r"[0-9.,:]*[0-9]|[A-Za-z]+", label)) <= known
    assert is_noun_phrase(label) or not re.search("[のなをがはにでと]$|[、。！？]", label)


@pytest.mark.parametrize("host", sorted(HOSTS))
@pytest.mark.parametrize("key", ["first", "turn", "last", "second", "only", "recap_item"])
def test_every_line_takes_a_label(host: str, key: str) -> None:
    """No label doubles a word of the line it goes into (英語の記事の記事)."""
    labels = [_topic(_article(case)).label for case in CASES]
    for line in HOSTS[host].phrases(key):
        for label in labels:
            said = line.replace("{topic}", label).replace("{n}", "2")
            assert not re.search(
                r"の記事の記事|の話の話|の話題の話題|のこと(?:のこと|の話)|のの", said
            )


# ── grave stories in the frame ───────────────────────────────────────────────────────────


def _script(*articles: Article, host: str = "zundamon") -> list[Segment]:
    told = write_script(
        HEAD, plans(*articles), show(), HOSTS[host], writer=Hired(), earlier=(),
        pronounce=PRONOUNCE, english=True, own_voice=False,
    )  # fmt: skip
    return [one for one in told if isinstance(one, Segment)]


FRENCH: Final = replace(
    article(
        "Nous lançons un modèle ouvert",
        "Nous lançons un modèle ouvert pour les écoles. Nous avons travaillé deux ans.",
        publisher="Atelier Pomme",
    ),
    language="fr",
)
UNTITLED: Final = replace(article(ENGLISH.split(".")[0], ENGLISH), language="en")
VAGUE: Final = replace(
    article("", "We did what we said. It went well. It may go on."), language="en"
)
EXPLOSION: Final = article(
    "工場で爆発事故、3人死亡", "霞が浦市の工場で爆発事故があり、作業員3人が死亡しました。"
)


@pytest.mark.parametrize("host", sorted(HOSTS))
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_grave_headline_stands_in_a_sentence_of_its_own(host: str, at: int) -> None:
    stories = [TRANSLATOR, FRENCH]
    stories.insert(at, EXPLOSION)
    opening, *_, closing = _script(*stories, host=host)
    told = [line for line in (*opening.lines, *closing.lines) if "事故" in line.text]
    assert [line.source.card for line in told] == ["rundown_rest", "recap_grave"]
    for line in told:
        assert "工場の爆発事故" in line.text
        assert not re.search("！|なのだ|翻訳|フランス", line.text)
    assert "borrowed" not in [line.source.card for line in opening.lines]
    others = next(line.text for line in closing.lines if line.source.card == "recap")
    assert f"{at + 1}本目" not in others, "every other story keeps its number"


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_a_show_of_grave_stories_alone(host: str) -> None:
    opening, *_, closing = _script(EXPLOSION, ACCIDENT, host=host)
    rundown = [line for line in opening.lines if line.source.card.startswith("rundown")]
    assert [line.source.card for line in rundown] == ["rundown_grave"]
    assert "2本" in rundown[0].text
    assert "工場の爆発事故、データセンターの火事" in rundown[0].text
    assert closing.lines[0].source.card == "recap_grave"


def test_many_grave_stories_are_not_all_listed() -> None:
    more = [replace(EXPLOSION, id=str(n), title=f"第{n}工場で火災") for n in range(3)]
    rundown = _script(*more)[0].lines[1].text
    assert "3本" in rundown
    assert "など" in rundown


def test_a_grave_story_speaks_of_what_happened() -> None:
    for case in CASES:
        one = _article(case)
        found = _topic(one)
        if is_grave(one, HOST) and not found.by_language:
            says = grave_words_in(found.label, grave_cues(HOST))
            assert says or re.search("(?:転倒|横転|全焼|個人情報流出)$", found.label)


# ── foreign and untitled ─────────────────────────────────────────────────────────────────


def test_a_story_named_by_its_language_is_not_summed_up_by_it() -> None:
    said = "".join(line.text for line in _script(VAGUE, FRENCH)[1].lines)
    assert "英語の記事" in said
    assert "中身は" not in said
    assert "要するに" not in said


def test_a_story_that_names_nobody_is_called_by_the_thing_it_comes_back_to() -> None:
    said = "".join(line.text for line in _script(UNTITLED, FRENCH)[1].lines)
    assert "ロボットの話" in said
    assert "中身は" not in said
    assert "題名" not in said, "it has none"
    assert "library" not in said


def test_a_pronoun_is_no_name() -> None:
    opening = _script(FRENCH, TRANSLATOR)[0]
    said = "".join(line.text for line in opening.lines)
    assert "Nous" not in said
    assert "Atelier Pommeの記事" in said
    assert morae(PRONOUNCE(said)) <= 140
