"""Foreign titles: three steps for English, honesty for the rest, nothing where nobody can."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from broadcaster.cards import load_character
from broadcaster.nouns import Article, Segment
from broadcaster.writing import Hired, write_script
from broadcaster.writing.languages import title_language
from broadcaster.writing.titles import plan_skill
from tests.writing.news import ENGLISH, FRENCH, HEAD, TRANSLATOR, article, as_written, plans, show

ZUNDAMON: Final = load_character(Path(__file__).resolve().parents[2] / "voices", "zundamon")
MORE: Final = tuple(
    article(f"Small Models Part {n}", f"第{n}大学が、調査を公表しました。") for n in range(3)
)


def _segments(*articles: Article, **more: Any) -> list[Segment]:
    told = write_script(
        HEAD, plans(*articles), show(), ZUNDAMON, writer=Hired(), pronounce=as_written,
        **{"earlier": (), "english": True, "own_voice": False, **more},
    )  # fmt: skip
    return [one for one in told if isinstance(one, Segment)]


def _keys(segments: list[Segment]) -> list[str]:
    return [line.source.card for one in segments for line in one.lines]


@pytest.mark.parametrize(
    ("title", "language", "said"),
    [
        ("Un Ministral, des Ministraux", "ja", "fr"),
        ("Les nouveaux modèles", "ja", "fr"),
        ("Où va l'IA ?", "ja", "fr"),
        ("Die neue Sprache und das Modell", "ja", "de"),
        ("El modelo más pequeño", "ja", "es"),
        ("Il nuovo modello della Apple", "ja", "it"),
        ("Fixing Gradient Accumulation", "ja", "en"),
        ("Small Models Everywhere", "ja", "en"),
        ("What do models know", "ja", "en"),
        ("Old models die hard", "ja", "en"),
        ("Mac OS update", "ja", "en"),
        ("LA LA Land", "ja", "en"),
        ("The café’s new model", "ja", "en"),
        ("Modelo pequeno", "pt", "pt"),
        ("새로운 모델", "ja", "ko"),
        ("Новая модель", "ru", "ru"),
        ("Новая модель", "ja", ""),
        ("新模型发布", "zh", "zh"),
        ("新型モデルを公開", "zh", "ja"),
        ("ミストラル、値下げ", "ja", "ja"),
    ],
)
def test_the_language_of_a_title(title: str, language: str, said: str) -> None:
    assert title_language(replace(article(title, "本文。"), language=language)) == said


def test_three_steps_and_the_payoff_counts_what_happened() -> None:
    segments = _segments(*MORE)
    keys = [key for key in _keys(segments) if key.startswith(("english_skill", "title"))]
    gist = "english_skill.gist"
    assert [key for key in keys if key != gist] == [
        "english_skill.long", "title", "english_skill.short", "title", "title.plain",
        "english_skill.payoff",
    ]  # fmt: skip
    payoff = next(
        line for one in segments for line in one.lines if line.source.card == "english_skill.payoff"
    )
    assert "2回" in payoff.text
    assert "english_skill.payoff_once" in _keys(_segments(ENGLISH, TRANSLATOR))


def test_without_an_english_voice_titles_are_just_read() -> None:
    segments = _segments(*MORE, english=False)
    keys = _keys(segments)
    assert not [key for key in keys if key.startswith("english_skill") and "gist" not in key]
    assert keys.count("title.plain") == 3
    said = "".join(line.text for one in segments for line in one.lines)
    assert "変身" not in said
    assert "スキル" not in said
    assert {line.style for one in segments for line in one.lines} == {"talk"}


@pytest.mark.parametrize("english", [True, False])
def test_a_french_title_is_owned_up_to(english: bool) -> None:
    story = _segments(FRENCH, english=english)[1]
    said = "".join(line.text for line in story.lines)
    assert "フランス語" in said
    assert "Ministraux" not in said
    assert "変身" not in said


def test_one_word_is_no_reason_to_transform() -> None:
    one = article("Sana", "大学が、Sanaを公開しました。")
    assert not plan_skill(plans(one), ZUNDAMON, english=True).turns
    assert "title.one_word" in _keys(_segments(one))


def test_grave_news_in_a_foreign_title_is_not_joked_about() -> None:
    one = article("Deux morts dans un accident", "工場の事故で、2人が死亡しました。")
    story = _segments(one)[1]
    assert story.grave
    assert "title.foreign" in [line.source.card for line in story.lines]
    assert "スキル" not in "".join(line.text for line in story.lines)


def test_titles_of_one_show_are_told_in_different_words() -> None:
    segments = _segments(*MORE, english=False)
    told = [
        line.text.replace(str(n), "")
        for n, one in enumerate(segments[1:-1])
        for line in one.lines
        if line.source.card == "title.plain"
    ]
    assert len(set(told)) == 3
