"""What a story is called on air."""

from __future__ import annotations

import pytest

from broadcaster.writing.headline import MOST_MORAE, topic
from broadcaster.writing.measure import Ruler
from broadcaster.writing.own_title import is_foreign
from broadcaster.writing.subject import names_in
from tests.writing.news import article, as_written

RULER = Ruler(as_written)


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("ミストラル、新しい言語モデルを2つ発表", "新しい言語モデル"),
        ("学習ライブラリが計算のバグを修正", "計算のバグの修正"),
        ("【速報】東京都、新予算案を発表｜えだまめ新聞", "東京都の新予算案"),
        ("画像生成の新手法 - えだまめ新聞", "画像生成の新手法"),
        ("学習の計算まちがいを直したライブラリの新しい版", "ライブラリの新しい版"),
        ("高速な翻訳装置「サナ」", "高速な翻訳装置「サナ」"),
        ("翻訳モデルの値段", "翻訳モデルの値段"),
        ("えだまめ電機、翻訳機「まめつう」を発表", "翻訳機「まめつう」"),
        ("倉庫の搬送車が転倒、作業員1人がけが", "倉庫の搬送車の転倒"),
    ],
)
def test_a_noun_phrase_of_the_title(title: str, label: str) -> None:
    found = topic(article(title, "本文なのだ。"), RULER)
    assert found.label == found.headline == label
    assert RULER.morae(found.headline) <= MOST_MORAE


@pytest.mark.parametrize(
    "title", ["", "001_01b330fa4c5e24c8", "Fixing Gradient Accumulation", "うれしい"]
)
def test_a_title_that_gives_none_becomes_a_name(title: str) -> None:
    found = topic(article(title, "ミストラルが発表した。ミストラルは、サナも作った。"), RULER)
    assert (found.label, found.headline) == ("ミストラル", "ミストラルの話題")


def test_an_article_about_nothing() -> None:
    assert topic(article("", "！？"), RULER).headline == "今日のニュース"


def test_names_count_inside_longer_ones() -> None:
    text = "Mistral-mediumはGPT-4より安い。Mistralの話。GPT-4の話。Mistral-mediumの話。"
    assert names_in(text)[0] == "Mistral"
    assert "AI" not in names_in("AIとAPIの話")


@pytest.mark.parametrize(
    ("title", "foreign"), [("Sana", True), ("Sanaの話", False), ("1234", False), ("Déjà vu", True)]
)
def test_foreign(title: str, foreign: bool) -> None:
    assert is_foreign(title) is foreign


def test_who_alone_is_a_topic() -> None:
    found = topic(article("ことり銀行、全国の12館で開始", "本文なのだ。"), RULER)
    assert found.headline == "ことり銀行の話題"


def test_a_title_that_is_a_sentence_of_the_text_is_none() -> None:
    text = "最近、小さな機械が話題です。ミストラルは機械を発表した。"
    found = topic(article("最近、小さな機械が話題です", text), RULER)
    assert found.headline == "ミストラルの話題"
