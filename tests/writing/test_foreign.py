"""Sources in other languages: out in Japanese by a model, owned up to without one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import pytest

from broadcaster.nouns import Article, Segment
from broadcaster.programme import Lexicon
from broadcaster.reading import pronouncer
from broadcaster.writing import Finding, Hired, write_script
from broadcaster.writing.vllm_server import VllmServer
from tests.writing.news import HEAD, ZUNDAMON, article, plans, show
from tests.writing.scripted_server import as_json, stage

PRONOUNCE: Final = pronouncer(Lexicon())
STORIES: Final = {
    "fr": (
        "Petit Robot ouvre une usine à Lyon",
        (
            "L'entreprise Petit Robot a ouvert mercredi une usine à Lyon. Elle "
            "emploie 120 personnes. Elle a coûté 4,5 millions d'euros."
        ),
        ("Petit Robotが、リヨンに工場を開いたのだ。", "費用は、450万ユーロだったのだ。"),
        "費用は、4500万ユーロだったのだ。",
    ),
    "de": (
        "Kleinwerk eröffnet Fabrik in Leipzig",
        (
            "Die Firma Kleinwerk hat am Mittwoch eine Fabrik in Leipzig eröffnet. Dort "
            "arbeiten 120 Menschen. Die Fabrik kostete 1.250.000 Euro."
        ),
        (
            "Kleinwerkという会社が、ライプツィヒに工場を開いたのだ。",
            "工場には、125万ユーロがかかったのだ。",
        ),
        "工場では、210人が働いているのだ。",
    ),
    "es": (
        "Robot Chico abre una fábrica en Sevilla",
        (
            "La empresa Robot Chico abrió el miércoles una fábrica en Sevilla. Allí trabajan 120 "
            "personas. Costó 4,5 millones de euros."
        ),
        ("Robot Chicoが、セビリアに工場を開いたのだ。", "費用は、450万ユーロだったのだ。"),
        "費用は、45万ユーロだったのだ。",
    ),
    "zh": (
        "小型机器人进入医院",
        "一家公司宣布，小型机器人进入了10家医院。机器人每天运送200份药品。价格为3万元。",
        ("小さなロボットが、10の病院に入ったのだ。", "ロボットは、1日に200個の薬を運ぶのだ。"),
        "値段は、30万元なのだ。",
    ),
    "ko": (
        "작은 로봇이 병원에 들어간다",
        "한 회사는 작은 로봇이 병원 10곳에 들어갔다고 밝혔다. 가격은 3억원이다.",
        ("小さなロボットが、10か所の病院に入ったのだ。", "値段は、3億ウォンなのだ。"),
        "値段は、30億ウォンなのだ。",
    ),
}


def _article(language: str) -> Article:
    title, text, *_ = STORIES[language]
    return replace(article(title, text), language=language, publisher="Example")


def _made(language: str, hired: Hired, address: str = "") -> list[object]:
    return list(
        write_script(
            HEAD,
            plans(_article(language), seconds=30.0),
            show(address),
            ZUNDAMON,
            writer=hired,
            earlier=(),
            pronounce=PRONOUNCE,
            english=True,
            own_voice=False,
        )
    )


@pytest.mark.parametrize("language", sorted(STORIES))
def test_a_model_tells_it_in_japanese_and_its_figures_are_read(language: str) -> None:
    _, _, honest, planted = STORIES[language]
    with stage(lambda _: as_json(*honest, planted)) as server:
        made = _made(language, Hired(VllmServer(server.address)), server.address)
    story = next(one for one in made if isinstance(one, Segment) and one.kind == "story")
    assert story.writer == "tiny"
    said = [line.text for line in story.lines]
    for line in honest:
        assert any(one[:8] == line[:8] for one in said), line
    assert planted not in said
    assert [one.text for one in made if isinstance(one, Finding)] == [planted]


@pytest.mark.parametrize("language", sorted(STORIES))
def test_without_a_model_nothing_foreign_is_told_and_nobody_transforms(language: str) -> None:
    made = _made(language, Hired())
    story = next(one for one in made if isinstance(one, Segment) and one.kind == "story")
    assert {line.style for line in story.lines} == {"talk"}, "no English skill on other tongues"
    assert not any(line.source.article for line in story.lines)
    said = "".join(line.text for line in story.lines)
    assert not re.search("[가-힣]|机器人|usine|Fabrik|fábrica", said)
    assert "外国語" in said or "日本語" in said
