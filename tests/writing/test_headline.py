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


@pytest.mark.parametrize(
    ("title", "text", "label"),
    [
        (
            "将棋の先駆者、瀬名波一郎さん死去　88歳",
            "将棋の先駆者で大学名誉教授の瀬名波一郎さんが死去した。",
            "瀬名波一郎さんの死去",
        ),
        (
            "塾で個人情報1万8000人分が流出か",
            "塾は、個人情報が流出した可能性があると発表した。",
            "流出の知らせ",
        ),
        ("会社、320人を削減へ", "会社は希望退職を募ると発表した。", "人員削減の知らせ"),
    ],
)
def test_grave_news_says_what_happened(title: str, text: str, label: str) -> None:
    cues = ("死去", "流出", "人を削減", "希望退職")
    assert topic(article(title, text), RULER, grave=cues).label == label


@pytest.mark.parametrize(
    ("title", "never"),
    [
        ("エヌビディア、5─7月期売上高は前年比2.2倍", ("7月期売上高", "前年比2.2倍")),
        ("エヌビディア、量産の遅れは「解消」", ("量産の遅れ",)),
        ("日銀、金利を0.25%に据え置き　総裁「時間的な余裕」発言を修正", ("「時間的な余裕」",)),
        ("形態素解析に標準対応", ("標準対応",)),
        ("タイトル: 家の機械でモデルが動かない件投稿者: mugi99", ("件投稿者", "投稿者")),
    ],
)
def test_no_scrap_of_a_title(title: str, never: tuple[str, ...]) -> None:
    assert topic(article(title, "会社が発表した。高さは110センチだ。"), RULER).label not in never


def test_a_name_of_the_lead_comes_before_the_outlet() -> None:
    one = article(
        "30体を公開", "町の会社が、案内ロボット「ナビまる」を公開した。", publisher="なにわ経済"
    )
    assert topic(one, RULER).label == "案内ロボット「ナビまる」"


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
