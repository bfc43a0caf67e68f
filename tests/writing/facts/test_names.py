"""Names in other letters, and names that are others'."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence
from broadcaster.writing.facts.naming.sounding import sounds_like

NEWS = Article(
    "4" * 16,
    "Larkspur and Tanaka",
    (
        Paragraph(
            "Larkspur's Elena Marsh met Kenji Tanaka in Toronto, said the British newspaper."
        ),
        Paragraph("東京大学の佐藤教授と厚生労働省の担当者が、ミストラルの発表会に出た。"),
    ),
)


@pytest.mark.parametrize(
    "name",
    [
        "ラークスパー",
        "マーシュ",
        "トロント",
        "イギリス",
        "東大",
        "厚労省",
        "Mistral",
        "田中",
        "英国",
    ],
)
def test_known(name: str) -> None:
    readings = {"Toronto": "トロント", "Marsh": "マーシュ", "Tanaka": "タナカ"}
    names = Evidence.of(NEWS, pronounce=lambda text: readings.get(text, "")).names
    assert names.knows(name, "タナカ" if name == "田中" else "")


@pytest.mark.parametrize(
    "name", ["モントリオール", "フランス", "Llama", "総務省", "ブラックストーン"]
)
def test_unknown(name: str) -> None:
    assert not Evidence.of(NEWS).names.knows(name)


@pytest.mark.parametrize(
    ("katakana", "latin", "reading", "like"),
    [
        ("グレイストーン", "Greystone", "グレーストーン", True),
        ("ホルツベルク", "Holzberg", "ホルツバーグ", True),
        ("オスロ", "school", "スクール", False),
        ("カーディフ", "Cardiff", "", True),
        ("マンチェスター", "Cardiff", "カーディフ", False),
    ],
)
def test_sounds_like(katakana: str, latin: str, reading: str, like: bool) -> None:
    assert sounds_like(katakana, latin, reading) is like


def test_the_fullest_equal_name_stands() -> None:
    """Whatever order a set has: アメリカ is United States where the article has US too."""
    row = Article("0" * 16, "", (Paragraph("The US sent it. The United States will close it."),))
    assert Evidence.of(row).names.spelled("アメリカ") == "united states"


KINDS = Article(
    "7" * 16,
    "みどり交通、新しいバスを導入",
    (
        Paragraph("みどり交通は9日、電動バスを導入すると発表した。車体は北斗車輛が製造する。"),
        Paragraph("電池は炭化ケイ素の部品で守り、リチウムを使う。アプリはiOSで使える。"),
        Paragraph("ARGO miniと名付けた車両で、「こだち」の愛称もある。"),
    ),
    published="2025-04-04",
)


@pytest.mark.parametrize(
    "line",
    [
        "電動バスを入れるのは、みなみ交通なのだ。",
        "車体を作るのは、南斗車輛なのだ。",
        "車体を作るのは、関門車輛なのだ。",
        "電池にはナトリウムが使われるのだ。",
        "部品は窒化ガリウムでできているのだ。",
    ],
)
def test_a_name_of_the_same_kind_is_another(line: str) -> None:
    assert "name" in [doubt.kind for doubt in Evidence.of(KINDS).doubts(line)]


@pytest.mark.parametrize(
    "line",
    [
        "みどり交通が、電動バスを入れると発表したのだ。",
        "車体を作るのは北斗車輛なのだ。",
        "電池にはリチウムが使われるのだ。",
        "アプリはiPhoneで使えるのだ。",
    ],
)
def test_the_same_name_is_none(line: str) -> None:
    assert "name" not in [doubt.kind for doubt in Evidence.of(KINDS).doubts(line)]
