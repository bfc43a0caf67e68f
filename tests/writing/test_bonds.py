"""What is told together: what leans, what limits, what counts, and what may be about the lost."""

from __future__ import annotations

from typing import Final

import pytest

from broadcaster.writing.choosing import MOST
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.measure import Ruler
from tests.writing.news import ZUNDAMON, article, as_written, plans, show

RULER: Final = Ruler(as_written)
LEAD: Final = "えだまめ社が、翻訳機を発売した。"


def _told(text: str, seconds: float = 90.0, published: str = "") -> list[str]:
    writer = Extractive(ZUNDAMON, RULER, "2024-10-18")
    one = article("", text, published=published)
    return [line.text for line in writer.write(plans(one, seconds=seconds)[0], show())]


# ── one sentence that cannot be told, in the middle ──────────────────────────────────────


@pytest.mark.parametrize(
    "lost",
    [
        "先日、社長が記者に会った。",
        "数週間後、社長が店に立った。",
        "最近、人気が高まっている。",
        "みなさんも、試してみてください。",
        "くわしくは https://example.com にあるという。",
    ],
)
def test_what_cannot_be_told_does_not_empty_the_rest(lost: str) -> None:
    rest = "電池は8時間もつ。画面は手のひらほどの大きさだ。値段は3万円だ。"
    told = _told(LEAD + lost + rest)
    assert told == [
        "えだまめ社が、翻訳機を発売したのだ。",
        "電池は8時間もつのだ。",
        "画面は手のひらほどの大きさなのだ。",
        "値段は3万円なのだ。",
    ]


@pytest.mark.parametrize(
    "lost",
    [
        "先日、ミドリ社も似た品を出した。",
        "数週間後、グーグルが似た品を出す。",
        "先日、隣町で祭りがあった。",
        "最近、電池が話題だ。",
    ],
)
def test_what_may_be_about_the_lost_goes_with_it(lost: str) -> None:
    """値段 after another company's product would be said of ours."""
    told = _told(LEAD + lost + "電池は8時間もつ。えだまめ社は、店を増やす。")
    assert told == ["えだまめ社が、翻訳機を発売したのだ。", "えだまめ社は、店を増やすのだ。"]


def test_what_leans_on_the_lost_goes_with_it() -> None:
    told = _told(LEAD + "先日、社長が記者に会った。その席で、社長は値段を話した。色は青だ。")
    assert told == ["えだまめ社が、翻訳機を発売したのだ。", "色は青なのだ。"]


def test_a_long_row_of_lost_sentences_is_not_jumped() -> None:
    told = _told(LEAD + "先日、社長が記者に会った。" * 8 + "色は青だ。")
    assert told == ["えだまめ社が、翻訳機を発売したのだ。"]


def test_a_role_is_told_only_of_somebody_who_was_introduced() -> None:
    lost = "仕組みは、最近の会社ホンムシが作った。"
    text = f"町が試験を始めた。{lost}店は試験を喜ぶ。会社は試験を広げる。"
    assert _told(text) == ["町が試験を始めたのだ。", "店は試験を喜ぶのだ。"]


# ── lists ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seconds", [10.0, 14.0, 18.0, 22.0, 30.0, 40.0])
def test_who_says_one_says_two(seconds: float) -> None:
    text = (
        "会社が池を直した。直し方は2つある。1つ目は、水を抜くことだ。水は畑に流した。"
        "2つ目は、泥を運ぶことだ。池の魚は川に放した。"
    )
    told = "".join(_told(text, seconds))
    assert ("1つ目" in told) == ("2つ目" in told)
    assert "1つ目" not in told or "2つある" in told


# ── conditions ───────────────────────────────────────────────────────────────────────────

FILLERS: Final = "".join(
    f"{place}の店は新しい棚を置いた。" for place in ("町", "村", "島", "港", "駅")
)


@pytest.mark.parametrize(
    "benefit",
    [
        "電気代は半減する。",
        "電池は更新するだけで長く使える。",
        "処理の効率は高い。",
        "値段は3万円だ。",
        "精度は9割を超える。",
    ],
)
@pytest.mark.parametrize(
    "caveat",
    [
        "ただし、古い機種を持つ人は設定を直す必要がある。",
        "なお、島の人は対象外だ。",
        "一方、回数には制限がある。",
        "海外で使うには契約が必要だ。",
    ],
)
def test_a_benefit_is_told_with_its_condition(benefit: str, caveat: str) -> None:
    text = f"会社が機械を発売した。{FILLERS}{benefit}町の人は棚を数えた。{caveat}"
    for seconds in (14.0, 20.0, 30.0, 60.0):
        told = "".join(_told(text, seconds))
        words = benefit[:6]
        assert words not in told or caveat[-8:-4] in told, seconds
    assert words in told


def test_the_condition_nearest_to_the_value_is_told() -> None:
    text = (
        "会社が機械を発売した。ただし、島では売られない。値段は3万円だ。"
        "ただし、割引は会員に限られる。" + FILLERS + "ただし、色は選べない。"
    )
    assert "割引" in "".join(_told(text, 18.0))


def test_a_condition_without_its_neighbour_loses_its_but() -> None:
    caveat = "ただし、機械の修理には契約が必要だ。"
    text = f"会社が機械を発売した。値段は3万円だ。最近、棚が話題だ。{caveat}"
    assert _told(text) == [
        "会社が機械を発売したのだ。",
        "値段は3万円なのだ。",
        "機械の修理には契約が必要なのだ。",
    ]


def test_a_consolation_is_not_told_without_the_worry() -> None:
    worry = "最近、機械の音が問題になっている。"
    text = f"会社が機械を発売した。値段は3万円だ。{worry}ただし、機械には良い点もある。"
    assert "良い点" not in "".join(_told(text))


# ── how many ─────────────────────────────────────────────────────────────────────────────


def test_nine_facts_where_they_fill_the_time() -> None:
    rows = (
        "東市の工場が、海の見える倉庫を市民に公開した。",
        "西町の農家が、甘くて赤い果物を店に並べた。",
        "南村の学校が、古い図書室を子どもに貸した。",
        "北島の漁師が、丈夫で軽い網を手で編み上げた。",
        "駅前の銀行が、深夜の窓口を静かに閉じた。",
        "山寺の住職が、大きな鐘を人々と磨いた。",
        "港の警察が、危ない桟橋に柵を取り付けた。",
        "川沿いの病院が、待合室の椅子を入れ替えた。",
        "空港の売店が、温かい弁当の値札を書き直した。",
        "城下の劇場が、長い芝居の台本を声に出した。",
        "温泉の旅館が、庭の石灯籠を元に戻した。",
        "牧場の主人が、仔牛の名前を客に選ばせた。",
        "放送局の記者が、祭礼の太鼓を録音した。",
        "郵便局の配達員が、雪道の地図を描いた。",
        "美術館の学芸員が、額縁の傷を調べ上げた。",
        "水族館の飼育員が、夜行性の魚類を数えた。",
    )
    told = {seconds: len(_told("\n".join(rows), seconds)) for seconds in (30.0, 45.0, 70.0)}
    assert told[30.0] < MOST
    assert told[45.0] == MOST
    assert told[70.0] > MOST, "the minutes that were promised weigh more"


def test_a_thing_without_a_name_brings_nobody_in() -> None:
    told = _told(
        "豆田技研は10月15日、折りたたみ式の机を発売した。\n\n"
        "本体サイズは、折りたたんだ状態で約148×98×14mm、重量は約186g。"
        "天板は軽い木材で、三人まで並んで使えるという。"
    )
    assert "天板は" in "".join(told)


def test_what_a_thing_cannot_do_is_told_beside_its_price() -> None:
    told = _told(
        "豆田技研が机を発売した。値段は3万円だ。色は白と黒だ。机は雨に対応していない。", 12.0
    )
    assert "値段は3万円なのだ。" in told
    assert "対応していない" in "".join(told)
