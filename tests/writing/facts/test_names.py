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
