"""What of a page may go on air, and what may not."""

from __future__ import annotations

import pytest

from broadcaster.writing.fitness import (
    for_the_ear,
    in_short,
    is_dense,
    leans_on_predecessor,
    unfit,
    unfit_after,
)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("［サンフランシスコ　28日　ロイター］ - 会社が発表した。", "会社が発表した。"),
        ("【ワシントン共同】会社が発表した。", "会社が発表した。"),
        ("※この機能はWindows版で使えない。", "この機能はWindows版で使えない。"),
        ("円相場は1ドル=152円台まで上昇した。", "円相場は1ドル152円台まで上昇した。"),
    ],
)
def test_marks_of_the_page_are_not_read(page: str, said: str) -> None:
    assert for_the_ear(page) == said
    assert not unfit(said)


def test_what_was_opened_can_be_left_out_again() -> None:
    opened = for_the_ear("欧州経済領域（EEA）、スイスでは使えない。")
    assert opened == "欧州経済領域、略してEEA、スイスでは使えない。"
    assert in_short(opened) == "欧州経済領域、スイスでは使えない。"


@pytest.mark.parametrize(
    "said",
    [
        "葬儀は近親者で営んだ。",
        "機械は本を読んだ。",
        "献立を栄養士と一緒に作る。",
        "種子島からロケットで打ち上げる。",
        "会社は「甲」と「乙」を発売する。",
        "「甲」と「乙」を発売するという。",
    ],
)
def test_may_go_on_air(said: str) -> None:
    assert unfit(said) == ""


@pytest.mark.parametrize(
    "said",
    [
        "うちはモデルをCPUに逃がしている。",
        "マジか、ありがとう！",
        "埋め込みをCPUに逃がしてる。",
        "次の目標は何でしょう。",
        "実はもう終わったんだ。",
    ],
)
def test_talk_is_no_news(said: str) -> None:
    assert unfit(said)


def test_the_second_part_of_a_sentence_needs_no_doer() -> None:
    assert unfit("最新版となるバージョン1だ。") == "no subject"
    assert not unfit_after("最新版となるバージョン1だ。")
    assert unfit_after("私たちのバージョン1だ。")


def test_ages_and_the_time_of_day_are_no_figures_to_keep() -> None:
    assert not is_dense("乗客5人のうち60代から80代の男女3人が軽いけがをした。")
    assert not is_dense("10月28日午前9時20分ごろ、3人がけがをした。")


def test_what_means_the_sentence_before() -> None:
    assert leans_on_predecessor("3社は声明を出した。")
    assert leans_on_predecessor("米国では同様の訴訟が相次いでいる。")
    assert not leans_on_predecessor("石川県で地震があり、強い揺れを観測した。")
