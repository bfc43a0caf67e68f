"""Chinese among Japanese is known, names are none."""

from __future__ import annotations

import pytest

from broadcaster.japanese import is_chinese
from broadcaster.writing.fitness import unfit
from broadcaster.writing.languages import is_sayable


@pytest.mark.parametrize(
    "text",
    [
        "价格は三万元だ。",
        "社長が「我们希望明年进入日本市场」と話した。",
        "该公司表示，新型机器人的价格为三万元。",
        "他は「我希望明年再来日本」と言った。",
    ],
)
def test_a_sentence_with_chinese_in_it_is_not_ours_to_say(text: str) -> None:
    assert is_chinese(text)
    assert unfit(text) == "not Japanese"


def test_kanji_alone_are_no_japanese_sentence() -> None:
    assert unfit("公司明年加入日本市場。") == "not Japanese"


@pytest.mark.parametrize(
    "text",
    [
        "深圳の会社と陳婷婷さんが、新型機を発表した。",
        "髙橋さんと𠮷野さんが、機械を発表した。",
        "自我同一性拡散症候群研究会が、会を開いた。",
        "没収品は、無我夢中の我々が集めた。",
    ],
)
def test_names_and_hard_words_are_japanese(text: str) -> None:
    assert not is_chinese(text)


@pytest.mark.parametrize(
    ("name", "sayable"),
    [
        ("えだまめ新聞", True),
        ("東京都千代田区永田町一丁目新聞", True),
        ("Le Matin d’été", True),
        ("예시일보", False),
        ("Новая газета", False),
        ("示例日报", False),
    ],
)
def test_which_outlets_a_host_can_name(name: str, *, sayable: bool) -> None:
    assert is_sayable(name) is sayable
